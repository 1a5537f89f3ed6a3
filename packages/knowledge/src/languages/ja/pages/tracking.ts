import type { TrackingGuide } from '../../../pages/tracking/tracking-book.ts';

export const trackingGuide: TrackingGuide = {
  lead: 'トラッキング ID は、すべてのサービスを通じて 1 つのリクエストを表します。一度の検索で、処理に関わった各サービスのログを取得できます。',
  partsHeading: '構成',
  parts: [
    '接頭辞：ID を書いたサービスです（Control Hub は `ATLAS`、ほかに `CPAPI`、`OCIROUTER`）。ほかの接頭辞もあります。',
    'UUID：多くの場合、ブラウザーの 1 セッションです。User Hub はリクエストごとに新しく作ります。',
    '最初のカウンター：そのセッション内のリクエストです。',
    '以降のカウンター：リクエストを処理する間にサービスが行った呼び出しです。',
    '末尾の `+1`：同じリクエストの再送です。',
  ],
  searchHeading: '検索の手順',
  search: [
    '最初に失敗したリクエストの ID を使います。応答に ID があればそちらを使います。',
    'UUID と最初のカウンターで検索します。関わったすべてのサービスが見つかります。',
    'ログを時刻順に読みます。最初のエラーが原因であることが多く、最後のエラーが利用者の見たものです。',
    '見つからない場合は UUID だけで、次に時刻とパスで検索します。',
  ],
  traps: [
    'リクエストと応答で ID が異なることがあります。両方を検索してください。',
    'プリフライトには付きません。ID がないだけでは異常ではありません。',
    'ゲートウェイによっては、カンマでつないで 2 回書きます。',
    'トークンの末尾が ID に見えることがあります。`_P0A1_` と UUID はトークンの一部なので、どこにも貼り付けないでください。',
    '表記は一定しません：`TrackingID`、`Trackingid`、`trackingId`。',
  ],
  othersHeading: 'ほかの ID',
  others:
    'トラッキング ID がない場合は、`traceparent`、`X-Request-Id`、`X-Correlation-Id`、`CF-RAY`、`x-amzn-RequestId` を探してください。それぞれの提供元が検索できます。',
};
