import type { CookieLossCause } from '../../../finding/finding-facts.ts';
import { place } from '../../../finding/place.ts';
import { sameSiteOf } from '../../../finding/same-site.ts';
import { timeSpan } from '../../../finding/time-span.ts';
import type { GroupWords } from '../../../words.ts';
import { inline, quote, search, searchStep } from '../phrases.ts';

/** RFC 6749 §4.1.2.1 and §5.2, OpenID Connect Core §3.1.2.6. */
const oauthCode: Readonly<Record<string, string>> = {
  access_denied: '使用者或原則沒有同意。多半是有人按了取消。',
  login_required: '頁面靜默詢問是否已登入，而沒有人登入。這是答覆，不是故障。',
  interaction_required: '頁面靜默詢問，而登入服務需要詢問使用者。',
  consent_required: '頁面靜默詢問，而使用者尚未同意應用程式所要求的內容。',
  invalid_client: '登入服務不認識這個應用程式，或不接受它的身分證明。',
  invalid_grant: '授權碼已過期、已使用過，或屬於其他重新導向位址。',
  invalid_scope: '應用程式要求的範圍（scope）不存在，或不允許它使用。',
  unauthorized_client: '不允許這個應用程式以這種方式讓人登入。',
  server_error: '登入服務本身發生錯誤。',
  temporarily_unavailable: '登入服務過載或正在維護。',
};

/** One cookie by its name, several with their number. */
const kept = ({ cookies, cookieCount }: { readonly cookies: string; readonly cookieCount: number }) =>
  cookieCount === 1 ? ` Cookie ${cookies}` : ` ${cookieCount} 個 Cookie（${cookies}）`;

/** How a session's cookie was lost. */
const lostBy: Readonly<Record<CookieLossCause, string>> = {
  removed: '另一個回應刪除了它',
  expired: '設定它時到期時間已經過去',
  path: '它是為其他路徑設定的',
  insecure: '它帶有 Secure，卻是透過 http 設定的',
  unknown: '此前的要求帶有它，這個要求沒有',
};

export const authFindings: GroupWords<'auth'> = {
  'auth/unauthorized': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : `：${quote(f.errorText)}`;
      const healed = f.healed ? '，再次要求時成功' : '';
      if (f.handshake !== undefined)
        return `${inline(f)}先被拒絕（${f.status}），這是 ${f.handshake} 登入的正常開始，隨後獲准。`;
      if (f.status === 407) return `Proxy 在 ${inline(f)}之前要求登入（407）${healed}${why}。`;
      const what = f.status === 401 ? '被拒絕，服務不認可要求者的身分（401）' : '被禁止（403）';
      return `${inline(f)}${what}${healed}${why}${search(f)}。`;
    },
    explanation: (f) => {
      if (f.handshake !== undefined) return '這種登入需要往返幾次，除最後一次外，回應都是拒絕。';
      if (f.status === 403)
        return '服務知道要求者是誰，但不允許：缺少角色、授權或範圍（scope），或被防火牆拒絕。';
      if (f.credentials === 'missing') return '這個要求沒有攜帶認證資料，而同一擷取檔中的其他要求有。';
      if (f.credentials === 'sent') return '認證資料已送出但未被接受：已過期、已撤銷，或屬於其他服務。';
      return '無法得知是否送出了認證資料：匯出時所有要求的認證資料都被移除了。';
    },
    nextStep: (f) => {
      if (f.healed) return '不需處理：登入往往從一次拒絕開始。';
      if (f.status === 407) return '請登入 Proxy，或讓這個主機免登入通過。';
      if (f.status === 403) return `請檢查此人的角色、授權和範圍。${searchStep(f)}`;
      return `請登出後重新登入，再試一次。${searchStep(f)}`;
    },
  },
  'auth/missing-credentials': {
    verdict: (f) => {
      const why = f.errorText === undefined || f.healed ? '' : `：${quote(f.errorText)}`;
      const healed = f.healed ? '，再次要求時成功' : '';
      return `${inline(f)}既沒有 Authorization 也沒有 Cookie，因此被拒絕（401）${healed}${why}${search(f)}。`;
    },
    explanation: () => '這個擷取檔中送往同一網站的其他要求帶有認證資料：頁面在這裡沒有附上，或已經遺失。',
    nextStep: (f) =>
      f.healed
        ? '不需處理：頁面再次要求時已附上認證資料。'
        : '請在頁面程式碼中查明這個要求為何不帶認證資料；在此之前，請重新登入並重新整理頁面。',
  },
  'auth/no-challenge': {
    verdict: (f) => `${inline(f)}的回應是 401，卻沒有 WWW-Authenticate。`,
    explanation: () =>
      'RFC 9110 要求這個欄位，它說明如何登入。許多服務有意省略；依賴它的用戶端無法自行登入。',
    nextStep: () => '請讓服務在傳回 401 時附上 WWW-Authenticate，例如 Bearer。',
  },
  'auth/token-expired': {
    verdict: (f) => {
      const ago = f.expiredMs === 0 ? '剛剛' : `在 ${timeSpan(f.expiredMs)} 之前已`;
      const healed = f.healed ? '，再次要求時成功' : '';
      return `${inline(f)}的${f.signedUrl ? '簽署位址' : '權杖'}${ago}過期，因此被拒絕（${f.status}）${healed}${search(f)}。`;
    },
    explanation: (f) =>
      f.signedUrl
        ? '位址本身寫明了有效期限（X-Amz-Expires、Expires、se），依伺服器的時鐘，它早於要求的時刻。'
        : '依伺服器的時鐘，權杖的 exp（SAML 為 NotOnOrAfter）早於要求的時刻。',
    nextStep: (f) => {
      if (f.healed) return '不需處理：頁面已如預期取得新的權杖。';
      return f.signedUrl
        ? '請重新整理頁面，讓它取得新的位址。如果再次發生，請讓頁面在需要時才取得位址，或延長其有效期。'
        : '請重新登入。如果再次發生，請查明頁面為何沒有及時更新權杖。';
    },
  },
  'auth/token-not-yet-valid': {
    verdict: (f) =>
      `${inline(f)}的權杖要到 ${timeSpan(f.earlyMs)} 之後才生效（${f.claim}），因此被拒絕（${f.status}）${search(f)}。`,
    explanation: () => '依伺服器的時鐘，權杖來自未來：登入服務與這個服務的時鐘不一致。',
    nextStep: () => '請比較登入服務與拒絕要求的服務的時鐘（NTP），並容許一分鐘左右的偏差。',
  },
  'auth/token-audience': {
    verdict: (f) =>
      `${inline(f)}被拒絕（${f.status}）：${quote(f.errorText)}；權杖中寫的是 ${f.claim}: ${f.value}${search(f)}。`,
    explanation: (f) =>
      f.claim === 'aud'
        ? '權杖是為其他服務簽發的，而不是所要求的服務。'
        : '權杖由其他登入服務簽發，而不是此處信任的那個。',
    nextStep: (f) => `請將 ${f.claim} 與服務接受的值比較，並核對頁面的登入設定與環境是否一致。`,
  },
  'auth/clock-skew': {
    verdict: (f) =>
      `${f.host === undefined ? '錄製擷取檔的電腦' : `${f.host} `}的時鐘比${f.host === undefined ? '伺服器' : `其他 ${f.hosts} 部伺服器`}${f.ahead ? '快' : '慢'} ${timeSpan(f.skewMs)}（${f.host === undefined ? `${f.hosts} 個主機的 ${f.answers} 個回應一致` : `依據 ${f.answers} 個回應的 Date`}）${f.refusals === 0 ? '' : `；有 ${f.refusals} 個要求因此被拒絕`}。`,
    explanation: (f) =>
      f.host !== undefined
        ? '在其他地方看來，這個伺服器的權杖像是來自未來，或已經過期。'
        : '在這樣的電腦上，權杖會顯得已過期或尚未生效，擷取檔中的時間也與記錄不符。',
    nextStep: (f) =>
      f.host !== undefined
        ? `請透過網路（NTP）校正 ${f.host} 的時鐘。`
        : `請透過網路（NTP）校正電腦的時鐘。依時間搜尋記錄時，請${f.ahead ? '減去' : '加上'} ${timeSpan(f.skewMs)}。`,
  },
  'auth/refresh-loop': {
    verdict: (f) =>
      `頁面在一分鐘內從 ${place(f)} 取得了 ${f.count} 次新權杖，每次都被 401 拒絕（共 ${f.refusals} 次）${search(f)}。`,
    explanation: () => '權杖已簽發，但服務不接受：對象不符、工作階段已結束，或時鐘有偏差。',
    nextStep: (f) => `請將權杖的內容與服務接受的值比較。${searchStep(f)}`,
  },
  'auth/refresh-refused': {
    verdict: (f) => `${inline(f)}未能更新工作階段（${f.status}）：${quote(f.errorText)}${search(f)}。`,
    explanation: () => '更新權杖已過期、已撤銷或已使用過；此後凡需要工作階段的操作都會失敗。',
    nextStep: () => '請重新登入。如果很多人受影響，請查看密碼規則、金鑰或工作階段時間是否有變更。',
  },
  'auth/oauth-error': {
    verdict: (f) =>
      f.inCallback
        ? `登入服務帶著錯誤把瀏覽器送回 ${place(f)}：${quote(f.errorText)}${search(f)}。`
        : `${inline(f)}${f.inRedirect ? '帶著錯誤把瀏覽器送回' : `傳回 ${f.status}`}：${quote(f.errorText)}${search(f)}。`,
    explanation: (f) => oauthCode[f.code] ?? '登入服務拒絕了要求，原因見代碼（RFC 6749）。',
    nextStep: (f) => {
      if (f.code === 'access_denied')
        return '如果是有人按了取消，則不需處理。否則請向管理員確認此人能否使用該應用程式，以及是否已給予同意。';
      return /_required$|_pending$|slow_down/.test(f.code)
        ? '不需處理，除非隨後應有的登入沒有出現。'
        : '請將應用程式在登入服務中的註冊資訊（用戶端、重新導向位址、範圍）與送出的內容比較，並查看其記錄。';
    },
  },
  'auth/redirect-to-login': {
    verdict: (f) => {
      const healed = f.healed ? '，之後成功' : '';
      return `${inline(f)}沒有得到回應，而是被重新導向到登入頁 ${f.target}（${f.status}）${healed}${search(f)}。`;
    },
    explanation: () => '工作階段已結束。要求資料的頁面無法在那裡登入：它得到的是登入頁，或代之以 CORS 錯誤。',
    nextStep: (f) =>
      f.healed
        ? '不需處理，除非反覆發生。'
        : '請重新整理頁面並登入。服務應對這類要求傳回 401，使頁面能夠得知。',
  },
  'auth/redirect-loop': {
    verdict: (f) => `${place(f)} 與登入頁 ${f.target} 把瀏覽器互相轉送了 ${f.hops} 次${search(f)}。`,
    explanation: () => '登入服務認為已登入，而這個服務認為沒有：多半是它的 Cookie 沒有被儲存，或沒有被送回。',
    nextStep: () =>
      '請刪除兩個主機的 Cookie 後再試；然後查看服務的 Set-Cookie（SameSite、Domain、Secure）和時鐘。',
  },
  'auth/saml-refused': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : `：${quote(f.errorText)}`;
      return `${place(f)} 攜帶的 SAML 回應的狀態是 ${f.samlStatus}${why}。`;
    },
    explanation: () => '身分提供者沒有讓此人登入；前後的 HTTP 狀態碼可能看起來正常。',
    nextStep: () => '請查看身分提供者當時的記錄：帳號、應用程式指派情況以及雙方的設定。',
  },
  'auth/lost-on-redirect': {
    verdict: (f) =>
      `${inline(f)}在從 ${f.from} 重新導向時遺失了 Authorization，因此被拒絕（${f.status}）${search(f)}。`,
    explanation: () => '重新導向到其他來源時，瀏覽器會去掉 Authorization，以免被他人得到。',
    nextStep: (f) =>
      `請讓頁面直接要求 ${f.host}；帶有 Authorization 的要求不應被重新導向到其他主機、通訊協定或連接埠。`,
  },
  'auth/cookie-samesite': {
    verdict: (f) =>
      `瀏覽器沒有儲存 ${inline(f)}的${kept(f)}：${f.reason === 'SameSiteNoneInsecure' ? 'SameSite=None 需要 Secure' : `${sameSiteOf(f.reason)} 的 Cookie 不能為其他網站的頁面設定`}。`,
    explanation: () =>
      '匯出檔會列出這樣的 Cookie，好像已經儲存；但下一個要求不會帶上它們。沒有 SameSite 的 Cookie 視為 Lax。',
    nextStep: (f) =>
      f.reason === 'SameSiteNoneInsecure'
        ? '請讓服務在 Set-Cookie 中加上 Secure。'
        : '如果在其他網站的頁面中需要這個 Cookie，請讓服務用 SameSite=None; Secure 設定它。',
  },
  'auth/cookie-domain': {
    verdict: (f) =>
      `瀏覽器沒有儲存 ${inline(f)}的${kept(f)}：Domain=${f.domain} 不涵蓋 ${f.host}，或範圍過大。`,
    explanation: () => 'Cookie 可以為做出回應的主機或其上層網域設定，但不能為人人都可註冊的名稱設定。',
    nextStep: () => '請讓服務更正 Set-Cookie 中的 Domain，或省略它。',
  },
  'auth/cookie-prefix': {
    verdict: (f) => `瀏覽器沒有儲存 ${inline(f)}的${kept(f)}：缺少其名稱前綴所要求的屬性。`,
    explanation: () =>
      '名稱以 __Secure- 開頭時需要 Secure 和 https；以 __Host- 開頭時還需要 Path=/，且不能有 Domain。',
    nextStep: () => '請讓服務在 Set-Cookie 中補上這些屬性，或更改名稱。',
  },
  'auth/cookie-too-large': {
    verdict: (f) =>
      `瀏覽器沒有儲存 ${inline(f)}的${kept(f)}：${f.sizeBytes === undefined ? '名稱和值超過了 4096 位元組的上限' : `名稱和值共 ${f.sizeBytes} 位元組，上限是 4096`}。`,
    explanation: () => '更大的 Cookie 會被直接捨棄而沒有任何提示；下一個要求不會帶上它們。',
    nextStep: () => '請讓服務在自己這一側儲存資料，Cookie 中只放一個短 ID。',
  },
  'auth/cookie-third-party': {
    verdict: (f) =>
      f.told
        ? `瀏覽器沒有讓其他網站的頁面使用 ${place(f)} 的${kept(f)}：它封鎖第三方 Cookie，這也是瀏覽器自己給出的說明。`
        : `${place(f)} 為其他網站的頁面設定了${kept(f)}，而之後的 ${f.chances} 個要求都沒有帶上：瀏覽器封鎖第三方 Cookie。`,
    explanation: () => '嵌入的服務因此無法保持工作階段。對追蹤器來說這是有意為之，對登入來說就是故障。',
    nextStep: () =>
      '請允許這個網站的第三方 Cookie 後再試；長久之計是讓兩者位於同一網站，或使用 Partitioned Cookie 或 Storage Access API。',
  },
  'auth/cookie-lost': {
    verdict: (f) =>
      `${inline(f)}沒有攜帶工作階段的 Cookie ${f.cookie}，因此被拒絕（${f.status}）：${lostBy[f.cause]}${search(f)}。`,
    explanation: () => '其間沒有人登出；服務不再知道這是誰的要求。',
    nextStep: () =>
      '請重新登入。如果再次發生，請將 Cookie 的有效期、Path 和 Domain 與這個要求的時間和位址比較。',
  },
  'auth/scope-missing': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : `：${quote(f.errorText)}`;
      const asked = f.required === undefined ? '' : `；需要 ${f.required}`;
      const has = f.granted === undefined ? '' : `；權杖具有 ${f.granted}`;
      return `${inline(f)}因缺少權限被拒絕（${f.status}）${why}${asked}${has}${search(f)}。`;
    },
    explanation: () => '服務知道要求者是誰，但缺少進行此操作的範圍（scope）、角色或權利。',
    nextStep: () => '請讓管理員授予角色，或為應用程式授予範圍；然後重新登入，因為權杖只保留簽發時的內容。',
  },
  'auth/firewall-refused': {
    verdict: (f) => {
      const reference = f.reference === undefined ? '' : `，參考編號 ${f.reference}`;
      return `${inline(f)}被服務前方的 ${f.vendor} 拒絕（${f.status}）${reference}。`;
    },
    explanation: () => '這是防火牆或機器人防護的決定；服務從未收到這個要求，其記錄中也沒有。',
    nextStep: (f) =>
      f.reference === undefined
        ? `請向為這個服務管理 ${f.vendor} 的人員提供電腦的位址，詢問當時是哪條規則做出的決定。`
        : `請憑參考編號 ${f.reference}，向為這個服務管理 ${f.vendor} 的人員詢問是哪條規則做出的決定。`,
  },
  'auth/csrf': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : `：${quote(f.errorText)}`;
      const field = f.missingField === undefined ? '' : `；其他要求帶有 ${f.missingField}，而它沒有`;
      return `${inline(f)}缺少防偽造要求（CSRF）的權杖，或權杖已失效，因此被拒絕（${f.status}）${why}${field}${search(f)}。`;
    },
    explanation: () =>
      '服務把變更操作與頁面隨工作階段得到的權杖綁定；舊頁面、第二個分頁或遺失的 Cookie 會破壞這種綁定。',
    nextStep: () => '請重新整理頁面後再試。如果再次發生，請將權杖欄位與成功要求中的比較。',
  },
  'auth/client-certificate': {
    verdict: (f) => {
      const code = f.code === undefined ? '' : `（${f.code}）`;
      const why = f.errorText === undefined ? '' : `：${quote(f.errorText)}`;
      return f.status === undefined
        ? `${inline(f)}沒有連線成功：伺服器要求用戶端憑證${code}。`
        : `${inline(f)}被拒絕（${f.status}），因為伺服器要求用戶端憑證${why}${search(f)}。`;
    },
    explanation: () => '沒有憑證、沒有選擇憑證，或伺服器不接受所送出的憑證。',
    nextStep: () =>
      '請查看憑證及其金鑰是否已安裝且未過期、是否選擇了正確的憑證，以及伺服器是否信任其簽發者。',
  },
};
