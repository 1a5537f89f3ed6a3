import type { BrokenJson, InBodyFacts, PageKind } from '../../../finding/finding-facts.ts';
import type { GroupWords } from '../../../words.ts';
import { inline, quote, search, searchStep } from '../phrases.ts';

const inside = (f: InBodyFacts, how: string) =>
  `${inline(f)}回應 ${f.status}，但${how}：${quote(f.errorText)}${search(f)}。`;

const transportOnly = '狀態碼只說明傳輸結果；所要求的操作失敗了。依狀態篩選的清單看不到它。';

const pageName: Readonly<Record<PageKind, string>> = {
  'sign-in': '登入頁面',
  refused: '拒絕頁面（防火牆或機器人檢查）',
  maintenance: '維護頁面',
  error: '錯誤頁面',
  application: '應用程式本身的頁面',
  other: '一個頁面',
};

const pageStep: Readonly<Record<PageKind, string>> = {
  'sign-in': '工作階段已結束或未隨要求送出：請重新登入，並查看該呼叫的 Cookie 和權杖。',
  refused: '服務前方的某個裝置拒絕了該呼叫：請把頁面上的編號交給防火牆的管理者。',
  maintenance: '請等待維護結束，或向服務團隊詢問結束時間。',
  error: '請閱讀該頁面：上面說明了失敗的原因。',
  application:
    '伺服器不認得這個位址，於是送出應用程式的頁面：請將位址和版本與成功的呼叫比較，並確認伺服器或 Proxy 的路由。',
  other: '請查看該頁面以及它的來源（伺服器、Proxy、強制入口網站）。',
};

const brokenHow: Readonly<Record<BrokenJson, string>> = {
  cut: '內容在中途結束',
  empty: '內容是空的',
  'not-json': '內容以非 JSON 的文字開頭',
  value: '含有 JSON 沒有的值（例如 Infinity）',
  syntax: '不符合 JSON 的規則',
};

const brokenStep: Readonly<Record<BrokenJson, string>> = {
  cut: '請查看服務在寫出時是否當機或受到限制。',
  empty: '請查明服務為何沒有內容可回應；空清單也是有效的 JSON。',
  'not-json': '請查看本文的開頭：那裡往往有伺服器程式的警告或錯誤。',
  value: '請找出得不到數值的計算，並改為省略該值。',
  syntax: '請查看 JSON 剖析器停下的位置；往往是某個值未加引號就被寫入。',
};

export const contentFindings = {
  'fail/error-in-success': {
    verdict: (f) =>
      f.inRedirect
        ? `${inline(f)}的重新導向帶有錯誤：${quote(f.errorText)}${search(f)}。`
        : inside(f, '本文表明失敗'),
    explanation: (f) =>
      f.inRedirect
        ? '登入服務會在位址中附上錯誤並將瀏覽器送回，以此表示拒絕（RFC 6749 §4.1.2.1）。'
        : transportOnly,
    nextStep: (f) => (f.inRedirect ? '請在登入服務的文件和記錄中尋找這個錯誤。' : searchStep(f)),
  },
  'fail/graphql': {
    verdict: (f) => {
      const where = [f.operation, f.field].filter((part) => part !== undefined).join('，');
      return inside(
        f,
        ` GraphQL 表明操作${f.partial ? '部分' : ''}失敗${where === '' ? '' : `（${where}）`}`,
      );
    },
    explanation: (f) =>
      f.partial
        ? '錯誤之外也傳回了資料：除失敗的部分外，頁面可能都已顯示。'
        : '即使操作失敗，GraphQL 也以成功狀態回應，原因寫在 errors 中。依狀態篩選的清單看不到它。',
    nextStep: (f) => searchStep(f),
  },
  'fail/batch-item': {
    verdict: (f) => {
      const status = f.itemStatus === undefined ? '' : `，第一個的狀態是 ${f.itemStatus}`;
      return inside(f, ` ${f.items} 個部分中有 ${f.failed} 個失敗${status}`);
    },
    explanation: () => '狀態碼針對整個批次；每個部分都有自己的結果。依狀態篩選的清單看不到它。',
    nextStep: (f) => `請查看失敗的部分以及為其送出的內容。${searchStep(f)}`,
  },
  'fail/soap-fault': {
    verdict: (f) => inside(f, `內容是 SOAP 錯誤${f.code === undefined ? '' : `（${f.code}）`}`),
    explanation: (f) =>
      f.blames === 'sender'
        ? '錯誤代碼表明問題出在送出的內容。'
        : f.blames === 'service'
          ? '錯誤代碼表明是服務本身失敗。'
          : '無論狀態碼為何，SOAP 錯誤都表示操作沒有完成。',
    nextStep: (f) =>
      f.blames === 'sender' ? `請將送出的內容與成功的呼叫比較。${searchStep(f)}` : searchStep(f),
  },
  'fail/oci-error': {
    verdict: (f) => {
      const among = f.commands === undefined || f.commands < 2 ? '一個命令' : ` ${f.commands} 個命令中的一個`;
      const code = f.code === undefined ? '' : `（${f.code}）`;
      return inside(f, ` BroadWorks 拒絕了${among}${code}`);
    },
    explanation: () => '傳輸成功，但 OCI 命令本身被拒絕。同一要求中的其他命令可能已經執行。',
    nextStep: (f) => `請查明錯誤編號的意義及其所指的值。${searchStep(f)}`,
  },
  'fail/html-for-json': {
    verdict: (f) => {
      const title = f.title === undefined ? '' : quote(f.title);
      return `${inline(f)}要求的是${f.asked === undefined ? ' JSON' : '事件串流'}，得到的卻是${pageName[f.page]}${title}（${f.status}）${search(f)}。`;
    },
    explanation: () =>
      '狀態碼表示成功，但應用程式無法把頁面當作資料讀取；沒有任何要求失敗，應用程式卻失敗了。',
    nextStep: (f) => pageStep[f.page],
  },
  'fail/maintenance-page': {
    verdict: (f) => `${inline(f)}得到的是維護通知${quote(f.title)}，狀態碼卻是 ${f.status}${search(f)}。`,
    explanation: () =>
      '有人刻意停止了服務，或者後面無人回應時由前面的裝置顯示這個頁面。單看狀態碼，一切正常。',
    nextStep: () =>
      '請向服務團隊詢問，或在其狀態頁上查看維護會持續多久。這樣的頁面應該以 503 和 Retry-After 傳回，讓程式和快取能夠辨識。',
  },
  'fail/broken-json': {
    verdict: (f) =>
      `${inline(f)}回應了 ${f.status}，但其中的 JSON 無法讀取：${brokenHow[f.fault]}${search(f)}。`,
    explanation: () =>
      'Content-Type 宣告為 JSON 而內容不是，因此應用程式在讀取時失敗，卻沒有任何失敗的要求。',
    nextStep: (f) => `${brokenStep[f.fault]}${searchStep(f)}`,
  },
} satisfies Partial<GroupWords<'fail'>>;
