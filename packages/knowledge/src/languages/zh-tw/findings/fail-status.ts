import type {
  CdnTrouble,
  EnvoyCause,
  FailedStatusFacts,
  IdempotencyKeyUse,
  TooLarge,
} from '../../../finding/finding-facts.ts';
import { durationOf } from '../../../finding/place.ts';
import { timeSpan } from '../../../finding/time-span.ts';
import type { GroupWords } from '../../../words.ts';
import { inline, said, search, searchStep } from '../phrases.ts';

const failed = (f: FailedStatusFacts, how: string) =>
  f.healed
    ? `${inline(f)}失敗（${f.status}，${how}），再次要求時成功${search(f)}。`
    : `${inline(f)}失敗（${f.status}，${how}）${said(f.errorText, f.bodyMissing)}${search(f)}。`;

const largeWhat: Readonly<Record<TooLarge, string>> = {
  content: '內容過大',
  address: '位址過長',
  fields: '標頭欄位過大',
};

const largeStep: Readonly<Record<TooLarge, string>> = {
  content: '請減少傳送量或分批傳送；否則必須提高沿途每部伺服器和 Proxy 的上限。',
  address: '請將這些值放在 POST 的內容中傳送，而不是放在位址裡。',
  fields: '請刪除這個網站的 Cookie 並重新登入；如果再次增多，則是服務設定了過多的 Cookie。',
};

const envoySaid: Readonly<Record<EnvoyCause, string>> = {
  'no-healthy-instance': '服務沒有健康的執行個體',
  'connect-failed': '無法連線到服務',
  'connect-timeout': '連線到服務的時間過長',
  'broken-off': '服務在回應之前中斷了連線',
  'request-timeout': '服務未能及時回應',
  overflow: '等候服務的要求過多',
  protocol: '服務的回應不符合通訊協定',
  'fault-injected': '有意注入了測試故障',
};

const envoyStep: Readonly<Record<EnvoyCause, string>> = {
  'no-healthy-instance': '請查看當時服務的執行個體是否在執行並通過健康狀態檢查。',
  'connect-failed': '請查看服務是否在其連接埠接聽，以及網路原則和雙向 TLS 是否允許閘道通過。',
  'connect-timeout': '請查看閘道與服務之間的網路原則或防火牆，以及是否過載。',
  'broken-off': '請查看當時服務是否當機、重新啟動或關閉了閒置連線。',
  'request-timeout': '請查明服務在這段時間裡做了什麼，再看路由的時限是否合適。',
  overflow: '請查看服務的負載以及閘道斷路器的上限。',
  protocol: '請比較閘道與服務使用的通訊協定（HTTP/1.1、HTTP/2、gRPC）。',
  'fault-injected': '請查看閘道設定中是否有故障注入規則。',
};

const cdnSaid: Readonly<Record<CdnTrouble, string>> = {
  refused: '後面的伺服器拒絕連線',
  unreachable: '無法連到後面的伺服器',
  'connect-timeout': '連線到後面伺服器的時間過長',
  timeout: '後面的伺服器未能及時回應',
  tls: '未能與後面的伺服器建立 TLS',
  certificate: '不接受後面伺服器的憑證',
  'bad-answer': '後面的伺服器沒有給出可用的回應',
  failed: '未能從後面的伺服器取得回應',
};

/** What was asked for, as far as the answer shows what it lacks. */
const noneOf = (f: { readonly sent?: string; readonly languages?: string }) => {
  if (f.languages !== undefined) return `服務沒有所要求語言的內容 ${f.languages}`;
  return f.sent === undefined ? '服務沒有所要求形式的內容' : `服務沒有所要求的媒體類型 ${f.sent}`;
};

/** What a service has against an idempotency key, and what that means. */
const keyUse: Readonly<Record<IdempotencyKeyUse, { readonly said: string; readonly means: string }>> = {
  reused: {
    said: '同一個等冪金鑰先前用於不同的內容',
    means: '對同一個金鑰，服務只執行一次。這個金鑰先前帶著不同的內容來過，因此不可能是同一個要求的重送。',
  },
  'in-progress': {
    said: '同一個等冪金鑰的要求仍在處理中',
    means: '對同一個金鑰，服務只執行一次，而第一個要求尚未完成。',
  },
};

export const statusFindings = {
  'fail/rate-limited': {
    verdict: (f) => {
      const limit = f.limit === undefined ? '' : `，上限為 ${f.limit}`;
      const wait = f.waitS === undefined ? '' : `，請在 ${timeSpan(f.waitS * 1000)} 後重試`;
      return failed(f, `要求過多${limit}${wait}`);
    },
    explanation: (f) =>
      f.tooEarly
        ? '服務限制要求次數，而用戶端沒有等候所指定的時間。'
        : '服務限制一段時間內的要求次數（RFC 6585 §4）。',
    nextStep: (f) =>
      f.healed
        ? '除非反覆出現，否則不需處理。'
        : '請查明是誰送出這麼多要求（迴圈、多個分頁、指令碼）；然後讓用戶端依 Retry-After 的時間等候，或申請更高的上限。',
  },
  'fail/too-large': {
    verdict: (f) => {
      const bytes = f.sentBytes === undefined ? '' : `，共 ${f.sentBytes} 位元組`;
      const cookies = f.cookieBytes === undefined ? '' : `，其中 Cookie 占 ${f.cookieBytes} 位元組`;
      return failed(f, `${largeWhat[f.what]}${bytes}${cookies}`);
    },
    explanation: () =>
      '沿途的某部伺服器或 Proxy 限制了要求的大小；回應沒有說明上限，而且拒絕的往往不是服務本身。',
    nextStep: (f) => largeStep[f.what],
  },
  'fail/method-not-allowed': {
    verdict: (f) => {
      const what =
        f.status === 405
          ? `此處不允許 ${f.method}`
          : f.status === 406
            ? noneOf(f)
            : `服務不接受媒體類型${f.sent === undefined ? '' : ` ${f.sent}`}`;
      return failed(f, `${what}${f.allowed === undefined ? '' : `，只允許 ${f.allowed}`}`);
    },
    explanation: (f) =>
      f.status === 405
        ? '位址存在，但不接受這個方法；常見的原因是位址錯誤、服務版本較舊，或重新導向改變了方法。'
        : '送出的格式與服務能理解的格式不符：請查看要求的 Content-Type 和 Accept。',
    nextStep: (f) => `請將方法、位址和媒體類型與成功的要求比較。${searchStep(f)}`,
  },
  'fail/conflict': {
    verdict: (f) =>
      failed(
        f,
        f.keyUse !== undefined
          ? keyUse[f.keyUse].said
          : f.status === 409
            ? '與現有狀態衝突'
            : f.status === 412
              ? `條件${f.condition === undefined ? '' : ` ${f.condition} `}不成立`
              : '服務要求附帶條件（If-Match）',
      ),
    explanation: (f) =>
      f.keyUse !== undefined
        ? keyUse[f.keyUse].means
        : f.status === 409
          ? '送出的內容與目前狀態不符：資源已存在、正在使用，或在此期間已被修改。'
          : f.status === 412
            ? '讀取之後，資源已被他人修改；服務保護了那次修改。'
            : '服務只接受附帶條件的修改，以免覆寫他人的修改。',
    nextStep: (f) =>
      f.keyUse === undefined
        ? `請重新讀取資源，再重複修改。${searchStep(f)}`
        : f.keyUse === 'reused'
          ? `請為每個新要求使用新的金鑰；重送時保持內容不變，並使用原來的金鑰。${searchStep(f)}`
          : `請稍候，再以同一個金鑰和相同內容重送這個要求。${searchStep(f)}`,
  },
  'fail/gateway-envoy': {
    verdict: (f) => failed(f, `由閘道（Envoy）回應：${envoySaid[f.cause]}`),
    explanation: () => '這個回應由閘道自己寫出；後面的服務可能對該要求一無所知，而閘道的記錄中有內容。',
    nextStep: (f) => `${envoyStep[f.cause]}${searchStep(f)}`,
  },
  'fail/gateway-cdn': {
    verdict: (f) => {
      const reference = f.reference === undefined ? '' : `，參考編號 ${f.reference}`;
      return failed(f, `由 ${f.cdn} 回應${reference}：${cdnSaid[f.trouble]}`);
    },
    explanation: (f) =>
      `這個回應由 ${f.cdn} 自己寫出，代替了後面的伺服器；該伺服器的記錄中可能沒有任何內容。`,
    nextStep: (f) =>
      f.reference === undefined
        ? `請確認 ${f.cdn} 後面的伺服器是否在執行、能否從 ${f.cdn} 連到，以及其防火牆的記錄。`
        : `請確認能否從 ${f.cdn} 連到後面的伺服器；${f.cdn} 可用 ${f.reference} 找到這個要求。`,
  },
  'fail/gateway-timeout': {
    verdict: (f) => {
      const waited = f.waitedMs === undefined ? '' : `，歷時 ${durationOf(f.waitedMs)}`;
      const limit = f.limitMs === undefined ? '' : `，時限 ${timeSpan(f.limitMs)}`;
      return failed(f, `閘道等候後面的服務，最後放棄${waited}${limit}`);
    },
    explanation: () => '服務所用的時間超過了閘道的等候時間。它可能繼續執行並已完成：重複修改之前請先確認。',
    nextStep: (f) => `請查明服務在這段時間裡做了什麼。${searchStep(f)}`,
  },
} satisfies Partial<GroupWords<'fail'>>;
