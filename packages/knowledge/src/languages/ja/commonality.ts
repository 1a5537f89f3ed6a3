import type { CommonalityWords } from '../../commonality/trait.ts';

export const commonality: CommonalityWords = {
  dimension: {
    template: 'リクエスト',
    host: 'ホスト',
    site: 'サイト',
    region: 'ホストのリージョン記号',
    serverIp: 'サーバーのアドレス',
    connection: '接続',
    httpVersion: 'HTTP バージョン',
    scheme: 'スキーム',
    method: 'メソッド',
    resourceType: 'リソースの種類',
    mediaType: '送信したメディアタイプ',
    initiatorType: 'イニシエーター',
    initiator: '要求元のスクリプト',
    page: 'ページ',
    hour: '時間帯',
    idPrefix: 'トラッキング ID の接頭辞',
    authorization: 'Authorization の送信',
    cookies: 'Cookie の送信',
    body: '本文の送信',
    priority: '優先度',
  },
  yes: 'あり',
  no: 'なし',
  common: (what, value, { failed, allFailed, others, allOthers }) =>
    `${what} ${value}：失敗した ${allFailed} 件中 ${failed} 件、その他 ${allOthers} 件中 ${others} 件。`,
};
