import type { ResponsePolicy } from '../../../finding/finding-facts.ts';
import type { GroupWords } from '../../../words.ts';
import { inline, request } from '../phrases.ts';

const coded = (code: string | undefined) => (code === undefined ? '' : `（${code}）`);
const holding = (value: string | undefined) => (value === undefined ? '' : `（${value}）`);

/** A name of the policy's directive behind the policy, with its room to what follows. */
const named = (directive: string | undefined) => (directive === undefined ? ' ' : holding(directive));

const policyCause: Readonly<Record<ResponsePolicy, string>> = {
  'resource-policy': '回應的 Cross-Origin-Resource-Policy',
  'embedder-policy': '頁面的 Cross-Origin-Embedder-Policy，而回應缺少 Cross-Origin-Resource-Policy',
  'opener-policy': 'Cross-Origin-Opener-Policy 的設定',
  framing: '回應的 X-Frame-Options 或 frame-ancestors',
  opaque: 'Opaque Response Blocking，回應與它在頁面中的用途不符',
};

const policyStep: Readonly<Record<ResponsePolicy, string>> = {
  'resource-policy': '請讓回應帶有 Cross-Origin-Resource-Policy: cross-origin，或從頁面自己的網站提供。',
  'embedder-policy': '請讓回應帶有 Cross-Origin-Resource-Policy: cross-origin，或以 CORS 提出要求。',
  'opener-policy': '請比較兩個頁面的 Cross-Origin-Opener-Policy。',
  framing: '請在 Content-Security-Policy: frame-ancestors 中允許頁面的來源，並拿掉 X-Frame-Options。',
  opaque: '請查看這個位址的回應：往往在應為圖片或指令碼的地方傳回了錯誤或 JSON。',
};

export const blockFindings: GroupWords<'block'> = {
  'block/by-client': {
    verdict: (f) => `瀏覽器中的某個程式攔下了 ${request(f)}${coded(f.code)}。`,
    explanation: (f) =>
      f.code === undefined
        ? '要求沒有送出，擷取檔也沒有說明原因：可能是擴充功能、廣告攔截器，或開發人員工具中的封鎖規則。'
        : '原因是擴充功能、廣告攔截器，或開發人員工具中的封鎖規則。服務沒有收到這個要求。',
    nextStep: () =>
      '請在沒有擴充功能的無痕視窗中再試一次，並查看開發人員工具中的「Network request blocking」。',
  },
  'block/by-administrator': {
    verdict: (f) => `瀏覽器的管理員禁止了 ${request(f)}${coded(f.code)}。`,
    explanation: () => '受管理瀏覽器的原則列出了這個位址。服務沒有收到這個要求。',
    nextStep: () => '請查看 chrome://policy（URLBlocklist），並請管理員允許這個主機。',
  },
  'block/content-security-policy': {
    verdict: (f) =>
      f.unseen
        ? `在頁面 ${inline(f)}上，Content-Security-Policy${named(f.directive)}在要求送出之前就擋住了 ${f.blocked}。`
        : f.reported
          ? `瀏覽器透過 ${inline(f)}回報：頁面的 Content-Security-Policy${named(f.directive)}擋住了 ${f.blocked}。`
          : `頁面的 Content-Security-Policy${named(f.directive)}擋住了 ${request(f)}：${f.blocked} 不在其清單中。`,
    explanation: (f) =>
      f.nonceOfACachedPage
        ? '該原則用每個回應都不同的 nonce 來允許指令碼，而此頁面來自快取：其中的 nonce 屬於另一個回應。'
        : '瀏覽器只載入頁面原則所列的內容。被拒絕的內容大多不會在擷取檔中留下痕跡。',
    nextStep: (f) =>
      f.nonceOfACachedPage
        ? '請勿讓快取保留這類頁面（Cache-Control: no-store），或在原則中用雜湊代替 nonce。目前請先清除快取。'
        : `如果需要 ${f.blocked}，請加入原則；主控台和 Issues 面板會列出每一次拒絕。`,
  },
  'block/response-policy': {
    verdict: (f) =>
      `${inline(f)}得到了回應，但瀏覽器沒有交給頁面：${policyCause[f.policy]}${holding(f.value)}；${f.code}。`,
    explanation: () => '服務運作正常。有標頭欄位表示這個頁面不得使用這份回應。',
    nextStep: (f) => policyStep[f.policy],
  },
  'block/nosniff': {
    verdict: (f) =>
      `瀏覽器沒有使用 ${request(f)}：它自稱 ${f.mimeType} 而不是 ${f.expected}，而且 nosniff 禁止猜測。`,
    explanation: (f) =>
      f.mimeType === 'text/html'
        ? '這往往是以狀態 200 傳回的錯誤頁或登入頁，取代了檔案。'
        : '伺服器不知道自己送出的是哪種檔案。',
    nextStep: (f) => `請查看回應的內容，並讓伺服器以 Content-Type: ${f.expected} 送出正確的檔案。`,
  },
  'block/integrity': {
    verdict: (f) => `${inline(f)}的內容與頁面的預期（integrity，${f.algorithm}）不符，瀏覽器沒有執行它。`,
    explanation: () => '擷取檔中內容的摘要與頁面中的不同：檔案在頁面產生之後或傳輸途中遭到更動。',
    nextStep: () =>
      '請在主控台中尋找「integrity」，更新頁面中的摘要或還原檔案。改寫指令碼的 Proxy 也會造成這種情況。',
  },
  'block/mixed-content': {
    verdict: (f) => `安全頁面 ${f.page} 以明文 http 要求 ${request(f)}，瀏覽器沒有送出。`,
    explanation: () => '瀏覽器不允許 https 頁面透過 http 載入可能改變頁面的內容（混合內容）。',
    nextStep: () => '請改用 https 提出要求，或在 https 上提供。',
  },
  'block/proxy-authentication': {
    verdict: (f) =>
      f.code === undefined
        ? `Proxy 以 407 拒絕了 ${request(f)}：它要求表明身分。`
        : `Proxy 沒有放行 ${request(f)}${coded(f.code)}。`,
    explanation: (f) =>
      f.code === undefined
        ? '回應來自 Proxy 而不是服務，服務沒有收到這個要求。'
        : 'Proxy 拒絕了通往這個主機的通道：不是要求驗證身分，就是規則禁止這個主機。瀏覽器沒有說明是哪一種。',
    nextStep: () => '請查看 Proxy 對這個主機的驗證和規則，並與沒有 Proxy 的網路比較。',
  },
  'block/interception': {
    verdict: (f) => {
      const who = f.vendor === undefined ? '安全閘道' : `安全閘道（${f.vendor}）`;
      return f.blockPage
        ? `回應 ${inline(f)}的不是服務，而是${who}，傳回的是拒絕頁面。`
        : `流量經過${who}：${inline(f)}帶有它的記號。`;
    },
    explanation: (f) =>
      f.blockPage
        ? '公司的規則封鎖了這個位址或其類別。服務沒有收到這個要求。'
        : '這很常見，未必有問題。但內容檢查可能使回應變慢、中斷或遭到更動。',
    nextStep: (f) =>
      f.blockPage
        ? '請把頁面上的參考編號交給閘道的管理者，並請其允許這個主機。'
        : '如果還有其他異常，請與沒有這個閘道的網路比較。',
  },
  'block/captive-portal': {
    verdict: (f) =>
      f.portal === undefined
        ? `${inline(f)}得到 511：網路要求先登入。`
        : `網路把 ${inline(f)}引到了 ${f.portal}：它要求先登入或接受條款。`,
    explanation: () => '在有人登入之前，訪客網路會代替所有服務做出回應。',
    nextStep: () => '請在瀏覽器中開啟一個明文 http 位址，登入網路，然後重新錄製。',
  },
};
