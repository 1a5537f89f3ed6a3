import type { Words } from '../../words.ts';

export const recordErrors: Words['recordErrors'] = {
  'record/no-browser': {
    what: '找不到可以錄製的瀏覽器。',
    next: '請安裝 Google Chrome、Microsoft Edge 或 Chromium，或用 --browser 指定程式。Firefox 請使用擴充功能。',
  },
  'record/browser-failed': {
    what: '瀏覽器沒有啟動，或在開始錄製之前就結束了。',
    next: '請單獨啟動瀏覽器，查看它顯示的內容。在容器中可能需要 HARRIER_BROWSER_FLAGS=--no-sandbox。',
  },
  'record/no-display': {
    what: '沒有可以顯示瀏覽器視窗的螢幕。',
    next: '請在桌面工作階段中執行此指令，或不開視窗錄製：--headless --seconds 30。',
  },
  'record/not-reachable': {
    what: '該處沒有瀏覽器回應。',
    next: '請用 --remote-debugging-port=9222 和獨立的設定檔資料夾（--user-data-dir）啟動瀏覽器，再給出該連接埠。',
  },
  'record/not-local': {
    what: '只能連接本機的瀏覽器：中間的任何環節都可能讀到所有認證資料。',
    next: '請先把連接埠轉送到本機，例如用 ssh -L，再給出本機的連接埠。',
  },
  'record/keeper-ended': {
    what: '保存錄製內容的處理程序在寫入之前就結束了。',
    next: '請關閉其他程式以騰出記憶體，再分成較短的幾段重新錄製。',
  },
};
