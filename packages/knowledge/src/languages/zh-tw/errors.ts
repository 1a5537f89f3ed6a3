import type { Words } from '../../words.ts';

export const errors: Words['errors'] = {
  'har/not-json': {
    what: '這不是 JSON，無法從中讀出任何要求。',
    next: '請重新匯出擷取檔；編輯過或以文字複製的檔案常常已損壞。',
  },
  'har/not-a-capture': {
    what: '這個檔案可以讀取，但不是擷取檔。',
    next: '請提供 HAR 或 Fiddler 的 SAZ，未壓縮的，或 gzip、zip 壓縮的均可。',
  },
  'har/empty': { what: '檔案是空的。', next: '請重新匯出或下載擷取檔。' },
  'har/password-needed': { what: '封存檔受密碼保護。', next: '請提供密碼。' },
  'har/password-wrong': { what: '此密碼無法開啟封存檔。', next: '請檢查密碼，注意區分大小寫。' },
  'har/archive-damaged': { what: '封存檔已損壞。', next: '請重新下載或匯出。' },
  'har/archive-limit': {
    what: '解壓縮將超出用來防範惡意封存檔的上限。',
    next: '如果信任這個封存檔，請自行解壓縮，再開啟其中的擷取檔。',
  },
  'har/too-large': { what: '擷取檔的某一部分過大，無法整個開啟。', next: '請只開啟其開頭。' },
  'har/source-failed': { what: '無法取得檔案的資料。', next: '請檢查檔案是否仍在，以及是否有讀取權限。' },
  'har/cancelled': { what: '讀取已停止。', next: '需要時可重新開始。' },
  'har/no-such-entry': { what: '擷取檔中沒有這個編號的要求。', next: '請查看表格：編號從 0 開始。' },
};
