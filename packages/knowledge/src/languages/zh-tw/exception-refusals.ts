import type { Words } from '../../words.ts';

export const exceptionRefusals: Words['exceptionRefusals'] = {
  'exception/not-allowed': { what: '您的角色不允許執行此步驟。', next: '請找具有該角色的人。' },
  'exception/same-person': {
    what: '申請人、核准人和金鑰持有人必須是三個不同的人。',
    next: '請把這一步交給其他人。',
  },
  'exception/wrong-state': { what: '此例外目前不在這一步。', next: '請重新載入頁面查看目前狀態。' },
  'exception/too-late': { what: '這一步的期限已過。', next: '請重新申請。' },
  'exception/reason-too-short': {
    what: '理由太短，一年後的讀者無法看懂。',
    next: '請說明要查找什麼，以及為什麼清理後的檔案不夠。',
  },
  'exception/empty-scope': { what: '申請沒有指明任何內容。', next: '請至少指明一個值或擷取檔中的一個要求。' },
  'exception/narrower-first': {
    what: '只有在單一值不夠用之後，才會提供整個檔案。',
    next: '請先申請所需的值或要求。',
  },
  'exception/consent-awaited': { what: '客戶尚未同意。', next: '請等候答覆，或提醒客戶。' },
  'exception/wrong-recipient': {
    what: '釋出的內容並非只為申請人加密。',
    next: '請用申請中附帶的金鑰重新製作。',
  },
  'exception/wrong-token': { what: '此連結無法開啟任何內容。', next: '請開啟該例外並取得新連結。' },
  'exception/other-session': {
    what: '此連結屬於另一個工作階段。',
    next: '請在取得連結的瀏覽器工作階段中使用。',
  },
  'exception/used': { what: '釋出的內容已被取走；每份只能取一次。', next: '如仍需要，請重新申請。' },
  'exception/not-found': { what: '沒有這個例外。', next: '請檢查編號。' },
  'exception/conflict': { what: '已有其他人先行操作。', next: '請重新載入頁面查看結果。' },
  'exception/not-sealed': {
    what: '此附件沒有密封原件。',
    next: '請查看該附件的處理結果；可能沒有可申請的內容。',
  },
  'exception/no-values': {
    what: '此檔案沒有密封單一值的清單。',
    next: '請申請整個檔案，並在理由中說明需要其中的什麼。',
  },
  'exception/bad-key': {
    what: '這不是一個可用於加密的公開金鑰。',
    next: '請用 gpg --armor --export 匯出您自己的 OpenPGP 公開金鑰並提供它。',
  },
};
