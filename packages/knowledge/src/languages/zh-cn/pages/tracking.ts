import type { TrackingGuide } from '../../../pages/tracking/tracking-book.ts';

export const trackingGuide: TrackingGuide = {
  lead: '跟踪 ID 标识贯穿所有服务的一个请求。只需搜索一次，就能得到处理过它的每个服务的日志。',
  partsHeading: '组成',
  parts: [
    '前缀：写下该 ID 的服务，Control Hub 为 `ATLAS`，还有 `CPAPI`、`OCIROUTER`。任何前缀都可能出现。',
    'UUID：多为浏览器的一次会话。User Hub 会为每个请求新建一个。',
    '第一个计数器：该会话中的请求。',
    '后续计数器：服务在处理该请求时发出的调用。',
    '末尾的 `+1`：同一请求再次发送。',
  ],
  searchHeading: '如何搜索',
  search: [
    '取最先失败的请求的 ID；如果响应中有，就用响应中的。',
    '用 UUID 加第一个计数器搜索：可找到所有参与的服务。',
    '按时间顺序阅读。第一个错误多半是原因，最后一个是用户所见。',
    '如果找不到，请只用 UUID 搜索，再按时间和路径搜索。',
  ],
  traps: [
    '请求和响应可能带有不同的 ID：两个都要搜索。',
    '预检从不带 ID；仅仅缺少 ID 不算故障。',
    '有些网关会把 ID 写两遍，以逗号相连。',
    '令牌的末尾可能看起来像 ID：`_P0A1_` 加 UUID 属于令牌，切勿粘贴到任何地方。',
    '写法不一：`TrackingID`、`Trackingid`、`trackingId`。',
  ],
  othersHeading: '其他 ID',
  others:
    '没有跟踪 ID 时，请查找 `traceparent`、`X-Request-Id`、`X-Correlation-Id`、`CF-RAY` 或 `x-amzn-RequestId`：其提供方可以据此搜索。',
};
