import type { ExceptionWords } from '../../exception/exception-words.ts';

export const exceptions: ExceptionWords = {
  news: {
    requested: '有人申請檢視密封原件中的內容。',
    'consent-given': '客戶同意檢視密封原件中的內容。',
    declined: '客戶不同意。密封原件的內容不會顯示。',
    approved: '申請已獲核准。金鑰持有人現在可以釋出所申請的內容。',
    refused: '申請遭拒。密封原件的內容不會顯示。',
    withdrawn: '申請已撤回。',
    released: '所申請的內容已釋出，僅供申請人使用，只能取一次。',
    fetched: '已依核准開啟密封原件中的內容。',
    lapsed: '此申請的期限已過，無法繼續處理。',
  },
  reasons: {
    'value-needed': '需要某個值',
    'body-needed': '需要本文',
    legal: '法律義務',
    'sanitizer-fault': '移除過多',
    'security-incident': '資安事件',
  },
  scope: {
    values: (count) => `申請內容：清理後的擷取檔中 ${count} 個假名所代表的值。`,
    entries: (entries) => `申請內容：從清理後的擷取檔的下列要求中移除的值：${entries}。`,
    whole: '申請內容：整個原件。',
  },
  by: (name) => `操作人：${name}`,
  reason: (reason) => `理由：${reason}`,
  sealed: (sha256) => `密封原件：SHA-256 ${sha256}`,
  audit: (head) => `稽核記錄：${head}`,
};
