import type {
  CdnTrouble,
  EnvoyCause,
  FailedStatusFacts,
  IdempotencyKeyUse,
  TooLarge,
} from '../../../finding/finding-facts.ts';
import { durationOf } from '../../../finding/place.ts';
import { timeSpan } from '../../../finding/time-span.ts';
import type { GroupWords } from '../../../words.ts';
import { inline, said, search, searchStep } from '../phrases.ts';

const failed = (f: FailedStatusFacts, how: string) =>
  f.healed
    ? `${inline(f)}は ${f.status} で失敗しました${how}が、再試行で成功しました。${search(f)}`
    : `${inline(f)}は ${f.status} で失敗しました${how}${said(f.errorText, f.bodyMissing)}${search(f)}`;

const largeWhat: Readonly<Record<TooLarge, string>> = {
  content: '内容が大きすぎます',
  address: 'アドレスが長すぎます',
  fields: 'ヘッダーフィールドが大きすぎます',
};

const largeStep: Readonly<Record<TooLarge, string>> = {
  content:
    '送信量を減らすか、分割して送信してください。そうでなければ、経路上のすべてのサーバーとプロキシの上限を上げる必要があります。',
  address: '値をアドレスではなく POST の内容として送信してください。',
  fields:
    'このサイトの Cookie を削除して、もう一度サインインしてください。再び増える場合は、サービスが Cookie を設定しすぎています。',
};

const envoySaid: Readonly<Record<EnvoyCause, string>> = {
  'no-healthy-instance': '正常なサービスインスタンスがありませんでした',
  'connect-failed': 'サービスに接続できませんでした',
  'connect-timeout': 'サービスへの接続に時間がかかりすぎました',
  'broken-off': 'サービスが応答前に接続を切りました',
  'request-timeout': 'サービスが時間内に応答しませんでした',
  overflow: 'サービスを待つリクエストが多すぎました',
  protocol: 'サービスの応答がプロトコルに反していました',
  'fault-injected': '意図的なテスト用の障害が挿入されました',
};

const envoyStep: Readonly<Record<EnvoyCause, string>> = {
  'no-healthy-instance':
    'その時刻に、サービスのインスタンスが動作し、ヘルスチェックに通っていたか確認してください。',
  'connect-failed':
    'サービスがポートで待ち受けているか、ネットワークポリシーと相互 TLS がゲートウェイを通すか確認してください。',
  'connect-timeout':
    'ゲートウェイとサービスの間のネットワークポリシーやファイアウォール、過負荷を確認してください。',
  'broken-off': 'その時刻のサービスの異常終了、再起動、アイドル接続の切断を確認してください。',
  'request-timeout': 'その間サービスが何をしていたかを調べ、次にルートの制限時間が適切か確認してください。',
  overflow: 'サービスの負荷と、ゲートウェイのサーキットブレーカーの上限を確認してください。',
  protocol: 'ゲートウェイとサービスが使うプロトコル（HTTP/1.1、HTTP/2、gRPC）を比較してください。',
  'fault-injected': 'ゲートウェイの設定に障害挿入のルールがないか確認してください。',
};

const cdnSaid: Readonly<Record<CdnTrouble, string>> = {
  refused: '背後のサーバーが接続を拒否しています',
  unreachable: '背後のサーバーに到達できません',
  'connect-timeout': '背後のサーバーへの接続に時間がかかりすぎました',
  timeout: '背後のサーバーが時間内に応答しませんでした',
  tls: '背後のサーバーとの TLS が成立しませんでした',
  certificate: '背後のサーバーの証明書を受け入れません',
  'bad-answer': '背後のサーバーから有効な応答がありませんでした',
  failed: '背後のサーバーから応答を得られませんでした',
};

/** What was asked for, as far as the answer shows what it lacks. */
const noneOf = (f: { readonly sent?: string; readonly languages?: string }) => {
  if (f.languages !== undefined) return `要求された言語の内容がありません：${f.languages}`;
  return f.sent === undefined
    ? '要求された形式の内容がありません'
    : `要求されたメディアタイプの内容がありません：${f.sent}`;
};

/** What a service has against an idempotency key, and what that means. */
const keyUse: Readonly<Record<IdempotencyKeyUse, { readonly said: string; readonly means: string }>> = {
  reused: {
    said: '（同じ冪等キーが以前に別の内容で使われています）',
    means:
      'サービスは、同じキーのリクエストを一度だけ実行します。このキーは以前に別の内容で送られているため、同じリクエストの再送とは見なされません。',
  },
  'in-progress': {
    said: '（同じ冪等キーのリクエストがまだ処理中です）',
    means: 'サービスは、同じキーのリクエストを一度だけ実行します。最初のリクエストがまだ完了していません。',
  },
};

export const statusFindings = {
  'fail/rate-limited': {
    verdict: (f) => {
      const parts = [
        'リクエストが多すぎます',
        ...(f.limit === undefined ? [] : [`上限 ${f.limit}`]),
        ...(f.waitS === undefined ? [] : [`${timeSpan(f.waitS * 1000)} 後に再試行`]),
      ];
      return failed(f, `（${parts.join('、')}）`);
    },
    explanation: (f) =>
      f.tooEarly
        ? 'サービスはリクエストを減らすよう求めていますが、クライアントは指定された時間だけ待ちませんでした。'
        : 'サービスは、一定時間内のリクエストを減らすよう求めています（RFC 6585 §4）。',
    nextStep: (f) =>
      f.healed
        ? '繰り返し発生しない限り、対応は不要です。'
        : '多数のリクエストの送信元（ループ、複数のタブ、スクリプト）を調べ、クライアントが Retry-After の時間だけ待つようにするか、上限の引き上げを依頼してください。',
  },
  'fail/too-large': {
    verdict: (f) => {
      const bytes = f.sentBytes === undefined ? '' : `、${f.sentBytes} バイト`;
      const cookies = f.cookieBytes === undefined ? '' : `、うち Cookie は ${f.cookieBytes} バイト`;
      return failed(f, `（${largeWhat[f.what]}${bytes}${cookies}）`);
    },
    explanation: () =>
      '経路上のサーバーまたはプロキシがリクエストの大きさを制限しています。上限は応答に示されておらず、拒否したのはサービス自体ではないことがよくあります。',
    nextStep: (f) => largeStep[f.what],
  },
  'fail/method-not-allowed': {
    verdict: (f) => {
      const what =
        f.status === 405
          ? `${f.method} はここでは許可されていません`
          : f.status === 406
            ? noneOf(f)
            : `サービスは ${f.sent ?? 'このメディアタイプ'} を受け付けません`;
      return failed(f, `（${what}${f.allowed === undefined ? '' : `。許可：${f.allowed}`}）`);
    },
    explanation: (f) =>
      f.status === 405
        ? 'アドレスは存在しますが、このメソッドには対応していません。アドレスの誤り、古いバージョンのサービス、メソッドを変えたリダイレクトが多い原因です。'
        : '送信された形式と理解される形式が合いません。リクエストの Content-Type と Accept を確認してください。',
    nextStep: (f) =>
      `メソッド、アドレス、メディアタイプを、成功するリクエストと比較してください。${searchStep(f)}`,
  },
  'fail/conflict': {
    verdict: (f) =>
      failed(
        f,
        f.keyUse !== undefined
          ? keyUse[f.keyUse].said
          : f.status === 409
            ? '（現在の状態と矛盾しています）'
            : f.status === 412
              ? `（条件${f.condition === undefined ? '' : ` ${f.condition} `}が満たされませんでした）`
              : '（サービスが条件 If-Match を求めています）',
      ),
    explanation: (f) =>
      f.keyUse !== undefined
        ? keyUse[f.keyUse].means
        : f.status === 409
          ? '送信された内容が現在の状態と合いません。すでに存在するか、使用中か、その間に変更されています。'
          : f.status === 412
            ? '読み取った後に、誰かが対象を変更しました。サービスはその変更を保護しています。'
            : '他の人の変更を上書きしないよう、サービスは条件付きの変更だけを受け付けます。',
    nextStep: (f) =>
      f.keyUse === undefined
        ? `対象をもう一度読み取り、変更をやり直してください。${searchStep(f)}`
        : f.keyUse === 'reused'
          ? `新しいリクエストごとに新しいキーを使い、再送するときは内容を変えずに同じキーを使ってください。${searchStep(f)}`
          : `しばらく待ってから、同じキーと同じ内容で再送してください。${searchStep(f)}`,
  },
  'fail/gateway-envoy': {
    verdict: (f) => failed(f, `（ゲートウェイ Envoy の応答：${envoySaid[f.cause]}）`),
    explanation: () =>
      'この応答はゲートウェイ自身が作成したものです。背後のサービスはリクエストを知らない可能性がありますが、ゲートウェイのログには残っています。',
    nextStep: (f) => `${envoyStep[f.cause]}${searchStep(f)}`,
  },
  'fail/gateway-cdn': {
    verdict: (f) => {
      const reference = f.reference === undefined ? '' : `、参照番号 ${f.reference}`;
      return failed(f, `（${f.cdn} の応答${reference}：${cdnSaid[f.trouble]}）`);
    },
    explanation: (f) =>
      `この応答は、背後のサーバーに代わって ${f.cdn} 自身が作成したものです。そのサーバーのログには何も残っていない可能性があります。`,
    nextStep: (f) =>
      f.reference === undefined
        ? '背後のサーバーが動作しているか、ネットワークから到達できるか、ファイアウォールの記録を確認してください。'
        : `背後のサーバーにネットワークから到達できるか確認してください。${f.cdn} は ${f.reference} でこのリクエストを検索できます。`,
  },
  'fail/gateway-timeout': {
    verdict: (f) => {
      const waited = f.waitedMs === undefined ? '' : `、経過 ${durationOf(f.waitedMs)}`;
      const limit = f.limitMs === undefined ? '' : `、制限 ${timeSpan(f.limitMs)}`;
      return failed(f, `（ゲートウェイが背後のサービスを待ち切れませんでした${waited}${limit}）`);
    },
    explanation: () =>
      'サービスの処理がゲートウェイの待ち時間より長くかかりました。処理は続いて完了している可能性があるため、変更を繰り返す前に確認してください。',
    nextStep: (f) => `その間サービスが何をしていたか調べてください。${searchStep(f)}`,
  },
} satisfies Partial<GroupWords<'fail'>>;
