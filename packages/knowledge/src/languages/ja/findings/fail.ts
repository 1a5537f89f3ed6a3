import type { NetworkFailure } from '../../../finding/finding-facts.ts';
import { mayHaveReached } from '../../../finding/may-have-reached.ts';
import { place } from '../../../finding/place.ts';
import type { GroupWords } from '../../../words.ts';
import { quote, request, said, search, searchStep } from '../phrases.ts';

/** RFC 9110 §15.5、RFC 6585。 */
const clientStatus: Readonly<Record<number, string>> = {
  400: '送信された内容をサービスが受け付けませんでした。値が不足しているか、形式が正しくないか、許可されていません。',
  404: '要求されたものはこのアドレスに存在しないか、存在することをサービスが明かしていません。',
  405: 'このメソッドはここでは許可されていません。',
  409: '送信された内容が現在の状態と合いません。たとえば、すでに使用中であるか、その間に変更されています。',
  410: '要求されたものは以前存在しましたが、完全に削除されています。',
  412: '読み取った後に、誰かが対象を変更しました。',
  413: '送信された内容が大きすぎます。',
  414: 'アドレスが長すぎます。',
  415: 'サービスはこのメディアタイプを受け付けません。',
  422: 'サービスは内容を理解しましたが、その値を受け付けません。',
  429: '短時間にリクエストが多すぎます。サービスは間隔を空けるよう求めており、多くの場合 Retry-After が付きます。',
  431: 'ヘッダーフィールドが大きすぎます。多くの場合 Cookie が原因です。',
};

const serverStatus: Readonly<Record<number, string>> = {
  500: 'サービス自体に障害が発生しました。',
  501: 'サービスはこの操作に対応していません。',
  502: 'ゲートウェイが、背後のサービスから有効な応答を得られませんでした。',
  503: 'サービスが利用できませんでした。過負荷、再起動中、または正常なインスタンスがない状態です。',
  504: 'ゲートウェイが背後のサービスを待ちましたが、時間切れになりました。',
};

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
  aborted: 'ページまたは利用者が中止しました',
  cut: '応答が途中で終わりました',
  'redirect-loop': 'リダイレクトの回数が多すぎます',
  protocol: '応答がプロトコルの規則に反しています',
  'web-socket': 'WebSocket が開きませんでした',
  none: '応答がなく、理由もキャプチャーに記録されていません',
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

export const failFindings: GroupWords<'fail'> = {
  'fail/http-4xx': {
    verdict: (f) =>
      f.healed
        ? `${request(f)} は ${f.status} で失敗しましたが、再試行で成功しました。${search(f)}`
        : `${request(f)} は ${f.status} で失敗しました${said(f.errorText, f.bodyMissing)}${search(f)}`,
    explanation: (f) =>
      clientStatus[f.status] ?? '送信された内容を理由に、サービスがリクエストを拒否しました。',
    nextStep: (f) =>
      f.healed
        ? '繰り返し発生しない限り、対応は不要です。'
        : `送信内容を、成功するリクエストと比較してください。${searchStep(f)}`,
  },
  'fail/http-5xx': {
    verdict: (f) =>
      f.healed
        ? `${request(f)} は ${f.status} で失敗しましたが、再試行で成功しました。${search(f)}`
        : `${request(f)} は ${f.status} で失敗しました${said(f.errorText, f.bodyMissing)}${search(f)}`,
    explanation: (f) =>
      serverStatus[f.status] ?? 'サービス側で失敗しました。リクエスト自体には問題がない可能性があります。',
    nextStep: (f) => searchStep(f),
  },
  'fail/upstream': {
    verdict: (f) => {
      const who = f.party === undefined ? '背後のサービスが' : `${f.party} が`;
      const how = f.upstreamStatus === undefined ? '失敗した' : ` ${f.upstreamStatus} を返した`;
      const healed = f.healed ? '（再試行で成功）' : '';
      return `${request(f)} は ${f.status} を返しました${healed}。${who}${how}ためです：${quote(f.errorText)}。${search(f)}`;
    },
    explanation: (f) =>
      f.party === undefined
        ? '応答したサービスは、背後にある別のサービスの失敗をそのまま伝えています。本文の先頭は背後のサービスのステータスです。'
        : `応答したサービスは、名前を挙げて ${f.party} の失敗を伝えています。`,
    nextStep: (f) =>
      f.party === undefined
        ? `${searchStep(f)}背後のサービスへの呼び出しを見ると、そこで何が失敗したか分かります。`
        : `${searchStep(f)}そのうえで、このエラーを ${f.party}、またはそのアカウントの管理者に伝えてください。`,
  },
  'fail/network': {
    verdict: (f) => {
      const code = f.code === undefined ? '' : `（${f.code}）`;
      const healed = f.healed ? '再試行では成功しました。' : '';
      return `${request(f)} は正常な応答を得られませんでした：${networkCause[f.failure]}${code}。${healed}${mayHaveReached(f.failure) ? search(f) : ''}`;
    },
    explanation: (f) =>
      f.failure === 'blocked' || f.failure === 'aborted'
        ? 'リクエストはブラウザー内で止められました。サービスには届いていない可能性があります。'
        : '障害はブラウザーとサービスの間にあります。サービスのログには何も残っていない可能性があります。',
    nextStep: (f) => networkStep[f.failure],
  },
  'fail/in-body': {
    verdict: (f) => {
      if (f.inRedirect)
        return `${request(f)} はエラー付きでリダイレクトしました：${quote(f.errorText)}。${search(f)}`;
      const part = f.partial ? '（データは一部のみ）' : '';
      return `${request(f)} は ${f.status}${part} を返しましたが、本文は失敗を示しています：${quote(f.errorText)}。${search(f)}`;
    },
    explanation: (f) =>
      f.inRedirect
        ? 'サインインサービスは、アドレスにエラーを付けてブラウザーを戻すことで拒否を伝えます（RFC 6749 §4.1.2.1）。'
        : 'ステータスは転送の結果を示すだけで、要求された処理は失敗しています。ステータスによる一覧には現れません。',
    nextStep: (f) =>
      f.inRedirect ? 'サインインサービスのドキュメントとログで、このエラーを調べてください。' : searchStep(f),
  },
  'fail/pending': {
    verdict: (f) =>
      f.count === 1
        ? `${place(f)} は、キャプチャーの保存時にまだ応答を受け取っていませんでした。`
        : `${f.count} 件のリクエストが、キャプチャーの保存時にまだ応答を受け取っていませんでした。最も古いものは ${place(f)} です。`,
    explanation: () =>
      '結果はキャプチャーに含まれていません。イベントストリームのように、意図的に開いたままのものもあります。',
    nextStep: () =>
      '重要なリクエストであれば、完了を待ってから保存するようにして、もう一度取得してください。',
  },
};
