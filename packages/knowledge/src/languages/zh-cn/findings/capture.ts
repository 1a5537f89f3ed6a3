import type { GroupWords } from '../../../words.ts';

export const captureFindings: GroupWords<'capture'> = {
  'capture/no-content': {
    verdict: (f) => `抓包缺少 ${f.textResponses} 个文本响应中 ${f.withoutContent} 个的内容。`,
    explanation: () => '保存时未包含内容，因此看不到错误文本、200 中的失败以及权限。',
    nextStep: () =>
      '请重新抓包，并连同内容一起保存（Chrome：“Export HAR (with sensitive data)”或“Save all as HAR with content”）。',
  },
  'capture/truncated': {
    verdict: (f) => `文件被截断；已读取截断处之前的 ${f.entries} 个完整请求。`,
    explanation: () => '文件没有写到末尾，截断之后发生了什么无从得知。',
    nextStep: () => '请重新索取该文件：上传中断或磁盘已满都会留下这样的文件。',
  },
  'capture/damaged': {
    verdict: (f) => {
      const line = f.line === undefined ? '' : `（首处在第 ${f.line} 行）`;
      return `文件有 ${f.damages} 处损坏${line}；其前后的内容均已读取。`;
    },
    explanation: (f) =>
      f.damagedEntries === 0
        ? '没有因此丢失任何请求。'
        : `有 ${f.damagedEntries} 个请求只能宽松读取，可能不完整。`,
    nextStep: () => '请索取原始文件：手工编辑过的文件常会这样损坏。',
  },
};
