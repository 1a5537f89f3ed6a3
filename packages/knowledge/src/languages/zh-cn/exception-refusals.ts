import type { Words } from '../../words.ts';

export const exceptionRefusals: Words['exceptionRefusals'] = {
  'exception/not-allowed': { what: '您的角色不允许执行此步骤。', next: '请找具有该角色的人。' },
  'exception/same-person': {
    what: '申请人、批准人和密钥持有人必须是三个不同的人。',
    next: '请把这一步交给其他人。',
  },
  'exception/wrong-state': { what: '该例外目前不在这一步。', next: '请重新加载页面查看当前状态。' },
  'exception/too-late': { what: '这一步的期限已过。', next: '请重新申请。' },
  'exception/reason-too-short': {
    what: '理由太短，一年后的读者无法看懂。',
    next: '请说明要查找什么，以及为什么脱敏后的文件不够。',
  },
  'exception/empty-scope': { what: '申请没有指明任何内容。', next: '请至少指明一个值或抓包中的一个请求。' },
  'exception/narrower-first': {
    what: '只有在单个值不够用之后，才会提供整个文件。',
    next: '请先申请所需的值或请求。',
  },
  'exception/consent-awaited': { what: '客户尚未同意。', next: '请等待答复，或提醒客户。' },
  'exception/wrong-recipient': {
    what: '释放的内容并非只为申请人加密。',
    next: '请用申请中附带的密钥重新制作。',
  },
  'exception/wrong-token': { what: '此链接无法打开任何内容。', next: '请打开该例外并获取新链接。' },
  'exception/other-session': { what: '此链接属于另一个会话。', next: '请在获得链接的浏览器会话中使用。' },
  'exception/used': { what: '释放的内容已被取走；每份只能取一次。', next: '如仍需要，请重新申请。' },
  'exception/not-found': { what: '没有这个例外。', next: '请检查编号。' },
  'exception/conflict': { what: '已有其他人先行操作。', next: '请重新加载页面查看结果。' },
  'exception/not-sealed': {
    what: '此附件没有密封原件。',
    next: '请查看该附件的处理结果；可能没有可申请的内容。',
  },
  'exception/no-values': {
    what: '此文件没有密封单个值的清单。',
    next: '请申请整个文件，并在理由中说明需要其中的什么。',
  },
  'exception/bad-key': {
    what: '这不是一个可用于加密的公钥。',
    next: '请用 gpg --armor --export 导出您自己的 OpenPGP 公钥并提供它。',
  },
};
