import type { NetworkFailure } from '../../../finding/finding-facts.ts';
import { mayHaveReached } from '../../../finding/may-have-reached.ts';
import { place } from '../../../finding/place.ts';
import type { GroupWords } from '../../../words.ts';
import { quote, request, said, search, searchStep } from '../phrases.ts';

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

export const failFindings: GroupWords<'fail'> = {
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
  'fail/pending': {
    verdict: (f) =>
      f.count === 1
        ? `保存抓包时，${place(f)} 尚未得到响应。`
        : `保存抓包时，有 ${f.count} 个请求尚未得到响应，最早的是 ${place(f)}。`,
    explanation: () => '抓包中没有它们的结果。有些请求（如事件流）是有意保持打开的。',
    nextStep: () => '如果其中有重要的请求，请重新抓包，等它结束后再保存。',
  },
};
