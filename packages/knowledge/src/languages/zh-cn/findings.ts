import type { CorsSign, ExchangeFacts, NetworkFailure } from '../../finding/finding-facts.ts';
import { mayHaveReached } from '../../finding/may-have-reached.ts';
import { durationOf, place } from '../../finding/place.ts';
import type { FindingWords } from '../../words.ts';

const request = (facts: ExchangeFacts) =>
  facts.count === 1 ? place(facts) : `${place(facts)}（另有 ${facts.count - 1} 个同类请求）`;
const quote = (text: string) => `“${text}”`;
const search = ({ trackingId }: { readonly trackingId?: string }) =>
  trackingId === undefined ? '' : `；请在日志中搜索 ${trackingId}`;
const said = (errorText: string | undefined, bodyMissing: boolean) => {
  if (errorText !== undefined) return `：${quote(errorText)}`;
  return bodyMissing ? '，而抓包中没有说明原因的正文' : '，未给出原因';
};
const searchStep = ({ trackingId }: { readonly trackingId?: string }) =>
  trackingId === undefined
    ? '没有跟踪 ID：请按时间、主机和路径搜索服务日志。'
    : `请在所有服务的日志中搜索 ${trackingId}。`;

/** RFC 9110 §15.5，RFC 6585。 */
const clientStatus: Readonly<Record<number, string>> = {
  400: '服务不接受所发送的内容：某个值缺失、格式错误或不被允许。',
  404: '请求的对象在此地址不存在，或者服务不愿透露它存在。',
  405: '此处不允许使用该方法。',
  409: '所发送的内容与当前状态不符，例如对象正在使用，或在此期间已被修改。',
  410: '请求的对象曾经存在，现已永久删除。',
  412: '读取之后，对象已被他人修改。',
  413: '所发送的内容过大。',
  414: '地址过长。',
  415: '服务不接受此媒体类型。',
  422: '服务理解所发送的内容，但不接受其中的值。',
  429: '短时间内请求过多：服务要求放慢速度，通常附有 Retry-After。',
  431: '标头字段过大，多半是 Cookie 造成的。',
};

const serverStatus: Readonly<Record<number, string>> = {
  500: '服务自身发生故障。',
  501: '服务不支持此操作。',
  502: '网关没有从其后的服务得到可用的响应。',
  503: '服务不可用：过载、正在重启，或没有健康的实例。',
  504: '网关等待其后的服务，最终放弃。',
};

const networkCause: Readonly<Record<NetworkFailure, string>> = {
  dns: '无法解析主机名',
  refused: '主机拒绝了连接',
  unreachable: '无法到达主机',
  timeout: '连接超时',
  reset: '连接被中断',
  empty: '服务器未作响应便关闭了连接',
  tls: '安全连接失败（证书或 TLS）',
  'client-certificate': '服务器要求客户端证书',
  offline: '网络断开或发生切换',
  proxy: '代理未予放行',
  blocked: '被浏览器、扩展程序或策略阻止',
  aborted: '页面或用户中止了请求',
  cut: '响应提前结束',
  'redirect-loop': '重定向次数过多',
  protocol: '响应不符合协议规则',
  'web-socket': 'WebSocket 未能打开',
  none: '没有响应，抓包也未说明原因',
};

const networkStep: Readonly<Record<NetworkFailure, string>> = {
  dns: '请检查抓包所在计算机的 DNS、VPN 和 hosts 文件，并用另一个解析器查询同一名称。',
  refused: '请检查地址和端口、本地防火墙和代理，以及服务是否在监听。',
  unreachable: '请检查计算机与主机之间的路由、VPN 和防火墙。',
  timeout: '请检查计算机与主机之间的防火墙、VPN 和代理；数据包被静默丢弃时就会这样。',
  reset: '请先查找会中断连接的中间设备（代理、防火墙、TLS 检查），再查看当时服务器是否崩溃。',
  empty: '请查看当时服务器是否崩溃或重启。',
  tls: '请查看浏览器收到的证书：有效期、名称和颁发者。颁发者若是贵公司，则可能存在 TLS 检查。',
  'client-certificate': '请检查证书是否已安装，以及是否选择了正确的证书。',
  offline: '请检查计算机的连接：Wi-Fi、VPN、睡眠模式；在稳定的连接下重新抓包。',
  proxy: '请检查代理的设置、登录以及针对此主机的规则。',
  blocked: '请在无扩展程序的隐私窗口中重试；若代码指向某项策略，请联系浏览器的管理员。',
  aborted: '多半无害：被页面跳转或更新的请求取代。只有在相同时长后反复出现时才需细查。',
  cut: '请查找限制大小或时间的代理，或服务器在发送过程中的崩溃。',
  'redirect-loop': '请查看每次重定向的 Cookie 和 Location：有两处在互相转送浏览器。',
  protocol: '请尝试 HTTP/1.1 或其他网络，然后把确切的代码交给服务团队。',
  'web-socket': '请检查代理和防火墙是否允许 WebSocket 升级。',
  none: '请用会记录原因的 Chrome 或 Edge 重新抓包，或查看浏览器的控制台。',
};

const corsSaid: Readonly<Record<CorsSign, string>> = {
  'preflight-refused': '预检请求被拒绝，因此请求从未发出',
  'preflight-insufficient': '预检请求虽有响应，但未给出所需的许可，因此请求从未发出',
  'answer-withheld': '响应已到达，但页面无权读取',
};

export const findings: FindingWords = {
  'fail/http-4xx': {
    verdict: (f) =>
      f.healed
        ? `${request(f)} 失败（${f.status}），再次请求时成功${search(f)}。`
        : `${request(f)} 失败（${f.status}）${said(f.errorText, f.bodyMissing)}${search(f)}。`,
    explanation: (f) => clientStatus[f.status] ?? '由于所发送的内容，服务拒绝了该请求。',
    nextStep: (f) =>
      f.healed ? '除非反复出现，否则无需处理。' : `请将所发送的内容与成功的请求比较。${searchStep(f)}`,
  },
  'fail/http-5xx': {
    verdict: (f) =>
      f.healed
        ? `${request(f)} 失败（${f.status}），再次请求时成功${search(f)}。`
        : `${request(f)} 失败（${f.status}）${said(f.errorText, f.bodyMissing)}${search(f)}。`,
    explanation: (f) => serverStatus[f.status] ?? '服务端失败；请求本身可能没有问题。',
    nextStep: (f) => searchStep(f),
  },
  'fail/upstream': {
    verdict: (f) => {
      const who = f.party === undefined ? '其后的服务' : ` ${f.party} `;
      const how = f.upstreamStatus === undefined ? '失败了' : `返回了 ${f.upstreamStatus}`;
      const healed = f.healed ? '（再次请求时成功）' : '';
      return `${request(f)} 返回 ${f.status}${healed}，因为${who}${how}：${quote(f.errorText)}${search(f)}。`;
    },
    explanation: (f) =>
      f.party === undefined
        ? '作出响应的服务转达了其后另一个服务的失败；文本以后者的状态码开头。'
        : `作出响应的服务转达了 ${f.party} 的失败，并点出了其名称。`,
    nextStep: (f) =>
      f.party === undefined
        ? `${searchStep(f)}对其后服务的调用会显示那里失败的原因。`
        : `${searchStep(f)}然后将错误文本交给 ${f.party}，或管理该账户的人。`,
  },
  'fail/network': {
    verdict: (f) => {
      const code = f.code === undefined ? '' : `（${f.code}）`;
      const healed = f.healed ? '；再次请求时成功' : '';
      return `${request(f)} 未得到完整的响应：${networkCause[f.failure]}${code}${healed}${mayHaveReached(f.failure) ? search(f) : ''}。`;
    },
    explanation: (f) =>
      f.failure === 'blocked' || f.failure === 'aborted'
        ? '请求在浏览器中被停止，服务可能从未收到。'
        : '故障位于浏览器与服务之间，服务日志中可能没有任何记录。',
    nextStep: (f) => networkStep[f.failure],
  },
  'fail/in-body': {
    verdict: (f) => {
      if (f.inRedirect) return `${request(f)} 的重定向带有错误：${quote(f.errorText)}${search(f)}。`;
      const part = f.partial ? '（带有部分数据）' : '';
      return `${request(f)} 返回 ${f.status}${part}，但正文表明失败：${quote(f.errorText)}${search(f)}。`;
    },
    explanation: (f) =>
      f.inRedirect
        ? '登录服务通过在地址中附带错误并将浏览器送回来表示拒绝（RFC 6749 §4.1.2.1）。'
        : '状态码只说明传输结果；所请求的操作失败了。按状态筛选的列表看不到它。',
    nextStep: (f) => (f.inRedirect ? '请在登录服务的文档和日志中查找此错误。' : searchStep(f)),
  },
  'fail/cors-suspected': {
    verdict: (f) => {
      const status = f.status === undefined ? '' : `（${f.status}）`;
      const origin = f.origin === undefined ? '页面' : `${f.origin} 的页面`;
      return `浏览器没有把 ${request(f)} 交给${origin}，很可能是 CORS 所致：${corsSaid[f.sign]}${status}${search(f)}。`;
    },
    explanation: (f) => {
      if ((f.status ?? 0) >= 400 && f.sign === 'answer-withheld')
        return '响应本身就是失败，而错误页面往往没有 CORS 许可：CORS 错误是症状，状态码才是原因。';
      if (f.allowedOrigin === undefined)
        return '响应中没有 Access-Control-Allow-Origin。确切的原因只显示在浏览器的控制台中。';
      return `响应允许的来源是 ${f.allowedOrigin}。确切的原因只显示在浏览器的控制台中。`;
    },
    nextStep: (f) =>
      (f.status ?? 0) >= 400 && f.sign === 'answer-withheld'
        ? `请先解决 ${f.status}。${searchStep(f)}`
        : '请将 Origin 和 Access-Control-Request-* 与响应中的 Access-Control-Allow-* 比较；许可须由服务给出。',
  },
  'fail/pending': {
    verdict: (f) =>
      f.count === 1
        ? `保存抓包时，${place(f)} 尚未得到响应。`
        : `保存抓包时，有 ${f.count} 个请求尚未得到响应，最早的是 ${place(f)}。`,
    explanation: () => '抓包中没有它们的结果。有些请求（如事件流）是有意保持打开的。',
    nextStep: () => '如果其中有重要的请求，请重新抓包，等它结束后再保存。',
  },
  'auth/unauthorized': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : `：${quote(f.errorText)}`;
      const healed = f.healed ? '，再次请求时成功' : '';
      if (f.status === 407) return `代理在 ${request(f)} 之前要求登录（407）${healed}${why}。`;
      const what = f.status === 401 ? '被拒绝，服务不认可请求者的身份（401）' : '被禁止（403）';
      return `${request(f)} ${what}${healed}${why}${search(f)}。`;
    },
    explanation: (f) => {
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
  'permission/feature-no-access': {
    verdict: (f) => {
      const where = f.template === undefined ? '某个权限模板' : `模板${quote(f.template)}`;
      const level = f.level === undefined ? '' : `（${f.level}）`;
      const more = f.featureCount > 10 ? ' …' : '';
      return `${where}${level}对用户隐藏了 ${f.featureCount} 项功能：${f.features}${more}。`;
    },
    explanation: (f) =>
      `NO_ACCESS 表示用户看不到该选项，不会出现任何失败。用户自己的设置优先于组织的设置。${
        f.conflicting ? '同一响应中的另一个模板允许其中一部分；以哪个为准，抓包中看不出来。' : ''
      }`,
    nextStep: () => '如果应当提供该功能，请在组织的模板中或为此用户允许它；更改可能需要数小时才会生效。',
  },
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
