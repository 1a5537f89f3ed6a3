import type { PhaseWords } from '../../phase/phase-words.ts';

export const phases: PhaseWords = {
  queueing: '瀏覽器暫緩了此要求：更重要的要求先行，或到該主機的 6 條連線都在使用中（HTTP/1.1）。',
  stalled: '傳送之前，要求在瀏覽器中等待空閒連線或 Proxy。',
  proxy: '瀏覽器正在與 Proxy 協商。',
  dns: '正在查詢主機位址。過長：DNS 伺服器或通往它的線路較慢。',
  connect: '正在建立 TCP 連線（含 TLS）。過長：距離遠、封包遺失或防火牆。',
  ssl: '正在協商 TLS。過長：距離遠，或途中有裝置檢查 TLS。',
  serviceWorkerStartup: '正在啟動頁面的 Service Worker。',
  serviceWorkerRespondWith: '頁面的 Service Worker 正在準備回應。',
  serviceWorkerRequest: '正在把要求交給頁面的 Service Worker。',
  send: '要求正在送出。過長：上傳內容大，或上行線路慢。',
  wait: '要求已送出，尚無任何回覆：一次往返加上伺服器的處理時間。過長：請查看該服務的記錄。',
  receive: '正在接收回應。過長：內容多、線路慢，或伺服器分批傳送。',
  unaccounted: '擷取檔記錄了這段時間，卻沒有說明屬於哪個階段。',
};
