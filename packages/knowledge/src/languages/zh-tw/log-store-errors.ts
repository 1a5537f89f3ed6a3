import type { Words } from '../../words.ts';

export const logStoreErrors: Words['logStoreErrors'] = {
  'logs/store-address': {
    what: '這不是有效的記錄存放區位址。',
    next: '請寫成 sqlite:<路徑> 或 clickhouse://<主機>:<連接埠>/<資料庫>。',
  },
  'logs/store-unreachable': {
    what: '無法連線到記錄存放區。',
    next: '請檢查它是否正在執行、位址是否正確、檔案是否可讀取。',
  },
  'logs/store-refused': {
    what: '記錄存放區拒絕了這位使用者。',
    next: '請檢查使用者名稱、密碼與權限。',
  },
  'logs/store-failed': {
    what: '記錄存放區傳回錯誤。',
    next: '詳情請見存放區本身的記錄；恢復後請再試一次。',
  },
  'logs/store-unwritable': {
    what: '無法寫入這個記錄存放區。',
    next: '請確認磁碟有可用空間且沒有其他程式佔用，然後重新匯入；不會重複儲存。',
  },
  'logs/store-foreign': {
    what: '這個檔案不是記錄存放區。',
    next: '請指定其他路徑；新檔案會自動成為存放區。',
  },
  'logs/store-newer': {
    what: '這個記錄存放區是由較新版本的 Harrier 寫入的。',
    next: '請更新 Harrier，或使用其他存放區。',
  },
  'logs/store-read-only': {
    what: '這個存放區僅供搜尋，不接收記錄。',
    next: '請匯入到自己的存放區。',
  },
  'logs/sources-file': {
    what: '無法讀取來源定義檔。',
    next: '請對照 docs/logs.md 中的範例。',
  },
};
