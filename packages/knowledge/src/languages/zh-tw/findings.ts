import type { CorsSign, ExchangeFacts, NetworkFailure } from '../../finding/finding-facts.ts';
import { mayHaveReached } from '../../finding/may-have-reached.ts';
import { durationOf, place } from '../../finding/place.ts';
import type { FindingWords } from '../../words.ts';

const request = (facts: ExchangeFacts) =>
  facts.count === 1 ? place(facts) : `${place(facts)}（另有 ${facts.count - 1} 個同類要求）`;
const quote = (text: string) => `「${text}」`;
const search = ({ trackingId }: { readonly trackingId?: string }) =>
  trackingId === undefined ? '' : `；請在記錄中搜尋 ${trackingId}`;
const said = (errorText: string | undefined, bodyMissing: boolean) => {
  if (errorText !== undefined) return `：${quote(errorText)}`;
  return bodyMissing ? '，而擷取檔中沒有說明原因的本文' : '，未說明原因';
};
const searchStep = ({ trackingId }: { readonly trackingId?: string }) =>
  trackingId === undefined
    ? '沒有追蹤 ID：請依時間、主機和路徑搜尋服務的記錄。'
    : `請在所有服務的記錄中搜尋 ${trackingId}。`;

/** RFC 9110 §15.5，RFC 6585。 */
const clientStatus: Readonly<Record<number, string>> = {
  400: '服務不接受送出的內容：某個值缺少、格式錯誤或不被允許。',
  404: '所要求的對象在此位址不存在，或服務不願透露它存在。',
  405: '此處不允許使用這個方法。',
  409: '送出的內容與目前狀態不符，例如對象正在使用，或在此期間已被修改。',
  410: '所要求的對象曾經存在，現已永久移除。',
  412: '讀取之後，對象已被他人修改。',
  413: '送出的內容過大。',
  414: '位址過長。',
  415: '服務不接受這個媒體類型。',
  422: '服務理解送出的內容，但不接受其中的值。',
  429: '短時間內要求過多：服務要求放慢速度，通常附有 Retry-After。',
  431: '標頭欄位過大，多半是 Cookie 造成的。',
};

const serverStatus: Readonly<Record<number, string>> = {
  500: '服務本身發生錯誤。',
  501: '服務不支援這項操作。',
  502: '閘道沒有從其後的服務取得可用的回應。',
  503: '服務無法使用：過載、正在重新啟動，或沒有健康的執行個體。',
  504: '閘道等候其後的服務，最後放棄。',
};

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
  aborted: '網頁或使用者中止了要求',
  cut: '回應提前結束',
  'redirect-loop': '重新導向次數過多',
  protocol: '回應不符合通訊協定的規則',
  'web-socket': 'WebSocket 未能開啟',
  none: '沒有回應，擷取檔也未說明原因',
};

const networkStep: Readonly<Record<NetworkFailure, string>> = {
  dns: '請檢查擷取時所用電腦的 DNS、VPN 和 hosts 檔案，並向另一個解析器查詢同一名稱。',
  refused: '請檢查位址和連接埠、本機防火牆和 Proxy，以及服務是否在接聽。',
  unreachable: '請檢查電腦與主機之間的路由、VPN 和防火牆。',
  timeout: '請檢查電腦與主機之間的防火牆、VPN 和 Proxy；封包被無聲捨棄時就會這樣。',
  reset: '請先尋找會中斷連線的中間設備（Proxy、防火牆、TLS 檢查），再查看當時伺服器是否當機。',
  empty: '請查看當時伺服器是否當機或重新啟動。',
  tls: '請查看瀏覽器收到的憑證：有效期間、名稱和簽發者。簽發者若是貴公司，則可能有 TLS 檢查。',
  'client-certificate': '請檢查憑證是否已安裝，以及是否選擇了正確的憑證。',
  offline: '請檢查電腦的連線：Wi-Fi、VPN、睡眠模式；在穩定的連線下重新擷取。',
  proxy: '請檢查 Proxy 的設定、登入以及針對這個主機的規則。',
  blocked: '請在沒有擴充功能的無痕視窗中再試一次；若代碼指向某項原則，請洽瀏覽器的管理員。',
  aborted: '多半無害：被換頁或較新的要求取代。只有在相同時間長度後反覆出現時才需細查。',
  cut: '請尋找限制大小或時間的 Proxy，或伺服器在傳送途中的當機。',
  'redirect-loop': '請查看每次重新導向的 Cookie 和 Location：有兩處互相轉送瀏覽器。',
  protocol: '請嘗試 HTTP/1.1 或其他網路，然後把確切的代碼交給服務團隊。',
  'web-socket': '請檢查 Proxy 和防火牆是否允許 WebSocket 升級。',
  none: '請用會記錄原因的 Chrome 或 Edge 重新擷取，或查看瀏覽器的主控台。',
};

const corsSaid: Readonly<Record<CorsSign, string>> = {
  'preflight-refused': '預檢要求被拒絕，因此要求從未送出',
  'preflight-insufficient': '預檢要求雖有回應，但未給予所需的許可，因此要求從未送出',
  'answer-withheld': '回應已到達，但網頁無權讀取',
};

export const findings: FindingWords = {
  'fail/http-4xx': {
    verdict: (f) =>
      f.healed
        ? `${request(f)} 失敗（${f.status}），再次要求時成功${search(f)}。`
        : `${request(f)} 失敗（${f.status}）${said(f.errorText, f.bodyMissing)}${search(f)}。`,
    explanation: (f) => clientStatus[f.status] ?? '因為送出的內容，服務拒絕了這個要求。',
    nextStep: (f) =>
      f.healed ? '除非反覆出現，否則不需處理。' : `請將送出的內容與成功的要求比較。${searchStep(f)}`,
  },
  'fail/http-5xx': {
    verdict: (f) =>
      f.healed
        ? `${request(f)} 失敗（${f.status}），再次要求時成功${search(f)}。`
        : `${request(f)} 失敗（${f.status}）${said(f.errorText, f.bodyMissing)}${search(f)}。`,
    explanation: (f) => serverStatus[f.status] ?? '服務端失敗；要求本身可能沒有問題。',
    nextStep: (f) => searchStep(f),
  },
  'fail/upstream': {
    verdict: (f) => {
      const who = f.party === undefined ? '其後的服務' : ` ${f.party} `;
      const how = f.upstreamStatus === undefined ? '失敗了' : `回應了 ${f.upstreamStatus}`;
      const healed = f.healed ? '（再次要求時成功）' : '';
      return `${request(f)} 回應 ${f.status}${healed}，因為${who}${how}：${quote(f.errorText)}${search(f)}。`;
    },
    explanation: (f) =>
      f.party === undefined
        ? '回應的服務轉達了其後另一個服務的失敗；文字以後者的狀態碼開頭。'
        : `回應的服務轉達了 ${f.party} 的失敗，並指出其名稱。`,
    nextStep: (f) =>
      f.party === undefined
        ? `${searchStep(f)}對其後服務的呼叫會顯示那裡失敗的原因。`
        : `${searchStep(f)}然後將錯誤文字交給 ${f.party}，或管理該帳戶的人。`,
  },
  'fail/network': {
    verdict: (f) => {
      const code = f.code === undefined ? '' : `（${f.code}）`;
      const healed = f.healed ? '；再次要求時成功' : '';
      return `${request(f)} 未取得完整的回應：${networkCause[f.failure]}${code}${healed}${mayHaveReached(f.failure) ? search(f) : ''}。`;
    },
    explanation: (f) =>
      f.failure === 'blocked' || f.failure === 'aborted'
        ? '要求在瀏覽器中被停止，服務可能從未收到。'
        : '故障位於瀏覽器與服務之間，服務的記錄中可能沒有任何內容。',
    nextStep: (f) => networkStep[f.failure],
  },
  'fail/in-body': {
    verdict: (f) => {
      if (f.inRedirect) return `${request(f)} 的重新導向帶有錯誤：${quote(f.errorText)}${search(f)}。`;
      const part = f.partial ? '（帶有部分資料）' : '';
      return `${request(f)} 回應 ${f.status}${part}，但本文表明失敗：${quote(f.errorText)}${search(f)}。`;
    },
    explanation: (f) =>
      f.inRedirect
        ? '登入服務會在位址中附上錯誤並將瀏覽器送回，以此表示拒絕（RFC 6749 §4.1.2.1）。'
        : '狀態碼只說明傳輸結果；所要求的操作失敗了。依狀態篩選的清單看不到它。',
    nextStep: (f) => (f.inRedirect ? '請在登入服務的文件和記錄中尋找這個錯誤。' : searchStep(f)),
  },
  'fail/cors-suspected': {
    verdict: (f) => {
      const status = f.status === undefined ? '' : `（${f.status}）`;
      const origin = f.origin === undefined ? '網頁' : `${f.origin} 的網頁`;
      return `瀏覽器沒有把 ${request(f)} 交給${origin}，很可能是 CORS 所致：${corsSaid[f.sign]}${status}${search(f)}。`;
    },
    explanation: (f) => {
      if ((f.status ?? 0) >= 400 && f.sign === 'answer-withheld')
        return '回應本身就是失敗，而錯誤頁面往往沒有 CORS 許可：CORS 錯誤是症狀，狀態碼才是原因。';
      if (f.allowedOrigin === undefined)
        return '回應中沒有 Access-Control-Allow-Origin。確切的原因只顯示在瀏覽器的主控台中。';
      return `回應允許的來源是 ${f.allowedOrigin}。確切的原因只顯示在瀏覽器的主控台中。`;
    },
    nextStep: (f) =>
      (f.status ?? 0) >= 400 && f.sign === 'answer-withheld'
        ? `請先解決 ${f.status}。${searchStep(f)}`
        : '請將 Origin 和 Access-Control-Request-* 與回應中的 Access-Control-Allow-* 比較；許可須由服務給予。',
  },
  'fail/pending': {
    verdict: (f) =>
      f.count === 1
        ? `儲存擷取檔時，${place(f)} 尚未取得回應。`
        : `儲存擷取檔時，有 ${f.count} 個要求尚未取得回應，最早的是 ${place(f)}。`,
    explanation: () => '擷取檔中沒有它們的結果。有些要求（如事件串流）是刻意保持開啟的。',
    nextStep: () => '如果其中有重要的要求，請重新擷取，等它結束後再儲存。',
  },
  'auth/unauthorized': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : `：${quote(f.errorText)}`;
      const healed = f.healed ? '，再次要求時成功' : '';
      if (f.status === 407) return `Proxy 在 ${request(f)} 之前要求登入（407）${healed}${why}。`;
      const what = f.status === 401 ? '被拒絕，服務不認可要求者的身分（401）' : '被禁止（403）';
      return `${request(f)} ${what}${healed}${why}${search(f)}。`;
    },
    explanation: (f) => {
      if (f.status === 403)
        return '服務知道要求者是誰，但不允許：缺少角色、授權或範圍（scope），或被防火牆拒絕。';
      if (f.credentials === 'missing') return '這個要求沒有攜帶認證，而同一擷取檔中的其他要求有。';
      if (f.credentials === 'sent') return '認證已送出但未被接受：已過期、已撤銷，或屬於其他服務。';
      return '無法得知是否送出了認證：匯出時所有要求的認證都被移除了。';
    },
    nextStep: (f) => {
      if (f.healed) return '不需處理：登入往往從一次拒絕開始。';
      if (f.status === 407) return '請登入 Proxy，或讓這個主機免登入通過。';
      if (f.status === 403) return `請檢查此人的角色、授權和範圍。${searchStep(f)}`;
      return `請登出後重新登入，再試一次。${searchStep(f)}`;
    },
  },
  'slow/wait-dominates': {
    verdict: (f) => {
      const where =
        f.place === 'service'
          ? '（服務本身的處理）'
          : f.place === 'before-service'
            ? '（主要在服務之前）'
            : '';
      return `${request(f)} 費時 ${durationOf(f.timeMs)}，其中 ${durationOf(f.waitMs)} 在等候第一個位元組${where}${search(f)}。`;
    },
    explanation: (f) => {
      if (f.place === 'not-observable') return '要求已送出，回應尚未開始。回應沒有說明服務本身花了多久。';
      return f.place === 'service'
        ? `服務表示本身費時 ${durationOf(f.serviceMs ?? 0)}。`
        : `服務表示本身只花了 ${durationOf(f.serviceMs ?? 0)}；其餘時間耗費在途中、佇列或閘道裡。`;
    },
    nextStep: (f) =>
      f.place === 'before-service' ? `請檢查閘道、Proxy 和網路路徑。${searchStep(f)}` : searchStep(f),
  },
  'slow/stalled': {
    verdict: (f) =>
      `${request(f)} 費時 ${durationOf(f.timeMs)}，其中 ${durationOf(f.stalledMs)} 在瀏覽器中等候送出${
        f.connectionLimit ? `，因為另有 ${f.concurrent} 個送往同一主機的要求正在進行` : ''
      }。`,
    explanation: (f) =>
      f.connectionLimit
        ? '使用 HTTP/1.1 時，瀏覽器對一個主機最多開啟六條連線，之後的要求必須等候。'
        : '瀏覽器暫緩了這個要求：由於其優先順序、Proxy、磁碟快取，或電腦忙碌。',
    nextStep: (f) =>
      f.connectionLimit
        ? '請減少同時的要求，或讓服務使用 HTTP/2。'
        : '請減少分頁和擴充功能後再試一次，並檢查 Proxy。',
  },
  'permission/feature-no-access': {
    verdict: (f) => {
      const where = f.template === undefined ? '某個權限範本' : `範本${quote(f.template)}`;
      const level = f.level === undefined ? '' : `（${f.level}）`;
      const more = f.featureCount > 10 ? ' …' : '';
      return `${where}${level}對使用者隱藏了 ${f.featureCount} 項功能：${f.features}${more}。`;
    },
    explanation: (f) =>
      `NO_ACCESS 表示使用者看不到該選項，不會出現任何失敗。使用者自己的設定優先於組織的設定。${
        f.conflicting ? '同一回應中的另一個範本允許其中一部分；以哪個為準，擷取檔中看不出來。' : ''
      }`,
    nextStep: () =>
      '如果應該提供這項功能，請在組織的範本中或為這位使用者允許它；變更可能需要數小時才會生效。',
  },
  'capture/no-content': {
    verdict: (f) => `擷取檔缺少 ${f.textResponses} 個文字回應中 ${f.withoutContent} 個的內容。`,
    explanation: () => '儲存時未包含內容，因此看不到錯誤文字、200 中的失敗以及權限。',
    nextStep: () =>
      '請重新擷取，並連同內容一起儲存（Chrome：「Export HAR (with sensitive data)」或「Save all as HAR with content」）。',
  },
  'capture/truncated': {
    verdict: (f) => `檔案被截斷；已讀取截斷處之前的 ${f.entries} 個完整要求。`,
    explanation: () => '檔案沒有寫到結尾，截斷之後發生了什麼無從得知。',
    nextStep: () => '請重新索取檔案：上傳中斷或磁碟已滿都會留下這樣的檔案。',
  },
  'capture/damaged': {
    verdict: (f) => {
      const line = f.line === undefined ? '' : `（首處在第 ${f.line} 行）`;
      return `檔案有 ${f.damages} 處損壞${line}；其前後的內容均已讀取。`;
    },
    explanation: (f) =>
      f.damagedEntries === 0
        ? '沒有因此遺失任何要求。'
        : `有 ${f.damagedEntries} 個要求只能寬鬆讀取，可能不完整。`,
    nextStep: () => '請索取原始檔案：手動編輯過的檔案常會這樣損壞。',
  },
};
