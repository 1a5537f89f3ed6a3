import { place } from '../../../finding/place.ts';
import type { GroupWords } from '../../../words.ts';
import { inline, quote, said, search, searchStep } from '../phrases.ts';
import { contentFindings } from './fail-content.ts';
import { networkFindings } from './fail-network.ts';
import { statusFindings } from './fail-status.ts';

/** RFC 9110 §15.5 and RFC 6585, in a sentence each. */
/** nginx's word for it; others write an error of their own under the same number. */
const isGivenUp = (f: { readonly status: number; readonly errorText?: string }) =>
  f.status === 499 && f.errorText === undefined;

const clientStatus: Readonly<Record<number, string>> = {
  400: '服务不接受所发送的内容：某个值缺失、格式错误或不被允许。',
  404: '请求的对象在此地址不存在，或者服务不愿透露它存在。',
  408: '服务器未能及时收到完整的请求：线路较慢，或发送的内容较多。',
  410: '请求的对象曾经存在，现已永久删除。',
  416: '所请求的范围超出了实际内容。',
  421: '该服务器在此连接上不为此主机提供响应；主机共用证书时，浏览器会复用连接。',
  422: '服务理解所发送的内容，但不接受其中的值。',
  451: '依法律规定，此处不得提供所请求的内容，多半与请求来自的国家或地区有关。',
  499: '服务响应之前，请求方就关闭了连接：多半是服务太慢，或用户离开了页面。',
};

const serverStatus: Readonly<Record<number, string>> = {
  500: '服务自身发生故障。',
  501: '服务不支持此操作。',
  502: '网关没有从后面的服务得到可用的响应。',
  503: '服务不可用：过载、正在重启，或没有健康的实例。',
  504: '网关等待后面的服务，最终放弃。',
};

export const failFindings: GroupWords<'fail'> = {
  ...networkFindings,
  ...statusFindings,
  ...contentFindings,
  'fail/http-4xx': {
    verdict: (f) =>
      f.healed
        ? `${inline(f)}失败（${f.status}），再次请求时成功${search(f)}。`
        : `${inline(f)}失败（${f.status}）${said(f.errorText, f.bodyMissing)}${search(f)}。`,
    explanation: (f) =>
      (f.status === 499 && !isGivenUp(f) ? undefined : clientStatus[f.status]) ??
      '由于所发送的内容，服务拒绝了该请求。',
    nextStep: (f) => {
      if (f.healed) return '除非反复出现，否则无需处理。';
      if (isGivenUp(f)) return `请查明服务用了多久，并与页面及服务前面代理的时限比较。${searchStep(f)}`;
      return f.status === 408
        ? `请查看发送花了多久，并在更快的线路上再试；否则需要延长服务器接收请求的时限。${searchStep(f)}`
        : `请将所发送的内容与成功的请求比较。${searchStep(f)}`;
    },
  },
  'fail/http-5xx': {
    verdict: (f) =>
      f.healed
        ? `${inline(f)}失败（${f.status}），再次请求时成功${search(f)}。`
        : `${inline(f)}失败（${f.status}）${said(f.errorText, f.bodyMissing)}${search(f)}。`,
    explanation: (f) => serverStatus[f.status] ?? '服务端失败；请求本身可能没有问题。',
    nextStep: (f) => searchStep(f),
  },
  'fail/upstream': {
    verdict: (f) => {
      const who = f.party === undefined ? '后面的服务' : ` ${f.party} `;
      const how = f.upstreamStatus === undefined ? '失败了' : `返回了 ${f.upstreamStatus}`;
      const healed = f.healed ? '（再次请求时成功）' : '';
      return `${inline(f)}返回 ${f.status}${healed}，因为${who}${how}：${quote(f.errorText)}${search(f)}。`;
    },
    explanation: (f) =>
      f.party === undefined
        ? '作出响应的服务转达了后面另一个服务的失败；文本以后者的状态码开头。'
        : `作出响应的服务转达了 ${f.party} 的失败，并点出了其名称。`,
    nextStep: (f) =>
      f.party === undefined
        ? `${searchStep(f)}对后面服务的调用会显示那里失败的原因。`
        : `${searchStep(f)}然后将错误文本交给 ${f.party}，或管理该账户的人。`,
  },
  'fail/pending': {
    verdict: (f) => {
      if (f.maybeStopped)
        return f.count === 1
          ? `抓包中没有 ${place(f)} 的响应。`
          : `抓包中有 ${f.count} 个请求没有响应，最早的是 ${place(f)}。`;
      return f.count === 1
        ? `保存抓包时，${place(f)} 尚未得到响应。`
        : `保存抓包时，有 ${f.count} 个请求尚未得到响应，最早的是 ${place(f)}。`;
    },
    explanation: (f) =>
      `抓包中没有它们的结果。有些请求（如事件流）是有意保持打开的。${f.maybeStopped ? '生成此抓包的程序对被拦截或未能发出的请求也是这样记录的。' : ''}`,
    nextStep: () => '如果其中有重要的请求，请重新抓包，等它结束后再保存。',
  },
};
