import type { ContentKind, CookieTrouble } from '../../../finding/finding-facts.ts';
import type { GroupWords } from '../../../words.ts';
import { inline } from '../phrases.ts';

const kind: Readonly<Record<ContentKind, string>> = {
  json: ' JSON',
  html: ' HTML',
  xml: ' XML',
  image: '图片',
  pdf: ' PDF',
  unknown: '内容',
};

const trouble: Readonly<Record<CookieTrouble, string>> = {
  expires: 'Expires 不是日期',
  'max-age': 'Max-Age 不是数字',
  path: 'Path 不以 / 开头',
  'same-site': 'SameSite 的值无法识别',
  'http-only': '没有 HttpOnly，脚本可以读取',
  secure: '没有 Secure，可能以明文传输',
};

const cookieName = (cookie: string | undefined) => (cookie === undefined ? 'Cookie' : `Cookie ${cookie}`);

export const lintFindings: GroupWords<'lint'> = {
  'lint/bad-date': {
    verdict: (f) => `${inline(f)}在 ${f.field} 中发送了不符合 HTTP 格式的日期。`,
    explanation: () => '这样的日期无法使用；若在 Expires 中，缓存会视为早已过期。',
    nextStep: () => '请让服务器按 Sun, 06 Nov 1994 08:49:37 GMT 的格式写日期（RFC 9110 §5.6.7）。',
  },
  'lint/cache-control-conflict': {
    verdict: (f) =>
      f.first === f.second
        ? `${inline(f)}在 Cache-Control 中两次写了 ${f.first}，值却不同。`
        : `${inline(f)}在 Cache-Control 中同时写了 ${f.first} 和 ${f.second}。`,
    explanation: () => '两者互相排斥，各个缓存的取舍并不一致。',
    nextStep: () => '请确定要哪一个，并去掉另一个（RFC 9111 §5.2.2）。',
  },
  'lint/no-store-public': {
    verdict: (f) => `${inline(f)}在 Cache-Control 中同时写了 public 和 no-store。`,
    explanation: () => 'no-store 优先：什么都不会保留。这多半不是本意。',
    nextStep: () => '请去掉 public；如果响应可以保留，则去掉 no-store（RFC 9111 §5.2.2）。',
  },
  'lint/weak-etag-range': {
    verdict: (f) => `${inline(f)}发送了带弱 ETag 的部分内容（206）。`,
    explanation: () => '弱校验值无法判断两部分是否属于同一内容，中断的下载只能从头开始。',
    nextStep: () => '请为分段提供的文件发送强 ETag（RFC 9110 §13.1.5）。',
  },
  'lint/vary-star': {
    verdict: (f) => `${inline(f)}返回了 Vary: *。`,
    explanation: () => '保存的响应永远不匹配任何请求，因此什么都无法保留。',
    nextStep: () => '请列出有关的请求字段，或写 Cache-Control: no-store（RFC 9110 §12.5.5）。',
  },
  'lint/content-type-mismatch': {
    verdict: (f) =>
      f.mimeType === undefined
        ? `${inline(f)}发送了${kind[f.found]}，却没有 Content-Type。`
        : `${inline(f)}自称 ${f.mimeType}，实际却是${kind[f.found]}。`,
    explanation: () => '浏览器只能猜测，或根据其他字段拒绝该响应。',
    nextStep: () => '请让服务器标明正确的 Content-Type（RFC 9110 §8.3）。',
  },
  'lint/redirect-without-location': {
    verdict: (f) => `${inline(f)}重定向（${f.status}）却没有 Location。`,
    explanation: () => '浏览器无法跟随，只显示空白页。',
    nextStep: () => '请发送 Location，或改用非重定向的状态（RFC 9110 §15.4）。',
  },
  'lint/content-with-204': {
    verdict: (f) => `${inline(f)}返回 204（无内容），却声明或发送了内容。`,
    explanation: () => '有的接收方会一直等待，或把它当作下一个响应。',
    nextStep: () => '请以 200 发送内容，或发送不带 Content-Length 的 204（RFC 9110 §8.6）。',
  },
  'lint/not-modified-without-validator': {
    verdict: (f) => `${inline(f)}没有附带条件，却得到 304（未修改）。`,
    explanation: () => '请求中没有 If-None-Match 或 If-Modified-Since，浏览器可能没有可显示的内容。',
    nextStep: () => '请只对条件请求返回 304（RFC 9110 §15.4.5），并查找中间的缓存。',
  },
  'lint/duplicate-header': {
    verdict: (f) => `${inline(f)}多次发送了 ${f.field}，值各不相同。`,
    explanation: () => '该字段只能出现一次；不同的读取方会取不同的值。',
    nextStep: () => '请查找设置它的两个地方，往往是服务和网关（RFC 9110 §5.3）。',
  },
  'lint/malformed-header': {
    verdict: (f) => `${inline(f)}发送的 ${f.field} 不符合其标准的写法。`,
    explanation: () => '读取方会忽略这样的字段，就像它不存在一样。',
    nextStep: () => '请更正其值；语法见该字段的标准。',
  },
  'lint/cookie-attributes': {
    verdict: (f) => `${inline(f)}设置的 ${cookieName(f.cookie)} 有问题：${trouble[f.trouble]}。`,
    explanation: () => '浏览器会忽略不理解的属性；会话的 Cookie 应避免被脚本读取和以明文 http 传输。',
    nextStep: () => '请更正 Set-Cookie 的属性（RFC 6265 §4.1.2）。',
  },
  'lint/hsts': {
    verdict: (f) =>
      f.trouble === 'missing'
        ? `${inline(f)}使用 https，却没有发送 Strict-Transport-Security。`
        : `${inline(f)}的 Strict-Transport-Security 没有 max-age。`,
    explanation: () => '这样浏览器下次访问时不会强制使用 https。',
    nextStep: () => '请发送 Strict-Transport-Security: max-age=31536000（RFC 6797 §6.1）。',
  },
  'lint/secret-in-url': {
    verdict: (f) =>
      f.parameter === 'userinfo'
        ? `${inline(f)}在主机名前带有用户名和密码。`
        : `${inline(f)}的地址中带有凭据（${f.parameter}）。`,
    explanation: () => '地址会留在日志、历史记录和 Referer 字段中。',
    nextStep: () => '请改用标头字段或正文发送，并使已暴露的凭据失效。',
  },
};
