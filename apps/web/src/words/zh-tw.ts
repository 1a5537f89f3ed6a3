import { zhTw as bench } from './bench/zh-tw.ts';
import { details } from './details/zh-tw.ts';
import { escalate } from './escalate/zh-tw.ts';
import { knowledgeBase } from './knowledge/zh-tw.ts';
import { logs } from './logs/zh-tw.ts';
import { tools } from './tools/zh-tw.ts';
import type { WebWords } from './web-words.ts';

export const zhTw: WebWords = {
  start: {
    title: '開啟擷取檔',
    drop: '將 HAR 或 SAZ 檔案拖到此處',
    choose: '選擇檔案',
    example: '開啟範例',
    private: '檔案只在此瀏覽器中處理，不會傳送到任何地方。',
  },
  reading: {
    progress: (readBytes, totalBytes, entries) => `${readBytes} / ${totalBytes}，${entries} 個要求`,
    cancel: '取消',
    meanwhile: '表格現在就能使用；全部讀完後會說明問題所在。',
  },
  answer: {
    whoCanFix: (who) => `誰能解決：${who}`,
    trackingId: '追蹤 ID',
    copy: '複製',
    copied: '已複製',
    evidence: '證據',
    moreFindings: (count) => `另有 ${count} 項診斷結論`,
    requests: (count) => `${count} 個要求`,
    failed: (count) => `${count} 個失敗`,
  },
  table: {
    label: '要求清單',
    index: '#',
    started: '開始時間',
    method: '方法',
    url: 'URL',
    code: '狀態碼',
    trackingId: '追蹤 ID',
    error: '錯誤',
    org: '組織',
    time: '時間',
    waterfall: '瀑布圖',
  },
  filter: {
    label: '篩選',
    placeholder: 'status:>=400 OR wait:>1s',
    quick: { failed: '失敗', slow: '慢', cors: 'CORS', auth: '驗證' },
    shown: (shown, all) => `${shown} / ${all}`,
  },
  details,
  ...tools,
  logs,
  bench,
  escalate,
  knowledgeBase,
  frame: { language: '語言', theme: '淺色或深色', closeCapture: (name) => `關閉 ${name}` },
};
