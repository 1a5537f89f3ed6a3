import type { ContentKind, CookieTrouble } from '../../../finding/finding-facts.ts';
import type { GroupWords } from '../../../words.ts';
import { inline } from '../phrases.ts';

const kind: Readonly<Record<ContentKind, string>> = {
  json: 'JSON',
  html: 'HTML',
  xml: 'XML',
  image: '画像',
  pdf: 'PDF',
  unknown: '内容',
};

const trouble: Readonly<Record<CookieTrouble, string>> = {
  expires: 'Expires が日付ではありません',
  'max-age': 'Max-Age が数値ではありません',
  path: 'Path が / で始まっていません',
  'same-site': 'SameSite が未知の値です',
  'http-only': 'HttpOnly がなく、スクリプトから読めます',
  secure: 'Secure がなく、平文で送られることがあります',
};

const cookieName = (cookie: string | undefined) => (cookie === undefined ? 'Cookie' : `Cookie ${cookie}`);

export const lintFindings: GroupWords<'lint'> = {
  'lint/bad-date': {
    verdict: (f) => `${inline(f)}は ${f.field} に、HTTP が認めない日付を入れています。`,
    explanation: () => 'このような日付は利用できません。Expires の場合、キャッシュは遠い過去とみなします。',
    nextStep: () =>
      'サーバーが Sun, 06 Nov 1994 08:49:37 GMT の形で日付を書くようにしてください（RFC 9110 §5.6.7）。',
  },
  'lint/cache-control-conflict': {
    verdict: (f) =>
      f.first === f.second
        ? `${inline(f)}は Cache-Control に ${f.first} を異なる値で二回書いています。`
        : `${inline(f)}は Cache-Control に ${f.first} と ${f.second} の両方を書いています。`,
    explanation: () => '両者は矛盾し、キャッシュによって解釈が異なります。',
    nextStep: () => 'どちらを意図したかを決め、もう一方を外してください（RFC 9111 §5.2.2）。',
  },
  'lint/no-store-public': {
    verdict: (f) => `${inline(f)}は Cache-Control に public と no-store の両方を書いています。`,
    explanation: () => 'no-store が優先され、何も保存されません。意図と異なる可能性があります。',
    nextStep: () => 'public を外すか、保存してよいなら no-store を外してください（RFC 9111 §5.2.2）。',
  },
  'lint/weak-etag-range': {
    verdict: (f) => `${inline(f)}は部分（206）に弱い ETag を付けています。`,
    explanation: () =>
      '弱い検証子では二つの部分が同じものか分からないため、途切れたダウンロードは最初からやり直しになります。',
    nextStep: () => '部分で配信するファイルには強い ETag を付けてください（RFC 9110 §13.1.5）。',
  },
  'lint/vary-star': {
    verdict: (f) => `${inline(f)}は Vary: * を返しています。`,
    explanation: () => '保存した応答がどのリクエストにも合わないため、何も保存できません。',
    nextStep: () =>
      '関係するリクエストフィールドを挙げるか、Cache-Control: no-store と書いてください（RFC 9110 §12.5.5）。',
  },
  'lint/content-type-mismatch': {
    verdict: (f) =>
      f.mimeType === undefined
        ? `${inline(f)}は Content-Type なしで${kind[f.found]}を送っています。`
        : `${inline(f)}は ${f.mimeType} と名乗っていますが、実際は ${kind[f.found]} です。`,
    explanation: () => 'ブラウザーは推測するか、ほかのフィールドによっては応答を拒否します。',
    nextStep: () => 'サーバーが正しい Content-Type を示すようにしてください（RFC 9110 §8.3）。',
  },
  'lint/redirect-without-location': {
    verdict: (f) => `${inline(f)}は Location なしでリダイレクト（${f.status}）しています。`,
    explanation: () => 'ブラウザーは移動できず、空のページを表示します。',
    nextStep: () => 'Location を送るか、リダイレクトでないステータスにしてください（RFC 9110 §15.4）。',
  },
  'lint/content-with-204': {
    verdict: (f) => `${inline(f)}は 204（内容なし）なのに、内容を予告または送信しています。`,
    explanation: () => 'それを待ち続けたり、次の応答と取り違えたりする受信側があります。',
    nextStep: () => '内容付きで 200 を送るか、Content-Length なしで 204 を送ってください（RFC 9110 §8.6）。',
  },
  'lint/not-modified-without-validator': {
    verdict: (f) => `${inline(f)}は条件を付けていないのに 304（変更なし）を受け取りました。`,
    explanation: () =>
      'リクエストに If-None-Match も If-Modified-Since もないため、ブラウザーには表示するものがない可能性があります。',
    nextStep: () =>
      '304 は条件付きリクエストにだけ返し（RFC 9110 §15.4.5）、途中のキャッシュを確認してください。',
  },
  'lint/duplicate-header': {
    verdict: (f) => `${inline(f)}は ${f.field} を異なる値で複数回送っています。`,
    explanation: () => 'このフィールドは一度だけ許され、読み手ごとに異なる値が使われます。',
    nextStep: () => '設定している二か所（多くはサービスとゲートウェイ）を探してください（RFC 9110 §5.3）。',
  },
  'lint/malformed-header': {
    verdict: (f) => `${inline(f)}の ${f.field} は標準の書式に従っていません。`,
    explanation: () => 'このようなフィールドは、ないものとして無視されます。',
    nextStep: () => '値を直してください。書式はそのフィールドの標準にあります。',
  },
  'lint/cookie-attributes': {
    verdict: (f) =>
      `${inline(f)}が設定する ${cookieName(f.cookie)} に問題があります：${trouble[f.trouble]}。`,
    explanation: () =>
      'ブラウザーは理解できない属性を無視します。セッションの Cookie はスクリプトと平文の http から守る必要があります。',
    nextStep: () => 'Set-Cookie の属性を直してください（RFC 6265 §4.1.2）。',
  },
  'lint/hsts': {
    verdict: (f) =>
      f.trouble === 'missing'
        ? `${inline(f)}は安全なページですが、Strict-Transport-Security を送っていません。`
        : `${inline(f)}の Strict-Transport-Security に max-age がありません。`,
    explanation: () => 'ブラウザーは次回の訪問で https を必須にしません。',
    nextStep: () => 'Strict-Transport-Security: max-age=31536000 を送ってください（RFC 6797 §6.1）。',
  },
  'lint/secret-in-url': {
    verdict: (f) =>
      f.parameter === 'userinfo'
        ? `${inline(f)}はホストの前にユーザー名とパスワードを含んでいます。`
        : `${inline(f)}はアドレスに資格情報を含んでいます（${f.parameter}）。`,
    explanation: () => 'アドレスはログ、履歴、Referer フィールドに残ります。',
    nextStep: () => 'ヘッダーフィールドか本文で送り、見えてしまったものは無効にしてください。',
  },
};
