import type { CookieLossCause } from '../../../finding/finding-facts.ts';
import { place } from '../../../finding/place.ts';
import { sameSiteOf } from '../../../finding/same-site.ts';
import { timeSpan } from '../../../finding/time-span.ts';
import type { GroupWords } from '../../../words.ts';
import { inline, quote, search, searchStep } from '../phrases.ts';

/** RFC 6749 §4.1.2.1 and §5.2, OpenID Connect Core §3.1.2.6. */
const oauthCode: Readonly<Record<string, string>> = {
  access_denied: '利用者またはポリシーが同意しませんでした。多くの場合、キャンセルされています。',
  login_required:
    'ページは画面を出さずにサインイン済みかを尋ね、誰もサインインしていませんでした。これは回答であり、障害ではありません。',
  interaction_required:
    'ページは画面を出さずに尋ねましたが、サインインサービスは利用者の操作を必要としています。',
  consent_required:
    'ページは画面を出さずに尋ねましたが、アプリケーションの求める内容に利用者がまだ同意していません。',
  invalid_client: 'サインインサービスがこのアプリケーションを知らないか、その証明を受け付けません。',
  invalid_grant: 'コードが期限切れか、使用済みか、別のリダイレクト先のものです。',
  invalid_scope: 'アプリケーションが、存在しないスコープまたは許可されていないスコープを求めています。',
  unauthorized_client: 'このアプリケーションは、この方法でサインインさせることを許可されていません。',
  server_error: 'サインインサービス自体にエラーが発生しました。',
  temporarily_unavailable: 'サインインサービスが過負荷またはメンテナンス中です。',
};

/** One cookie by its name, several with their number. */
const kept = ({ cookies, cookieCount }: { readonly cookies: string; readonly cookieCount: number }) =>
  cookieCount === 1 ? ` Cookie ${cookies} ` : ` ${cookieCount} 個の Cookie（${cookies}）`;

/** How a session's cookie was lost. */
const lostBy: Readonly<Record<CookieLossCause, string>> = {
  removed: '別の応答が削除しました',
  expired: '過去の日時を期限として設定されました',
  path: '別のパス用に設定されました',
  insecure: 'Secure が付いていますが http で設定されました',
  unknown: '以前のリクエストにはありましたが、このリクエストにはありません',
};

export const authFindings: GroupWords<'auth'> = {
  'auth/unauthorized': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : `：${quote(f.errorText)}`;
      const healed = f.healed ? '（再試行で成功）' : '';
      if (f.handshake !== undefined)
        return `${inline(f)}は、${f.handshake} のサインインの手順どおり最初に拒否され（${f.status}）、その後受け付けられました。`;
      if (f.status === 407) return `プロキシが ${inline(f)}の前に認証を求めました（407）${healed}${why}。`;
      const what =
        f.status === 401 ? 'は、要求元が認証されないため拒否されました（401）' : 'は禁止されています（403）';
      return `${inline(f)}${what}${healed}${why}。${search(f)}`;
    },
    explanation: (f) => {
      if (f.handshake !== undefined)
        return 'このサインインは何回かのやり取りで行われ、最後を除く応答はすべて拒否になります。';
      if (f.status === 403)
        return 'サービスは要求元を認識していますが、許可していません。ロール、ライセンス、スコープの不足か、ファイアウォールによる拒否です。';
      if (f.credentials === 'missing')
        return 'このリクエストには資格情報がありません。同じキャプチャーのほかのリクエストには付いています。';
      if (f.credentials === 'sent')
        return '資格情報は送信されましたが、受け付けられませんでした。期限切れ、失効、または別のサービス用です。';
      return '資格情報が送信されたかどうかは分かりません。エクスポート時にすべてのリクエストから除かれています。';
    },
    nextStep: (f) => {
      if (f.healed) return '対応は不要です。サインインは拒否の応答から始まることがよくあります。';
      if (f.status === 407) return 'プロキシにサインインするか、このホストを認証なしで通してください。';
      if (f.status === 403) return `利用者のロール、ライセンス、スコープを確認してください。${searchStep(f)}`;
      return `サインアウトしてサインインし直し、もう一度試してください。${searchStep(f)}`;
    },
  },
  'auth/missing-credentials': {
    verdict: (f) => {
      const why = f.errorText === undefined || f.healed ? '' : `：${quote(f.errorText)}`;
      const healed = f.healed ? '（再試行で成功）' : '';
      return `${inline(f)}は、Authorization も Cookie も付いていなかったため拒否されました（401）${healed}${why}。${search(f)}`;
    },
    explanation: () =>
      'このキャプチャーでは、同じサイトへのほかのリクエストに資格情報が付いています。ページがここでは付けなかったか、失っていました。',
    nextStep: (f) =>
      f.healed
        ? '対応は不要です。ページは再試行のときに付けました。'
        : 'このリクエストに資格情報が付かない理由をページのコードで調べてください。それまではサインインし直して再読み込みしてください。',
  },
  'auth/no-challenge': {
    verdict: (f) => `${inline(f)}への応答は 401 ですが、WWW-Authenticate がありません。`,
    explanation: () =>
      'RFC 9110 は、サインイン方法を示すこのフィールドを求めています。意図的に省くサービスも多く、これに頼るクライアントは自動でサインインできません。',
    nextStep: () => 'サービスが 401 に WWW-Authenticate（たとえば Bearer）を付けるようにしてください。',
  },
  'auth/token-expired': {
    verdict: (f) => {
      const ago =
        f.expiredMs === 0 ? 'ちょうど期限切れになった' : `${timeSpan(f.expiredMs)} 前に期限切れになっていた`;
      const healed = f.healed ? '（再試行で成功）' : '';
      return `${inline(f)}は、${f.signedUrl ? '署名付きアドレス' : 'トークン'}が${ago}ため拒否されました（${f.status}）${healed}。${search(f)}`;
    },
    explanation: (f) =>
      f.signedUrl
        ? 'アドレス自体に有効期限（X-Amz-Expires、Expires、se）があり、サーバーの時計で見てリクエストより前に切れています。'
        : 'トークンの exp（SAML では NotOnOrAfter）が、サーバーの時計で見たリクエストの時刻より前です。',
    nextStep: (f) => {
      if (f.healed) return '対応は不要です。ページは想定どおり新しいトークンを取得しました。';
      return f.signedUrl
        ? 'ページを再読み込みし、新しいアドレスを取得させてください。再発する場合は、必要になったときにアドレスを取得するか、有効期間を延ばしてください。'
        : 'サインインし直してください。再発する場合は、ページがトークンを期限前に更新しない理由を調べてください。';
    },
  },
  'auth/token-not-yet-valid': {
    verdict: (f) =>
      `${inline(f)}は、トークンが ${timeSpan(f.earlyMs)} 後に初めて有効になる（${f.claim}）ため拒否されました（${f.status}）。${search(f)}`,
    explanation: () =>
      'サーバーの時計で見ると、トークンは未来のものです。サインインサービスとこのサービスの時計がずれています。',
    nextStep: () =>
      'サインインサービスと、拒否したサービスの時計を比べてください（NTP）。1 分程度のずれは許容するようにしてください。',
  },
  'auth/token-audience': {
    verdict: (f) =>
      `${inline(f)}は拒否されました（${f.status}）：${quote(f.errorText)}。トークンの内容は ${f.claim}: ${f.value} です。${search(f)}`,
    explanation: (f) =>
      f.claim === 'aud'
        ? 'トークンは、要求先とは別のサービス用に発行されています。'
        : 'トークンは、ここで信頼されているものとは別のサインインサービスが発行しています。',
    nextStep: (f) =>
      `${f.claim} をサービスが受け付ける値と比較し、ページのサインイン設定が環境に合っているか確認してください。`,
  },
  'auth/clock-skew': {
    verdict: (f) =>
      `${f.host ?? 'キャプチャーを取得したマシン'} の時計が、${f.host === undefined ? 'サーバー' : `ほかのサーバー ${f.hosts} 台`}より ${timeSpan(f.skewMs)} ${f.ahead ? '進んでいます' : '遅れています'}（${f.host === undefined ? `${f.hosts} 台のホストの応答 ${f.answers} 件が一致` : `応答 ${f.answers} 件の Date による`}）。${f.refusals === 0 ? '' : `このために ${f.refusals} 件のリクエストが拒否されました。`}`,
    explanation: (f) =>
      f.host !== undefined
        ? 'このサーバーのトークンは、ほかの場所では未来のもの、または期限切れに見えます。'
        : 'このようなマシンでは、トークンが期限切れやまだ無効に見え、キャプチャーの時刻がログと合いません。',
    nextStep: (f) =>
      f.host !== undefined
        ? `${f.host} の時計をネットワーク（NTP）で合わせてください。`
        : `マシンの時計をネットワーク（NTP）で合わせてください。時刻でログを検索するときは、${timeSpan(f.skewMs)} を${f.ahead ? '引いて' : '足して'}ください。`,
  },
  'auth/refresh-loop': {
    verdict: (f) =>
      `ページは 1 分以内に ${place(f)} から新しいトークンを ${f.count} 回取得し、そのたびに 401 で拒否されました（計 ${f.refusals} 回）。${search(f)}`,
    explanation: () =>
      'トークンは発行されていますが、サービスが受け付けません。別の宛先用であるか、セッションが終了しているか、時計がずれています。',
    nextStep: (f) => `トークンの内容を、サービスが受け付けるものと比較してください。${searchStep(f)}`,
  },
  'auth/refresh-refused': {
    verdict: (f) =>
      `${inline(f)}はセッションを更新しませんでした（${f.status}）：${quote(f.errorText)}。${search(f)}`,
    explanation: () =>
      '更新トークンが期限切れか、失効したか、使用済みです。以後、セッションを必要とする操作はすべて失敗します。',
    nextStep: () =>
      'サインインし直してください。多くの人に影響する場合は、パスワード規則、鍵、セッションの有効期間の変更がないか調べてください。',
  },
  'auth/oauth-error': {
    verdict: (f) =>
      f.inCallback
        ? `サインインサービスが、エラーを付けてブラウザーを ${place(f)} に戻しました：${quote(f.errorText)}。${search(f)}`
        : `${inline(f)}は${f.inRedirect ? 'エラーを付けてブラウザーを戻しました' : ` ${f.status} を返しました`}：${quote(f.errorText)}。${search(f)}`,
    explanation: (f) =>
      oauthCode[f.code] ?? 'サインインサービスが拒否しました。理由はコードが示します（RFC 6749）。',
    nextStep: (f) => {
      if (f.code === 'access_denied')
        return '誰かがキャンセルを押した場合、対応は不要です。そうでなければ、その人がアプリケーションを使えるか、同意が与えられているかを管理者に確認してください。';
      return /_required$|_pending$|slow_down/.test(f.code)
        ? '続くはずのサインインが表示されない場合を除き、対応は不要です。'
        : 'サインインサービスでのアプリケーションの登録（クライアント、リダイレクト先、スコープ）を送信内容と比較し、ログを確認してください。';
    },
  },
  'auth/redirect-to-login': {
    verdict: (f) => {
      const healed = f.healed ? '（その後成功）' : '';
      return `${inline(f)}は応答を得られず、サインイン ${f.target} へリダイレクトされました（${f.status}）${healed}。${search(f)}`;
    },
    explanation: () =>
      'セッションが終了しています。データを要求するページはそこでサインインできず、サインイン画面か、その代わりに CORS エラーを受け取ります。',
    nextStep: (f) =>
      f.healed
        ? '繰り返し発生しない限り、対応は不要です。'
        : 'ページを再読み込みしてサインインしてください。ページが判断できるよう、サービスはこのようなリクエストに 401 を返すべきです。',
  },
  'auth/redirect-loop': {
    verdict: (f) =>
      `${place(f)} とサインイン ${f.target} が、ブラウザーを互いに ${f.hops} 回送り合いました。${search(f)}`,
    explanation: () =>
      'サインイン側ではサインイン済みですが、サービス側ではそうではありません。多くの場合、サービスの Cookie が保存されないか、送り返されていません。',
    nextStep: () =>
      '両方のホストの Cookie を削除してもう一度試してください。次に、サービスの Set-Cookie（SameSite、Domain、Secure）と時計を確認してください。',
  },
  'auth/saml-refused': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : `：${quote(f.errorText)}`;
      return `${place(f)} の SAML 応答のステータスは ${f.samlStatus} です${why}。`;
    },
    explanation: () =>
      'ID プロバイダーがサインインを認めませんでした。前後の HTTP ステータスは正常に見えることがあります。',
    nextStep: () =>
      'その時刻の ID プロバイダーのログで、アカウント、アプリケーションへの割り当て、双方の設定を確認してください。',
  },
  'auth/lost-on-redirect': {
    verdict: (f) =>
      `${inline(f)}は、${f.from} からのリダイレクトで Authorization が失われたため拒否されました（${f.status}）。${search(f)}`,
    explanation: () =>
      'リダイレクト先が別のオリジンの場合、ブラウザーは第三者に渡らないように Authorization を外します。',
    nextStep: (f) =>
      `ページが ${f.host} を直接要求するようにしてください。Authorization 付きのリクエストを、別のホスト、スキーム、ポートへリダイレクトしないでください。`,
  },
  'auth/cookie-samesite': {
    verdict: (f) =>
      `ブラウザーは ${inline(f)}の${kept(f)}を保存しませんでした：${f.reason === 'SameSiteNoneInsecure' ? 'SameSite=None には Secure が必要です' : `${sameSiteOf(f.reason)} は別のサイトのページからは設定できません`}。`,
    explanation: () =>
      'エクスポートではこのような Cookie も保存されたように見えますが、次のリクエストには付きません。SameSite がない Cookie は Lax とみなされます。',
    nextStep: (f) =>
      f.reason === 'SameSiteNoneInsecure'
        ? 'サービス側で Set-Cookie に Secure を追加してください。'
        : '別のサイトのページ内でもこの Cookie が必要な場合は、SameSite=None; Secure で設定するようにしてください。',
  },
  'auth/cookie-domain': {
    verdict: (f) =>
      `ブラウザーは ${inline(f)}の${kept(f)}を保存しませんでした：Domain=${f.domain} が ${f.host} を含まないか、広すぎます。`,
    explanation: () =>
      'Cookie は、応答するホストまたはその上位のドメインに設定できますが、誰でも登録できる名前には設定できません。',
    nextStep: () => 'サービス側で Set-Cookie の Domain を修正するか、省略してください。',
  },
  'auth/cookie-prefix': {
    verdict: (f) =>
      `ブラウザーは ${inline(f)}の${kept(f)}を保存しませんでした：名前の接頭辞が求める属性がありません。`,
    explanation: () =>
      '__Secure- で始まる名前には Secure と https が、__Host- で始まる名前にはさらに Path=/ が必要で、Domain は付けられません。',
    nextStep: () => 'サービス側で Set-Cookie に属性を追加するか、名前を変更してください。',
  },
  'auth/cookie-too-large': {
    verdict: (f) =>
      `ブラウザーは ${inline(f)}の${kept(f)}を保存しませんでした：${f.sizeBytes === undefined ? '名前と値が上限の 4096 バイトを超えています' : `名前と値が ${f.sizeBytes} バイトあり、上限は 4096 です`}。`,
    explanation: () => '上限を超える Cookie は通知なしに破棄され、次のリクエストには付きません。',
    nextStep: () => 'データはサービス側に保持し、Cookie には短い ID だけを入れるようにしてください。',
  },
  'auth/cookie-third-party': {
    verdict: (f) =>
      f.told
        ? `ブラウザーは、別のサイトのページで ${place(f)} の${kept(f)}を使わせていません。サードパーティ Cookie をブロックしており、ブラウザー自身がそう報告しています。`
        : `${place(f)} は別のサイトのページに${kept(f)}を設定しましたが、その後の ${f.chances} 件のリクエストには付いていません。ブラウザーがサードパーティ Cookie をブロックしています。`,
    explanation: () =>
      '埋め込まれたサービスはこれではセッションを保てません。トラッカーなら意図どおりですが、サインインなら障害です。',
    nextStep: () =>
      'このサイトのサードパーティ Cookie を許可してもう一度試してください。恒久的には、同じサイトにまとめるか、Partitioned の Cookie または Storage Access API を使います。',
  },
  'auth/cookie-lost': {
    verdict: (f) =>
      `${inline(f)}は、セッションの Cookie ${f.cookie} がないため拒否されました（${f.status}）：${lostBy[f.cause]}。${search(f)}`,
    explanation: () =>
      'その間にサインアウトは行われていません。サービスは誰のリクエストか分からなくなりました。',
    nextStep: () =>
      'サインインし直してください。再発する場合は、Cookie の有効期間、Path、Domain を、このリクエストの時刻とアドレスと比較してください。',
  },
  'auth/scope-missing': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : `：${quote(f.errorText)}`;
      const asked = f.required === undefined ? '' : `。必要なもの：${f.required}`;
      const has = f.granted === undefined ? '' : `。トークンにあるもの：${f.granted}`;
      return `${inline(f)}は、権限がないため拒否されました（${f.status}）${why}${asked}${has}。${search(f)}`;
    },
    explanation: () =>
      'サービスは要求元を認識していますが、この操作に必要なスコープ、ロール、権利がありません。',
    nextStep: () =>
      '管理者がロールを、またはアプリケーションにスコープを割り当ててください。トークンは発行時の内容のままなので、その後サインインし直してください。',
  },
  'auth/firewall-refused': {
    verdict: (f) => {
      const reference = f.reference === undefined ? '' : `、参照番号 ${f.reference}`;
      return `${inline(f)}は、サービスの手前の ${f.vendor} によって拒否されました（${f.status}${reference}）。`;
    },
    explanation: () =>
      'ファイアウォールまたはボット対策による判断です。サービスにはリクエストが届いておらず、ログにも残っていません。',
    nextStep: (f) =>
      f.reference === undefined
        ? `サービスの ${f.vendor} の担当者に、マシンのアドレスを伝え、その時刻にどのルールが働いたかを確認してください。`
        : `サービスの ${f.vendor} の担当者に、参照番号 ${f.reference} でどのルールが働いたかを確認してください。`,
  },
  'auth/csrf': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : `：${quote(f.errorText)}`;
      const field =
        f.missingField === undefined
          ? ''
          : `。ほかのリクエストにある ${f.missingField} が、これにはありません`;
      return `${inline(f)}は、偽造リクエスト対策（CSRF）のトークンがないか古いため拒否されました（${f.status}）${why}${field}。${search(f)}`;
    },
    explanation: () =>
      'サービスは変更を、セッションとともにページへ渡したトークンに結び付けます。古いページ、2 つ目のタブ、失われた Cookie によってこの結び付きが切れます。',
    nextStep: () =>
      'ページを再読み込みして、もう一度試してください。再発する場合は、トークンのフィールドを、成功するリクエストのものと比較してください。',
  },
  'auth/client-certificate': {
    verdict: (f) => {
      const code = f.code === undefined ? '' : `（${f.code}）`;
      const why = f.errorText === undefined ? '' : `：${quote(f.errorText)}`;
      return f.status === undefined
        ? `${inline(f)}は接続できませんでした。サーバーがクライアント証明書を求めています${code}。`
        : `${inline(f)}は拒否されました（${f.status}）。サーバーがクライアント証明書を求めています${why}。${search(f)}`;
    },
    explanation: () => '証明書がないか、選択されなかったか、送信された証明書をサーバーが受け付けません。',
    nextStep: () =>
      '証明書が鍵とともにインストールされ、期限内であること、正しいものが選択されること、サーバーがその発行者を信頼していることを確認してください。',
  },
};
