import { durationOf as ms, place, sizeOf } from '../../../finding/place.ts';
import { timeSpan } from '../../../finding/time-span.ts';
import type { GroupWords } from '../../../words.ts';
import { inline, search, searchStep } from '../phrases.ts';

const usually = (usualMs: number | undefined) =>
  usualMs === undefined ? '' : `（此主機通常為 ${ms(usualMs)}）`;

export const slowFindings: GroupWords<'slow'> = {
  'slow/server': {
    verdict: (f) =>
      `${inline(f)}費時 ${ms(f.timeMs)}，其中 ${ms(f.waitMs)} 在等候第一個位元組${usually(f.usualMs)}；服務回報的處理時間為 ${ms(f.serviceMs)}${search(f)}。`,
    explanation: () => '時間花在服務內部，而不是網路上。',
    nextStep: searchStep,
  },
  'slow/network': {
    verdict: (f) =>
      `${inline(f)}費時 ${ms(f.timeMs)}，其中 ${ms(f.waitMs)} 在等候第一個位元組${usually(f.usualMs)}，而服務回報的處理時間只有 ${ms(f.serviceMs)}${search(f)}。`,
    explanation: (f) => `有 ${ms(f.waitMs - f.serviceMs)} 花在服務之外：途中、佇列或閘道裡。`,
    nextStep: (f) => `請檢查閘道、Proxy、VPN 和網路路徑。${searchStep(f)}`,
  },
  'slow/wait-unexplained': {
    verdict: (f) =>
      `${inline(f)}費時 ${ms(f.timeMs)}，其中 ${ms(f.waitMs)} 在等候第一個位元組${usually(f.usualMs)}${search(f)}。`,
    explanation: () => '要求已送出，回應尚未開始。回應沒有說明服務本身花了多久。',
    nextStep: searchStep,
  },
  'slow/long-poll': {
    verdict: (f) => `${inline(f)}被伺服器刻意擱置了 ${ms(f.waitMs)}：這是長輪詢。`,
    explanation: () => '伺服器有新消息時才回應，頁面隨即再次詢問。這不算慢。',
    nextStep: () => '不必處理；請查看其他要求。',
  },
  'slow/buffered-stream': {
    verdict: (f) =>
      `${inline(f)}是事件串流，但 ${ms(f.waitMs)} 內一個位元組也沒有送達，隨後 ${f.events} 個事件一次送達（${ms(f.receiveMs)} 內）。`,
    explanation: () =>
      '事件應該逐一送達。有環節把它們累積到串流結束或緩衝區滿為止：Proxy、防毒軟體、閘道，或服務本身（壓縮、緩衝）。',
    nextStep: () =>
      '請在不經過 Proxy、VPN 和防毒軟體的情況下重試。在服務及其閘道上，請對串流關閉緩衝和壓縮（X-Accel-Buffering: no、Cache-Control: no-transform）。',
  },
  'slow/six-connections': {
    verdict: (f) =>
      `${inline(f)}等候可用連線最長 ${ms(f.stalledMs)}，因為另有 ${f.concurrent} 個送往同一主機的要求正在進行。`,
    explanation: () => '使用 HTTP/1.1 時，瀏覽器對一個主機最多開啟六條連線，之後的要求必須等到有連線空出來。',
    nextStep: () => '請在服務端啟用 HTTP/2，或減少同時的要求。',
  },
  'slow/queueing': {
    verdict: (f) =>
      f.place === 'queue'
        ? `${inline(f)}送出前在瀏覽器中排隊最長 ${ms(f.queuedMs)}。`
        : `${inline(f)}費時 ${ms(f.timeMs)}，其中 ${ms(f.queuedMs)} 在瀏覽器中等候送出。`,
    explanation: (f) =>
      f.place === 'queue'
        ? '瀏覽器會先送出頁面首次顯示所需的內容，這是刻意的設計。'
        : '瀏覽器暫緩了這個要求，原因不是連線數上限，可能是 Proxy、磁碟快取、擴充功能，或電腦忙碌。',
    nextStep: (f) =>
      f.place === 'queue'
        ? '如果更早就需要它，請讓頁面更早提出要求（preload、fetchpriority）。'
        : '請減少分頁並停用擴充功能後再試一次，並檢查 Proxy。',
  },
  'slow/dns': {
    verdict: (f) => `${inline(f)}的名稱解析費時 ${ms(f.phaseMs)}，通常不超過 ${ms(f.limitMs)}。`,
    explanation: () => '這段時間發生在建立連線之前：本機或其網路所用的 DNS 伺服器較慢。',
    nextStep: () => '請在本機向另一個 DNS 伺服器查詢同一名稱，並查看 VPN 和 DNS 過濾。',
  },
  'slow/connect': {
    verdict: (f) => `${inline(f)}建立連線費時 ${ms(f.phaseMs)}，通常不超過 ${ms(f.limitMs)}。`,
    explanation: () => '建立 TCP 連線需要一次往返；時間過長表示路徑較遠、有封包遺失，或中間有 Proxy。',
    nextStep: () => '請在本機測量到此主機的往返時間，並比較有無 VPN 和 Proxy 時的差別。',
  },
  'slow/tls': {
    verdict: (f) => `${inline(f)}的 TLS 協商費時 ${ms(f.phaseMs)}，通常不超過 ${ms(f.limitMs)}。`,
    explanation: () => 'TLS 需要一到兩次往返。超出的部分來自較遠的路徑、執行檢查的 Proxy，或過載的伺服器。',
    nextStep: () => '請比較有無 TLS 檢查時的差別，並確認伺服器支援 TLS 1.3 和工作階段恢復。',
  },
  'slow/proxy': {
    verdict: (f) =>
      `${inline(f)}尋找 Proxy 或與 Proxy 協商費時 ${ms(f.phaseMs)}，通常不超過 ${ms(f.limitMs)}。`,
    explanation: () => '時間花在 Proxy 指令碼（PAC）或 Proxy 的驗證上。',
    nextStep: () => '請檢查 PAC 指令碼、其中的名稱查詢以及 Proxy 的負載。',
  },
  'slow/no-reuse': {
    verdict: (f) =>
      `${place(f)} 等送往此主機的要求在有可用連線時仍新開了 ${f.count} 條連線${f.closed ? '（因為回應帶有 Connection: close）' : ''}，共花費 ${ms(f.setupMs)}。`,
    explanation: () => '使用 HTTP/1.1 時，一條連線可以依序處理多個要求；這裡的連線在每次要求後都被關閉。',
    nextStep: (f) =>
      f.closed
        ? '請在寫入 Connection: close 的伺服器或閘道上啟用 keep-alive。'
        : '請檢查伺服器、閘道和 Proxy 的 keep-alive 時間。',
  },
  'slow/download': {
    verdict: (f) => `${inline(f)}下載 ${sizeOf(f.sizeBytes)} 花了 ${ms(f.receiveMs)}。`,
    explanation: () => '回應已經開始，但抵達緩慢：線路慢、VPN、執行檢查的 Proxy，或伺服器一點一點地寫出。',
    nextStep: () => '請從另一個網路下載同樣的內容。如果同樣慢，請聯絡服務團隊。',
  },
  'slow/busy-browser': {
    verdict: (f) =>
      `${inline(f)}很小，接收卻最久花了 ${ms(f.receiveMs)}，而且全部在同一時刻結束：瀏覽器當時很可能正忙。`,
    explanation: () => '同時結束的小回應很可能早已抵達，只是頁面正在計算而沒有取走。',
    nextStep: () => '請在相同情況下錄製效能分析。',
  },
  'slow/big-response': {
    verdict: (f) =>
      `${inline(f)}在 ${ms(f.timeMs)} 內傳回了 ${sizeOf(f.sizeBytes)}；超過 ${sizeOf(f.limitBytes)} 就感覺得到。`,
    explanation: () => '大量資料在線路上要花時間，瀏覽器讀取時還要再花時間。',
    nextStep: () => '請減少要求的資料：清單分頁、更少的欄位、更小的圖片。',
  },
  'slow/uncompressed': {
    verdict: (f) =>
      f.count === 1
        ? `${place(f)} 未經壓縮送出了 ${sizeOf(f.sizeBytes)} 文字。`
        : `${inline(f)}未經壓縮共送出了 ${sizeOf(f.totalBytes)} 文字，最大的為 ${sizeOf(f.sizeBytes)}。`,
    explanation: () => '沒有 Content-Encoding，全部內容原樣經過線路。文字可以壓縮到四分之一以下。',
    nextStep: () => '請在伺服器或閘道上啟用 gzip 或 br，並查看是否有 Proxy 拿掉了 Accept-Encoding。',
  },
  'slow/not-cached': {
    verdict: (f) =>
      f.trouble === 'no-lifetime'
        ? `${inline(f)}以內容命名，但 Cache-Control 不允許瀏覽器保留它（${sizeOf(f.sizeBytes)}）。`
        : `${inline(f)}沒有變更卻被再次下載（${sizeOf(f.sizeBytes)}）。`,
    explanation: (f) =>
      f.trouble === 'no-lifetime'
        ? '名稱隨內容改變的檔案可以保留一年；沒有有效期時，每次造訪都會重新載入。'
        : '兩次的驗證值相同，第二次下載沒有帶來新內容。',
    nextStep: () => '請為這類檔案送出 Cache-Control: max-age=31536000, immutable。',
  },
  'slow/redirects': {
    verdict: (f) => `${place(f)} 經過 ${f.hops} 次重新導向，真正的回應開始前花了 ${ms(f.redirectMs)}。`,
    explanation: () => '每次重新導向都是一個完整的要求。',
    nextStep: () => '請直接連結到最終位址，或把多次重新導向合併為一次。',
  },
  'slow/waterfall': {
    verdict: (f) =>
      `從 ${place(f)} 開始的 ${f.calls} 個要求依序進行，共 ${ms(f.totalMs)}；同時送出大約可節省 ${ms(f.savingMs)}。`,
    explanation: () => '每個要求都在前一個結束後才開始，卻都沒有用到前一個的結果。',
    nextStep: () => '請讓頁面同時送出，或提供一個能一併回答的呼叫。',
  },
  'slow/many-calls': {
    verdict: (f) =>
      `${place(f)} 在 ${ms(f.spanMs)} 內被呼叫 ${f.calls} 次，每次針對另一個項目；合計 ${ms(f.totalMs)}。`,
    explanation: () => '清單中的每一項都單獨詢問一次（N+1）：清單越長，時間越長。',
    nextStep: () => '請提供一次傳回多項的呼叫，或只要求顯示出來的項目。',
  },
  'slow/duplicate-calls': {
    verdict: (f) => `${place(f)} 在幾秒內送出了 ${f.copies} 次，每次的回應都相同；浪費了 ${ms(f.wastedMs)}。`,
    explanation: () => '方法、URL 和本文相同，回應也相同。',
    nextStep: () => '請在頁面程式碼中尋找兩處相同的要求，或點按一次卻觸發兩次要求的情況。',
  },
  'slow/polling': {
    verdict: (f) => `${place(f)} 每隔 ${ms(f.gapMs)} 被詢問一次，共 ${f.calls} 次，回應大多相同。`,
    explanation: () => '計時器反覆詢問，耗費頻寬和電力，並掩蓋其他要求。',
    nextStep: () => '請降低頻率，或由伺服器主動通知（事件、WebSocket）。',
  },
  'slow/retry-storm': {
    verdict: (f) => {
      const status = f.status === undefined ? '' : `（${f.status}）`;
      const asked =
        f.retryAfterMs === undefined ? '' : `，而 Retry-After 要求等候 ${timeSpan(f.retryAfterMs)}`;
      return `${place(f)} 失敗${status}後共送出 ${f.attempts} 次，間隔最長 ${ms(f.gapMs)}${asked}。`;
    },
    explanation: () =>
      '不逐漸拉長間隔的重試會讓原本可以恢復的服務一直無法恢復。失敗的原因由另一項診斷結論說明。',
    nextStep: (f) => `請先找出第一次失敗的原因，再讓用戶端拉長重試間隔。${searchStep(f)}`,
  },
  'slow/timeout-chain': {
    verdict: (f) =>
      `${place(f)} 在 ${ms(f.timeMs)} 後失敗，是其錯誤所述時限 ${ms(f.limitMs)} 的 ${f.times} 倍${search(f)}。`,
    explanation: (f) => `內部很可能嘗試了 ${f.times} 次，每次都等到時限。`,
    nextStep: searchStep,
  },
  'slow/third-party': {
    verdict: (f) =>
      `載入頁面費時 ${ms(f.loadMs)}，其中 ${ms(f.aloneMs)} 只有另外 ${f.sites} 個網站的內容在載入，最長的是 ${place(f)}。`,
    explanation: () => '在自身網站沒有任何內容載入時，其他網站的指令碼和樣式拖住了載入。',
    nextStep: () => '請稍後載入它們（async、defer），或不使用它們。',
  },
};
