import type { EscalateWords } from './escalate-words.ts';

export const zhTwEscalate: EscalateWords = {
  usage: {
    'bad-answers': ({ path, pointer, expected }) =>
      `答案檔 ${path} 無效：${pointer || '/'} 處應為 ${expected}。`,
    'bad-log-records': ({ path, place, expected }) =>
      `${path} 不是 harrier logs search --json 的輸出：第 ${place} 筆應為 ${expected}。`,
    'bad-picture': ({ path, expected }) => `${path} 不是可以附上的完整圖片或錄影；應為 ${expected}。`,
    'not-of-case': ({ path, case: number }) =>
      `案件 ${number} 中沒有備註說明自動處理已接收 ${path}。請指定該案件的原件或清理後的檔案，或不使用 --case。`,
  },
  command: {
    escalate: {
      summary: '工程團隊所需的呈報套件，以及還缺什麼',
      about:
        '寫出一個 zip：移除認證資料的失敗要求、其追蹤 ID 的記錄、時間軸、重現步驟和摘要。一定會寫出，並說明已就緒還是草稿、還缺什麼；使用 --require-ready 時，草稿以 1 結束。輸入相同，位元組也相同。',
    },
  },
  option: {
    logs: 'harrier logs search --json 的輸出；可多次指定',
    answers: '您另外知道的內容：含 error、trackingIds、seen、at、needed、steps、environment 等的 JSON',
    attach:
      '螢幕截圖（PNG、JPEG）或錄影（WebM、MP4），中繼資料會移除；可多次指定。用於 record 時：以遠端偵錯方式執行的瀏覽器的連接埠或 ws:// 位址',
    target: '另寫一份供貼上的文字：bems、jira 或 github；預設 generic',
    'require-ready': '呈報套件為草稿時以 1 結束',
    case: '擷取檔所屬的伺服器案件：其編號或 ID；附上其稽核記錄的位置；用於 send 時為接收處的案件編號',
  },
  told: { done: (size, file) => `已將 ${size} 寫入 ${file}。` },
};
