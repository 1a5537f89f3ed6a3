import { countText } from '../../format/quantity.ts';
import type { TraceWords } from './trace-words.ts';

export const zhTwTrace: TraceWords = {
  usage: {
    'no-tracking-id': ({ index }) => `要求 ${index} 沒有追蹤 ID，無法據此搜尋記錄。預檢要求一律不帶追蹤 ID。`,
  },
  command: {
    trace: {
      summary: '沿著所有服務追蹤一個要求，並指出在哪裡失敗',
      about:
        '請提供追蹤 ID，或擷取檔與要求的編號。記錄行來自記錄存放區；教戰手冊預期會有卻沒有任何記錄行的服務會先說明。',
    },
  },
  told: {
    broke: (service, call, what) => `失敗位置：${service}，${call}：${what}`,
    request: '要求本身',
    refused: (refused, of) => `訊息已正常送達，但其中 ${of} 個命令有 ${refused} 個遭到拒絕。`,
    cause: (text) => `原因：${text}`,
    received: '此服務只是轉達：真正做出回應的服務在這裡沒有記錄行。',
    missing: (service, call) => `${service} 沒有記錄行（${call}）。`,
    drift: (element, values, from, to) => `${element} 在途中改變：${values}（在 ${from} 與 ${to} 之間）。`,
    askedOff: (member) => `${member} 雖已填寫，但頁面本身要求將其關閉。`,
    whole: '從記錄行來看，沒有失敗。',
    noLines: '沒有任何服務留下關於此要求的記錄行。',
    chosen: (requests, call) => `此 ID 指向一個含 ${countText(requests)} 個要求的工作階段；這裡顯示${call}。`,
    cut: (records) => `只取前 ${countText(records)} 筆記錄。`,
    attempt: (number) => `第 ${number + 1} 次嘗試`,
    clock: (offset) => `時鐘 ${offset}`,
    moreLines: (lines) => `還有 ${countText(lines)} 行；用 --all 全部顯示`,
    heads: { hop: '服務', call: '呼叫', start: '開始', took: '耗時', status: '狀態' },
  },
};
