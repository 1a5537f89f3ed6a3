import type { ContentKind, CookieTrouble } from '../../../finding/finding-facts.ts';
import type { GroupWords } from '../../../words.ts';
import { inline } from '../phrases.ts';

const kind: Readonly<Record<ContentKind, string>> = {
  json: ' JSON',
  html: ' HTML',
  xml: ' XML',
  image: '圖片',
  pdf: ' PDF',
  unknown: '內容',
};

const trouble: Readonly<Record<CookieTrouble, string>> = {
  expires: 'Expires 不是日期',
  'max-age': 'Max-Age 不是數字',
  path: 'Path 不以 / 開頭',
  'same-site': 'SameSite 的值無法辨識',
  'http-only': '沒有 HttpOnly，指令碼可以讀取',
  secure: '沒有 Secure，可能以明文傳輸',
};

const cookieName = (cookie: string | undefined) => (cookie === undefined ? 'Cookie' : `Cookie ${cookie}`);

export const lintFindings: GroupWords<'lint'> = {
  'lint/bad-date': {
    verdict: (f) => `${inline(f)}在 ${f.field} 中送出了不符合 HTTP 格式的日期。`,
    explanation: () => '這樣的日期無法使用；若在 Expires 中，快取會視為早已過期。',
    nextStep: () => '請讓伺服器依 Sun, 06 Nov 1994 08:49:37 GMT 的格式寫日期（RFC 9110 §5.6.7）。',
  },
  'lint/cache-control-conflict': {
    verdict: (f) =>
      f.first === f.second
        ? `${inline(f)}在 Cache-Control 中寫了兩次 ${f.first}，值卻不同。`
        : `${inline(f)}在 Cache-Control 中同時寫了 ${f.first} 和 ${f.second}。`,
    explanation: () => '兩者互相排斥，各個快取的取捨並不一致。',
    nextStep: () => '請決定要哪一個，並拿掉另一個（RFC 9111 §5.2.2）。',
  },
  'lint/no-store-public': {
    verdict: (f) => `${inline(f)}在 Cache-Control 中同時寫了 public 和 no-store。`,
    explanation: () => 'no-store 優先：什麼都不會保留。這多半不是本意。',
    nextStep: () => '請拿掉 public；如果回應可以保留，則拿掉 no-store（RFC 9111 §5.2.2）。',
  },
  'lint/weak-etag-range': {
    verdict: (f) => `${inline(f)}送出了帶有弱 ETag 的部分內容（206）。`,
    explanation: () => '弱驗證值無法判斷兩部分是否屬於同一內容，中斷的下載只能從頭開始。',
    nextStep: () => '請為分段提供的檔案送出強 ETag（RFC 9110 §13.1.5）。',
  },
  'lint/vary-star': {
    verdict: (f) => `${inline(f)}傳回了 Vary: *。`,
    explanation: () => '保存的回應永遠不符合任何要求，因此什麼都無法保留。',
    nextStep: () => '請列出有關的要求欄位，或寫 Cache-Control: no-store（RFC 9110 §12.5.5）。',
  },
  'lint/content-type-mismatch': {
    verdict: (f) =>
      f.mimeType === undefined
        ? `${inline(f)}送出了${kind[f.found]}，卻沒有 Content-Type。`
        : `${inline(f)}自稱 ${f.mimeType}，實際上卻是${kind[f.found]}。`,
    explanation: () => '瀏覽器只能猜測，或依其他欄位拒絕這份回應。',
    nextStep: () => '請讓伺服器標明正確的 Content-Type（RFC 9110 §8.3）。',
  },
  'lint/redirect-without-location': {
    verdict: (f) => `${inline(f)}重新導向（${f.status}）卻沒有 Location。`,
    explanation: () => '瀏覽器無法跟隨，只顯示空白頁。',
    nextStep: () => '請送出 Location，或改用不是重新導向的狀態（RFC 9110 §15.4）。',
  },
  'lint/content-with-204': {
    verdict: (f) => `${inline(f)}傳回 204（無內容），卻宣告或送出了內容。`,
    explanation: () => '有的接收方會一直等候，或把它當作下一個回應。',
    nextStep: () => '請以 200 送出內容，或送出不帶 Content-Length 的 204（RFC 9110 §8.6）。',
  },
  'lint/not-modified-without-validator': {
    verdict: (f) => `${inline(f)}沒有附帶條件，卻得到 304（未修改）。`,
    explanation: () => '要求中沒有 If-None-Match 或 If-Modified-Since，瀏覽器可能沒有可顯示的內容。',
    nextStep: () => '請只對條件式要求傳回 304（RFC 9110 §15.4.5），並尋找中間的快取。',
  },
  'lint/duplicate-header': {
    verdict: (f) => `${inline(f)}多次送出了 ${f.field}，值各不相同。`,
    explanation: () => '這個欄位只能出現一次；不同的讀取方會取不同的值。',
    nextStep: () => '請尋找設定它的兩個地方，往往是服務和閘道（RFC 9110 §5.3）。',
  },
  'lint/malformed-header': {
    verdict: (f) => `${inline(f)}送出的 ${f.field} 不符合其標準的寫法。`,
    explanation: () => '讀取方會忽略這樣的欄位，就像它不存在一樣。',
    nextStep: () => '請更正其值；文法見這個欄位的標準。',
  },
  'lint/cookie-attributes': {
    verdict: (f) => `${inline(f)}設定的 ${cookieName(f.cookie)} 有問題：${trouble[f.trouble]}。`,
    explanation: () => '瀏覽器會忽略不了解的屬性；工作階段的 Cookie 應避免被指令碼讀取和以明文 http 傳輸。',
    nextStep: () => '請更正 Set-Cookie 的屬性（RFC 6265 §4.1.2）。',
  },
  'lint/hsts': {
    verdict: (f) =>
      f.trouble === 'missing'
        ? `${inline(f)}使用 https，卻沒有送出 Strict-Transport-Security。`
        : `${inline(f)}的 Strict-Transport-Security 沒有 max-age。`,
    explanation: () => '這樣瀏覽器下次造訪時不會強制使用 https。',
    nextStep: () => '請送出 Strict-Transport-Security: max-age=31536000（RFC 6797 §6.1）。',
  },
  'lint/secret-in-url': {
    verdict: (f) =>
      f.parameter === 'userinfo'
        ? `${inline(f)}在主機名稱前帶有使用者名稱和密碼。`
        : `${inline(f)}的位址中帶有認證資料（${f.parameter}）。`,
    explanation: () => '位址會留在記錄、瀏覽歷程和 Referer 欄位中。',
    nextStep: () => '請改用標頭欄位或本文送出，並使已暴露的認證資料失效。',
  },
};
