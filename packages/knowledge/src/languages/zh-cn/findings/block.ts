import type { ResponsePolicy } from '../../../finding/finding-facts.ts';
import type { GroupWords } from '../../../words.ts';
import { inline, request } from '../phrases.ts';

const coded = (code: string | undefined) => (code === undefined ? '' : `（${code}）`);
const holding = (value: string | undefined) => (value === undefined ? '' : `（${value}）`);

/** A name of the policy's directive behind the policy, with its room to what follows. */
const named = (directive: string | undefined) => (directive === undefined ? ' ' : holding(directive));

const policyCause: Readonly<Record<ResponsePolicy, string>> = {
  'resource-policy': '响应的 Cross-Origin-Resource-Policy',
  'embedder-policy': '页面的 Cross-Origin-Embedder-Policy，而响应缺少 Cross-Origin-Resource-Policy',
  'opener-policy': 'Cross-Origin-Opener-Policy 的设置',
  framing: '响应的 X-Frame-Options 或 frame-ancestors',
  opaque: 'Opaque Response Blocking，响应与其在页面中的用途不符',
};

const policyStep: Readonly<Record<ResponsePolicy, string>> = {
  'resource-policy': '请让响应带上 Cross-Origin-Resource-Policy: cross-origin，或从页面自身的网站提供。',
  'embedder-policy': '请让响应带上 Cross-Origin-Resource-Policy: cross-origin，或用 CORS 请求。',
  'opener-policy': '请比较两个页面的 Cross-Origin-Opener-Policy。',
  framing: '请在 Content-Security-Policy: frame-ancestors 中允许页面的源，并去掉 X-Frame-Options。',
  opaque: '请查看该地址的响应：往往在应为图片或脚本的地方返回了错误或 JSON。',
};

export const blockFindings: GroupWords<'block'> = {
  'block/by-client': {
    verdict: (f) => `浏览器中的某个程序拦下了 ${request(f)}${coded(f.code)}。`,
    explanation: (f) =>
      f.code === undefined
        ? '请求没有发出，抓包也没有说明原因：可能是扩展程序、广告拦截器，或开发者工具中的屏蔽规则。'
        : '原因是扩展程序、广告拦截器，或开发者工具中的屏蔽规则。服务没有收到该请求。',
    nextStep: () => '请在没有扩展程序的无痕窗口中重试，并查看开发者工具中的“Network request blocking”。',
  },
  'block/by-administrator': {
    verdict: (f) => `浏览器的管理员禁止了 ${request(f)}${coded(f.code)}。`,
    explanation: () => '受管浏览器的策略列出了该地址。服务没有收到该请求。',
    nextStep: () => '请查看 chrome://policy（URLBlocklist），并请管理员允许该主机。',
  },
  'block/content-security-policy': {
    verdict: (f) =>
      f.unseen
        ? `在页面 ${inline(f)}上，Content-Security-Policy${named(f.directive)}在请求发出之前就挡住了 ${f.blocked}。`
        : f.reported
          ? `浏览器通过 ${inline(f)}报告：页面的 Content-Security-Policy${named(f.directive)}挡住了 ${f.blocked}。`
          : `页面的 Content-Security-Policy${named(f.directive)}挡住了 ${request(f)}：${f.blocked} 不在其列表中。`,
    explanation: (f) =>
      f.nonceOfACachedPage
        ? '该策略用每个响应都不同的 nonce 来允许脚本，而此页面来自缓存：其中的 nonce 属于另一个响应。'
        : '浏览器只加载页面策略所列的内容。被拒绝的内容大多不会在抓包中留下痕迹。',
    nextStep: (f) =>
      f.nonceOfACachedPage
        ? '请勿让缓存保留这类页面（Cache-Control: no-store），或在策略中用哈希代替 nonce。目前请先清除缓存。'
        : `如果 ${f.blocked} 是需要的，请加入策略；控制台和 Issues 面板会列出每一次拒绝。`,
  },
  'block/response-policy': {
    verdict: (f) =>
      `${inline(f)}得到了响应，但浏览器没有交给页面：${policyCause[f.policy]}${holding(f.value)}；${f.code}。`,
    explanation: () => '服务工作正常。有标头字段表明该页面不得使用这个响应。',
    nextStep: (f) => policyStep[f.policy],
  },
  'block/nosniff': {
    verdict: (f) =>
      `浏览器没有使用 ${request(f)}：它自称 ${f.mimeType} 而不是 ${f.expected}，并且 nosniff 禁止猜测。`,
    explanation: (f) =>
      f.mimeType === 'text/html'
        ? '这往往是以状态 200 返回的错误页或登录页，取代了文件。'
        : '服务器不知道自己发送的是哪种文件。',
    nextStep: (f) => `请查看响应的内容，并让服务器以 Content-Type: ${f.expected} 发送正确的文件。`,
  },
  'block/integrity': {
    verdict: (f) => `${inline(f)}的内容与页面的预期（integrity，${f.algorithm}）不符，浏览器没有执行它。`,
    explanation: () => '抓包中内容的摘要与页面中的不同：文件在页面生成之后或传输途中被改动。',
    nextStep: () =>
      '请在控制台中查找“integrity”，更新页面中的摘要或恢复文件。改写脚本的代理也会造成这种情况。',
  },
  'block/mixed-content': {
    verdict: (f) => `安全页面 ${f.page} 以明文 http 请求 ${request(f)}，浏览器没有发送。`,
    explanation: () => '浏览器不允许 https 页面通过 http 加载可能改变页面的内容（混合内容）。',
    nextStep: () => '请改用 https 请求，或在 https 上提供。',
  },
  'block/proxy-authentication': {
    verdict: (f) =>
      f.code === undefined
        ? `代理以 407 拒绝了 ${request(f)}：它要求表明身份。`
        : `代理没有放行 ${request(f)}${coded(f.code)}。`,
    explanation: (f) =>
      f.code === undefined
        ? '响应来自代理而不是服务，服务没有收到该请求。'
        : '代理拒绝了通往该主机的隧道：要么要求身份验证，要么规则禁止该主机。浏览器没有说明是哪一种。',
    nextStep: () => '请检查代理对该主机的身份验证和规则，并与没有代理的网络比较。',
  },
  'block/interception': {
    verdict: (f) => {
      const who = f.vendor === undefined ? '安全网关' : `安全网关（${f.vendor}）`;
      return f.blockPage
        ? `响应 ${inline(f)}的不是服务，而是${who}，返回的是拒绝页面。`
        : `流量经过${who}：${inline(f)}带有它的标记。`;
    },
    explanation: (f) =>
      f.blockPage
        ? '公司的规则屏蔽了该地址或其类别。服务没有收到该请求。'
        : '这很常见，未必有问题。但内容检查可能使响应变慢、中断或被改动。',
    nextStep: (f) =>
      f.blockPage
        ? '请把页面上的参考编号交给网关的管理者，并请其允许该主机。'
        : '如果还有其他异常，请与没有该网关的网络比较。',
  },
  'block/captive-portal': {
    verdict: (f) =>
      f.portal === undefined
        ? `${inline(f)}得到 511：网络要求先登录。`
        : `网络把 ${inline(f)}引向了 ${f.portal}：它要求先登录或接受条款。`,
    explanation: () => '在有人登录之前，访客网络会代替所有服务作出响应。',
    nextStep: () => '请在浏览器中打开一个明文 http 地址，登录网络，然后重新录制。',
  },
};
