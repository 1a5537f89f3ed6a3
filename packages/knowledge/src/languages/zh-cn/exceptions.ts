import type { ExceptionWords } from '../../exception/exception-words.ts';

export const exceptions: ExceptionWords = {
  news: {
    requested: '有人申请查看密封原件中的内容。',
    'consent-given': '客户同意查看密封原件中的内容。',
    declined: '客户不同意。密封原件的内容不会展示。',
    approved: '申请已获批准。密钥持有人现在可以释放所申请的内容。',
    refused: '申请被拒绝。密封原件的内容不会展示。',
    withdrawn: '申请已撤回。',
    released: '所申请的内容已释放，仅供申请人使用，只能取一次。',
    fetched: '已按批准打开密封原件中的内容。',
    lapsed: '此申请的期限已过，无法继续处理。',
  },
  reasons: {
    'value-needed': '需要某个值',
    'body-needed': '需要正文',
    legal: '法律义务',
    'sanitizer-fault': '移除过多',
    'security-incident': '安全事件',
  },
  scope: {
    values: (count) => `申请内容：脱敏抓包中 ${count} 个假名所代表的值。`,
    entries: (entries) => `申请内容：从脱敏抓包的以下请求中移除的值：${entries}。`,
    whole: '申请内容：整个原件。',
  },
  by: (name) => `操作人：${name}`,
  reason: (reason) => `理由：${reason}`,
  sealed: (sha256) => `密封原件：SHA-256 ${sha256}`,
  audit: (head) => `审计日志：${head}`,
};
