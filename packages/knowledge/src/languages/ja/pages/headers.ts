import type { HeaderPitfalls } from '../../../pages/header/header-pitfalls.ts';

export const headerPitfalls: HeaderPitfalls = {
  ':authority':
    'HTTP/2 のキャプチャでは通常のフィールドと並びます。リクエストを再送するツールは `Host` に変える必要があります。',
  ':path': 'クエリを含むため、そこにある秘密の値も含まれます。',
  accept: 'API が JSON ではなく HTML を返す場合、ここが `*/*` であることがよくあります。',
  'accept-encoding': 'ブラウザーが自動的に送ります。展開できないツールに写すと、本文が文字化けして見えます。',
  'access-control-allow-credentials': '小文字の `true` だけが有効です。',
  'access-control-allow-headers':
    '`*` は `Authorization` を含みません。資格情報を送る場合は `*` 自体が無効です。',
  'access-control-allow-methods': '大文字と小文字は区別されます。`patch` では `PATCH` は許可されません。',
  'access-control-allow-origin':
    'オリジン 1 つか `*` だけで、一覧は使えません。サービスとゲートウェイの両方が付けて 2 つになると無効です。',
  'access-control-expose-headers':
    'これがないと、キャプチャには見えていても、ページは別オリジンの `TrackingID` や `Retry-After` を読めません。',
  'access-control-max-age':
    'ブラウザーに上限があります（Chrome は 2 時間）。ない場合、プリフライトの結果は 5 秒だけ保持されます。',
  age: '0 より大きければキャッシュの応答です。サービスのログにこのリクエストはありません。',
  'alt-svc':
    'HTTP/3 には UDP ポート 443 が必要です。ファイアウォールが破棄すると、直後のリクエストが遅くなることがあります。',
  authorization:
    'これを持つ人は、期限が切れるまでその利用者になれます。Chrome の機密データなしのエクスポートでは除かれるため、ないことは何の証拠にもなりません。',
  'cache-control': '`no-cache` は「先に確認する」という意味で、「保存しない」は `no-store` です。',
  'cf-ray': '末尾の文字はデータセンターを示します。利用者から遠い場合は、応答が遅い理由になります。',
  connection: 'HTTP/2 では禁止されています。サーバーが送ると、厳格なクライアントは失敗します。',
  'content-encoding':
    '途中で展開されたのにフィールドが残っていると、ブラウザーは `net::ERR_CONTENT_DECODING_FAILED` で失敗します。',
  'content-length': '送信時（圧縮後）のサイズです。HAR の `content.size` は展開後なので一致しません。',
  'content-security-policy':
    'ブロックされたものはネットワークに出ず、コンソールにだけ表示されます。新しいスクリプトのホストはここに追加が必要です。',
  'content-type':
    'JSON を期待する場所の `text/html` は、多くがエラーページかサインインページです。リクエストでは、フォームとプレーンテキスト以外の値にプリフライトが必要です。',
  cookie:
    '多くの場合、パスワードと同じ価値があります。ない場合は `SameSite`、`Domain`、サードパーティ Cookie のブロックを確認してください。',
  'cross-origin-opener-policy':
    '`same-origin` ではサインインのポップアップとの関係が切れ、結果が戻らなくなります。',
  date: 'キャプチャの開始時刻と比べてください。数分ずれるとトークンが無効になります。',
  etag: '作り方の異なる複数のサーバーの背後では、`304` になりません。',
  expect: 'これを知らないプロキシがあると、クライアントが 1 秒以上待つか、`417` が返ります。',
  forwarded: '自分のプロキシが書いたものだけを信頼してください。クライアントも送れます。',
  'grpc-status':
    'HTTP が `200` でも、0 以外なら失敗です。本文の後に置かれることが多く、キャプチャでは失われます。',
  host: 'HTTP/2 以降では代わりに `:authority` を使います。',
  'idempotency-key': '再試行では同じキーを送ります。新しいキーでは 2 回実行されます。',
  'if-none-match':
    '本文のない `304` の理由になります。応答全体を見るには **キャッシュを無効化** を選びます。',
  'keep-alive': 'サーバーがクライアントの想定より早く閉じると、ときどきリセットで失敗します。',
  'last-event-id': '再接続後にこれがないと、その間のイベントは失われます。',
  location: '相対アドレスのこともあります。リダイレクトが先に処理されるため、ページからは読めません。',
  origin:
    '`null` も値です。サンドボックス化したフレーム、ファイル、一部のリダイレクトが送ります。許可すると誰でも許可することになります。',
  'permissions-policy': 'ここで許可されていないフレームではマイクを使えず、利用者への確認も表示されません。',
  'proxy-authenticate':
    '`Negotiate` にはドメイン参加のコンピューターが必要です。ドメイン外のツールは `407` を受け続けます。',
  'proxy-authorization': '顧客ネットワークの資格情報です。キャプチャを共有する前に取り除いてください。',
  range: 'キャッシュやプロキシが無視し、`200` で全体を送ることもあります。これは仕様上正常です。',
  referer:
    '規格上のつづり誤りがそのまま使われています。ほかのサイトには、多くの場合オリジンだけが送られます。',
  'referrer-policy':
    'キャプチャでは「全般」にも表示されます。そちらはサーバーの値ではなく、ブラウザーが適用したものです。',
  'retry-after':
    '秒数または日時です。別オリジンのページは、`Access-Control-Expose-Headers` にある場合だけ読めます。',
  'sec-fetch-site': '`cross-site` で Cookie がない場合は `SameSite` が原因と考えられます。',
  'sec-websocket-protocol':
    'WebSocket のリクエストには `Authorization` を付けられないため、ここにトークンを入れるプログラムがあります。',
  server:
    '最後に応答したソフトウェアの名前です。エラー時に見慣れない名前なら、プロキシやファイアウォールのページです。',
  'server-timing': '`wait` から差し引くと、残りはネットワークと、時間を報告しないサービスです。',
  'set-cookie':
    '複数あるのが普通で、古い Chrome のエクスポートでは改行でつながれます。機密データなしのエクスポートでは除かれます。',
  'strict-transport-security':
    'サーバーが送っていない `307` の理由になります。証明書エラーを無視して進むこともできなくなります。',
  'timing-allow-origin':
    'ページのスクリプトにだけ関係します。DevTools とキャプチャには、これがなくても時間が表示されます。',
  traceparent: '2 番目の部分が検索するトレースです。最後が 00 の場合、トレースは記録されていません。',
  trackingid:
    'UUID と最初のカウンターで検索してください。サービスごとに接頭辞が変わり、カウンターが加わります。プリフライトには付きません。',
  'transfer-encoding':
    '`Content-Length` と同時にある場合は要注意です。メッセージの終わりの解釈がプロキシによって食い違うことがあります。',
  upgrade: 'プロキシが取り除くと、WebSocket は `400` や `426` で失敗します。',
  'user-agent':
    'Chrome では一部が固定されています。正確なバージョンは `Sec-CH-UA-Full-Version-List` にあります。',
  vary: '`Origin` がないと、キャッシュが別オリジン向けの許可を返し、CORS がときどき失敗します。',
  via: '隠すプロキシもあります。ないからといって直接接続とは限りません。',
  'www-authenticate':
    '`Bearer` では `error` と `error_description` が理由を示します。`invalid_token` は多くの場合、期限切れです。',
  'x-api-key': '有効期限のないことが多い資格情報です。キャプチャを共有する前に取り除いてください。',
  'x-content-type-options':
    'これがあると、`text/plain` で送られたスクリプトは実行されません。ステータスは `200` のままです。',
  'x-correlation-id': '付ける側はさまざまです。リクエストと応答で同じかどうかを確認してください。',
  'x-csrf-token':
    'セッションと同じ期間だけ有効です。長く操作しなかった後の `403` や `419` は、多くが期限切れです。',
  'x-datadog-trace-id': '10 進数です。`traceparent` は 16 進数なので、比べる前に変換してください。',
  'x-envoy-upstream-service-time':
    '`wait` から差し引くと、残りはネットワークと、プロキシ手前の待ち時間です。',
  'x-forwarded-for':
    '左端のアドレスはクライアントの自己申告です。確かなのは自分のプロキシが加えたものだけです。',
  'x-forwarded-proto':
    'プロキシが付け忘れると、サービスは `http` と判断し、リダイレクトが終わらなくなります。',
  'x-frame-options':
    '`Content-Security-Policy` の `frame-ancestors` が優先されます。フレームは空のままで、理由はコンソールにだけ出ます。',
  'x-http-method-override': '表の `POST` ではなく、このメソッドで判断してください。',
  'x-ratelimit-reset': '大きな数は時刻、小さな数は残り秒数です。',
  'x-request-id': 'クライアントの値を置き換えるゲートウェイがあります。応答にある方で検索してください。',
  'x-requested-with': 'ほかに理由がなければ、これを取り除くとプリフライトを省けることがあります。',
  'x-xss-protection':
    '`1` は古いブラウザーの安全性を下げることがあります。`0` にするか、送らないのが適切です。',
};
