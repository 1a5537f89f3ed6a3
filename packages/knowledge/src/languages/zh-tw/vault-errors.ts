import type { Words } from '../../words.ts';

export const vaultErrors: Words['vaultErrors'] = {
  'vault/key-unreadable': {
    what: '無法從此檔案讀取 OpenPGP 金鑰。',
    next: '請用 gpg --armor --export 匯出金鑰，並指定匯出的檔案。',
  },
  'vault/key-private': {
    what: '這是私密金鑰；密封需要公開金鑰。',
    next: '請用 gpg --armor --export 匯出公開金鑰。私密金鑰應留在持有人手中。',
  },
  'vault/key-version': {
    what: 'gpg 2.2 無法使用此版本的金鑰。',
    next: '請建立版本 4 的金鑰，例如使用 gpg 2.2。',
  },
  'vault/key-algorithm': {
    what: 'gpg 2.2 無法使用此金鑰的演算法。',
    next: '請使用至少 3072 位元的 RSA、gpg 產生格式的 Curve25519，或 NIST 曲線。',
  },
  'vault/key-weak': {
    what: '金鑰太短：RSA 至少需要 3072 位元。',
    next: '請建立更長的金鑰。',
  },
  'vault/key-expired': {
    what: '金鑰已過期。',
    next: '請持有人延長有效期限並重新匯出。',
  },
  'vault/key-revoked': {
    what: '金鑰已被撤銷。',
    next: '請向持有人索取替代的金鑰。',
  },
  'vault/key-not-yet-valid': {
    what: '金鑰尚未生效。',
    next: '請檢查本機時鐘與金鑰的生效日期。',
  },
  'vault/key-not-for-encryption': {
    what: '此金鑰只能簽署，不能用於加密。',
    next: '請持有人加入加密用的子金鑰並重新匯出。',
  },
  'vault/too-few-recipients': {
    what: '提供的不同金鑰數量不足。',
    next: '請提供政策要求數量的金鑰；有了第二把金鑰，遺失一把不等於遺失原件。',
  },
  'vault/key-public': {
    what: '檔案中沒有私密金鑰。',
    next: '請在持有人的電腦上用 gpg --export-secret-keys 匯出。',
  },
  'vault/password-needed': {
    what: '私密金鑰受密碼保護。',
    next: '請在提示時輸入密碼，或指定存放密碼的檔案。',
  },
  'vault/password-wrong': {
    what: '密碼無法解鎖私密金鑰。',
    next: '請檢查密碼，注意大小寫。',
  },
  'vault/not-sealed': {
    what: '這不是密封的檔案。',
    next: '請指定密封原件時寫出的檔案。',
  },
  'vault/wrong-key': {
    what: '所給的金鑰都無法開啟此檔案：它是為其他金鑰密封的。',
    next: '請聯絡密封時所用金鑰的持有人。',
  },
  'vault/damaged': {
    what: '檔案遭變更或截斷；已捨棄取出的內容。',
    next: '請重新取得，並將其 SHA-256 與案件中的值比較。',
  },
  'vault/unsupported': {
    what: '此檔案的加密方式無法在此開啟。',
    next: '請用 gpg 開啟。',
  },
  'vault/key-not-for-signing': {
    what: '不能用此金鑰簽署：它已過期、已撤銷，或只用於加密。',
    next: '請提供含有有效簽署金鑰的私密金鑰；gpg --list-secret-keys 以 [S] 標示。',
  },
};
