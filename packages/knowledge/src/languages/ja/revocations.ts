import type { Words } from '../../words.ts';

export const revocations: Words['revocations'] = {
  'change-password': 'パスワード、PIN、または回復コードを変更してください。',
  'sign-out': 'ユーザーをすべての端末からサインアウトさせ、サーバー上のセッションを終了してください。',
  'revoke-token': '発行元でトークンを失効させるか（RFC 7009）、ユーザーをサインアウトさせてください。',
  'rotate-key': '新しいキーを発行して切り替え、このキーを削除してください。',
  'replace-key-pair': '鍵ペアを交換し、証明書を失効させてください。',
  'recreate-link': 'リンクまたは Webhook を削除し、新しく作成してください。',
  'block-card': '発行銀行でカードを停止してください。',
  'expires-by-itself': '一度または数分間しか使えず、自然に失効します。',
  nothing: 'これだけでは何も開けません。',
};
