import { durationOf as ms, place, sizeOf } from '../../../finding/place.ts';
import { timeSpan } from '../../../finding/time-span.ts';
import type { GroupWords } from '../../../words.ts';
import { inline, search, searchStep } from '../phrases.ts';

const usually = (usualMs: number | undefined) =>
  usualMs === undefined ? '' : `（该主机通常为 ${ms(usualMs)}）`;

export const slowFindings: GroupWords<'slow'> = {
  'slow/server': {
    verdict: (f) =>
      `${inline(f)}用时 ${ms(f.timeMs)}，其中 ${ms(f.waitMs)} 在等待首字节${usually(f.usualMs)}；服务自报用时 ${ms(f.serviceMs)}${search(f)}。`,
    explanation: () => '时间花在服务内部，而不是网络上。',
    nextStep: searchStep,
  },
  'slow/network': {
    verdict: (f) =>
      `${inline(f)}用时 ${ms(f.timeMs)}，其中 ${ms(f.waitMs)} 在等待首字节${usually(f.usualMs)}，而服务自报只用了 ${ms(f.serviceMs)}${search(f)}。`,
    explanation: (f) => `有 ${ms(f.waitMs - f.serviceMs)} 花在服务之外：途中、队列或网关里。`,
    nextStep: (f) => `请检查网关、代理、VPN 和网络路径。${searchStep(f)}`,
  },
  'slow/wait-unexplained': {
    verdict: (f) =>
      `${inline(f)}用时 ${ms(f.timeMs)}，其中 ${ms(f.waitMs)} 在等待首字节${usually(f.usualMs)}${search(f)}。`,
    explanation: () => '请求已发出，响应尚未开始。响应没有说明服务自身用了多久。',
    nextStep: searchStep,
  },
  'slow/long-poll': {
    verdict: (f) => `${inline(f)}被服务器有意挂起了 ${ms(f.waitMs)}：这是长轮询。`,
    explanation: () => '服务器在有新消息时才响应，页面随即再次询问。这不算慢。',
    nextStep: () => '无需处理；请查看其他请求。',
  },
  'slow/buffered-stream': {
    verdict: (f) =>
      `${inline(f)}是事件流，但 ${ms(f.waitMs)} 内一个字节也没有到达，随后 ${f.events} 个事件一次性到达（${ms(f.receiveMs)} 内）。`,
    explanation: () =>
      '事件应当逐个到达。有环节把它们攒到流结束或缓冲区满为止：代理、杀毒软件、网关，或服务本身（压缩、缓冲）。',
    nextStep: () =>
      '请在不经过代理、VPN 和杀毒软件的情况下重试。在服务及其网关上，请对流关闭缓冲和压缩（X-Accel-Buffering: no、Cache-Control: no-transform）。',
  },
  'slow/six-connections': {
    verdict: (f) =>
      `${inline(f)}等待空闲连接最长 ${ms(f.stalledMs)}，因为另有 ${f.concurrent} 个发往同一主机的请求正在进行。`,
    explanation: () => '使用 HTTP/1.1 时，浏览器对一个主机最多打开六个连接，之后的请求必须等到有连接空闲。',
    nextStep: () => '请在服务端启用 HTTP/2，或减少并发请求。',
  },
  'slow/queueing': {
    verdict: (f) =>
      f.place === 'queue'
        ? `${inline(f)}发送前在浏览器中排队最长 ${ms(f.queuedMs)}。`
        : `${inline(f)}用时 ${ms(f.timeMs)}，其中 ${ms(f.queuedMs)} 在浏览器中等待发送。`,
    explanation: (f) =>
      f.place === 'queue'
        ? '浏览器会先发送首屏所需的内容，这是有意的设计。'
        : '浏览器暂缓了该请求，原因不是连接数限制，可能是代理、磁盘缓存、扩展程序，或计算机繁忙。',
    nextStep: (f) =>
      f.place === 'queue'
        ? '如果更早就需要它，请让页面更早请求（preload、fetchpriority）。'
        : '请减少标签页并停用扩展程序后重试，并检查代理。',
  },
  'slow/dns': {
    verdict: (f) => `${inline(f)}的域名解析用时 ${ms(f.phaseMs)}，通常不超过 ${ms(f.limitMs)}。`,
    explanation: () => '这段时间发生在建立连接之前：本机或其网络所用的 DNS 服务器较慢。',
    nextStep: () => '请在本机向另一个 DNS 服务器查询同一域名，并检查 VPN 和 DNS 过滤。',
  },
  'slow/connect': {
    verdict: (f) => `${inline(f)}建立连接用时 ${ms(f.phaseMs)}，通常不超过 ${ms(f.limitMs)}。`,
    explanation: () => '建立 TCP 连接需要一次往返；时间过长说明路径较远、有丢包，或中间有代理。',
    nextStep: () => '请在本机测量到该主机的往返时间，并比较有无 VPN 和代理时的差别。',
  },
  'slow/tls': {
    verdict: (f) => `${inline(f)}的 TLS 协商用时 ${ms(f.phaseMs)}，通常不超过 ${ms(f.limitMs)}。`,
    explanation: () => 'TLS 需要一到两次往返。超出部分来自较远的路径、执行检查的代理，或过载的服务器。',
    nextStep: () => '请比较有无 TLS 检查时的差别，并确认服务器支持 TLS 1.3 和会话恢复。',
  },
  'slow/proxy': {
    verdict: (f) => `${inline(f)}查找代理或与代理协商用时 ${ms(f.phaseMs)}，通常不超过 ${ms(f.limitMs)}。`,
    explanation: () => '时间花在代理脚本（PAC）或代理的身份验证上。',
    nextStep: () => '请检查 PAC 脚本、其中的域名查询以及代理的负载。',
  },
  'slow/no-reuse': {
    verdict: (f) =>
      `${place(f)} 等发往该主机的请求在有空闲连接时仍新建了 ${f.count} 个连接${f.closed ? '（因为响应带有 Connection: close）' : ''}，共花费 ${ms(f.setupMs)}。`,
    explanation: () => '使用 HTTP/1.1 时，一个连接可以依次处理多个请求；这里的连接在每次请求后都被关闭。',
    nextStep: (f) =>
      f.closed
        ? '请在写入 Connection: close 的服务器或网关上启用 keep-alive。'
        : '请检查服务器、网关和代理的 keep-alive 时间。',
  },
  'slow/download': {
    verdict: (f) => `${inline(f)}下载 ${sizeOf(f.sizeBytes)} 用了 ${ms(f.receiveMs)}。`,
    explanation: () => '响应已经开始，但到达缓慢：线路慢、VPN、执行检查的代理，或服务器一点一点地写出。',
    nextStep: () => '请从另一个网络下载同样的内容。如果同样慢，请联系服务团队。',
  },
  'slow/busy-browser': {
    verdict: (f) =>
      `${inline(f)}很小，接收却最长用了 ${ms(f.receiveMs)}，并且全部在同一时刻结束：浏览器当时很可能正忙。`,
    explanation: () => '同时结束的小响应很可能早已到达，只是页面正在计算而没有取走。',
    nextStep: () => '请在相同情况下录制性能分析。',
  },
  'slow/big-response': {
    verdict: (f) =>
      `${inline(f)}在 ${ms(f.timeMs)} 内返回了 ${sizeOf(f.sizeBytes)}；超过 ${sizeOf(f.limitBytes)} 就能感觉到。`,
    explanation: () => '大量数据在线路上要花时间，浏览器读取时还要再花时间。',
    nextStep: () => '请减少请求的数据：列表分页、更少的字段、更小的图片。',
  },
  'slow/uncompressed': {
    verdict: (f) =>
      f.count === 1
        ? `${place(f)} 未经压缩发送了 ${sizeOf(f.sizeBytes)} 文本。`
        : `${inline(f)}未经压缩共发送了 ${sizeOf(f.totalBytes)} 文本，最大的为 ${sizeOf(f.sizeBytes)}。`,
    explanation: () => '没有 Content-Encoding，全部内容原样经过线路。文本可以压缩到四分之一以下。',
    nextStep: () => '请在服务器或网关上启用 gzip 或 br，并检查是否有代理去掉了 Accept-Encoding。',
  },
  'slow/not-cached': {
    verdict: (f) =>
      f.trouble === 'no-lifetime'
        ? `${inline(f)}以内容命名，但 Cache-Control 不允许浏览器保留它（${sizeOf(f.sizeBytes)}）。`
        : `${inline(f)}没有变化却被再次下载（${sizeOf(f.sizeBytes)}）。`,
    explanation: (f) =>
      f.trouble === 'no-lifetime'
        ? '名称随内容变化的文件可以保留一年；没有有效期时，每次访问都会重新加载。'
        : '两次的校验值相同，第二次下载没有带来新内容。',
    nextStep: () => '请为这类文件发送 Cache-Control: max-age=31536000, immutable。',
  },
  'slow/redirects': {
    verdict: (f) => `${place(f)} 经过 ${f.hops} 次重定向，真正的响应开始前用了 ${ms(f.redirectMs)}。`,
    explanation: () => '每次重定向都是一个完整的请求。',
    nextStep: () => '请直接链接到最终地址，或把多次重定向合并为一次。',
  },
  'slow/waterfall': {
    verdict: (f) =>
      `从 ${place(f)} 开始的 ${f.calls} 个请求依次进行，共 ${ms(f.totalMs)}；同时发送大约可节省 ${ms(f.savingMs)}。`,
    explanation: () => '每个请求都在前一个结束后才开始，却都没有用到前一个的结果。',
    nextStep: () => '请让页面同时发送，或提供一个能一并回答的调用。',
  },
  'slow/many-calls': {
    verdict: (f) =>
      `${place(f)} 在 ${ms(f.spanMs)} 内被调用 ${f.calls} 次，每次针对另一个项目；合计 ${ms(f.totalMs)}。`,
    explanation: () => '列表中的每一项都单独询问一次（N+1）：列表越长，时间越长。',
    nextStep: () => '请提供一次返回多项的调用，或只请求显示出来的项目。',
  },
  'slow/duplicate-calls': {
    verdict: (f) => `${place(f)} 在几秒内发送了 ${f.copies} 次，每次的响应都相同；浪费了 ${ms(f.wastedMs)}。`,
    explanation: () => '方法、URL 和正文相同，响应也相同。',
    nextStep: () => '请在页面代码中查找两处相同的请求，或一次点击触发了两次请求的情况。',
  },
  'slow/polling': {
    verdict: (f) => `${place(f)} 每隔 ${ms(f.gapMs)} 被询问一次，共 ${f.calls} 次，响应大多相同。`,
    explanation: () => '定时器反复询问，耗费带宽和电量，并掩盖其他请求。',
    nextStep: () => '请降低频率，或由服务器主动通知（事件、WebSocket）。',
  },
  'slow/retry-storm': {
    verdict: (f) => {
      const status = f.status === undefined ? '' : `（${f.status}）`;
      const asked =
        f.retryAfterMs === undefined ? '' : `，而 Retry-After 要求等待 ${timeSpan(f.retryAfterMs)}`;
      return `${place(f)} 失败${status}后共发送 ${f.attempts} 次，间隔最长 ${ms(f.gapMs)}${asked}。`;
    },
    explanation: () => '不逐渐拉长间隔的重试会让本可恢复的服务一直无法恢复。失败的原因由另一条诊断结论说明。',
    nextStep: (f) => `请先找出第一次失败的原因，再让客户端拉长重试间隔。${searchStep(f)}`,
  },
  'slow/timeout-chain': {
    verdict: (f) =>
      `${place(f)} 在 ${ms(f.timeMs)} 后失败，是其错误所述时限 ${ms(f.limitMs)} 的 ${f.times} 倍${search(f)}。`,
    explanation: (f) => `内部很可能尝试了 ${f.times} 次，每次都等到时限。`,
    nextStep: searchStep,
  },
  'slow/third-party': {
    verdict: (f) =>
      `加载页面用时 ${ms(f.loadMs)}，其中 ${ms(f.aloneMs)} 只有另外 ${f.sites} 个网站的内容在加载，最长的是 ${place(f)}。`,
    explanation: () => '在自身网站没有任何内容加载时，其他网站的脚本和样式拖住了加载。',
    nextStep: () => '请稍后加载它们（async、defer），或不使用它们。',
  },
};
