import type { ExceptionWords } from '../../exception/exception-words.ts';

export const exceptions: ExceptionWords = {
  news: {
    requested: '封印された原本の一部の閲覧が申請されました。',
    'consent-given': '封印された原本の一部の閲覧に顧客が同意しました。',
    declined: '顧客が同意しませんでした。封印された原本は一切開示されません。',
    approved: '申請が承認されました。鍵の所有者が、申請された内容を引き渡せます。',
    refused: '申請が却下されました。封印された原本は一切開示されません。',
    withdrawn: '申請が取り下げられました。',
    released: '申請された内容が、申請者だけに引き渡されました。取得できるのは 1 回だけです。',
    fetched: '承認に従って、封印された原本の一部が開かれました。',
    lapsed: 'この申請の期限が過ぎました。以後の操作はできません。',
  },
  reasons: {
    'value-needed': '値が必要',
    'body-needed': 'ボディが必要',
    legal: '法的義務',
    'sanitizer-fault': '除去しすぎている',
    'security-incident': 'セキュリティインシデント',
  },
  scope: {
    values: (count) => `対象: サニタイズ済みキャプチャーの仮名 ${count} 件が表す値。`,
    entries: (entries) => `対象: サニタイズ済みキャプチャーの次のリクエストから除去された値: ${entries}。`,
    whole: '対象: 原本全体。',
  },
  by: (name) => `操作した人: ${name}`,
  reason: (reason) => `理由: ${reason}`,
  sealed: (sha256) => `封印された原本: SHA-256 ${sha256}`,
  audit: (head) => `監査ログ: ${head}`,
};
