import type { CorsHeaderFacts, CorsSign } from '../../../finding/finding-facts.ts';
import type { FindingSentences, GroupWords } from '../../../words.ts';
import { inline, quote, request, search, searchStep } from '../phrases.ts';

/** A finding that one header field decides: the verdict names it, only the explanation differs. */
const header = (explanation: string): FindingSentences<CorsHeaderFacts> => ({
  verdict: (f) => {
    const says =
      f.actual === undefined
        ? `${f.header} がありません（必要な値：${f.expected}）`
        : `${f.header}: ${f.actual} とありますが、${f.expected} が必要です`;
    return f.preflight
      ? `ブラウザーは ${f.origin} のページの ${inline(f)}を送信しませんでした。プリフライトへの応答（${f.status}）に ${says}。`
      : `ブラウザーは ${inline(f)}を ${f.origin} のページに渡しませんでした。応答（${f.status}）に ${says}。${search(f)}`;
  },
  explanation: (f) =>
    f.preflight && f.status >= 400
      ? `${explanation}プリフライトへの応答は ${f.status} でした。多くの場合、サービスに届く前にゲートウェイまたはサインインが OPTIONS を拒否しています。`
      : explanation,
  nextStep: (f) => {
    const to = f.preflight ? 'プリフライト（OPTIONS）' : 'このリクエスト';
    return /Methods|Headers/.test(f.header)
      ? `サービス側で、プリフライト（OPTIONS）への応答の ${f.header} に ${f.expected} を追加してください。`
      : `サービスまたはその手前のゲートウェイが、${to}に ${f.header}: ${f.expected} を付けて応答するようにしてください。`;
  },
});

const signs: Readonly<Record<CorsSign, string>> = {
  'preflight-refused': 'プリフライトが拒否されたため、リクエストは送信されていません',
  'preflight-insufficient':
    'プリフライトに応答はありましたが許可が不足しており、リクエストは送信されていません',
  'answer-withheld': '応答は届きましたが、ページには読み取りが許可されませんでした',
  'not-in-capture': 'ブラウザー自身が拒否しました',
};

export const corsFindings: GroupWords<'cors'> = {
  'cors/missing-allow-origin': header(
    'ページが別のオリジンの応答を読めるのは、応答がそれを許可した場合だけです。サービスは応答しており、ページに渡されなかっただけです。',
  ),
  'cors/allow-origin-mismatch': header(
    '応答はページとは別のオリジンを許可しています。固定値になっているか、Vary: Origin がないために、別のオリジン用の応答がキャッシュに残っています。',
  ),
  'cors/multiple-allow-origin': header(
    '有効なのは 1 つのオリジンまたは * だけです。設定に一覧が書かれているか、サービスとゲートウェイの両方がこのフィールドを追加しています。',
  ),
  'cors/invalid-allow-origin': header(
    '値がオリジンではありません。オリジンはスキームとホスト、標準でない場合はポートからなり、パスは含みません。',
  ),
  'cors/wildcard-with-credentials': header(
    'ページは Cookie などの資格情報付きで要求しました。その場合 * は無効で、応答はオリジンを明示する必要があります。',
  ),
  'cors/no-allow-credentials': header(
    'ページは Cookie などの資格情報付きで要求しました。その場合、応答は小文字の true で資格情報も許可する必要があります。',
  ),
  'cors/preflight-missing-allow-origin': header(
    'このようなリクエストの前に、ブラウザーは許可を求めます（プリフライト）。応答はどのページにも許可を与えていません。',
  ),
  'cors/preflight-allow-origin-mismatch': header(
    'このようなリクエストの前に、ブラウザーは許可を求めます（プリフライト）。応答はページのオリジン以外に許可を与えています。別のオリジン、複数のオリジン、または無効な値です。',
  ),
  'cors/preflight-wildcard': header(
    'ページは Cookie などの資格情報を送ろうとしています。その場合 * は無効で、プリフライトへの応答はオリジンを明示する必要があります。',
  ),
  'cors/preflight-no-allow-credentials': header(
    'ページは Cookie などの資格情報を送ろうとしています。その場合、プリフライトへの応答は資格情報も許可する必要があります。',
  ),
  'cors/preflight-method': header(
    'プリフライトへの応答にこのメソッドが挙がっていません。大文字と小文字は区別され、資格情報付きのリクエストでは * は無効です。',
  ),
  'cors/preflight-header': header(
    'プリフライトへの応答に、ページが送ろうとするフィールドがすべては挙がっていません。資格情報付きのリクエストでは * は無効です。',
  ),
  'cors/masked-server-error': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : `：${quote(f.errorText)}`;
      return `${inline(f)}は ${f.status} で失敗しました${why}。ブラウザーには代わりに CORS エラー（${f.reason}）が表示されます。${search(f)}`;
    },
    explanation: (f) =>
      `エラーページには、サービス自身なら付ける許可（ここでは ${f.origin} に対するもの）がないことがよくあります。原因はステータスで、CORS エラーは症状です。`,
    nextStep: (f) =>
      `まず ${f.status} を解決してください。${searchStep(f)}次に、エラーページにも Access-Control-Allow-Origin を付け、失敗の内容をページが表示できるようにしてください。`,
  },
  'cors/preflight-status': {
    verdict: (f) =>
      `ブラウザーは ${f.origin} のページの ${inline(f)}を送信しませんでした。プリフライトへの応答が ${f.status} で、有効なのは 200～299 だけです。`,
    explanation: () =>
      '応答はオリジンを許可していますが、プリフライトは成功する必要があります。多くの場合、OPTIONS の処理がないか、その前にサインインが求められています。',
    nextStep: () => 'このパスの OPTIONS に、サインインなしで 204 を返すようにサービスを設定してください。',
  },
  'cors/preflight-redirect': {
    verdict: (f) => {
      const target = f.target === undefined ? '' : ` ${f.target} へ`;
      return `ブラウザーは ${f.origin} のページの ${inline(f)}を送信しませんでした。プリフライトが${target}リダイレクトされました（${f.status}）。これは許可されません。`;
    },
    explanation: () =>
      'ブラウザーはプリフライトのリダイレクトに従いません。多くの場合、サインイン、http から https への切り替え、末尾のスラッシュの不足が原因です。',
    nextStep: () =>
      'ページが最終的なアドレスを直接要求するようにするか、リダイレクトの前に OPTIONS へ 204 を返すようにしてください。',
  },
  'cors/redirect-credentials': {
    verdict: (f) =>
      `ブラウザーは ${f.origin} のページの ${inline(f)}のリダイレクトに従いませんでした。${f.target} へのアドレスにユーザー名またはパスワードが含まれています（${f.status}）。`,
    explanation: () =>
      '他人の資格情報を推測できないように、別のオリジンのページを、資格情報を含むアドレスへ送ることはできません。',
    nextStep: () =>
      'サービスが、ユーザー名とパスワードを含まないアドレスへリダイレクトするようにしてください。クエリに短時間だけ有効な署名を付ければ、同じことができます。',
  },
  'cors/header-not-exposed': {
    verdict: (f) =>
      `${inline(f)}は ${f.status} で失敗し、Access-Control-Expose-Headers に挙がっていないため、ページは ${f.header} を読めません。${search(f)}`,
    explanation: () =>
      '別のオリジンのページが読めるのは、応答のごく一部のフィールドと、応答が挙げたフィールドだけです。これがないと、ページはやみくもに再試行するか、ID を表示できません。',
    nextStep: (f) => `サービス側で Access-Control-Expose-Headers に ${f.header} を追加してください。`,
  },
  'cors/repeated-preflights': {
    verdict: (f) =>
      `${request(f)}：応答に Access-Control-Max-Age がないため、同じパスへのプリフライト ${f.count} 件に合計 ${f.preflightMs} ms かかりました。`,
    explanation: () =>
      'このフィールドがないと、ブラウザーはプリフライトの結果を 5 秒しか保持しません。プリフライトごとに、リクエストの前に 1 往復かかります。',
    nextStep: () =>
      'プリフライトに Access-Control-Max-Age（たとえば 7200）を付けて応答するようにしてください。ブラウザーが受け付けるのは最長で 2 時間、またはそれ以下です。',
  },
  'cors/authorization-wildcard': {
    verdict: (f) =>
      `${request(f)}：プリフライトへの応答は Access-Control-Allow-Headers: * だけで Authorization を許可しており、ブラウザーは今後これを拒否します。`,
    explanation: () =>
      '現在は動作しますが、コンソールに警告が出ます。標準では名前そのものを挙げる必要があります。',
    nextStep: () => 'サービス側で Access-Control-Allow-Headers に Authorization を挙げてください。',
  },
  'cors/private-network': {
    verdict: (f) => {
      const from = f.origin === undefined ? '' : `${f.origin} のページの `;
      return `ブラウザーが ${from}${inline(f)}を止めました。ホストはローカルネットワークにあり、ページにはアクセスの許可がありません（${f.reason}）。`;
    },
    explanation: () =>
      'ブラウザーはローカルネットワークをインターネットのページから守ります。利用者の許可が必要です。以前のバージョンは、代わりにプリフライトでホストの許可を求めていました。',
    nextStep: () =>
      'ブラウザーのサイト設定またはポリシーで、ページのローカルネットワークへのアクセスを許可してください。以前のバージョンでは、ホストがプリフライトに Access-Control-Allow-Private-Network: true を付けて応答するようにしてください。',
  },
  'cors/suspected': {
    verdict: (f) => {
      const status = f.status === undefined ? '' : `（${f.status}）`;
      const origin = f.origin === undefined ? 'ページ' : ` ${f.origin} のページ`;
      return `ブラウザーが ${inline(f)}を${origin}に渡しませんでした。おそらく CORS が原因です：${signs[f.sign]}${status}。${search(f)}`;
    },
    explanation: (f) => {
      if (f.sign === 'not-in-capture')
        return 'キャプチャーに応答もプリフライトもないため、正確な理由は分かりません。';
      if (f.reason !== undefined)
        return `応答は CORS では従えない先へリダイレクトしています（${f.reason}）。`;
      return f.allowedOrigin === undefined
        ? '応答からは正確な理由が分かりません。理由はブラウザーのコンソールにだけ表示されます。'
        : `応答が許可しているのは ${f.allowedOrigin} です。正確な理由はブラウザーのコンソールにだけ表示されます。`;
    },
    nextStep: (f) =>
      f.sign === 'not-in-capture'
        ? 'ブラウザーのコンソールを確認するか、応答とプリフライトを記録する Chrome または Edge の DevTools でもう一度取得してください。'
        : 'Origin と Access-Control-Request-* を応答の Access-Control-Allow-* と比較し、ブラウザーのコンソールを確認してください。',
  },
};
