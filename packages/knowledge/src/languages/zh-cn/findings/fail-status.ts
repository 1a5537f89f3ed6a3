import type {
  CdnTrouble,
  EnvoyCause,
  FailedStatusFacts,
  IdempotencyKeyUse,
  TooLarge,
} from '../../../finding/finding-facts.ts';
import { durationOf } from '../../../finding/place.ts';
import { timeSpan } from '../../../finding/time-span.ts';
import type { GroupWords } from '../../../words.ts';
import { inline, said, search, searchStep } from '../phrases.ts';

const failed = (f: FailedStatusFacts, how: string) =>
  f.healed
    ? `${inline(f)}失败（${f.status}，${how}），再次请求时成功${search(f)}。`
    : `${inline(f)}失败（${f.status}，${how}）${said(f.errorText, f.bodyMissing)}${search(f)}。`;

const largeWhat: Readonly<Record<TooLarge, string>> = {
  content: '内容过大',
  address: '地址过长',
  fields: '标头字段过大',
};

const largeStep: Readonly<Record<TooLarge, string>> = {
  content: '请减少发送量或分批发送；否则必须提高沿途每台服务器和代理的上限。',
  address: '请将这些值放在 POST 的内容中发送，而不是放在地址里。',
  fields: '请删除此网站的 Cookie 并重新登录；如果再次增多，则是服务设置了过多的 Cookie。',
};

const envoySaid: Readonly<Record<EnvoyCause, string>> = {
  'no-healthy-instance': '服务没有健康的实例',
  'connect-failed': '无法连接到服务',
  'connect-timeout': '连接服务耗时过长',
  'broken-off': '服务在响应之前断开了连接',
  'request-timeout': '服务未能按时响应',
  overflow: '等待服务的请求过多',
  protocol: '服务的响应不符合协议',
  'fault-injected': '有意注入了测试故障',
};

const envoyStep: Readonly<Record<EnvoyCause, string>> = {
  'no-healthy-instance': '请查看当时服务的实例是否在运行并通过健康检查。',
  'connect-failed': '请查看服务是否在其端口监听，以及网络策略和双向 TLS 是否允许网关通过。',
  'connect-timeout': '请查看网关与服务之间的网络策略或防火墙，以及是否过载。',
  'broken-off': '请查看当时服务是否崩溃、重启或关闭了空闲连接。',
  'request-timeout': '请查明服务在这段时间里做了什么，再看路由的时限是否合适。',
  overflow: '请查看服务的负载以及网关熔断器的上限。',
  protocol: '请比较网关与服务使用的协议（HTTP/1.1、HTTP/2、gRPC）。',
  'fault-injected': '请查看网关配置中是否有故障注入规则。',
};

const cdnSaid: Readonly<Record<CdnTrouble, string>> = {
  refused: '后面的服务器拒绝连接',
  unreachable: '无法到达后面的服务器',
  'connect-timeout': '连接后面的服务器耗时过长',
  timeout: '后面的服务器未能按时响应',
  tls: '未能与后面的服务器建立 TLS',
  certificate: '不接受后面服务器的证书',
  'bad-answer': '后面的服务器没有给出可用的响应',
  failed: '未能从后面的服务器得到响应',
};

/** What was asked for, as far as the answer shows what it lacks. */
const noneOf = (f: { readonly sent?: string; readonly languages?: string }) => {
  if (f.languages !== undefined) return `服务没有所要求语言的内容 ${f.languages}`;
  return f.sent === undefined ? '服务没有所要求形式的内容' : `服务没有所要求的媒体类型 ${f.sent}`;
};

/** What a service has against an idempotency key, and what that means. */
const keyUse: Readonly<Record<IdempotencyKeyUse, { readonly said: string; readonly means: string }>> = {
  reused: {
    said: '同一幂等键此前用于不同的内容',
    means: '对同一个键，服务只执行一次。这个键此前带着不同的内容来过，因此不可能是同一请求的重发。',
  },
  'in-progress': {
    said: '同一幂等键的请求仍在处理中',
    means: '对同一个键，服务只执行一次，而第一个请求尚未完成。',
  },
};

export const statusFindings = {
  'fail/rate-limited': {
    verdict: (f) => {
      const limit = f.limit === undefined ? '' : `，上限为 ${f.limit}`;
      const wait = f.waitS === undefined ? '' : `，请在 ${timeSpan(f.waitS * 1000)} 后重试`;
      return failed(f, `请求过多${limit}${wait}`);
    },
    explanation: (f) =>
      f.tooEarly
        ? '服务要求减少请求，而客户端没有等待所要求的时间。'
        : '服务要求在一段时间内减少请求（RFC 6585 §4）。',
    nextStep: (f) =>
      f.healed
        ? '除非反复出现，否则无需处理。'
        : '请查明是谁发送了这么多请求（循环、多个标签页、脚本）；然后让客户端按 Retry-After 的时间等待，或申请更高的上限。',
  },
  'fail/too-large': {
    verdict: (f) => {
      const bytes = f.sentBytes === undefined ? '' : `，共 ${f.sentBytes} 字节`;
      const cookies = f.cookieBytes === undefined ? '' : `，其中 Cookie 占 ${f.cookieBytes} 字节`;
      return failed(f, `${largeWhat[f.what]}${bytes}${cookies}`);
    },
    explanation: () =>
      '沿途的某台服务器或代理限制了请求的大小；响应没有说明上限，而且拒绝的往往不是服务本身。',
    nextStep: (f) => largeStep[f.what],
  },
  'fail/method-not-allowed': {
    verdict: (f) => {
      const what =
        f.status === 405
          ? `此处不允许 ${f.method}`
          : f.status === 406
            ? noneOf(f)
            : `服务不接受媒体类型${f.sent === undefined ? '' : ` ${f.sent}`}`;
      return failed(f, `${what}${f.allowed === undefined ? '' : `，只允许 ${f.allowed}`}`);
    },
    explanation: (f) =>
      f.status === 405
        ? '地址存在，但不接受此方法；常见的原因是地址错误、服务版本较旧，或重定向改变了方法。'
        : '所发送的格式与服务能理解的格式不符：请查看请求的 Content-Type 和 Accept。',
    nextStep: (f) => `请将方法、地址和媒体类型与成功的请求比较。${searchStep(f)}`,
  },
  'fail/conflict': {
    verdict: (f) =>
      failed(
        f,
        f.keyUse !== undefined
          ? keyUse[f.keyUse].said
          : f.status === 409
            ? '与现有状态冲突'
            : f.status === 412
              ? `条件${f.condition === undefined ? '' : ` ${f.condition} `}不成立`
              : '服务要求附带条件（If-Match）',
      ),
    explanation: (f) =>
      f.keyUse !== undefined
        ? keyUse[f.keyUse].means
        : f.status === 409
          ? '所发送的内容与当前状态不符：对象已存在、正在使用，或在此期间已被修改。'
          : f.status === 412
            ? '读取之后，对象已被他人修改；服务保护了那次修改。'
            : '服务只接受附带条件的修改，以免覆盖他人的修改。',
    nextStep: (f) =>
      f.keyUse === undefined
        ? `请重新读取对象，再重复修改。${searchStep(f)}`
        : f.keyUse === 'reused'
          ? `请为每个新请求使用新的键；重发时保持内容不变并使用原来的键。${searchStep(f)}`
          : `请稍候，再用同一个键、以相同内容重发该请求。${searchStep(f)}`,
  },
  'fail/gateway-envoy': {
    verdict: (f) => failed(f, `由网关（Envoy）响应：${envoySaid[f.cause]}`),
    explanation: () => '此响应由网关自己写出；后面的服务可能对该请求一无所知，而网关的日志中有记录。',
    nextStep: (f) => `${envoyStep[f.cause]}${searchStep(f)}`,
  },
  'fail/gateway-cdn': {
    verdict: (f) => {
      const reference = f.reference === undefined ? '' : `，参考编号 ${f.reference}`;
      return failed(f, `由 ${f.cdn} 响应${reference}：${cdnSaid[f.trouble]}`);
    },
    explanation: (f) => `此响应由 ${f.cdn} 自己写出，代替了后面的服务器；该服务器的日志中可能没有任何记录。`,
    nextStep: (f) =>
      f.reference === undefined
        ? `请检查 ${f.cdn} 后面的服务器是否在运行、能否从 ${f.cdn} 到达，以及其防火墙的记录。`
        : `请检查能否从 ${f.cdn} 到达后面的服务器；${f.cdn} 可用 ${f.reference} 找到此请求。`,
  },
  'fail/gateway-timeout': {
    verdict: (f) => {
      const waited = f.waitedMs === undefined ? '' : `，历时 ${durationOf(f.waitedMs)}`;
      const limit = f.limitMs === undefined ? '' : `，时限 ${timeSpan(f.limitMs)}`;
      return failed(f, `网关等待后面的服务，最终放弃${waited}${limit}`);
    },
    explanation: () => '服务所用的时间超过了网关的等待时间。它可能继续执行并已完成：重复修改之前请先确认。',
    nextStep: (f) => `请查明服务在这段时间里做了什么。${searchStep(f)}`,
  },
} satisfies Partial<GroupWords<'fail'>>;
