import type { Words } from '../../words.ts';

export const errors: Words['errors'] = {
  'har/not-json': {
    what: '这不是 JSON，无法从中读出任何请求。',
    next: '请重新导出抓包；编辑过或作为文本复制的文件常常已损坏。',
  },
  'har/not-a-capture': {
    what: '此文件可以读取，但不是抓包。',
    next: '请提供 HAR 或 Fiddler 的 SAZ，未压缩的，或 gzip、zip 压缩的均可。',
  },
  'har/empty': { what: '文件为空。', next: '请重新导出或下载抓包。' },
  'har/password-needed': { what: '压缩包受密码保护。', next: '请提供密码。' },
  'har/password-wrong': { what: '此密码无法打开该压缩包。', next: '请检查密码，注意区分大小写。' },
  'har/archive-damaged': { what: '压缩包已损坏。', next: '请重新下载或导出。' },
  'har/archive-limit': {
    what: '解压将超出用于防范恶意压缩包的上限。',
    next: '如果信任该压缩包，请自行解压，再打开其中的抓包。',
  },
  'har/too-large': { what: '抓包的某一部分过大，无法整体打开。', next: '请只打开其开头。' },
  'har/source-failed': { what: '无法取得文件的数据。', next: '请检查文件是否仍在，以及是否有读取权限。' },
  'har/cancelled': { what: '读取已停止。', next: '需要时可重新开始。' },
  'har/no-such-entry': { what: '抓包中没有此序号的请求。', next: '请查看表格：序号从 0 开始。' },
};
