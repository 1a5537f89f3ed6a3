import { durationOf } from '../../../finding/place.ts';
import type { GroupWords } from '../../../words.ts';
import { request, search, searchStep } from '../phrases.ts';

export const slowFindings: GroupWords<'slow'> = {
  'slow/wait-dominates': {
    verdict: (f) => {
      const where =
        f.place === 'service'
          ? '（服务自身的处理）'
          : f.place === 'before-service'
            ? '（主要在服务之前）'
            : '';
      return `${request(f)} 用时 ${durationOf(f.timeMs)}，其中 ${durationOf(f.waitMs)} 在等待首字节${where}${search(f)}。`;
    },
    explanation: (f) => {
      if (f.place === 'not-observable') return '请求已发出，响应尚未开始。响应没有说明服务自身用了多久。';
      return f.place === 'service'
        ? `服务表示自身用时 ${durationOf(f.serviceMs ?? 0)}。`
        : `服务表示自身只用了 ${durationOf(f.serviceMs ?? 0)}；其余时间耗费在途中、队列或网关里。`;
    },
    nextStep: (f) =>
      f.place === 'before-service' ? `请检查网关、代理和网络路径。${searchStep(f)}` : searchStep(f),
  },
  'slow/stalled': {
    verdict: (f) =>
      `${request(f)} 用时 ${durationOf(f.timeMs)}，其中 ${durationOf(f.stalledMs)} 在浏览器中等待发送${
        f.connectionLimit ? `，因为另有 ${f.concurrent} 个发往同一主机的请求正在进行` : ''
      }。`,
    explanation: (f) =>
      f.connectionLimit
        ? '使用 HTTP/1.1 时，浏览器对一个主机最多打开六个连接，之后的请求必须等待。'
        : '浏览器暂缓了该请求：由于其优先级、代理、磁盘缓存，或计算机繁忙。',
    nextStep: (f) =>
      f.connectionLimit
        ? '请减少并发请求，或让服务使用 HTTP/2。'
        : '请减少标签页和扩展程序后重试，并检查代理。',
  },
};
