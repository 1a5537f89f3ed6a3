import { type CloseMeaning, closeMeaning, endsBelow } from '../../../finding/close-code.ts';
import type {
  GivenUpBecause,
  NetworkFacts,
  NetworkFailure,
  TlsFault,
} from '../../../finding/finding-facts.ts';
import { mayHaveReached } from '../../../finding/may-have-reached.ts';
import { networkFailures } from '../../../finding/network-failures.ts';
import { place } from '../../../finding/place.ts';
import { timeSpan } from '../../../finding/time-span.ts';
import type { GroupWords } from '../../../words.ts';
import { inline, quote, search, searchStep } from '../phrases.ts';

/** A proxy took the field away that asks for a WebSocket. RFC 9110 §15.5.22. */
const UPGRADE_REQUIRED = 426;

const networkCause: Readonly<Record<NetworkFailure, string>> = {
  dns: 'ホスト名を解決できませんでした',
  refused: 'ホストが接続を拒否しました',
  unreachable: 'ホストに到達できません',
  timeout: '接続がタイムアウトしました',
  reset: '接続が切断されました',
  empty: 'サーバーが応答せずに接続を閉じました',
  tls: '安全な接続に失敗しました（証明書または TLS）',
  'client-certificate': 'サーバーがクライアント証明書を求めています',
  offline: 'ネットワークが失われたか、切り替わりました',
  proxy: 'プロキシが通しませんでした',
  blocked: 'ブラウザー、拡張機能、またはポリシーがブロックしました',
  browser: 'ブラウザー自体が処理を続けられませんでした',
  aborted: 'ページまたは利用者が中止しました',
  cut: '応答が途中で終わりました',
  'redirect-loop': 'リダイレクトの回数が多すぎます',
  protocol: '応答がプロトコルの規則に反しています',
  'web-socket': 'WebSocket が開きませんでした',
  none: '応答がなく、理由もキャプチャーに記録されていません',
};

const closer = { page: 'ページにより', server: 'サーバーにより' } as const;

const closeWhy: Readonly<Record<CloseMeaning, string>> = {
  protocol: '一方が WebSocket のプロトコルを守らなかったと、もう一方が判断しました。',
  content: '一方が、もう一方の受け付けない内容を送信しました。',
  'no-goodbye': '接続は終了の合図なしに切れました。プロキシ、ネットワーク、またはクラッシュが原因です。',
  refused: 'サービスが拒否しました。多くの場合、サインインの期限切れか権限不足です。',
  'too-large': 'メッセージが、相手の受け付ける大きさを超えていました。',
  fault: 'サーバー自体に障害が発生しました。',
  restart: 'サービスが再起動されました。',
  overload: 'サービスが過負荷でした。',
  own: 'サービスが独自のコードで閉じました。コードの意味はサービスのドキュメントにあります。',
};

const networkStep: Readonly<Record<NetworkFailure, string>> = {
  dns: 'キャプチャーを取得した端末の DNS、VPN、hosts ファイルを確認し、別のリゾルバーでも同じ名前を引いてください。',
  refused:
    'アドレスとポート、ローカルのファイアウォールとプロキシ、サービスが待ち受けているかを確認してください。',
  unreachable: '端末とホストの間の経路、VPN、ファイアウォールを確認してください。',
  timeout:
    '端末とホストの間のファイアウォール、VPN、プロキシを確認してください。パケットが黙って破棄されるとこうなります。',
  reset:
    '接続を切断する中間装置（プロキシ、ファイアウォール、TLS インスペクション）を探し、次にその時刻のサーバーの異常終了を確認してください。',
  empty: 'その時刻にサーバーが異常終了または再起動していないか確認してください。',
  tls: 'ブラウザーに提示された証明書の有効期間、名前、発行者を確認してください。発行者が自社の場合は TLS インスペクションが疑われます。',
  'client-certificate': '証明書がインストールされ、正しいものが選択されているか確認してください。',
  offline: '端末の接続（Wi-Fi、VPN、スリープ）を確認し、安定した接続でもう一度取得してください。',
  proxy: 'プロキシの設定、認証、このホストに対するルールを確認してください。',
  blocked:
    '拡張機能なしのプライベートウィンドウで再試行してください。コードがポリシーを示す場合は、ブラウザーの管理者に確認してください。',
  browser:
    'コードが理由を示しています。同時リクエストの過多（ERR_INSUFFICIENT_RESOURCES）、送信中に変更されたファイル（ERR_UPLOAD_FILE_CHANGED）、読み取れないファイルなどです。サービスではなくそこを確認してください。',
  aborted:
    'ほとんどの場合は無害です。画面遷移や新しいリクエストに置き換えられました。同じ経過時間で繰り返す場合だけ調べてください。',
  cut: 'サイズや時間を制限するプロキシ、または送信中のサーバーの異常終了を確認してください。',
  'redirect-loop':
    '各リダイレクトの Cookie と Location を確認してください。二つの場所がブラウザーを互いに送り合っています。',
  protocol:
    'HTTP/1.1 または別のネットワークで試し、その後、正確なコードをサービス担当チームに伝えてください。',
  'web-socket': 'プロキシとファイアウォールが WebSocket のアップグレードを通すか確認してください。',
  none: '理由を記録する Chrome または Edge でもう一度取得するか、ブラウザーのコンソールを確認してください。',
};

const why: Readonly<Partial<Record<NetworkFailure, string>>> = {
  dns: 'ブラウザーが名前をアドレスに変換できなかったため、リクエストは端末から出ていません。サービスのログには何も残りません。',
  refused:
    'そのアドレスは応答しますが、ポートで待ち受けているものがないか、ファイアウォールが代わりに拒否しています。サービスはリクエストを受け取っていません。',
  unreachable:
    '端末からそのアドレスへの経路がないか、使用が許可されていません。サービスはリクエストを受け取っていません。',
  timeout:
    'HTTP より下の層で、ブラウザー自身の制限時間内に応答がありませんでした。ファイアウォールがパケットを黙って破棄するとこうなります。',
  reset:
    '接続は確立していましたが、応答が完了する前に切断されました。サービス側では処理が済んでいる可能性があるため、再試行の前に確認してください。',
  empty:
    '接続は確立し、リクエストは届いた可能性がありますが、サーバーは 1 バイトも送らずに閉じました。異常終了、再起動、または応答の拒否です。',
  offline: '失敗したのはサービスではなく端末自身の接続です。その時点で進行中だったものはすべて失敗しました。',
  cut: 'ステータスは成功ですが、内容が不完全です。それを読み取る側が、後で別の場所で失敗します。',
  tls: 'ブラウザーとサーバーが安全な接続を確立できなかったため、リクエストは送信されていません。サービスのログには何も残りません。',
};

const stopped = 'リクエストはブラウザー内で止められました。サービスには届いていない可能性があります。';
const between =
  '障害はブラウザーとサービスの間にあります。サービスのログには何も残っていない可能性があります。';

const whyOf = (failure: NetworkFailure): string =>
  failure === 'blocked' || failure === 'aborted' ? stopped : (why[failure] ?? between);

const tlsCause: Readonly<Record<TlsFault, string>> = {
  dates: '証明書の有効期限が切れているか、まだ有効になっていません',
  name: '証明書が別の名前に対して発行されています',
  authority: '証明書がブラウザーの信頼しない認証局から発行されています',
  revoked: '証明書が失効しています',
  weak: '証明書またはその鍵が弱すぎます',
  pinned: '証明書がブラウザーの期待するものと異なります',
  version: 'ブラウザーとサーバーに共通の TLS バージョンまたは暗号がありません',
  certificate: '証明書が受け入れられませんでした',
  handshake: 'TLS ハンドシェイクに失敗しました',
};

const tlsStep: Readonly<Record<TlsFault, string>> = {
  dates: '証明書の有効期間と端末の時計を確認してください。証明書の更新はサービス担当チームが行います。',
  name: 'アドレスと、証明書に含まれる名前を確認してください。プロキシやキャプティブポータルは独自の証明書を提示します。',
  authority:
    '証明書の発行者を確認してください。自社であれば TLS インスペクションで、そのルート証明書がこの端末にありません。そうでなければ、サーバーが中間証明書を省略している可能性があります。',
  revoked: 'サービス担当チームが新しい証明書を導入する必要があります。',
  weak: 'サービス担当チームが、より強い鍵と署名の証明書を導入する必要があります。',
  pinned:
    '証明書の発行者を確認してください。ブラウザーとサーバーの間にある何かが独自の証明書を提示しています。',
  version:
    'サーバーとブラウザーの TLS バージョンと暗号を比較してください。古いサーバーと厳しいポリシーでは折り合いません。',
  certificate: 'ブラウザーに提示された証明書の有効期間、名前、発行者を確認してください。',
  handshake:
    'そのポートが TLS に対応しているか確認し、ハンドシェイクを妨げるプロキシやファイアウォールを探してください。',
};

const code = (f: NetworkFacts) => (f.code === undefined ? '' : `（${f.code}）`);
const worked = (f: NetworkFacts) => (f.healed ? '再試行では成功しました。' : '');

const unanswered = (f: NetworkFacts, failure: NetworkFailure, cause: string) =>
  `${inline(f)}は正常な応答を得られませんでした：${cause}${code(f)}。${worked(f)}${mayHaveReached(failure) ? search(f) : ''}`;

const gaveUp: Readonly<Record<GivenUpBecause, string>> = {
  superseded: '同じものを求める新しいリクエストに置き換えられました。',
  'left-page': '進行中にページから離れました。',
  unknown: '理由はキャプチャーからは分かりません。',
};

export const networkFindings = {
  ...networkFailures({
    unanswered,
    cause: networkCause,
    why: whyOf,
    step: networkStep,
    tlsCause,
    tlsStep,
    forHosts: (cause, hosts) => `${cause}。同時に ${hosts} 個のホストに届きませんでした`,
  }),
  'fail/truncated-body': {
    verdict: (f) => {
      if (f.coding !== undefined)
        return `${inline(f)}は ${f.status} を返しましたが、内容が Content-Encoding${f.coding === '' ? ' ' : `（${f.coding}）`}と一致しません${code(f)}。${worked(f)}${search(f)}`;
      const bytes =
        f.promisedBytes === undefined
          ? ''
          : f.receivedBytes === undefined
            ? `（予定 ${f.promisedBytes} バイト）`
            : `（${f.promisedBytes} バイト中 ${f.receivedBytes} バイト）`;
      return `${inline(f)}は ${f.status} を返しましたが、内容が途中で終わりました${bytes}${code(f)}。${worked(f)}${search(f)}`;
    },
    explanation: (f) =>
      f.coding === undefined
        ? whyOf('cut')
        : 'ブラウザーは内容をデコードできず、破棄しました。多くの場合、プロキシが内容を展開または変更したのにフィールドを残したか、二重に圧縮されています。',
    nextStep: (f) =>
      f.coding === undefined
        ? networkStep.cut
        : 'プロキシを通さずに同じアドレスを要求し、次に経路上で Content-Encoding を付けているものを調べ、内容の先頭のバイトを比較してください。',
  },
  'fail/aborted-by-user': {
    verdict: (f) => `${inline(f)}はページによって中止されました${code(f)}。${gaveUp[f.because]}`,
    explanation: () => stopped,
    nextStep: () => networkStep.aborted,
  },
  'fail/aborted-by-timeout': {
    verdict: (f) =>
      `${inline(f)}は、毎回 ${timeSpan(f.limitMs)} 後にページによって中止されました${code(f)}。その制限時間内に応答がありませんでした。${search(f)}`,
    explanation: () =>
      '毎回同じ切りのよい時間であることから、人の操作ではなくアプリケーションの制限時間です。サービスが遅すぎるか、制限時間が短すぎます。',
    nextStep: (f) => `サービスがこの処理にかかる時間を調べてください。${searchStep(f)}`,
  },
  'fail/web-socket': {
    verdict: (f) => {
      if (f.trouble === 'closed')
        return `WebSocket ${inline(f)}は${f.closedBy === undefined ? '' : closer[f.closedBy]}コード ${f.closeCode ?? '?'} で閉じられました。${search(f)}`;
      if (f.trouble === 'broken')
        return `WebSocket ${inline(f)}は開いた後に切断されました${f.errorText === undefined ? '' : quote(f.errorText)}。${search(f)}`;
      if (f.trouble === 'said')
        return `WebSocket ${inline(f)}のメッセージが失敗を伝えています${quote(f.errorText ?? '?')}。${search(f)}`;
      if (f.limitMs !== undefined)
        return `WebSocket ${place(f)} は続けて ${f.count} 回開かれ、毎回およそ ${timeSpan(f.limitMs)} で終わりました。${search(f)}`;
      if (f.trouble === 'opened-again')
        return `WebSocket ${place(f)} は続けて ${f.count} 回開かれ、毎回 1 分未満で終わりました。${search(f)}`;
      const how =
        f.status === undefined
          ? '理由はキャプチャーに記録されていません。'
          : `ハンドシェイクの応答は 101 ではなく ${f.status} でした。`;
      return `WebSocket ${inline(f)}は開きませんでした。${how}${worked(f)}${search(f)}`;
    },
    explanation: (f) => {
      if (f.limitMs !== undefined)
        return 'プロキシやロードバランサーは、その間何も流れない接続を終わらせます。';
      if (f.trouble === 'said')
        return '接続は保たれています。失敗はメッセージの中で伝えられ、リクエストの一覧には現れません。';
      if (f.closedBy === 'page')
        return 'ページ自身が閉じました。受信した内容、または届かなかった内容が合いませんでした。';
      const meaning = closeMeaning(f.closeCode);
      if (meaning !== undefined) return closeWhy[meaning];
      return f.trouble === 'not-opened'
        ? 'これがないとページは自動的に更新を受け取れません。プレゼンス、イベント、通話が止まるか、何度も問い合わせることになります。'
        : 'ページが保持しようとした接続を、サーバーまたは接続時間を制限するプロキシが終わらせました。';
    },
    nextStep: (f) => {
      if (f.limitMs !== undefined)
        return 'ページかサーバーからそれより短い間隔で何か（ping）を送るか、プロキシの無通信時間の上限を延ばしてください。';
      if (closeMeaning(f.closeCode) === 'too-large')
        return '1 つのメッセージで送る量を減らすか、サービスと手前のプロキシの上限を上げてください。';
      const isBelow = f.closeCode === undefined || endsBelow(f.closeCode);
      if (f.trouble === 'said' || !isBelow) return searchStep(f);
      return f.status === undefined || f.status === UPGRADE_REQUIRED
        ? 'プロキシとファイアウォールが WebSocket のアップグレードを通し、開いたままにするか確認し、次にその時刻のサーバーを確認してください。'
        : `ハンドシェイクの Origin、資格情報、アドレスを、成功するものと比較してください。${searchStep(f)}`;
    },
  },
  'fail/redirect-loop': {
    verdict: (f) => {
      const how = f.isCircle ? 'のリダイレクトが循環しています' : 'のリダイレクトが多すぎます';
      const over = f.isCircle ? `${f.addresses ?? '?'} 個のアドレスの間で ` : '';
      const many = f.redirects === undefined ? '' : `（${over}${f.redirects} 回）`;
      const end = f.gaveUp ? 'ブラウザーは追跡を打ち切りました。' : '';
      return `${place(f)} ${how}${many}${f.code === undefined ? '' : `（${f.code}）`}。${end}${search(f)}`;
    },
    explanation: (f) =>
      f.isCircle
        ? '何も変わらないまま、それぞれの場所がブラウザーを次へ送っています。多くの場合、Cookie が戻ってこないことが原因です。'
        : 'ブラウザーがたどるリダイレクトは最大 20 回です。これほど長い連続は、転送規則の誤りであることがほとんどです。',
    nextStep: (f) =>
      f.isCircle
        ? networkStep['redirect-loop']
        : '各リダイレクトの Location をたどって転送を繰り返す規則を見つけ、最終アドレスへ直接リンクしてください。',
  },
} satisfies Partial<GroupWords<'fail'>>;
