import type { TrackingGuide } from '../../../pages/tracking/tracking-book.ts';

export const trackingGuide: TrackingGuide = {
  lead: '追蹤 ID 標識貫穿所有服務的一個要求。只需搜尋一次，就能得到處理過它的每個服務的記錄。',
  partsHeading: '組成',
  parts: [
    '前綴：寫下該 ID 的服務，Control Hub 為 `ATLAS`，還有 `CPAPI`、`OCIROUTER`。任何前綴都可能出現。',
    'UUID：多為瀏覽器的一個工作階段。User Hub 會為每個要求新建一個。',
    '第一個計數器：該工作階段中的要求。',
    '後續計數器：服務在處理該要求時發出的呼叫。',
    '末尾的 `+1`：同一要求再次傳送。',
  ],
  searchHeading: '如何搜尋',
  search: [
    '取最先失敗的要求的 ID；如果回應中有，就用回應中的。',
    '用 UUID 加第一個計數器搜尋：可找到所有參與的服務。',
    '依時間順序閱讀。第一個錯誤多半是原因，最後一個是使用者所見。',
    '如果找不到，請只用 UUID 搜尋，再依時間和路徑搜尋。',
  ],
  traps: [
    '要求和回應可能帶有不同的 ID：兩個都要搜尋。',
    '預檢從不帶 ID；僅僅缺少 ID 不算故障。',
    '有些閘道會把 ID 寫兩遍，以逗號相連。',
    '權杖的末尾可能看起來像 ID：`_P0A1_` 加 UUID 屬於權杖，切勿貼到任何地方。',
    '寫法不一：`TrackingID`、`Trackingid`、`trackingId`。',
  ],
  othersHeading: '其他 ID',
  others:
    '沒有追蹤 ID 時，請尋找 `traceparent`、`X-Request-Id`、`X-Correlation-Id`、`CF-RAY` 或 `x-amzn-RequestId`：其提供者可以據此搜尋。',
};
