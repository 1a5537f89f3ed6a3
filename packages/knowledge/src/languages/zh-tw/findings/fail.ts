import { place } from '../../../finding/place.ts';
import type { GroupWords } from '../../../words.ts';
import { inline, quote, said, search, searchStep } from '../phrases.ts';
import { contentFindings } from './fail-content.ts';
import { networkFindings } from './fail-network.ts';
import { statusFindings } from './fail-status.ts';

/** RFC 9110 §15.5 and RFC 6585, in a sentence each. */
/** nginx's word for it; others write an error of their own under the same number. */
const isGivenUp = (f: { readonly status: number; readonly errorText?: string }) =>
  f.status === 499 && f.errorText === undefined;

const clientStatus: Readonly<Record<number, string>> = {
  400: '服務不接受送出的內容：缺少某個值，或值的格式錯誤或不被允許。',
  404: '所要求的資源在此位址不存在，或服務不願透露它存在。',
  408: '伺服器未能及時收到完整的要求：線路較慢，或送出的內容較多。',
  410: '所要求的資源曾經存在，現已永久移除。',
  416: '所要求的範圍超出了實際內容。',
  421: '該伺服器在此連線上不為這個主機提供回應；主機共用憑證時，瀏覽器會重複使用連線。',
  422: '服務理解送出的內容，但不接受其中的值。',
  451: '依法律規定，此處不得提供所要求的內容，多半與要求來自的國家或地區有關。',
  499: '服務回應之前，要求方就關閉了連線：多半是服務太慢，或使用者離開了頁面。',
};

const serverStatus: Readonly<Record<number, string>> = {
  500: '服務本身發生錯誤。',
  501: '服務不支援這項操作。',
  502: '閘道沒有從後面的服務取得可用的回應。',
  503: '服務無法使用：過載、正在重新啟動，或沒有健康的執行個體。',
  504: '閘道等候後面的服務，最後放棄。',
};

export const failFindings: GroupWords<'fail'> = {
  ...networkFindings,
  ...statusFindings,
  ...contentFindings,
  'fail/http-4xx': {
    verdict: (f) =>
      f.healed
        ? `${inline(f)}失敗（${f.status}），再次要求時成功${search(f)}。`
        : `${inline(f)}失敗（${f.status}）${said(f.errorText, f.bodyMissing)}${search(f)}。`,
    explanation: (f) =>
      (f.status === 499 && !isGivenUp(f) ? undefined : clientStatus[f.status]) ??
      '因為送出的內容，服務拒絕了這個要求。',
    nextStep: (f) => {
      if (f.healed) return '除非反覆出現，否則不需處理。';
      if (isGivenUp(f)) return `請查明服務用了多久，並與頁面及服務前面 Proxy 的時限比較。${searchStep(f)}`;
      return f.status === 408
        ? `請查看送出花了多久，並在更快的線路上再試；否則需要延長伺服器接收要求的時限。${searchStep(f)}`
        : `請將送出的內容與成功的要求比較。${searchStep(f)}`;
    },
  },
  'fail/http-5xx': {
    verdict: (f) =>
      f.healed
        ? `${inline(f)}失敗（${f.status}），再次要求時成功${search(f)}。`
        : `${inline(f)}失敗（${f.status}）${said(f.errorText, f.bodyMissing)}${search(f)}。`,
    explanation: (f) => serverStatus[f.status] ?? '服務端失敗；要求本身可能沒有問題。',
    nextStep: (f) => searchStep(f),
  },
  'fail/upstream': {
    verdict: (f) => {
      const who = f.party === undefined ? '後面的服務' : ` ${f.party} `;
      const how = f.upstreamStatus === undefined ? '失敗了' : `回應了 ${f.upstreamStatus}`;
      const healed = f.healed ? '（再次要求時成功）' : '';
      return `${inline(f)}回應 ${f.status}${healed}，因為${who}${how}：${quote(f.errorText)}${search(f)}。`;
    },
    explanation: (f) =>
      f.party === undefined
        ? '回應的服務轉達了後面另一個服務的失敗；文字以後者的狀態碼開頭。'
        : `回應的服務轉達了 ${f.party} 的失敗，並指出其名稱。`,
    nextStep: (f) =>
      f.party === undefined
        ? `${searchStep(f)}對後面服務的呼叫會顯示那裡失敗的原因。`
        : `${searchStep(f)}然後將錯誤文字交給 ${f.party}，或管理該帳號的人。`,
  },
  'fail/pending': {
    verdict: (f) => {
      if (f.maybeStopped)
        return f.count === 1
          ? `擷取檔中沒有 ${place(f)} 的回應。`
          : `擷取檔中有 ${f.count} 個要求沒有回應，最早的是 ${place(f)}。`;
      return f.count === 1
        ? `儲存擷取檔時，${place(f)} 尚未取得回應。`
        : `儲存擷取檔時，有 ${f.count} 個要求尚未取得回應，最早的是 ${place(f)}。`;
    },
    explanation: (f) =>
      `擷取檔中沒有它們的結果。有些要求（如事件串流）是刻意保持開啟的。${f.maybeStopped ? '產生這份擷取檔的程式對遭封鎖或未能送出的要求也是這樣記錄的。' : ''}`,
    nextStep: () => '如果其中有重要的要求，請重新擷取，等它結束後再儲存。',
  },
};
