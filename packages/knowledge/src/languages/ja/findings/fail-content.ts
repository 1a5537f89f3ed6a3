import type { BrokenJson, InBodyFacts, PageKind } from '../../../finding/finding-facts.ts';
import type { GroupWords } from '../../../words.ts';
import { inline, quote, search, searchStep } from '../phrases.ts';

const inside = (f: InBodyFacts, how: string) =>
  `${inline(f)}は ${f.status} を返しましたが、${how}：${quote(f.errorText)}。${search(f)}`;

const transportOnly =
  'ステータスは転送の結果を示すだけで、要求された処理は失敗しています。ステータスによる一覧には現れません。';

const pageName: Readonly<Record<PageKind, string>> = {
  'sign-in': 'サインインページ',
  refused: '拒否のページ（ファイアウォールまたはボット検査）',
  maintenance: 'メンテナンスのページ',
  error: 'エラーページ',
  application: 'アプリケーション自身のページ',
  other: 'ページ',
};

const pageStep: Readonly<Record<PageKind, string>> = {
  'sign-in':
    'セッションが終了したか、送信されていません。もう一度サインインし、この呼び出しの Cookie とトークンを確認してください。',
  refused:
    'サービスの手前にある何かが呼び出しを拒否しました。ページに表示された番号をファイアウォールの担当者に伝えてください。',
  maintenance: 'メンテナンスの終了を待つか、終了時刻をサービス担当チームに確認してください。',
  error: 'ページを読んでください。何が失敗したか書かれています。',
  application:
    'サーバーはこのアドレスを知らず、代わりにアプリケーションのページを送っています。アドレスとバージョンを成功する呼び出しと比較し、サーバーまたはプロキシのルートを確認してください。',
  other: 'ページの内容と、送信元（サーバー、プロキシ、キャプティブポータル）を確認してください。',
};

const brokenHow: Readonly<Record<BrokenJson, string>> = {
  cut: '途中で終わっています',
  empty: '空です',
  'not-json': 'JSON ではないもので始まっています',
  value: 'JSON にない値（Infinity など）を含んでいます',
  syntax: 'JSON の規則に反しています',
};

const brokenStep: Readonly<Record<BrokenJson, string>> = {
  cut: '書き込み中のサービスの異常終了または制限を確認してください。',
  empty: 'サービスが何も返さなかった理由を調べてください。空のリストであれば JSON です。',
  'not-json': '本文の先頭を確認してください。サーバーのプログラムの警告やエラーがあることがよくあります。',
  value: '数値にならない計算を見つけ、その値を送らないようにしてください。',
  syntax: 'JSON パーサーが止まる位置を確認してください。値が引用符なしで埋め込まれていることがよくあります。',
};

export const contentFindings = {
  'fail/error-in-success': {
    verdict: (f) =>
      f.inRedirect
        ? `${inline(f)}はエラー付きでリダイレクトしました：${quote(f.errorText)}。${search(f)}`
        : inside(f, '本文は失敗を示しています'),
    explanation: (f) =>
      f.inRedirect
        ? 'サインインサービスは、アドレスにエラーを付けてブラウザーを戻すことで拒否を伝えます（RFC 6749 §4.1.2.1）。'
        : transportOnly,
    nextStep: (f) =>
      f.inRedirect ? 'サインインサービスのドキュメントとログで、このエラーを調べてください。' : searchStep(f),
  },
  'fail/graphql': {
    verdict: (f) => {
      const operation = f.operation === undefined ? '操作' : `操作 ${f.operation} `;
      const field = f.field === undefined ? '' : `（${f.field}）`;
      return inside(f, `GraphQL は${operation}の${f.partial ? '一部の' : ''}失敗を示しています${field}`);
    },
    explanation: (f) =>
      f.partial
        ? 'エラーと一緒にデータも届いています。失敗した部分以外はページに表示されている可能性があります。'
        : 'GraphQL は操作が失敗しても成功として応答し、理由は errors に書かれます。ステータスによる一覧には現れません。',
    nextStep: (f) => searchStep(f),
  },
  'fail/batch-item': {
    verdict: (f) => {
      const status = f.itemStatus === undefined ? '' : `、最初のものは ${f.itemStatus}`;
      return inside(f, `${f.items} 個の部分のうち ${f.failed} 個が失敗しました${status}`);
    },
    explanation: () =>
      'ステータスはバッチ全体のもので、各部分にはそれぞれの結果があります。ステータスによる一覧には現れません。',
    nextStep: (f) => `失敗した部分と、それに対して送信された内容を確認してください。${searchStep(f)}`,
  },
  'fail/soap-fault': {
    verdict: (f) => inside(f, `内容は SOAP フォルト${f.code === undefined ? '' : `（${f.code}）`}です`),
    explanation: (f) =>
      f.blames === 'sender'
        ? 'フォルトのコードによると、誤りは送信された内容にあります。'
        : f.blames === 'service'
          ? 'フォルトのコードによると、サービス自体が失敗しています。'
          : 'SOAP フォルトは、ステータスにかかわらず操作が行われなかったことを意味します。',
    nextStep: (f) =>
      f.blames === 'sender'
        ? `送信内容を、成功する呼び出しと比較してください。${searchStep(f)}`
        : searchStep(f),
  },
  'fail/oci-error': {
    verdict: (f) => {
      const among = f.commands === undefined || f.commands < 2 ? '' : ` ${f.commands} 個のうち 1 個の`;
      const code = f.code === undefined ? '' : `（${f.code}）`;
      return inside(f, `BroadWorks が${among}コマンドを拒否しました${code}`);
    },
    explanation: () =>
      '転送は成功しましたが、OCI コマンド自体が拒否されました。同じリクエストのほかのコマンドは実行された可能性があります。',
    nextStep: (f) => `エラー番号と、そこに示された値を調べてください。${searchStep(f)}`,
  },
  'fail/html-for-json': {
    verdict: (f) => {
      const title = f.title === undefined ? '' : quote(f.title);
      return `${inline(f)}は${f.asked === undefined ? ' JSON ' : 'イベントストリーム'}を求めましたが、${f.status} で${pageName[f.page]}${title}が返されました。${search(f)}`;
    },
    explanation: () =>
      'ステータスは成功ですが、アプリケーションはデータの代わりに届いたページを読めません。失敗したリクエストがないまま、アプリケーションだけが失敗します。',
    nextStep: (f) => pageStep[f.page],
  },
  'fail/maintenance-page': {
    verdict: (f) =>
      `${inline(f)}に、${f.status} でメンテナンスのお知らせ${quote(f.title)}が返されました。${search(f)}`,
    explanation: () =>
      'サービスが意図的に停止されているか、背後からの応答がないときに手前の機器がこのページを表示しています。ステータスの上では正常に見えます。',
    nextStep: () =>
      'いつまで続くかを、サービス担当チームに尋ねるか、ステータスページで確認してください。このようなページは、プログラムやキャッシュにも分かるよう、503 と Retry-After を付けて返すべきです。',
  },
  'fail/broken-json': {
    verdict: (f) =>
      `${inline(f)}は ${f.status} を返しましたが、JSON を読み取れません：${brokenHow[f.fault]}。${search(f)}`,
    explanation: () =>
      'Content-Type は JSON ですが内容はそうではないため、アプリケーションは読み取りに失敗します。失敗したリクエストとしては現れません。',
    nextStep: (f) => `${brokenStep[f.fault]}${searchStep(f)}`,
  },
} satisfies Partial<GroupWords<'fail'>>;
