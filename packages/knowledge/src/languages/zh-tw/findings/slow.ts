import { durationOf } from '../../../finding/place.ts';
import type { GroupWords } from '../../../words.ts';
import { request, search, searchStep } from '../phrases.ts';

export const slowFindings: GroupWords<'slow'> = {
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
};
