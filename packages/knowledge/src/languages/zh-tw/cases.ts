import type { CaseWords } from '../../intake/intake-words.ts';

export const cases: CaseWords = {
  errors: {
    'store/unreachable': { what: '無法連線至資料庫。', next: '請確認資料庫正在執行，且位址與帳號正確。' },
    'store/wrong-url': {
      what: '這不是資料庫位址。',
      next: '請寫成 sqlite:<路徑> 或 postgres://<主機>/<名稱>。',
    },
    'store/newer': {
      what: '較新版本的 Harrier 已使用過此資料庫。',
      next: '請啟動該版本，或還原更早的備份。',
    },
    'objects/missing': { what: '物件儲存區沒有此檔案。', next: '請在案件歷程中查看它是否已移除。' },
    'objects/unreachable': { what: '物件儲存區沒有回應或無法寫入。', next: '請檢查可用空間、位址與帳號。' },
    'objects/damaged': {
      what: '物件儲存區傳回的內容與存入的不同。',
      next: '請檢查磁碟或服務，並從備份還原檔案。',
    },
    'case-system/unreachable': {
      what: '無法連線至案件系統。',
      next: '請檢查位址與網路；恢復回應後會繼續處理。',
    },
    'case-system/busy': { what: '案件系統要求等候。', next: '不需動作：等候其要求的時間後會繼續。' },
    'case-system/not-signed-in': {
      what: '案件系統不接受此帳號。',
      next: '請在設定中更新帳號的密碼或權杖，然後重新開始。',
    },
    'case-system/forbidden': {
      what: '此帳號在案件系統中沒有這項權限。',
      next: '請授予帳號該權限，然後重新開始。',
    },
    'case-system/not-found': { what: '案件系統中已沒有該內容。', next: '請查看案件，它可能已移動或合併。' },
    'case-system/too-large': {
      what: '檔案超過案件系統允許的大小。',
      next: '請提高其上限，或將大型檔案留在保管庫。',
    },
    'case-system/type-refused': {
      what: '案件系統拒絕此類型的檔案。',
      next: '請在其中允許該類型，或為密封檔案選擇其他副檔名。',
    },
    'case-system/closed': { what: '案件已結案，不再接受內容。', next: '請重新開啟案件，然後重新開始。' },
    'case-system/unexpected': {
      what: '無法理解案件系統的回應。',
      next: '請檢查其版本；若為支援的版本，請回報。',
    },
    'intake/original-gone': {
      what: '附件在密封之前就不見了。',
      next: 'Harrier 沒有刪除任何內容。如有需要，請重新索取。',
    },
    'intake/original-changed': {
      what: '處理期間附件遭到變更。沒有刪除任何內容。',
      next: '新版本會另外處理；請查看案件。',
    },
    'intake/unreadable': {
      what: '附件看起來是擷取檔，但無法讀取。它仍在原處。',
      next: '請自行查看：其中可能有認證資料。',
    },
    'intake/not-sanitized': {
      what: '無法保證複本清理徹底，因此沒有產生複本。原件仍在原處。',
      next: '請手動移除或密封，並回報這是哪種擷取檔。',
    },
    'intake/not-sealed': {
      what: '原件無法密封成可再次開啟的形式。它仍在原處。',
      next: '請檢查保管庫的金鑰與可用空間，然後重新開始。',
    },
    'intake/copy-differs': {
      what: '案件中的密封複本與上傳的不一致。原件仍在原處。',
      next: '請從案件中移除錯誤的複本，然後重新開始。',
    },
    'intake/still-there': { what: '刪除後仍可下載原件。', next: '請手動刪除，或洽案件系統管理員。' },
    'intake/internal': {
      what: 'Harrier 內部發生錯誤。沒有遺失任何內容。',
      next: '請重新開始；若持續發生，請回報。',
    },
    'request/invalid': { what: '要求不符合規定。', next: '請對照 API 說明。' },
    'request/not-signed-in': { what: '您尚未登入。', next: '請登入，或送出 API 權杖。' },
    'request/wrong-sign-in': {
      what: '名稱、密碼或驗證碼有誤。',
      next: '請再試一次；多次失敗後需等候一段時間。',
    },
    'request/second-factor': { what: '此帳號還需要驗證碼。', next: '請輸入驗證應用程式中的六位數字。' },
    'request/forbidden': { what: '您的角色不允許此操作。', next: '請洽擁有該角色的人或管理員。' },
    'request/wrong-origin': { what: '要求來自其他網站。', next: '請在 Harrier 自己的頁面中操作。' },
    'request/not-found': { what: '這裡沒有此內容。', next: '請檢查位址或編號。' },
    'request/conflict': { what: '與目前狀態不符。', next: '請重新載入，再進行仍需要的操作。' },
    'request/common-password': {
      what: '這是攻擊者最先嘗試的密碼之一。',
      next: '請換一個：幾個互不相關的詞連在一起，既長又好記。',
    },
    'request/too-large': { what: '超過此處允許的大小。', next: '請縮減內容，或請管理員提高上限。' },
    'request/enough': { what: '數量已達上限。', next: '請刪除一個不再需要的。' },
    'request/too-many': { what: '要求過多。', next: '請依 Retry-After 的時間等候。' },
    'request/gone': { what: '已使用過或已過期。', next: '請重新申請。' },
    'request/identity-provider': {
      what: '身分提供者沒有回應。',
      next: '請在一分鐘後再試一次。若持續發生，請告知此伺服器的管理者：先檢查提供者的位址與憑證。',
    },
    'request/internal': {
      what: 'Harrier 內部發生錯誤。',
      next: '請再試一次；若持續發生，請附上要求 ID 回報。',
    },
  },
  note: {
    replaced: '此處附有含認證資料的擷取檔，已替換為清理後的複本。',
    originalStays: '此處附有含認證資料的擷取檔，且【仍在原處】。已加入清理後的複本。',
    clean: ({ name, bytes, sha256 }) =>
      `清理後的複本：${name}（${bytes} 位元組，SHA-256 ${sha256}）。請使用此檔案。`,
    found: (credentials, places) => `其中替換了 ${credentials} 個不同的認證資料，共 ${places} 處。`,
    repaired: '原件已損毀；複本中只有完整的要求。',
    droppedBodies: (bodies) => `無法讀取而整個移除的本文：${bodies} 個。`,
    otherCaptures: (captures) => `封存檔中的其他擷取檔只存在於密封原件中：${captures} 個。`,
    sealed: ({ name, bytes, sha256, keys }) =>
      `密封原件：${name}（${bytes} 位元組，SHA-256 ${sha256}）。只有下列金鑰能開啟：${keys}。`,
    keptInVault: '對此案件系統而言過大，保存在保管庫中',
    original: (sha256, bytes) => `原件：${bytes} 位元組，SHA-256 ${sha256}。`,
    removal: {
      removed: '讀回並驗證密封複本後，已將其刪除。',
      'was-gone': '讀回並驗證密封複本後，發現它已遭刪除。',
      'not-removable': '此案件系統不允許刪除附件，必須由管理員移除。',
      forbidden: 'Harrier 的帳號無權刪除它，必須由有權限的人移除。',
      replaced: '附件在此期間被替換，因此沒有刪除。新附件會另外檢查。',
    },
    purge: {
      P0: '無法刪除',
      P1: '頁面與 API 中已看不到；資料可能仍在儲存區中',
      P2: '在資源回收筒中',
      P3: '已從主要儲存區消失；其他地方可能有複本',
      P4: '已檢查儲存區本身，確認不存在',
    },
    binUntil: (date) => `資源回收筒將於 ${date} 清空。`,
    residual: (copies) => `可能仍有複本的地方：${copies}。`,
    residualCopy: {
      'mail-copies': '隨附寄出的郵件',
      backups: '備份',
      'same-content-elsewhere': '內容相同的其他附件',
      'search-index': '搜尋索引',
      'old-versions': '舊版本',
      thumbnails: '預覽圖',
      'merged-cases': '與此合併的案件',
      'deleted-records': '已刪除記錄的儲存區',
      'content-delivery': '內容傳遞網路的快取',
    },
    listSeparator: '、',
    revoke: '看過原件的人就擁有其中的認證資料：請登出相應的工作階段並更換金鑰。',
    exception: (mark) =>
      `若清理後的複本不敷使用，請在 Harrier 中以標記 ${mark} 並說明理由申請原件；須由他人核准。`,
    expired: (days) => `密封的原件已依本組織的保留期限（${days} 天）刪除。清理後的複本保留。`,
    audit: (head) => `稽核記錄：${head}`,
    link: (url) => `詳細資料：${url}`,
  },
};
