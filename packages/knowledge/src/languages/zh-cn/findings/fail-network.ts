import { type CloseMeaning, closeMeaning, endsBelow } from '../../../finding/close-code.ts';
import type {
  GivenUpBecause,
  NetworkFacts,
  NetworkFailure,
  TlsFault,
} from '../../../finding/finding-facts.ts';
import { mayHaveReached } from '../../../finding/may-have-reached.ts';
import { networkFailures } from '../../../finding/network-failures.ts';
import { place } from '../../../finding/place.ts';
import { timeSpan } from '../../../finding/time-span.ts';
import type { GroupWords } from '../../../words.ts';
import { inline, quote, search, searchStep } from '../phrases.ts';

/** A proxy took the field away that asks for a WebSocket. RFC 9110 §15.5.22. */
const UPGRADE_REQUIRED = 426;

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
  browser: '浏览器自身无法继续处理',
  aborted: '页面或用户中止了请求',
  cut: '响应提前结束',
  'redirect-loop': '重定向次数过多',
  protocol: '响应不符合协议规则',
  'web-socket': 'WebSocket 未能打开',
  none: '没有响应，抓包也未说明原因',
};

const closer = { page: '由页面', server: '由服务器' } as const;

const closeWhy: Readonly<Record<CloseMeaning, string>> = {
  protocol: '一方认为另一方没有遵守 WebSocket 协议。',
  content: '一方发送了另一方不接受的内容。',
  'no-goodbye': '连接没有道别就结束了：代理、网络或崩溃。',
  refused: '服务拒绝了：多半是登录已过期，或缺少权限。',
  'too-large': '消息超过了另一方接受的大小。',
  fault: '服务器自身发生故障。',
  restart: '服务重新启动了。',
  overload: '服务负载过高。',
  own: '服务以自己的代码关闭了连接；代码的含义见其文档。',
};

const networkStep: Readonly<Record<NetworkFailure, string>> = {
  dns: '请检查录制抓包的计算机的 DNS、VPN 和 hosts 文件，并向另一个 DNS 服务器查询同一名称。',
  refused: '请检查地址和端口、本地防火墙和代理，以及服务是否在监听。',
  unreachable: '请检查计算机与主机之间的路由、VPN 和防火墙。',
  timeout: '请检查计算机与主机之间的防火墙、VPN 和代理；数据包被静默丢弃时就会这样。',
  reset: '请先查找会中断连接的中间设备（代理、防火墙、TLS 检查），再查看当时服务器是否崩溃。',
  empty: '请查看当时服务器是否崩溃或重启。',
  tls: '请查看浏览器收到的证书：有效期、名称和颁发者。颁发者若是贵公司，则可能存在 TLS 检查。',
  'client-certificate': '请检查证书是否已安装，以及是否选择了正确的证书。',
  offline: '请检查计算机的连接：Wi-Fi、VPN、睡眠模式；在稳定的连接下重新抓包。',
  proxy: '请检查代理的设置、登录以及针对此主机的规则。',
  blocked: '请在没有扩展程序的无痕窗口中重试；若代码指向某项策略，请联系浏览器的管理员。',
  browser:
    '代码说明了原因：同时请求过多（ERR_INSUFFICIENT_RESOURCES）、文件在发送期间被改动（ERR_UPLOAD_FILE_CHANGED）、文件无法读取等。请从这里查起，而不是服务。',
  aborted: '多半无害：被页面跳转或更新的请求取代。只有在相同时长后反复出现时才需细查。',
  cut: '请查找限制大小或时间的代理，或服务器在发送过程中的崩溃。',
  'redirect-loop': '请查看每次重定向的 Cookie 和 Location：有两处在互相转送浏览器。',
  protocol: '请尝试 HTTP/1.1 或其他网络，然后把确切的代码交给服务团队。',
  'web-socket': '请检查代理和防火墙是否允许 WebSocket 升级。',
  none: '请用会记录原因的 Chrome 或 Edge 重新抓包，或查看浏览器的控制台。',
};

const why: Readonly<Partial<Record<NetworkFailure, string>>> = {
  dns: '浏览器无法把名称解析为地址，因此请求从未离开计算机，服务日志中没有任何记录。',
  refused: '该地址有响应，但端口上没有程序在监听，或者防火墙代为拒绝；服务从未收到该请求。',
  unreachable: '计算机没有到该地址的路径，或不被允许使用；服务从未收到该请求。',
  timeout: '在 HTTP 之下的层次，浏览器自身的时限内没有得到响应；防火墙静默丢弃数据包时就会这样。',
  reset: '连接已经建立，但在响应完成之前被中断。服务可能已经完成了操作：再次请求之前请先确认。',
  empty: '连接已经建立，请求可能已经到达，但服务器一个字节也没有发送就关闭了连接：崩溃、重启或拒绝响应。',
  offline: '出问题的是计算机自身的连接，而不是服务：当时正在进行的一切都中断了。',
  cut: '状态码表示成功，但内容不完整；读取它的程序会在之后的其他地方失败。',
  tls: '浏览器与服务器未能建立安全连接，因此请求从未发出，服务日志中没有任何记录。',
};

const stopped = '请求在浏览器中被停止，服务可能从未收到。';
const between = '故障位于浏览器与服务之间，服务日志中可能没有任何记录。';

const whyOf = (failure: NetworkFailure): string =>
  failure === 'blocked' || failure === 'aborted' ? stopped : (why[failure] ?? between);

const tlsCause: Readonly<Record<TlsFault, string>> = {
  dates: '证书已过期或尚未生效',
  name: '证书是为另一个名称颁发的',
  authority: '证书来自浏览器不信任的颁发机构',
  revoked: '证书已被吊销',
  weak: '证书或其密钥强度不足',
  pinned: '证书不是浏览器在此处预期的那一个',
  version: '浏览器与服务器没有共同的 TLS 版本或密码套件',
  certificate: '证书未被接受',
  handshake: 'TLS 握手失败',
};

const tlsStep: Readonly<Record<TlsFault, string>> = {
  dates: '请查看证书的有效期和计算机的时钟；证书由服务团队更新。',
  name: '请检查地址以及证书所含的名称；代理或强制门户会出示自己的证书。',
  authority:
    '请查看证书的颁发者：若是贵公司，则存在 TLS 检查，而此计算机缺少其根证书；否则可能是服务器遗漏了中间证书。',
  revoked: '服务团队必须安装新的证书。',
  weak: '服务团队必须安装密钥和签名更强的证书。',
  pinned: '请查看证书的颁发者：浏览器与服务器之间有某个设备出示了自己的证书。',
  version: '请比较服务器与浏览器的 TLS 版本和密码套件；过旧的服务器与严格的策略无法兼容。',
  certificate: '请查看浏览器收到的证书：有效期、名称和颁发者。',
  handshake: '请检查该端口是否使用 TLS，并查找干扰握手的代理或防火墙。',
};

const code = (f: NetworkFacts) => (f.code === undefined ? '' : `（${f.code}）`);
const worked = (f: NetworkFacts) => (f.healed ? '；再次请求时成功' : '');

const unanswered = (f: NetworkFacts, failure: NetworkFailure, cause: string) =>
  `${inline(f)}未得到正常的响应：${cause}${code(f)}${worked(f)}${mayHaveReached(failure) ? search(f) : ''}。`;

const gaveUp: Readonly<Record<GivenUpBecause, string>> = {
  superseded: '：被针对同一对象的更新的请求取代',
  'left-page': '：在其进行期间离开了页面',
  unknown: '；抓包未显示原因',
};

export const networkFindings = {
  ...networkFailures({
    unanswered,
    cause: networkCause,
    why: whyOf,
    step: networkStep,
    tlsCause,
    tlsStep,
    forHosts: (cause, hosts) => `${cause}，同时涉及 ${hosts} 台主机`,
  }),
  'fail/truncated-body': {
    verdict: (f) => {
      if (f.coding !== undefined)
        return `${inline(f)}返回 ${f.status}，但内容与 Content-Encoding${f.coding === '' ? ' ' : `（${f.coding}）`}不符${code(f)}${worked(f)}${search(f)}。`;
      const bytes =
        f.promisedBytes === undefined
          ? ''
          : f.receivedBytes === undefined
            ? `，应有 ${f.promisedBytes} 字节`
            : `，${f.promisedBytes} 字节中只收到 ${f.receivedBytes} 字节`;
      return `${inline(f)}返回 ${f.status}，但内容提前结束${bytes}${code(f)}${worked(f)}${search(f)}。`;
    },
    explanation: (f) =>
      f.coding === undefined
        ? whyOf('cut')
        : '浏览器无法解码该内容，因而将其丢弃。多半是代理解压或改动了内容却留下了该字段，或者内容被压缩了两次。',
    nextStep: (f) =>
      f.coding === undefined
        ? networkStep.cut
        : '请不经代理请求同一地址，再查看沿途是谁设置了 Content-Encoding，并比较内容开头的字节。',
  },
  'fail/aborted-by-user': {
    verdict: (f) => `${inline(f)}被页面放弃${code(f)}${gaveUp[f.because]}。`,
    explanation: () => stopped,
    nextStep: () => networkStep.aborted,
  },
  'fail/aborted-by-timeout': {
    verdict: (f) =>
      `${inline(f)}每次都在 ${timeSpan(f.limitMs)} 后被页面放弃${code(f)}：在该时限内没有得到响应${search(f)}。`,
    explanation: () =>
      '每次都是相同的整数时长，说明这是应用程序的时限，而不是人的操作：要么服务太慢，要么时限太短。',
    nextStep: (f) => `请查明服务处理它需要多长时间。${searchStep(f)}`,
  },
  'fail/web-socket': {
    verdict: (f) => {
      if (f.trouble === 'closed')
        return `WebSocket ${inline(f)}${f.closedBy === undefined ? '' : closer[f.closedBy]}以代码 ${f.closeCode ?? '?'} 关闭${search(f)}。`;
      if (f.trouble === 'broken')
        return `WebSocket ${inline(f)}打开后中断${f.errorText === undefined ? '' : `：${quote(f.errorText)}`}${search(f)}。`;
      if (f.trouble === 'said')
        return `WebSocket ${inline(f)}中的一条消息表明有操作失败：${quote(f.errorText ?? '?')}${search(f)}。`;
      if (f.limitMs !== undefined)
        return `WebSocket ${place(f)} 连续打开了 ${f.count} 次，每次都在约 ${timeSpan(f.limitMs)} 后结束${search(f)}。`;
      if (f.trouble === 'opened-again')
        return `WebSocket ${place(f)} 连续打开了 ${f.count} 次，每次保持不到一分钟${search(f)}。`;
      const how =
        f.status === undefined ? '，抓包也未说明原因' : `：握手得到的状态是 ${f.status}，而不是 101`;
      return `WebSocket ${inline(f)}未能打开${how}${worked(f)}${search(f)}。`;
    },
    explanation: (f) => {
      if (f.limitMs !== undefined) return '代理和负载均衡器会终止在这段时间内没有任何数据的连接。';
      if (f.trouble === 'said') return '连接仍然保持。失败写在消息里，任何请求列表都不会显示。';
      if (f.closedBy === 'page') return '页面自己关闭了连接：收到的或没有收到的内容不符合预期。';
      const meaning = closeMeaning(f.closeCode);
      if (meaning !== undefined) return closeWhy[meaning];
      return f.trouble === 'not-opened'
        ? '没有它，页面就无法自动得到新消息：在线状态、事件和通话会停滞，或被反复查询。'
        : '页面想要保持的连接被终止了：可能是服务器，也可能是限制连接时长的代理。';
    },
    nextStep: (f) => {
      if (f.limitMs !== undefined)
        return '请让页面或服务器以更短的间隔发送数据（ping），或延长代理的空闲时限。';
      if (closeMeaning(f.closeCode) === 'too-large')
        return '请减少每条消息的内容，或提高服务及其前面代理的上限。';
      const isBelow = f.closeCode === undefined || endsBelow(f.closeCode);
      if (f.trouble === 'said' || !isBelow) return searchStep(f);
      return f.status === undefined || f.status === UPGRADE_REQUIRED
        ? '请检查代理和防火墙是否允许 WebSocket 升级并保持其打开，然后查看当时的服务器。'
        : `请将握手的 Origin、凭据和地址与成功的握手比较。${searchStep(f)}`;
    },
  },
  'fail/redirect-loop': {
    verdict: (f) => {
      const how = f.isCircle ? '的重定向在兜圈子' : '的重定向次数过多';
      const over = f.isCircle ? `涉及 ${f.addresses ?? '?'} 个地址，` : '';
      const many = f.redirects === undefined ? '' : `（${over}共 ${f.redirects} 次）`;
      const end = f.gaveUp ? '，直到浏览器放弃' : '';
      return `${place(f)} ${how}${many}${f.code === undefined ? '' : `（${f.code}）`}${end}${search(f)}。`;
    },
    explanation: (f) =>
      f.isCircle
        ? '每一处都在什么都没有改变的情况下把浏览器送往下一处，多半是因为某个 Cookie 没有被送回。'
        : '浏览器最多跟随二十次重定向；这么长的一串多半是转送规则有误。',
    nextStep: (f) =>
      f.isCircle
        ? networkStep['redirect-loop']
        : '请逐一查看每次重定向的 Location，找出反复转发的规则，并直接链接到最终地址。',
  },
} satisfies Partial<GroupWords<'fail'>>;
