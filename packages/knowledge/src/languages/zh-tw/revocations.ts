import type { Words } from '../../words.ts';

export const revocations: Words['revocations'] = {
  'change-password': '請變更密碼、PIN 或復原代碼。',
  'sign-out': '請讓使用者在所有裝置上登出，以結束伺服器上的工作階段。',
  'revoke-token': '請在簽發方撤銷該權杖（RFC 7009），或讓使用者登出。',
  'rotate-key': '請簽發新金鑰並啟用，然後刪除此金鑰。',
  'replace-key-pair': '請更換金鑰組並撤銷其憑證。',
  'recreate-link': '請刪除該連結或 Webhook，並重新建立。',
  'block-card': '請聯絡銀行停用該卡。',
  'expires-by-itself': '只能使用一次或數分鐘，會自行失效。',
  nothing: '單憑它無法開啟任何東西。',
};
