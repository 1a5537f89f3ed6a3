import { countText } from '../../format/quantity.ts';
import type { TraceWords } from './trace-words.ts';

export const zhCnTrace: TraceWords = {
  usage: {
    'no-tracking-id': ({ index }) => `请求 ${index} 不带跟踪 ID，无法据此搜索日志。预检请求从不携带跟踪 ID。`,
  },
  command: {
    trace: {
      summary: '沿所有服务跟踪一个请求，并指出在哪里失败',
      about:
        '给出跟踪 ID，或者抓包和请求的序号。日志行来自日志存储；剧本预期有而没有任何日志行的服务会先说明。',
    },
  },
  told: {
    broke: (service, call, what) => `失败位置：${service}，${call}：${what}`,
    request: '请求本身',
    refused: (refused, of) => `消息已正常送达，但其中 ${of} 条命令有 ${refused} 条被拒绝。`,
    cause: (text) => `原因：${text}`,
    received: '该服务只是转达：真正作出响应的服务在这里没有日志行。',
    missing: (service, call) => `${service} 没有日志行（${call}）。`,
    drift: (element, values, from, to) =>
      `${element} 在途中发生变化：${values}（在 ${from} 与 ${to} 之间）。`,
    askedOff: (member) => `${member} 虽已填写，但页面自己请求将其关闭。`,
    whole: '从日志行看，没有失败。',
    noLines: '没有任何服务留下关于此请求的日志行。',
    chosen: (requests, call) => `该 ID 指向一个含 ${countText(requests)} 个请求的会话；这里显示${call}。`,
    cut: (records) => `只取了前 ${countText(records)} 条记录。`,
    attempt: (number) => `第 ${number + 1} 次尝试`,
    clock: (offset) => `时钟 ${offset}`,
    moreLines: (lines) => `还有 ${countText(lines)} 行；用 --all 全部显示`,
    heads: { hop: '服务', call: '调用', start: '开始', took: '耗时', status: '状态' },
  },
};
