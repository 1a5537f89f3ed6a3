import type { CorsHeaderFacts, CorsSign } from '../../../finding/finding-facts.ts';
import type { FindingSentences, GroupWords } from '../../../words.ts';
import { inline, quote, request, search, searchStep } from '../phrases.ts';

/** A finding that one header field decides: the verdict names it, only the explanation differs. */
const header = (explanation: string): FindingSentences<CorsHeaderFacts> => ({
  verdict: (f) => {
    const says =
      f.actual === undefined
        ? `没有 ${f.header}，需要的值是 ${f.expected}`
        : `给出 ${f.header}: ${f.actual}，需要的是 ${f.expected}`;
    return f.preflight
      ? `浏览器没有为 ${f.origin} 的页面发出 ${request(f)}：预检请求的响应（${f.status}）${says}。`
      : `浏览器没有把 ${inline(f)}交给 ${f.origin} 的页面：响应（${f.status}）${says}${search(f)}。`;
  },
  explanation: (f) =>
    f.preflight && f.status >= 400
      ? `${explanation}预检请求的响应是 ${f.status}：多半是网关或登录在到达服务之前就拒绝了 OPTIONS。`
      : explanation,
  nextStep: (f) => {
    const to = f.preflight ? '预检请求（OPTIONS）' : '该请求';
    return /Methods|Headers/.test(f.header)
      ? `请让服务在预检请求（OPTIONS）的响应中，把 ${f.expected} 加入 ${f.header}。`
      : `请让服务或其前面的网关在响应${to}时带上 ${f.header}: ${f.expected}。`;
  },
});

const signs: Readonly<Record<CorsSign, string>> = {
  'preflight-refused': '预检请求被拒绝，因此请求从未发出',
  'preflight-insufficient': '预检请求虽有响应，但未给出所需的许可，因此请求从未发出',
  'answer-withheld': '响应已到达，但页面无权读取',
  'not-in-capture': '是浏览器自己拒绝的',
};

export const corsFindings: GroupWords<'cors'> = {
  'cors/missing-allow-origin': header(
    '只有响应许可时，页面才能读取其他源的响应。服务已经响应，只是页面没有拿到。',
  ),
  'cors/allow-origin-mismatch': header(
    '响应许可的是其他源而不是该页面：值被写死，或因缺少 Vary: Origin，缓存保留了给其他源的响应。',
  ),
  'cors/multiple-allow-origin': header(
    '只有单个源或 * 有效。出现多个值，是因为配置中写了列表，或服务与网关都添加了该字段。',
  ),
  'cors/invalid-allow-origin': header('该值不是源：源由协议、主机和（非默认时的）端口组成，不含路径。'),
  'cors/wildcard-with-credentials': header('页面请求时携带 Cookie 等凭据，此时 * 无效，响应必须写明源。'),
  'cors/no-allow-credentials': header('页面请求时携带 Cookie 等凭据，此时响应还必须用小写的 true 许可凭据。'),
  'cors/preflight-missing-allow-origin': header(
    '发出这类请求之前，浏览器会先征求许可（预检请求），而响应没有许可任何页面。',
  ),
  'cors/preflight-allow-origin-mismatch': header(
    '发出这类请求之前，浏览器会先征求许可（预检请求），而响应许可的不是该页面的源：是其他源、多个源，或无效的值。',
  ),
  'cors/preflight-wildcard': header('页面要发送 Cookie 等凭据，此时 * 无效，预检请求的响应必须写明源。'),
  'cors/preflight-no-allow-credentials': header(
    '页面要发送 Cookie 等凭据，此时预检请求的响应还必须许可凭据。',
  ),
  'cors/preflight-method': header('预检请求的响应没有列出该方法。大小写有别，而且 * 对携带凭据的请求无效。'),
  'cors/preflight-header': header('预检请求的响应没有列出页面要发送的全部字段；* 对携带凭据的请求无效。'),
  'cors/masked-server-error': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : `：${quote(f.errorText)}`;
      return `${inline(f)}失败，状态码 ${f.status}${why}；浏览器显示的却是 CORS 错误（${f.reason}）${search(f)}。`;
    },
    explanation: (f) =>
      `错误页面往往没有服务本身会给出的许可（此处针对 ${f.origin}）：状态码才是原因，CORS 错误只是症状。`,
    nextStep: (f) =>
      `请先解决 ${f.status}。${searchStep(f)}然后让错误页面也带上 Access-Control-Allow-Origin，使页面能显示失败的内容。`,
  },
  'cors/preflight-status': {
    verdict: (f) =>
      `浏览器没有为 ${f.origin} 的页面发出 ${request(f)}：预检请求的响应是 ${f.status}，只有 200 至 299 才有效。`,
    explanation: () =>
      '响应许可了该源，但预检请求必须成功。多半是没有处理 OPTIONS 的路由，或在此之前要求登录。',
    nextStep: () => '请让服务对该路径的 OPTIONS 直接返回 204，不要求登录。',
  },
  'cors/preflight-redirect': {
    verdict: (f) => {
      const target = f.target === undefined ? '' : `到 ${f.target}`;
      return `浏览器没有为 ${f.origin} 的页面发出 ${request(f)}：预检请求被重定向${target}（${f.status}），这是不允许的。`;
    },
    explanation: () =>
      '浏览器不会跟随预检请求的重定向。多半是登录、从 http 到 https 的切换或末尾缺少斜杠引起的。',
    nextStep: () => '请让页面直接请求最终地址，或在任何重定向之前对 OPTIONS 返回 204。',
  },
  'cors/redirect-credentials': {
    verdict: (f) =>
      `浏览器没有为 ${f.origin} 的页面跟随 ${inline(f)}的重定向：指向 ${f.target} 的地址中含有用户名或密码（${f.status}）。`,
    explanation: () => '其他源的页面不能被送往含有凭据的地址，以免有人猜测他人的凭据。',
    nextStep: () => '请让服务重定向到不含用户名和密码的地址；在查询参数中使用短期有效的签名即可。',
  },
  'cors/header-not-exposed': {
    verdict: (f) =>
      `${inline(f)}失败，状态码 ${f.status}；Access-Control-Expose-Headers 没有列出 ${f.header}，因此页面无法读取它${search(f)}。`,
    explanation: () =>
      '其他源的页面只能读取响应的少数字段，以及响应列出的字段。没有它，页面只能盲目重试，或无法显示 ID。',
    nextStep: (f) => `请让服务把 ${f.header} 加入 Access-Control-Expose-Headers。`,
  },
  'cors/repeated-preflights': {
    verdict: (f) =>
      `${request(f)}：由于响应缺少 Access-Control-Max-Age，同一路径的 ${f.count} 个预检请求共耗时 ${f.preflightMs} ms。`,
    explanation: () => '没有该字段时，浏览器只记住预检结果 5 秒；每个预检请求都要在正式请求之前多往返一次。',
    nextStep: () =>
      '请让服务在响应预检请求时带上 Access-Control-Max-Age，例如 7200（浏览器最多接受两小时，有的更短）。',
  },
  'cors/authorization-wildcard': {
    verdict: (f) =>
      `${request(f)}：预检请求的响应仅用 Access-Control-Allow-Headers: * 许可 Authorization，浏览器今后将拒绝这种写法。`,
    explanation: () => '目前仍可工作，但控制台中有警告。标准要求写明该字段的名称。',
    nextStep: () => '请让服务在 Access-Control-Allow-Headers 中列出 Authorization。',
  },
  'cors/private-network': {
    verdict: (f) => {
      const from = f.origin === undefined ? '对' : ` ${f.origin} 的页面对`;
      return `浏览器阻止了${from} ${inline(f)}的访问：该主机属于本地网络，而页面没有访问许可（${f.reason}）。`;
    },
    explanation: () =>
      '浏览器保护本地网络不被互联网页面访问：需要使用者允许；旧版本则是在预检请求中征求该主机的允许。',
    nextStep: () =>
      '请在浏览器的网站设置或策略中允许该页面访问本地网络；对于旧版本，让该主机在响应预检请求时带上 Access-Control-Allow-Private-Network: true。',
  },
  'cors/suspected': {
    verdict: (f) => {
      const status = f.status === undefined ? '' : `（${f.status}）`;
      const origin = f.origin === undefined ? '页面' : ` ${f.origin} 的页面`;
      return `浏览器没有把 ${inline(f)}交给${origin}，很可能是 CORS 所致：${signs[f.sign]}${status}${search(f)}。`;
    },
    explanation: (f) => {
      if (f.sign === 'not-in-capture') return '抓包中既没有响应也没有预检请求，因此无法得知确切的原因。';
      if (f.reason !== undefined) return `响应重定向到了 CORS 不会跟随的地方（${f.reason}）。`;
      return f.allowedOrigin === undefined
        ? '响应中没有说明确切的原因；原因只显示在浏览器的控制台中。'
        : `响应允许的源是 ${f.allowedOrigin}。确切的原因只显示在浏览器的控制台中。`;
    },
    nextStep: (f) =>
      f.sign === 'not-in-capture'
        ? '请查看浏览器的控制台，或用会保留响应和预检请求的 Chrome 或 Edge 开发者工具重新抓包。'
        : '请将 Origin 和 Access-Control-Request-* 与响应中的 Access-Control-Allow-* 比较，并查看浏览器的控制台。',
  },
};
