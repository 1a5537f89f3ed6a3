import type { NetworkFailure } from '../../../finding/finding-facts.ts';
import { mayHaveReached } from '../../../finding/may-have-reached.ts';
import { place } from '../../../finding/place.ts';
import type { GroupWords } from '../../../words.ts';
import { quote, request, said, search, searchStep } from '../phrases.ts';

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

export const failFindings: GroupWords<'fail'> = {
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
  'fail/pending': {
    verdict: (f) =>
      f.count === 1
        ? `儲存擷取檔時，${place(f)} 尚未取得回應。`
        : `儲存擷取檔時，有 ${f.count} 個要求尚未取得回應，最早的是 ${place(f)}。`,
    explanation: () => '擷取檔中沒有它們的結果。有些要求（如事件串流）是刻意保持開啟的。',
    nextStep: () => '如果其中有重要的要求，請重新擷取，等它結束後再儲存。',
  },
};
