import type { PhaseAdvice } from '../../../pages/phase/phase-book.ts';

export const phaseAdvice: PhaseAdvice = {
  queueing: [
    '在 HTTP/1.1 中，瀏覽器對每部主機最多開啟 6 條連線。請數一數當時送往該主機的要求；伺服器改用 HTTP/2 即無此限制。',
    '優先順序較高的要求先行。可看 `_priority`；圖片和預先擷取可能要等待。',
    '瀏覽器正在為磁碟快取騰出空間：請檢查磁碟是否已滿或太慢。',
  ],
  stalled: [
    '所有連線都被慢的要求或長輪詢佔用。請找出當時正在進行的要求。',
    'Proxy 指令碼或 Proxy 本身很慢。請與其他網路比較。',
    '兩個分頁要求了同一位址：快取會讓後者等待前者，最多 20 秒。',
  ],
  proxy: ['請向網路團隊了解 Proxy 的負載和驗證情況。', '請與不經該 Proxy 的網路比較。'],
  dns: [
    '請用 `nslookup` 直接查詢 DNS 伺服器，看看要多久。',
    'VPN 或 DNS 篩選可能讓查詢繞了遠路。',
    '通常只有送往主機的第一個要求才需要它。如果頻繁出現，表示解析結果的有效期太短。',
  ],
  connect: [
    '建立連線大約需要一次往返。請與到資料中心的距離比較。',
    '大約 1、3 或 7 秒，表示最初的封包遺失了：防火牆在悄悄丟棄。',
    '如果只有某些網路慢，請試試不用 IPv6。',
  ],
  ssl: [
    '請看憑證的簽發者：若是某公司的名稱，表示途中有裝置在檢查 TLS。',
    '瀏覽器可能在等使用者選擇憑證。',
    '對同一主機有許多很長的交握，表示連線沒有重複使用。',
  ],
  serviceWorkerStartup: [
    '請在 **應用程式** 面板中勾選 **Bypass for network** 後比較。',
    '電腦忙碌時，Service Worker 啟動得慢。',
  ],
  serviceWorkerRespondWith: [
    'Service Worker 多半會自己連線到網路：請在擷取檔中找出它的要求。',
    '請在 **應用程式** 面板中勾選 **Bypass for network** 後比較。',
  ],
  serviceWorkerRequest: [
    'Service Worker 當時正忙於其他要求。',
    '請在 **應用程式** 面板中勾選 **Bypass for network** 後比較。',
  ],
  send: ['請查看要求本文的大小和上行線路。', 'VPN 或 Proxy 接收上傳可能很慢。'],
  wait: [
    '請用追蹤 ID 搜尋記錄：這是伺服器的時間加上一次往返。',
    '減去 `Server-Timing` 或 `X-Envoy-Upstream-Service-Time`，剩下的就是網路和排隊。',
    '請與同一主機的 `connect` 比較，它大約是一次往返。',
    '請與其他使用者或其他時間的同一要求比較。',
  ],
  receive: [
    '用大小除以時間：速率低表示線路慢，內容大則在於服務。',
    '事件串流和長時間的下載本來就會保持開啟。',
    '很大的文字若沒有 `Content-Encoding`，表示伺服器沒有壓縮。',
    '瀏覽器太忙而來不及讀取，看起來也一樣。請與另一部電腦比較。',
  ],
  unaccounted: [
    '電腦可能休眠過，或者匯出工具略去了某些階段。',
    '請用 Chrome 或 Edge 重新錄製，它們給出的階段最多。',
  ],
};
