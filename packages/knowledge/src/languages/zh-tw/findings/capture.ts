import type { GroupWords } from '../../../words.ts';

export const captureFindings: GroupWords<'capture'> = {
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
