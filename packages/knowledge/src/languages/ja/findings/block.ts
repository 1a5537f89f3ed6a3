import type { ResponsePolicy } from '../../../finding/finding-facts.ts';
import type { GroupWords } from '../../../words.ts';
import { inline } from '../phrases.ts';

const coded = (code: string | undefined) => (code === undefined ? '' : `（${code}）`);
const holding = (value: string | undefined) => (value === undefined ? '' : `（${value}）`);
/** With the space that a name needs where no bracket stands between. */
const named = (directive: string | undefined) => (directive === undefined ? ' ' : holding(directive));

const policyCause: Readonly<Record<ResponsePolicy, string>> = {
  'resource-policy': '応答の Cross-Origin-Resource-Policy',
  'embedder-policy': 'ページの Cross-Origin-Embedder-Policy（応答に Cross-Origin-Resource-Policy がない）',
  'opener-policy': 'Cross-Origin-Opener-Policy の指定',
  framing: '応答の X-Frame-Options または frame-ancestors',
  opaque: 'Opaque Response Blocking（応答がページ内の用途に合わない）',
};

const policyStep: Readonly<Record<ResponsePolicy, string>> = {
  'resource-policy':
    '応答に Cross-Origin-Resource-Policy: cross-origin を付けるか、ページと同じサイトから配信してください。',
  'embedder-policy':
    '応答に Cross-Origin-Resource-Policy: cross-origin を付けるか、CORS で要求してください。',
  'opener-policy': '両方のページの Cross-Origin-Opener-Policy を比べてください。',
  framing:
    'Content-Security-Policy: frame-ancestors でページのオリジンを許可し、X-Frame-Options を外してください。',
  opaque:
    'そのアドレスの応答を確認してください。画像やスクリプトの代わりにエラーや JSON が返ることがよくあります。',
};

export const blockFindings: GroupWords<'block'> = {
  'block/by-client': {
    verdict: (f) => `ブラウザー内の何かが ${inline(f)}を止めました${coded(f.code)}。`,
    explanation: (f) =>
      f.code === undefined
        ? 'リクエストは送信されず、理由もキャプチャーにありません。拡張機能、広告ブロッカー、または開発者ツールでのブロックが考えられます。'
        : '拡張機能、広告ブロッカー、または開発者ツールでのブロックです。サービスにはリクエストが届いていません。',
    nextStep: () =>
      '拡張機能のないプライベートウィンドウで再試行し、開発者ツールの「Network request blocking」を確認してください。',
  },
  'block/by-administrator': {
    verdict: (f) => `ブラウザーの管理者が ${inline(f)}を禁止しています${coded(f.code)}。`,
    explanation: () =>
      '管理対象ブラウザーのポリシーにこのアドレスが含まれています。サービスにはリクエストが届いていません。',
    nextStep: () => 'chrome://policy（URLBlocklist）を確認し、ホストの許可を管理者に依頼してください。',
  },
  'block/content-security-policy': {
    verdict: (f) =>
      f.unseen
        ? `ページ ${inline(f)}では、Content-Security-Policy${named(f.directive)}が ${f.blocked} をリクエストになる前に遮断しました。`
        : f.reported
          ? `ページの Content-Security-Policy${named(f.directive)}が ${f.blocked} を遮断したことを、ブラウザーが ${inline(f)}で報告しました。`
          : `ページの Content-Security-Policy${named(f.directive)}が ${inline(f)}を遮断しました。${f.blocked} は許可リストにありません。`,
    explanation: (f) =>
      f.nonceOfACachedPage
        ? 'このポリシーは応答ごとに変わる nonce でスクリプトを許可しますが、このページはキャッシュから来たため、含まれる nonce は別の応答のものです。'
        : 'ブラウザーはページのポリシーに載っているものだけを読み込みます。拒否の多くはキャプチャーに痕跡を残しません。',
    nextStep: (f) =>
      f.nonceOfACachedPage
        ? 'このようなページをキャッシュに残さない（Cache-Control: no-store）か、ポリシーで nonce の代わりにハッシュを使ってください。当面はキャッシュを消去してください。'
        : `${f.blocked} が必要ならポリシーに追加してください。コンソールと Issues パネルに個々の拒否が示されます。`,
  },
  'block/response-policy': {
    verdict: (f) =>
      `${inline(f)}には応答がありましたが、ブラウザーはページに渡しませんでした。原因：${policyCause[f.policy]}${holding(f.value)}、${f.code}。`,
    explanation: () =>
      'サービスは動作しています。このページは応答を使えないと、ヘッダーフィールドが示しています。',
    nextStep: (f) => policyStep[f.policy],
  },
  'block/nosniff': {
    verdict: (f) =>
      `ブラウザーは ${inline(f)}を使いませんでした。種類が ${f.expected} ではなく ${f.mimeType} とされ、nosniff が推測を禁じているためです。`,
    explanation: (f) =>
      f.mimeType === 'text/html'
        ? '多くの場合、ファイルの代わりにエラーページやサインインページがステータス 200 で返されています。'
        : 'サーバーが、送っているファイルの種類を把握していません。',
    nextStep: (f) =>
      `応答の内容を確認し、正しいファイルを Content-Type: ${f.expected} で送るようにしてください。`,
  },
  'block/integrity': {
    verdict: (f) =>
      `${inline(f)}の内容がページの期待（integrity、${f.algorithm}）と異なるため、ブラウザーは実行しませんでした。`,
    explanation: () =>
      'キャプチャーされた内容のダイジェストがページの値と異なります。ページの作成後または経路上でファイルが変更されました。',
    nextStep: () =>
      'コンソールで「integrity」を探し、ページのダイジェストを更新するか元のファイルに戻してください。スクリプトを書き換えるプロキシでも起こります。',
  },
  'block/mixed-content': {
    verdict: (f) =>
      `安全なページ ${f.page} が ${inline(f)}を平文の http で要求し、ブラウザーは送信しませんでした。`,
    explanation: () =>
      'ブラウザーは、https のページを変えうるものを http で読み込ませません（混在コンテンツ）。',
    nextStep: () => 'https で要求するか、https で提供してください。',
  },
  'block/proxy-authentication': {
    verdict: (f) =>
      f.code === undefined
        ? `プロキシが ${inline(f)}を 407 で拒否しました。だれの要求かを示すよう求めています。`
        : `プロキシが ${inline(f)}を通しませんでした${coded(f.code)}。`,
    explanation: (f) =>
      f.code === undefined
        ? '応答はサービスではなくプロキシからのものです。サービスにはリクエストが届いていません。'
        : 'プロキシがホストへのトンネルを拒否しました。認証を求めているか、規則でホストを禁じています。どちらかはブラウザーからは分かりません。',
    nextStep: () =>
      'このホストに対するプロキシの認証と規則を確認し、プロキシのないネットワークと比べてください。',
  },
  'block/interception': {
    verdict: (f) => {
      const who =
        f.vendor === undefined ? 'セキュリティゲートウェイ' : `セキュリティゲートウェイ（${f.vendor}）`;
      return f.blockPage
        ? `${inline(f)}に応答したのはサービスではなく${who}で、拒否のページを返しました。`
        : `通信は${who}を経由しています。${inline(f)}にその印があります。`;
    },
    explanation: (f) =>
      f.blockPage
        ? '会社の規則がこのアドレスまたはその分類を遮断しています。サービスにはリクエストが届いていません。'
        : 'よくあることで、問題とは限りません。検査により応答が遅れたり、切れたり、変わったりすることがあります。',
    nextStep: (f) =>
      f.blockPage
        ? 'ページの参照番号をゲートウェイの管理者に伝え、ホストの許可を依頼してください。'
        : 'ほかに不審な点があれば、ゲートウェイのないネットワークと比べてください。',
  },
  'block/captive-portal': {
    verdict: (f) =>
      f.portal === undefined
        ? `${inline(f)}に 511 が返されました。ネットワークが先にサインインを求めています。`
        : `ネットワークが ${inline(f)}を ${f.portal} へ導きました。先にサインインまたは規約への同意を求めています。`,
    explanation: () =>
      'ゲスト用ネットワークは、だれかがサインインするまで、すべてのサービスの代わりに応答します。',
    nextStep: () =>
      'ブラウザーで平文の http アドレスを開き、ネットワークにサインインしてから記録し直してください。',
  },
};
