import type { EscalateWords } from './escalate-words.ts';

export const zhCnEscalate: EscalateWords = {
  usage: {
    'bad-answers': ({ path, pointer, expected }) =>
      `答案文件 ${path} 无效：${pointer || '/'} 处应为 ${expected}。`,
    'bad-log-records': ({ path, place, expected }) =>
      `${path} 不是 harrier logs search --json 的输出：第 ${place} 条应为 ${expected}。`,
    'bad-picture': ({ path, expected }) => `${path} 不是可以附上的完整图片或录屏；应为 ${expected}。`,
    'not-of-case': ({ path, case: number }) =>
      `工单 ${number} 中没有备注说明自动处理已接收 ${path}。请给出该工单的原件或脱敏后的文件，或者不用 --case。`,
  },
  command: {
    escalate: {
      summary: '工程团队所需的上报包，以及还缺什么',
      about:
        '写出一个 zip：去除凭据的失败请求、其跟踪 ID 的日志记录、时间线、重现步骤和摘要。总会写出，并说明已就绪还是草稿、还缺什么；使用 --require-ready 时，草稿以 1 结束。输入相同，字节也相同。',
    },
  },
  option: {
    logs: 'harrier logs search --json 的输出；可多次给出',
    answers: '您另外知道的内容：含 error、trackingIds、seen、at、needed、steps、environment 等的 JSON',
    attach:
      '屏幕截图（PNG、JPEG）或录屏（WebM、MP4），元数据会被移除；可多次给出。用于 record 时：以远程调试方式运行的浏览器的端口或 ws:// 地址',
    target: '另写一份供粘贴的文本：bems、jira 或 github；默认 generic',
    'require-ready': '上报包为草稿时以 1 结束',
    case: '抓包所属的服务器工单：其编号或 ID；附上其审计日志的位置；用于 send 时为接收处的工单编号',
  },
  told: { done: (size, file) => `已将 ${size} 写入 ${file}。` },
};
