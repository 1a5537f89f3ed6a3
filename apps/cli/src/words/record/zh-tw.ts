import { countText } from '../../format/quantity.ts';
import type { RecordWords } from './record-words.ts';

export const zhTwRecord: RecordWords = {
  usage: { 'not-an-address': ({ given }) => `${given} 不是網頁位址：位址以 https:// 或 http:// 開頭。` },
  command: {
    record: {
      summary: '錄製瀏覽器，不留認證資料，並指出什麼失敗了',
      about:
        '在 Chrome、Edge 或 Chromium 的無痕視窗中開啟 <url>，錄製其所有分頁、框架和 worker，直到關閉視窗、--seconds 到時或按 Ctrl-C。寫入任何內容之前先移除認證資料。--attach 錄製以遠端偵錯方式執行的瀏覽器：指定其連接埠或 ws:// 位址，此時可以省略 URL。',
    },
  },
  option: {
    seconds: '經過這麼多秒後結束錄製',
    browser: '要啟動的瀏覽器：名稱或路徑',
    headless: '不顯示視窗，供指令碼使用',
    screenshots: '每次失敗時為頁面截圖；圖片不會清理',
    'original-to': '同時保留原件，以此 OpenPGP 公開金鑰密封；可多次指定',
    raw: 'with-credentials：原樣寫入全部內容，包括認證資料',
  },
  told: {
    recording: (browser) => `正在錄製 ${browser}。請重現問題，然後關閉視窗或按 Ctrl-C。`,
    count: (count) => `錄製中：${countText(count)} 個要求`,
    ended: {
      person: '錄製已停止。',
      time: '時間已到，錄製已停止。',
      'window-closed': '視窗已關閉，錄製已停止。',
      'browser-gone': '瀏覽器自行結束；先前錄製的內容已保留。',
      'no-room': '暫存資料夾已滿；先前錄製的內容已保留。',
      crash: '錄製程式提前結束；先前錄製的內容已保留。',
    },
    nothing: '沒有送出任何要求。',
    rawWarning: '警告：該檔案將包含經過的所有認證資料，任何取得它的人都可以使用。請勿分享。',
    original: (file, keys) => `原件已密封於 ${file}；${countText(keys)} 把金鑰可以開啟它。`,
    pictures: (count, folder) => `${countText(count)} 張圖片儲存在 ${folder}。圖片未經清理：分享前請先查看。`,
  },
};
