import type { CookieLossCause } from '../../../finding/finding-facts.ts';
import { place } from '../../../finding/place.ts';
import { sameSiteOf } from '../../../finding/same-site.ts';
import { timeSpan } from '../../../finding/time-span.ts';
import type { GroupWords } from '../../../words.ts';
import { inline, quote, search, searchStep } from '../phrases.ts';

/** RFC 6749 §4.1.2.1 and §5.2, OpenID Connect Core §3.1.2.6. */
const oauthCode: Readonly<Record<string, string>> = {
  access_denied: '使用者或策略没有同意。多半是有人点了取消。',
  login_required: '页面静默询问是否已登录，而没有人登录。这是答复，不是故障。',
  interaction_required: '页面静默询问，而登录服务需要询问使用者。',
  consent_required: '页面静默询问，而使用者尚未同意应用所要求的内容。',
  invalid_client: '登录服务不认识该应用，或不接受它的身份证明。',
  invalid_grant: '授权码已过期、已使用过，或属于其他重定向地址。',
  invalid_scope: '应用要求的权限范围（scope）不存在，或不允许它使用。',
  unauthorized_client: '不允许该应用以这种方式让人登录。',
  server_error: '登录服务本身出错。',
  temporarily_unavailable: '登录服务过载或正在维护。',
};

/** One cookie by its name, several with their number. */
const kept = ({ cookies, cookieCount }: { readonly cookies: string; readonly cookieCount: number }) =>
  cookieCount === 1 ? ` Cookie ${cookies}` : ` ${cookieCount} 个 Cookie（${cookies}）`;

/** How a session's cookie was lost. */
const lostBy: Readonly<Record<CookieLossCause, string>> = {
  removed: '另一个响应删除了它',
  expired: '设置它时到期时间已经过去',
  path: '它是为其他路径设置的',
  insecure: '它带有 Secure，却是通过 http 设置的',
  unknown: '此前的请求带有它，这个请求没有',
};

export const authFindings: GroupWords<'auth'> = {
  'auth/unauthorized': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : `：${quote(f.errorText)}`;
      const healed = f.healed ? '，再次请求时成功' : '';
      if (f.handshake !== undefined)
        return `${inline(f)}先被拒绝（${f.status}），这是 ${f.handshake} 登录的正常开始，随后获准。`;
      if (f.status === 407) return `代理在 ${inline(f)}之前要求登录（407）${healed}${why}。`;
      const what = f.status === 401 ? '被拒绝，服务不认可请求者的身份（401）' : '被禁止（403）';
      return `${inline(f)}${what}${healed}${why}${search(f)}。`;
    },
    explanation: (f) => {
      if (f.handshake !== undefined) return '这种登录需要往返几次，除最后一次外，响应都是拒绝。';
      if (f.status === 403)
        return '服务知道请求者是谁，但不允许：缺少角色、许可证或权限范围（scope），或被防火墙拒绝。';
      if (f.credentials === 'missing') return '该请求没有携带凭据，而同一抓包中的其他请求有。';
      if (f.credentials === 'sent') return '凭据已发送但未被接受：已过期、已撤销，或属于其他服务。';
      return '无法得知是否发送了凭据：导出时所有请求的凭据都被去除了。';
    },
    nextStep: (f) => {
      if (f.healed) return '无需处理：登录往往从一次拒绝开始。';
      if (f.status === 407) return '请登录代理，或让此主机免登录通过。';
      if (f.status === 403) return `请检查此人的角色、许可证和权限范围。${searchStep(f)}`;
      return `请退出后重新登录，再试一次。${searchStep(f)}`;
    },
  },
  'auth/missing-credentials': {
    verdict: (f) => {
      const why = f.errorText === undefined || f.healed ? '' : `：${quote(f.errorText)}`;
      const healed = f.healed ? '，再次请求时成功' : '';
      return `${inline(f)}既没有 Authorization 也没有 Cookie，因此被拒绝（401）${healed}${why}${search(f)}。`;
    },
    explanation: () => '此抓包中发往同一网站的其他请求带有凭据：页面在这里没有附上，或已经丢失。',
    nextStep: (f) =>
      f.healed
        ? '无需处理：页面再次请求时已附上凭据。'
        : '请在页面代码中查明该请求为何不带凭据；在此之前，请重新登录并刷新页面。',
  },
  'auth/no-challenge': {
    verdict: (f) => `${inline(f)}的响应是 401，却没有 WWW-Authenticate。`,
    explanation: () => 'RFC 9110 要求该字段，它说明如何登录。许多服务有意省略；依赖它的客户端无法自行登录。',
    nextStep: () => '请让服务在返回 401 时带上 WWW-Authenticate，例如 Bearer。',
  },
  'auth/token-expired': {
    verdict: (f) => {
      const ago = f.expiredMs === 0 ? '刚刚' : `在 ${timeSpan(f.expiredMs)} 之前已`;
      const healed = f.healed ? '，再次请求时成功' : '';
      return `${inline(f)}的${f.signedUrl ? '签名地址' : '令牌'}${ago}过期，因此被拒绝（${f.status}）${healed}${search(f)}。`;
    },
    explanation: (f) =>
      f.signedUrl
        ? '地址本身写明了有效期限（X-Amz-Expires、Expires、se），按服务器的时钟，它早于请求的时刻。'
        : '按服务器的时钟，令牌的 exp（SAML 为 NotOnOrAfter）早于请求的时刻。',
    nextStep: (f) => {
      if (f.healed) return '无需处理：页面已按预期获取新令牌。';
      return f.signedUrl
        ? '请刷新页面，让它获取新的地址。如果再次出现，请让页面在需要时才获取地址，或延长其有效期。'
        : '请重新登录。如果再次出现，请查明页面为何没有及时更新令牌。';
    },
  },
  'auth/token-not-yet-valid': {
    verdict: (f) =>
      `${inline(f)}的令牌要到 ${timeSpan(f.earlyMs)} 之后才生效（${f.claim}），因此被拒绝（${f.status}）${search(f)}。`,
    explanation: () => '按服务器的时钟，令牌来自未来：登录服务与该服务的时钟不一致。',
    nextStep: () => '请比较登录服务与拒绝请求的服务的时钟（NTP），并容许一分钟左右的偏差。',
  },
  'auth/token-audience': {
    verdict: (f) =>
      `${inline(f)}被拒绝（${f.status}）：${quote(f.errorText)}；令牌中写的是 ${f.claim}: ${f.value}${search(f)}。`,
    explanation: (f) =>
      f.claim === 'aud'
        ? '令牌是为其他服务签发的，而不是所请求的服务。'
        : '令牌由其他登录服务签发，而不是此处信任的那个。',
    nextStep: (f) => `请将 ${f.claim} 与服务接受的值比较，并核对页面的登录设置与环境是否一致。`,
  },
  'auth/clock-skew': {
    verdict: (f) =>
      `${f.host === undefined ? '录制抓包的计算机' : `${f.host} `}的时钟比${f.host === undefined ? '服务器' : `其他 ${f.hosts} 台服务器`}${f.ahead ? '快' : '慢'} ${timeSpan(f.skewMs)}（${f.host === undefined ? `${f.hosts} 个主机的 ${f.answers} 个响应一致` : `依据 ${f.answers} 个响应的 Date`}）${f.refusals === 0 ? '' : `；有 ${f.refusals} 个请求因此被拒绝`}。`,
    explanation: (f) =>
      f.host !== undefined
        ? '在其他地方看来，该服务器的令牌像是来自未来，或已经过期。'
        : '在这样的计算机上，令牌会显得已过期或尚未生效，抓包中的时间也与日志不符。',
    nextStep: (f) =>
      f.host !== undefined
        ? `请通过网络（NTP）校准 ${f.host} 的时钟。`
        : `请通过网络（NTP）校准计算机的时钟。按时间搜索日志时，请${f.ahead ? '减去' : '加上'} ${timeSpan(f.skewMs)}。`,
  },
  'auth/refresh-loop': {
    verdict: (f) =>
      `页面在一分钟内从 ${place(f)} 获取了 ${f.count} 次新令牌，每次都被 401 拒绝（共 ${f.refusals} 次）${search(f)}。`,
    explanation: () => '令牌已签发，但服务不接受：受众不符、会话已结束，或时钟有偏差。',
    nextStep: (f) => `请将令牌的内容与服务接受的值比较。${searchStep(f)}`,
  },
  'auth/refresh-refused': {
    verdict: (f) => `${inline(f)}未能续期会话（${f.status}）：${quote(f.errorText)}${search(f)}。`,
    explanation: () => '刷新令牌已过期、已撤销或已使用过；此后凡需要会话的操作都会失败。',
    nextStep: () => '请重新登录。如果很多人受影响，请查看密码规则、密钥或会话时长是否有变更。',
  },
  'auth/oauth-error': {
    verdict: (f) =>
      f.inCallback
        ? `登录服务带着错误把浏览器送回 ${place(f)}：${quote(f.errorText)}${search(f)}。`
        : `${inline(f)}${f.inRedirect ? '带着错误把浏览器送回' : `返回 ${f.status}`}：${quote(f.errorText)}${search(f)}。`,
    explanation: (f) => oauthCode[f.code] ?? '登录服务拒绝了请求，原因见代码（RFC 6749）。',
    nextStep: (f) => {
      if (f.code === 'access_denied')
        return '如果是有人按了取消，则无需处理。否则请向管理员确认此人能否使用该应用，以及是否已给予同意。';
      return /_required$|_pending$|slow_down/.test(f.code)
        ? '无需处理，除非随后应有的登录没有出现。'
        : '请将应用在登录服务中的注册信息（客户端、重定向地址、权限范围）与发送的内容比较，并查看其日志。';
    },
  },
  'auth/redirect-to-login': {
    verdict: (f) => {
      const healed = f.healed ? '，之后成功' : '';
      return `${inline(f)}没有得到响应，而是被重定向到登录页 ${f.target}（${f.status}）${healed}${search(f)}。`;
    },
    explanation: () => '会话已结束。请求数据的页面无法在那里登录：它得到的是登录页，或代之以 CORS 错误。',
    nextStep: (f) =>
      f.healed ? '无需处理，除非反复出现。' : '请刷新页面并登录。服务应对这类请求返回 401，使页面能够知晓。',
  },
  'auth/redirect-loop': {
    verdict: (f) => `${place(f)} 与登录页 ${f.target} 把浏览器互相转送了 ${f.hops} 次${search(f)}。`,
    explanation: () => '登录服务认为已登录，而该服务认为没有：多半是它的 Cookie 没有被保存，或没有被送回。',
    nextStep: () =>
      '请删除两个主机的 Cookie 后再试；然后检查服务的 Set-Cookie（SameSite、Domain、Secure）和时钟。',
  },
  'auth/saml-refused': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : `：${quote(f.errorText)}`;
      return `${place(f)} 携带的 SAML 响应的状态是 ${f.samlStatus}${why}。`;
    },
    explanation: () => '身份提供方没有让此人登录；前后的 HTTP 状态码可能看起来正常。',
    nextStep: () => '请查看身份提供方当时的日志：账户、应用分配情况以及双方的设置。',
  },
  'auth/lost-on-redirect': {
    verdict: (f) =>
      `${inline(f)}在从 ${f.from} 重定向时丢失了 Authorization，因此被拒绝（${f.status}）${search(f)}。`,
    explanation: () => '重定向到其他源时，浏览器会去掉 Authorization，以免被他人得到。',
    nextStep: (f) =>
      `请让页面直接请求 ${f.host}；带有 Authorization 的请求不应被重定向到其他主机、协议或端口。`,
  },
  'auth/cookie-samesite': {
    verdict: (f) =>
      `浏览器没有保存 ${inline(f)}的${kept(f)}：${f.reason === 'SameSiteNoneInsecure' ? 'SameSite=None 需要 Secure' : `${sameSiteOf(f.reason)} 的 Cookie 不能为其他网站的页面设置`}。`,
    explanation: () =>
      '导出文件会列出这样的 Cookie，好像已经保存；但下一个请求不会带上它们。没有 SameSite 的 Cookie 按 Lax 处理。',
    nextStep: (f) =>
      f.reason === 'SameSiteNoneInsecure'
        ? '请让服务在 Set-Cookie 中加上 Secure。'
        : '如果在其他网站的页面中需要该 Cookie，请让服务用 SameSite=None; Secure 设置它。',
  },
  'auth/cookie-domain': {
    verdict: (f) =>
      `浏览器没有保存 ${inline(f)}的${kept(f)}：Domain=${f.domain} 不涵盖 ${f.host}，或范围过大。`,
    explanation: () => 'Cookie 可以为作出响应的主机或其上级域设置，但不能为人人都可注册的名称设置。',
    nextStep: () => '请让服务更正 Set-Cookie 中的 Domain，或省略它。',
  },
  'auth/cookie-prefix': {
    verdict: (f) => `浏览器没有保存 ${inline(f)}的${kept(f)}：缺少其名称前缀所要求的属性。`,
    explanation: () =>
      '名称以 __Secure- 开头时需要 Secure 和 https；以 __Host- 开头时还需要 Path=/，且不能有 Domain。',
    nextStep: () => '请让服务在 Set-Cookie 中补上这些属性，或更改名称。',
  },
  'auth/cookie-too-large': {
    verdict: (f) =>
      `浏览器没有保存 ${inline(f)}的${kept(f)}：${f.sizeBytes === undefined ? '名称和值超过了 4096 字节的上限' : `名称和值共 ${f.sizeBytes} 字节，上限是 4096`}。`,
    explanation: () => '更大的 Cookie 会被直接丢弃而没有任何提示；下一个请求不会带上它们。',
    nextStep: () => '请让服务在自己一侧保存数据，Cookie 中只放一个短 ID。',
  },
  'auth/cookie-third-party': {
    verdict: (f) =>
      f.told
        ? `浏览器没有让其他网站的页面使用 ${place(f)} 的${kept(f)}：它阻止第三方 Cookie，这也是浏览器自己给出的说明。`
        : `${place(f)} 为其他网站的页面设置了${kept(f)}，而之后的 ${f.chances} 个请求都没有带上：浏览器阻止第三方 Cookie。`,
    explanation: () => '嵌入的服务因此无法保持会话。对跟踪器来说这是有意为之，对登录来说就是故障。',
    nextStep: () =>
      '请允许该网站的第三方 Cookie 后再试；长久之计是让两者处于同一网站，或使用 Partitioned Cookie 或 Storage Access API。',
  },
  'auth/cookie-lost': {
    verdict: (f) =>
      `${inline(f)}没有携带会话的 Cookie ${f.cookie}，因此被拒绝（${f.status}）：${lostBy[f.cause]}${search(f)}。`,
    explanation: () => '其间没有人退出登录；服务不再知道这是谁的请求。',
    nextStep: () =>
      '请重新登录。如果再次出现，请将 Cookie 的有效期、Path 和 Domain 与此请求的时间和地址比较。',
  },
  'auth/scope-missing': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : `：${quote(f.errorText)}`;
      const asked = f.required === undefined ? '' : `；需要 ${f.required}`;
      const has = f.granted === undefined ? '' : `；令牌具有 ${f.granted}`;
      return `${inline(f)}因缺少权限被拒绝（${f.status}）${why}${asked}${has}${search(f)}。`;
    },
    explanation: () => '服务知道请求者是谁，但缺少进行此操作的权限范围（scope）、角色或权利。',
    nextStep: () => '请让管理员授予角色，或为应用授予权限范围；然后重新登录，因为令牌只保留签发时的内容。',
  },
  'auth/firewall-refused': {
    verdict: (f) => {
      const reference = f.reference === undefined ? '' : `，参考编号 ${f.reference}`;
      return `${inline(f)}被服务前面的 ${f.vendor} 拒绝（${f.status}）${reference}。`;
    },
    explanation: () => '这是防火墙或机器人防护的决定；服务从未收到该请求，其日志中也没有记录。',
    nextStep: (f) =>
      f.reference === undefined
        ? `请向为该服务管理 ${f.vendor} 的人员提供计算机的地址，询问当时是哪条规则作出的决定。`
        : `请凭参考编号 ${f.reference}，向为该服务管理 ${f.vendor} 的人员询问是哪条规则作出的决定。`,
  },
  'auth/csrf': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : `：${quote(f.errorText)}`;
      const field = f.missingField === undefined ? '' : `；其他请求带有 ${f.missingField}，而它没有`;
      return `${inline(f)}缺少防伪造请求（CSRF）的令牌，或令牌已失效，因此被拒绝（${f.status}）${why}${field}${search(f)}。`;
    },
    explanation: () =>
      '服务把更改操作与页面随会话得到的令牌绑定；旧页面、第二个标签页或丢失的 Cookie 会破坏这种绑定。',
    nextStep: () => '请刷新页面后再试。如果再次出现，请将令牌字段与成功请求中的比较。',
  },
  'auth/client-certificate': {
    verdict: (f) => {
      const code = f.code === undefined ? '' : `（${f.code}）`;
      const why = f.errorText === undefined ? '' : `：${quote(f.errorText)}`;
      return f.status === undefined
        ? `${inline(f)}没有连接成功：服务器要求客户端证书${code}。`
        : `${inline(f)}被拒绝（${f.status}），因为服务器要求客户端证书${why}${search(f)}。`;
    },
    explanation: () => '没有证书、没有选择证书，或服务器不接受所发送的证书。',
    nextStep: () =>
      '请检查证书及其密钥是否已安装且未过期、是否选择了正确的证书，以及服务器是否信任其颁发者。',
  },
};
