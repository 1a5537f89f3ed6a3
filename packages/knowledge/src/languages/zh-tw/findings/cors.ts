import type { CorsHeaderFacts, CorsSign } from '../../../finding/finding-facts.ts';
import type { FindingSentences, GroupWords } from '../../../words.ts';
import { inline, quote, request, search, searchStep } from '../phrases.ts';

/** A finding that one header field decides: the verdict names it, only the explanation differs. */
const header = (explanation: string): FindingSentences<CorsHeaderFacts> => ({
  verdict: (f) => {
    const says =
      f.actual === undefined
        ? `沒有 ${f.header}，需要的值是 ${f.expected}`
        : `給出 ${f.header}: ${f.actual}，需要的是 ${f.expected}`;
    return f.preflight
      ? `瀏覽器沒有為 ${f.origin} 的頁面送出 ${request(f)}：預檢要求的回應（${f.status}）${says}。`
      : `瀏覽器沒有把 ${inline(f)}交給 ${f.origin} 的頁面：回應（${f.status}）${says}${search(f)}。`;
  },
  explanation: (f) =>
    f.preflight && f.status >= 400
      ? `${explanation}預檢要求的回應是 ${f.status}：多半是閘道或登入在到達服務之前就拒絕了 OPTIONS。`
      : explanation,
  nextStep: (f) => {
    const to = f.preflight ? '預檢要求（OPTIONS）' : '這個要求';
    return /Methods|Headers/.test(f.header)
      ? `請讓服務在預檢要求（OPTIONS）的回應中，把 ${f.expected} 加入 ${f.header}。`
      : `請讓服務或其前方的閘道在回應${to}時附上 ${f.header}: ${f.expected}。`;
  },
});

const signs: Readonly<Record<CorsSign, string>> = {
  'preflight-refused': '預檢要求被拒絕，因此要求從未送出',
  'preflight-insufficient': '預檢要求雖有回應，但未給予所需的許可，因此要求從未送出',
  'answer-withheld': '回應已到達，但頁面無權讀取',
  'not-in-capture': '是瀏覽器自己拒絕的',
};

export const corsFindings: GroupWords<'cors'> = {
  'cors/missing-allow-origin': header(
    '只有回應許可時，頁面才能讀取其他來源的回應。服務已經回應，只是頁面沒有拿到。',
  ),
  'cors/allow-origin-mismatch': header(
    '回應許可的是其他來源而不是這個頁面：值被寫死，或因缺少 Vary: Origin，快取保留了給其他來源的回應。',
  ),
  'cors/multiple-allow-origin': header(
    '只有單一來源或 * 有效。出現多個值，是因為設定中寫了清單，或服務與閘道都加上了這個欄位。',
  ),
  'cors/invalid-allow-origin': header(
    '這個值不是來源：來源由通訊協定、主機和（非預設時的）連接埠組成，不含路徑。',
  ),
  'cors/wildcard-with-credentials': header(
    '頁面要求時帶有 Cookie 等認證資料，此時 * 無效，回應必須寫明來源。',
  ),
  'cors/no-allow-credentials': header(
    '頁面要求時帶有 Cookie 等認證資料，此時回應還必須用小寫的 true 許可認證資料。',
  ),
  'cors/preflight-missing-allow-origin': header(
    '送出這類要求之前，瀏覽器會先徵求許可（預檢要求），而回應沒有許可任何頁面。',
  ),
  'cors/preflight-allow-origin-mismatch': header(
    '送出這類要求之前，瀏覽器會先徵求許可（預檢要求），而回應許可的不是這個頁面的來源：是其他來源、多個來源，或無效的值。',
  ),
  'cors/preflight-wildcard': header(
    '頁面要送出 Cookie 等認證資料，此時 * 無效，預檢要求的回應必須寫明來源。',
  ),
  'cors/preflight-no-allow-credentials': header(
    '頁面要送出 Cookie 等認證資料，此時預檢要求的回應還必須許可認證資料。',
  ),
  'cors/preflight-method': header(
    '預檢要求的回應沒有列出這個方法。大小寫有別，而且 * 對帶有認證資料的要求無效。',
  ),
  'cors/preflight-header': header('預檢要求的回應沒有列出頁面要送出的全部欄位；* 對帶有認證資料的要求無效。'),
  'cors/masked-server-error': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : `：${quote(f.errorText)}`;
      return `${inline(f)}失敗，狀態碼 ${f.status}${why}；瀏覽器顯示的卻是 CORS 錯誤（${f.reason}）${search(f)}。`;
    },
    explanation: (f) =>
      `錯誤頁面往往沒有服務本身會給予的許可（此處針對 ${f.origin}）：狀態碼才是原因，CORS 錯誤只是症狀。`,
    nextStep: (f) =>
      `請先解決 ${f.status}。${searchStep(f)}然後讓錯誤頁面也附上 Access-Control-Allow-Origin，使頁面能顯示失敗的內容。`,
  },
  'cors/preflight-status': {
    verdict: (f) =>
      `瀏覽器沒有為 ${f.origin} 的頁面送出 ${request(f)}：預檢要求的回應是 ${f.status}，只有 200 至 299 才有效。`,
    explanation: () =>
      '回應許可了這個來源，但預檢要求必須成功。多半是沒有處理 OPTIONS 的路由，或在此之前要求登入。',
    nextStep: () => '請讓服務對這個路徑的 OPTIONS 直接傳回 204，不要求登入。',
  },
  'cors/preflight-redirect': {
    verdict: (f) => {
      const target = f.target === undefined ? '' : `到 ${f.target}`;
      return `瀏覽器沒有為 ${f.origin} 的頁面送出 ${request(f)}：預檢要求被重新導向${target}（${f.status}），這是不允許的。`;
    },
    explanation: () =>
      '瀏覽器不會跟隨預檢要求的重新導向。多半是登入、從 http 到 https 的切換或結尾缺少斜線造成的。',
    nextStep: () => '請讓頁面直接要求最終位址，或在任何重新導向之前對 OPTIONS 傳回 204。',
  },
  'cors/redirect-credentials': {
    verdict: (f) =>
      `瀏覽器沒有為 ${f.origin} 的頁面跟隨 ${inline(f)}的重新導向：指向 ${f.target} 的位址中含有使用者名稱或密碼（${f.status}）。`,
    explanation: () => '其他來源的頁面不能被送往含有認證資料的位址，以免有人猜測他人的認證資料。',
    nextStep: () => '請讓服務重新導向到不含使用者名稱和密碼的位址；在查詢參數中使用短期有效的簽章即可。',
  },
  'cors/header-not-exposed': {
    verdict: (f) =>
      `${inline(f)}失敗，狀態碼 ${f.status}；Access-Control-Expose-Headers 沒有列出 ${f.header}，因此頁面無法讀取它${search(f)}。`,
    explanation: () =>
      '其他來源的頁面只能讀取回應的少數欄位，以及回應列出的欄位。沒有它，頁面只能盲目重試，或無法顯示 ID。',
    nextStep: (f) => `請讓服務把 ${f.header} 加入 Access-Control-Expose-Headers。`,
  },
  'cors/repeated-preflights': {
    verdict: (f) =>
      `${request(f)}：由於回應缺少 Access-Control-Max-Age，同一路徑的 ${f.count} 個預檢要求共耗時 ${f.preflightMs} ms。`,
    explanation: () =>
      '沒有這個欄位時，瀏覽器只記住預檢結果 5 秒；每個預檢要求都要在正式要求之前多往返一次。',
    nextStep: () =>
      '請讓服務在回應預檢要求時附上 Access-Control-Max-Age，例如 7200（瀏覽器最多接受兩小時，有的更短）。',
  },
  'cors/authorization-wildcard': {
    verdict: (f) =>
      `${request(f)}：預檢要求的回應僅以 Access-Control-Allow-Headers: * 許可 Authorization，瀏覽器今後將拒絕這種寫法。`,
    explanation: () => '目前仍可運作，但主控台中有警告。標準要求寫明這個欄位的名稱。',
    nextStep: () => '請讓服務在 Access-Control-Allow-Headers 中列出 Authorization。',
  },
  'cors/private-network': {
    verdict: (f) => {
      const from = f.origin === undefined ? '對' : ` ${f.origin} 的頁面對`;
      return `瀏覽器阻止了${from} ${inline(f)}的存取：這個主機屬於區域網路，而頁面沒有存取許可（${f.reason}）。`;
    },
    explanation: () =>
      '瀏覽器保護區域網路不被網際網路的頁面存取：需要使用者允許；舊版本則是在預檢要求中徵求這個主機的允許。',
    nextStep: () =>
      '請在瀏覽器的網站設定或原則中允許這個頁面存取區域網路；對於舊版本，讓這個主機在回應預檢要求時附上 Access-Control-Allow-Private-Network: true。',
  },
  'cors/suspected': {
    verdict: (f) => {
      const status = f.status === undefined ? '' : `（${f.status}）`;
      const origin = f.origin === undefined ? '頁面' : ` ${f.origin} 的頁面`;
      return `瀏覽器沒有把 ${inline(f)}交給${origin}，很可能是 CORS 所致：${signs[f.sign]}${status}${search(f)}。`;
    },
    explanation: (f) => {
      if (f.sign === 'not-in-capture') return '擷取檔中既沒有回應也沒有預檢要求，因此無法得知確切的原因。';
      if (f.reason !== undefined) return `回應重新導向到了 CORS 不會跟隨的地方（${f.reason}）。`;
      return f.allowedOrigin === undefined
        ? '回應中沒有說明確切的原因；原因只顯示在瀏覽器的主控台中。'
        : `回應允許的來源是 ${f.allowedOrigin}。確切的原因只顯示在瀏覽器的主控台中。`;
    },
    nextStep: (f) =>
      f.sign === 'not-in-capture'
        ? '請查看瀏覽器的主控台，或用會保留回應和預檢要求的 Chrome 或 Edge 開發人員工具重新擷取。'
        : '請將 Origin 和 Access-Control-Request-* 與回應中的 Access-Control-Allow-* 比較，並查看瀏覽器的主控台。',
  },
};
