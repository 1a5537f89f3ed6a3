import { durationOf as ms, place, sizeOf } from '../../../finding/place.ts';
import { timeSpan } from '../../../finding/time-span.ts';
import type { GroupWords } from '../../../words.ts';
import { inline, search, searchStep } from '../phrases.ts';

const usually = (usualMs: number | undefined) =>
  usualMs === undefined ? '' : `（このホストの通常は ${ms(usualMs)}）`;

export const slowFindings: GroupWords<'slow'> = {
  'slow/server': {
    verdict: (f) =>
      `${inline(f)}に ${ms(f.timeMs)} かかり、そのうち ${ms(f.waitMs)} は最初のバイトの待ち時間でした${usually(f.usualMs)}。サービス自身の申告では処理に ${ms(f.serviceMs)} かかっています。${search(f)}`,
    explanation: () => '時間はネットワークではなく、サービスの内部で費やされました。',
    nextStep: searchStep,
  },
  'slow/network': {
    verdict: (f) =>
      `${inline(f)}に ${ms(f.timeMs)} かかり、そのうち ${ms(f.waitMs)} は最初のバイトの待ち時間でした${usually(f.usualMs)}が、サービス自身の申告では処理は ${ms(f.serviceMs)} だけです。${search(f)}`,
    explanation: (f) =>
      `${ms(f.waitMs - f.serviceMs)} はサービスの外、つまり経路、待ち行列、ゲートウェイで費やされました。`,
    nextStep: (f) => `ゲートウェイ、プロキシ、VPN、ネットワーク経路を確認してください。${searchStep(f)}`,
  },
  'slow/wait-unexplained': {
    verdict: (f) =>
      `${inline(f)}に ${ms(f.timeMs)} かかり、そのうち ${ms(f.waitMs)} は最初のバイトの待ち時間でした${usually(f.usualMs)}。${search(f)}`,
    explanation: () =>
      'リクエストは送信済みで、応答はまだ始まっていませんでした。サービス自体の処理時間は応答に示されていません。',
    nextStep: searchStep,
  },
  'slow/long-poll': {
    verdict: (f) => `${inline(f)}は意図的に ${ms(f.waitMs)} 保留されました。ロングポーリングです。`,
    explanation: () =>
      'サーバーは新しい情報があるときに応答し、ページはすぐに再び問い合わせます。ここに遅いものはありません。',
    nextStep: () => '対処は不要です。ほかのリクエストを確認してください。',
  },
  'slow/buffered-stream': {
    verdict: (f) =>
      `${inline(f)}はイベントストリームですが、${ms(f.waitMs)} の間 1 バイトも届かず、${f.events} 件のイベントがまとめて（${ms(f.receiveMs)} 以内に）届きました。`,
    explanation: () =>
      'イベントは 1 件ずつ届くはずです。プロキシ、ウイルス対策ソフト、ゲートウェイ、またはサービス自身（圧縮やバッファー）が、ストリームの終わりかバッファーがいっぱいになるまで溜めています。',
    nextStep: () =>
      'プロキシ、VPN、ウイルス対策ソフトなしで試してください。サービスとそのゲートウェイでは、ストリームのバッファリングと圧縮を無効にしてください（X-Accel-Buffering: no、Cache-Control: no-transform）。',
  },
  'slow/six-connections': {
    verdict: (f) =>
      `${inline(f)}は空き接続を最大 ${ms(f.stalledMs)} 待ちました。同じホストへのリクエストがほかに ${f.concurrent} 件実行中だったためです。`,
    explanation: () =>
      'HTTP/1.1 では、ブラウザーは一つのホストに六つまで接続を開き、それ以上は空くまで待たされます。',
    nextStep: () => 'サービスで HTTP/2 を有効にするか、同時リクエストを減らしてください。',
  },
  'slow/queueing': {
    verdict: (f) =>
      f.place === 'queue'
        ? `${inline(f)}は送信前にブラウザーの待ち行列で最大 ${ms(f.queuedMs)} 待ちました。`
        : `${inline(f)}は ${ms(f.timeMs)} のうち ${ms(f.queuedMs)} を、送信前にブラウザー内で待っていました。`,
    explanation: (f) =>
      f.place === 'queue'
        ? 'ブラウザーは最初の表示に必要なものを先に送ります。これは設計どおりの動作です。'
        : 'ブラウザーが送信を保留しましたが、接続数の上限が原因ではありません。プロキシ、ディスクキャッシュ、拡張機能、または端末の負荷が考えられます。',
    nextStep: (f) =>
      f.place === 'queue'
        ? 'もっと早く必要なら、ページから早めに要求してください（preload、fetchpriority）。'
        : 'タブを減らし拡張機能を外して再試行し、プロキシを確認してください。',
  },
  'slow/dns': {
    verdict: (f) =>
      `${inline(f)}の名前解決に ${ms(f.phaseMs)} かかりました（通常は ${ms(f.limitMs)} まで）。`,
    explanation: () =>
      '接続の前に費やされた時間です。この端末またはネットワークのリゾルバーが遅くなっています。',
    nextStep: () => 'この端末から別のリゾルバーで同じ名前を引き、VPN と DNS フィルターを確認してください。',
  },
  'slow/connect': {
    verdict: (f) =>
      `${inline(f)}の接続を開くのに ${ms(f.phaseMs)} かかりました（通常は ${ms(f.limitMs)} まで）。`,
    explanation: () =>
      'TCP 接続には一往復が必要です。長い場合は、経路が遠い、パケットが失われている、または途中にプロキシがあります。',
    nextStep: () => 'この端末からこのホストへの往復時間を測り、VPN とプロキシの有無で比べてください。',
  },
  'slow/tls': {
    verdict: (f) =>
      `${inline(f)}の TLS の取り決めに ${ms(f.phaseMs)} かかりました（通常は ${ms(f.limitMs)} まで）。`,
    explanation: () =>
      'TLS には一、二往復が必要です。それ以上は、遠い経路、検査プロキシ、または過負荷のサーバーによるものです。',
    nextStep: () =>
      'TLS 検査の有無で比べ、サーバーが TLS 1.3 とセッション再開に対応しているか確認してください。',
  },
  'slow/proxy': {
    verdict: (f) =>
      `${inline(f)}のプロキシの決定または問い合わせに ${ms(f.phaseMs)} かかりました（通常は ${ms(f.limitMs)} まで）。`,
    explanation: () => 'プロキシのスクリプト（PAC）またはプロキシでの認証に時間がかかっています。',
    nextStep: () => 'PAC スクリプト、その中の名前解決、プロキシの負荷を確認してください。',
  },
  'slow/no-reuse': {
    verdict: (f) =>
      `${place(f)} など、このホストへのリクエストは空き接続があるのに新しい接続を ${f.count} 回開き、合計 ${ms(f.setupMs)} かかりました${f.closed ? '（応答に Connection: close があるため）' : ''}。`,
    explanation: () =>
      'HTTP/1.1 では一つの接続で次々にリクエストを送れますが、ここでは毎回閉じられています。',
    nextStep: (f) =>
      f.closed
        ? 'Connection: close を書くサーバーまたはゲートウェイで keep-alive を有効にしてください。'
        : 'サーバー、ゲートウェイ、プロキシの keep-alive 時間を確認してください。',
  },
  'slow/download': {
    verdict: (f) =>
      `${inline(f)}は ${sizeOf(f.sizeBytes)} のダウンロードに ${ms(f.receiveMs)} かかりました。`,
    explanation: () =>
      '応答は始まっていましたが、届くのが遅くなりました。遅い回線、VPN、検査プロキシ、または少しずつ書き出すサーバーが原因です。',
    nextStep: () =>
      '別のネットワークから同じものをダウンロードしてください。そこでも遅ければ、サービスの担当チームに問い合わせてください。',
  },
  'slow/busy-browser': {
    verdict: (f) =>
      `${inline(f)}は小さいのに受信に最大 ${ms(f.receiveMs)} かかり、すべて同じ瞬間に終わりました。ブラウザーが処理中だったと思われます。`,
    explanation: () =>
      '同時に終わった小さな応答は、おそらく先に届いていましたが、ページが計算中で受け取られませんでした。',
    nextStep: () => '同じ状況でパフォーマンスのプロファイルを記録してください。',
  },
  'slow/big-response': {
    verdict: (f) =>
      `${inline(f)}は ${ms(f.timeMs)} で ${sizeOf(f.sizeBytes)} を返しました。${sizeOf(f.limitBytes)} を超えると影響が出ます。`,
    explanation: () => '大量のデータは回線で時間がかかり、ブラウザーが読むときにも時間がかかります。',
    nextStep: () => '一覧の分割、項目の削減、画像の縮小などで、要求する量を減らしてください。',
  },
  'slow/uncompressed': {
    verdict: (f) =>
      f.count === 1
        ? `${place(f)} はテキスト ${sizeOf(f.sizeBytes)} を圧縮せずに送りました。`
        : `${inline(f)}はテキスト計 ${sizeOf(f.totalBytes)} を圧縮せずに送りました（最大 ${sizeOf(f.sizeBytes)}）。`,
    explanation: () =>
      'Content-Encoding がなく、内容がそのまま回線を通りました。テキストは四分の一以下に縮みます。',
    nextStep: () =>
      'サーバーまたはゲートウェイで gzip か br を有効にし、プロキシが Accept-Encoding を消していないか確認してください。',
  },
  'slow/not-cached': {
    verdict: (f) =>
      f.trouble === 'no-lifetime'
        ? `${inline(f)}は内容から名付けられたファイルですが、Cache-Control によりブラウザーが保存できません（${sizeOf(f.sizeBytes)}）。`
        : `${inline(f)}は変わっていないのに再び取得されました（${sizeOf(f.sizeBytes)}）。`,
    explanation: (f) =>
      f.trouble === 'no-lifetime'
        ? '内容とともに名前が変わるファイルは一年間保存できます。有効期間がないと、訪問のたびに読み込まれます。'
        : '検証子は二回とも同じなので、二度目のダウンロードには新しいものがありませんでした。',
    nextStep: () => 'このようなファイルには Cache-Control: max-age=31536000, immutable を付けてください。',
  },
  'slow/redirects': {
    verdict: (f) =>
      `${place(f)} はリダイレクトを ${f.hops} 回経由し、本来の応答が始まるまでに ${ms(f.redirectMs)} かかりました。`,
    explanation: () => 'リダイレクトはそれぞれが一つの完全なリクエストです。',
    nextStep: () => '最後のアドレスへ直接リンクするか、リダイレクトを一つにまとめてください。',
  },
  'slow/waterfall': {
    verdict: (f) =>
      `${place(f)} から始まる ${f.calls} 件のリクエストが順番に実行され、${ms(f.totalMs)} かかりました。同時に送れば約 ${ms(f.savingMs)} 短縮できます。`,
    explanation: () => 'どれも前のものが終わってから始まりましたが、前の結果を使っているものはありません。',
    nextStep: () => 'ページから同時に送るか、まとめて答える呼び出しを用意してください。',
  },
  'slow/many-calls': {
    verdict: (f) =>
      `${place(f)} は ${ms(f.spanMs)} の間に ${f.calls} 回、毎回別の項目について呼び出されました（合計 ${ms(f.totalMs)}）。`,
    explanation: () => '一覧の項目ごとに一回ずつ問い合わせています（N+1）。一覧が長いほど時間がかかります。',
    nextStep: () => '複数の項目をまとめて返す呼び出しを用意するか、表示する項目だけを要求してください。',
  },
  'slow/duplicate-calls': {
    verdict: (f) =>
      `${place(f)} は数秒のうちに ${f.copies} 回送られ、毎回同じ応答でした。${ms(f.wastedMs)} が無駄になりました。`,
    explanation: () => 'メソッド、URL、本文が同じで、応答も同じです。',
    nextStep: () =>
      'ページのコードで、同じものを要求している二か所や、二重に数えられるクリックを探してください。',
  },
  'slow/polling': {
    verdict: (f) =>
      `${place(f)} は ${ms(f.gapMs)} ごとに ${f.calls} 回問い合わせられ、応答はほとんど同じでした。`,
    explanation: () =>
      'タイマーが繰り返し問い合わせています。回線と電池を使い、ほかのリクエストを見えにくくします。',
    nextStep: () => '間隔を広げるか、サーバーから通知してください（イベント、WebSocket）。',
  },
  'slow/retry-storm': {
    verdict: (f) => {
      const status = f.status === undefined ? '' : ` ${f.status} で`;
      const asked =
        f.retryAfterMs === undefined ? '' : `（Retry-After は ${timeSpan(f.retryAfterMs)} を求めています）`;
      return `${place(f)} は${status}失敗し、最大 ${ms(f.gapMs)} の間隔で ${f.attempts} 回送られました${asked}。`;
    },
    explanation: () =>
      '間隔を広げない再試行は、回復できるはずのサービスを止めたままにします。失敗の原因は別の検出結果に示されています。',
    nextStep: (f) =>
      `最初の失敗の原因を調べ、そのうえでクライアントの再試行間隔を広げてください。${searchStep(f)}`,
  },
  'slow/timeout-chain': {
    verdict: (f) =>
      `${place(f)} は ${ms(f.timeMs)} 後に失敗しました。エラーが示す上限 ${ms(f.limitMs)} の ${f.times} 倍です。${search(f)}`,
    explanation: (f) => `内部の何かが、毎回上限に達するまで ${f.times} 回試みたと思われます。`,
    nextStep: searchStep,
  },
  'slow/third-party': {
    verdict: (f) =>
      `ページの読み込みに ${ms(f.loadMs)} かかり、そのうち ${ms(f.aloneMs)} はほかのサイト ${f.sites} 件だけが読み込まれていました（最長は ${place(f)}）。`,
    explanation: () =>
      '自サイトのものが何も読み込まれていない間、ほかのサイトのスクリプトとスタイルが読み込みを止めていました。',
    nextStep: () => '後から読み込む（async、defer）か、使わないようにしてください。',
  },
};
