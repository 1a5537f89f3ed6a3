import { type CloseMeaning, closeMeaning, endsBelow } from '../../../finding/close-code.ts';
import type {
  GivenUpBecause,
  NetworkFacts,
  NetworkFailure,
  TlsFault,
} from '../../../finding/finding-facts.ts';
import { mayHaveReached } from '../../../finding/may-have-reached.ts';
import { networkFailures } from '../../../finding/network-failures.ts';
import { place } from '../../../finding/place.ts';
import { timeSpan } from '../../../finding/time-span.ts';
import type { GroupWords } from '../../../words.ts';
import { inline, quote, search, searchStep } from '../phrases.ts';

/** A proxy took the field away that asks for a WebSocket. RFC 9110 §15.5.22. */
const UPGRADE_REQUIRED = 426;

const networkCause: Readonly<Record<NetworkFailure, string>> = {
  dns: '無法解析主機名稱',
  refused: '主機拒絕連線',
  unreachable: '無法連到主機',
  timeout: '連線逾時',
  reset: '連線被中斷',
  empty: '伺服器未回應便關閉連線',
  tls: '安全連線失敗（憑證或 TLS）',
  'client-certificate': '伺服器要求用戶端憑證',
  offline: '網路中斷或已切換',
  proxy: 'Proxy 未放行',
  blocked: '被瀏覽器、擴充功能或原則封鎖',
  browser: '瀏覽器本身無法繼續處理',
  aborted: '頁面或使用者中止了要求',
  cut: '回應提前結束',
  'redirect-loop': '重新導向次數過多',
  protocol: '回應不符合通訊協定的規則',
  'web-socket': 'WebSocket 未能開啟',
  none: '沒有回應，擷取檔也未說明原因',
};

const closer = { page: '由頁面', server: '由伺服器' } as const;

const closeWhy: Readonly<Record<CloseMeaning, string>> = {
  protocol: '一方認為另一方沒有遵守 WebSocket 通訊協定。',
  content: '一方送出了另一方不接受的內容。',
  'no-goodbye': '連線沒有道別就結束了：Proxy、網路或當機。',
  refused: '服務拒絕了：多半是登入已過期，或缺少權限。',
  'too-large': '訊息超過了另一方接受的大小。',
  fault: '伺服器本身發生錯誤。',
  restart: '服務重新啟動了。',
  overload: '服務負載過高。',
  own: '服務以自己的代碼關閉了連線；代碼的意義請見其文件。',
};

const networkStep: Readonly<Record<NetworkFailure, string>> = {
  dns: '請檢查擷取時所用電腦的 DNS、VPN 和 hosts 檔案，並向另一個 DNS 伺服器查詢同一名稱。',
  refused: '請檢查位址和連接埠、本機防火牆和 Proxy，以及服務是否在接聽。',
  unreachable: '請檢查電腦與主機之間的路由、VPN 和防火牆。',
  timeout: '請檢查電腦與主機之間的防火牆、VPN 和 Proxy；封包被無聲捨棄時就會這樣。',
  reset: '請先尋找會中斷連線的中間裝置（Proxy、防火牆、TLS 檢查），再查看當時伺服器是否當機。',
  empty: '請查看當時伺服器是否當機或重新啟動。',
  tls: '請查看瀏覽器收到的憑證：有效期間、名稱和簽發者。簽發者若是貴公司，則可能有 TLS 檢查。',
  'client-certificate': '請檢查憑證是否已安裝，以及是否選擇了正確的憑證。',
  offline: '請檢查電腦的連線：Wi-Fi、VPN、睡眠模式；在穩定的連線下重新擷取。',
  proxy: '請檢查 Proxy 的設定、登入以及針對這個主機的規則。',
  blocked: '請在沒有擴充功能的無痕視窗中再試一次；若代碼指向某項原則，請洽瀏覽器的管理員。',
  browser:
    '代碼說明了原因：同時要求過多（ERR_INSUFFICIENT_RESOURCES）、檔案在傳送期間被改動（ERR_UPLOAD_FILE_CHANGED）、檔案無法讀取等。請從這裡查起，而不是服務。',
  aborted: '多半無害：被換頁或較新的要求取代。只有在相同時間長度後反覆出現時才需細查。',
  cut: '請尋找限制大小或時間的 Proxy，或伺服器在傳送途中的當機。',
  'redirect-loop': '請查看每次重新導向的 Cookie 和 Location：有兩處互相轉送瀏覽器。',
  protocol: '請嘗試 HTTP/1.1 或其他網路，然後把確切的代碼交給服務團隊。',
  'web-socket': '請檢查 Proxy 和防火牆是否允許 WebSocket 升級。',
  none: '請用會記錄原因的 Chrome 或 Edge 重新擷取，或查看瀏覽器的主控台。',
};

const why: Readonly<Partial<Record<NetworkFailure, string>>> = {
  dns: '瀏覽器無法將名稱解析為位址，因此要求從未離開電腦，服務的記錄中沒有任何內容。',
  refused: '該位址有回應，但連接埠上沒有程式在接聽，或由防火牆代為拒絕；服務從未收到這個要求。',
  unreachable: '電腦沒有通往該位址的路徑，或不被允許使用；服務從未收到這個要求。',
  timeout: '在 HTTP 之下的層次，瀏覽器本身的時限內沒有取得回應；防火牆無聲捨棄封包時就會這樣。',
  reset: '連線已經建立，但在回應完成之前被中斷。服務可能已經完成操作：再次要求之前請先確認。',
  empty: '連線已經建立，要求可能已經到達，但伺服器一個位元組也沒有送出就關閉連線：當機、重新啟動或拒絕回應。',
  offline: '出問題的是電腦本身的連線，而不是服務：當時正在進行的一切都中斷了。',
  cut: '狀態碼表示成功，但內容不完整；讀取它的程式會在之後的其他地方失敗。',
  tls: '瀏覽器與伺服器未能建立安全連線，因此要求從未送出，服務的記錄中沒有任何內容。',
};

const stopped = '要求在瀏覽器中被停止，服務可能從未收到。';
const between = '故障位於瀏覽器與服務之間，服務的記錄中可能沒有任何內容。';

const whyOf = (failure: NetworkFailure): string =>
  failure === 'blocked' || failure === 'aborted' ? stopped : (why[failure] ?? between);

const tlsCause: Readonly<Record<TlsFault, string>> = {
  dates: '憑證已過期或尚未生效',
  name: '憑證是為另一個名稱簽發的',
  authority: '憑證來自瀏覽器不信任的簽發單位',
  revoked: '憑證已被撤銷',
  weak: '憑證或其金鑰強度不足',
  pinned: '憑證不是瀏覽器在此處預期的那一個',
  version: '瀏覽器與伺服器沒有共同的 TLS 版本或加密套件',
  certificate: '憑證未被接受',
  handshake: 'TLS 交握失敗',
};

const tlsStep: Readonly<Record<TlsFault, string>> = {
  dates: '請查看憑證的有效期間和電腦的時鐘；憑證由服務團隊更新。',
  name: '請確認位址以及憑證所含的名稱；Proxy 或強制入口網站會出示自己的憑證。',
  authority:
    '請查看憑證的簽發者：若是貴公司，則有 TLS 檢查，而這部電腦缺少其根憑證；否則可能是伺服器遺漏了中繼憑證。',
  revoked: '服務團隊必須安裝新的憑證。',
  weak: '服務團隊必須安裝金鑰和簽章更強的憑證。',
  pinned: '請查看憑證的簽發者：瀏覽器與伺服器之間有某個裝置出示了自己的憑證。',
  version: '請比較伺服器與瀏覽器的 TLS 版本和加密套件；過舊的伺服器與嚴格的原則無法相容。',
  certificate: '請查看瀏覽器收到的憑證：有效期間、名稱和簽發者。',
  handshake: '請確認該連接埠是否使用 TLS，並尋找干擾交握的 Proxy 或防火牆。',
};

const code = (f: NetworkFacts) => (f.code === undefined ? '' : `（${f.code}）`);
const worked = (f: NetworkFacts) => (f.healed ? '；再次要求時成功' : '');

const unanswered = (f: NetworkFacts, failure: NetworkFailure, cause: string) =>
  `${inline(f)}未取得正常的回應：${cause}${code(f)}${worked(f)}${mayHaveReached(failure) ? search(f) : ''}。`;

const gaveUp: Readonly<Record<GivenUpBecause, string>> = {
  superseded: '：被針對同一資源的較新要求取代',
  'left-page': '：在其進行期間離開了頁面',
  unknown: '；擷取檔未顯示原因',
};

export const networkFindings = {
  ...networkFailures({
    unanswered,
    cause: networkCause,
    why: whyOf,
    step: networkStep,
    tlsCause,
    tlsStep,
    forHosts: (cause, hosts) => `${cause}，同時涉及 ${hosts} 部主機`,
  }),
  'fail/truncated-body': {
    verdict: (f) => {
      if (f.coding !== undefined)
        return `${inline(f)}回應 ${f.status}，但內容與 Content-Encoding${f.coding === '' ? ' ' : `（${f.coding}）`}不符${code(f)}${worked(f)}${search(f)}。`;
      const bytes =
        f.promisedBytes === undefined
          ? ''
          : f.receivedBytes === undefined
            ? `，應有 ${f.promisedBytes} 位元組`
            : `，${f.promisedBytes} 位元組中只收到 ${f.receivedBytes} 位元組`;
      return `${inline(f)}回應 ${f.status}，但內容提前結束${bytes}${code(f)}${worked(f)}${search(f)}。`;
    },
    explanation: (f) =>
      f.coding === undefined
        ? whyOf('cut')
        : '瀏覽器無法解碼該內容，因而將其丟棄。多半是 Proxy 解壓縮或改動了內容卻留下了該欄位，或內容被壓縮了兩次。',
    nextStep: (f) =>
      f.coding === undefined
        ? networkStep.cut
        : '請不經 Proxy 要求同一位址，再查看沿途是誰設定了 Content-Encoding，並比較內容開頭的位元組。',
  },
  'fail/aborted-by-user': {
    verdict: (f) => `${inline(f)}被頁面放棄${code(f)}${gaveUp[f.because]}。`,
    explanation: () => stopped,
    nextStep: () => networkStep.aborted,
  },
  'fail/aborted-by-timeout': {
    verdict: (f) =>
      `${inline(f)}每次都在 ${timeSpan(f.limitMs)} 後被頁面放棄${code(f)}：在該時限內沒有取得回應${search(f)}。`,
    explanation: () =>
      '每次都是相同的整數時間長度，表示這是應用程式的時限，而不是人的操作：若非服務太慢，就是時限太短。',
    nextStep: (f) => `請查明服務處理它需要多少時間。${searchStep(f)}`,
  },
  'fail/web-socket': {
    verdict: (f) => {
      if (f.trouble === 'closed')
        return `WebSocket ${inline(f)}${f.closedBy === undefined ? '' : closer[f.closedBy]}以代碼 ${f.closeCode ?? '?'} 關閉${search(f)}。`;
      if (f.trouble === 'broken')
        return `WebSocket ${inline(f)}開啟後中斷${f.errorText === undefined ? '' : `：${quote(f.errorText)}`}${search(f)}。`;
      if (f.trouble === 'said')
        return `WebSocket ${inline(f)}中的一則訊息表示有作業失敗：${quote(f.errorText ?? '?')}${search(f)}。`;
      if (f.limitMs !== undefined)
        return `WebSocket ${place(f)} 連續開啟了 ${f.count} 次，每次都在約 ${timeSpan(f.limitMs)} 後結束${search(f)}。`;
      if (f.trouble === 'opened-again')
        return `WebSocket ${place(f)} 連續開啟了 ${f.count} 次，每次保持不到一分鐘${search(f)}。`;
      const how =
        f.status === undefined ? '，擷取檔也未說明原因' : `：交握取得的狀態是 ${f.status}，而不是 101`;
      return `WebSocket ${inline(f)}未能開啟${how}${worked(f)}${search(f)}。`;
    },
    explanation: (f) => {
      if (f.limitMs !== undefined) return 'Proxy 和負載平衡器會終止在這段時間內沒有任何資料的連線。';
      if (f.trouble === 'said') return '連線仍然保持。失敗寫在訊息裡，任何要求清單都不會顯示。';
      if (f.closedBy === 'page') return '頁面自己關閉了連線：收到的或沒有收到的內容不符合預期。';
      const meaning = closeMeaning(f.closeCode);
      if (meaning !== undefined) return closeWhy[meaning];
      return f.trouble === 'not-opened'
        ? '沒有它，頁面就無法自動取得新訊息：上線狀態、事件和通話會停滯，或被反覆查詢。'
        : '頁面想要保持的連線被終止了：可能是伺服器，也可能是限制連線時間的 Proxy。';
    },
    nextStep: (f) => {
      if (f.limitMs !== undefined)
        return '請讓頁面或伺服器以更短的間隔傳送資料（ping），或延長 Proxy 的閒置時限。';
      if (closeMeaning(f.closeCode) === 'too-large')
        return '請減少每則訊息的內容，或提高服務及其前面 Proxy 的上限。';
      const isBelow = f.closeCode === undefined || endsBelow(f.closeCode);
      if (f.trouble === 'said' || !isBelow) return searchStep(f);
      return f.status === undefined || f.status === UPGRADE_REQUIRED
        ? '請確認 Proxy 和防火牆是否允許 WebSocket 升級並保持其開啟，然後查看當時的伺服器。'
        : `請將交握的 Origin、認證資料和位址與成功的交握比較。${searchStep(f)}`;
    },
  },
  'fail/redirect-loop': {
    verdict: (f) => {
      const how = f.isCircle ? '的重新導向在兜圈子' : '的重新導向次數過多';
      const over = f.isCircle ? `涉及 ${f.addresses ?? '?'} 個位址，` : '';
      const many = f.redirects === undefined ? '' : `（${over}共 ${f.redirects} 次）`;
      const end = f.gaveUp ? '，直到瀏覽器放棄' : '';
      return `${place(f)} ${how}${many}${f.code === undefined ? '' : `（${f.code}）`}${end}${search(f)}。`;
    },
    explanation: (f) =>
      f.isCircle
        ? '每一處都在什麼都沒有改變的情況下把瀏覽器送往下一處，多半是因為某個 Cookie 沒有被送回。'
        : '瀏覽器最多跟隨二十次重新導向；這麼長的一串多半是轉送規則有誤。',
    nextStep: (f) =>
      f.isCircle
        ? networkStep['redirect-loop']
        : '請逐一查看每次重新導向的 Location，找出反覆轉送的規則，並直接連結到最終位址。',
  },
} satisfies Partial<GroupWords<'fail'>>;
