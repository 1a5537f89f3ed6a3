import type { GroupWords } from '../../../words.ts';

export const captureFindings: GroupWords<'capture'> = {
  'capture/no-content': {
    verdict: (f) => `擷取檔的 ${f.textResponses} 個文字回應中有 ${f.withoutContent} 個缺少內容。`,
    explanation: () => '儲存時未包含內容，因此看不到錯誤文字、狀態碼 200 的回應中的失敗以及權限。',
    nextStep: () =>
      '請重新擷取，並連同內容一起儲存（Chrome：「Export HAR (with sensitive data)」或「Save all as HAR with content」）。',
  },
  'capture/truncated': {
    verdict: (f) =>
      f.entries === 0
        ? '檔案被截斷；截斷處之前沒有完整的要求。'
        : `檔案被截斷；已讀取截斷處之前的 ${f.entries} 個完整要求。`,
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
    nextStep: () => '請索取原件：手動編輯過的檔案常會這樣損壞。',
  },
  'capture/not-preserved': {
    verdict: (f) => `擷取檔的開頭是從 ${f.host} 的另一個頁面跳轉過來的頁面；缺少先前的內容。`,
    explanation: () =>
      '未啟用「Preserve log」時，瀏覽器每次跳轉都會清空所有要求。剩下的部分沒有失敗。重新載入的頁面看起來也是這樣。',
    nextStep: () => '如果問題出現在這個頁面之前，請啟用「Preserve log」後重新擷取。',
  },
  'capture/started-late': {
    verdict: (f) => `錄製在頁面載入之後才開始：其中有該頁面的 ${f.requests} 個要求，但沒有頁面本身。`,
    explanation: () => '缺少登入過程、頁面自身的檔案以及最初的要求。',
    nextStep: () => '如果問題不在其中，請先開啟開發人員工具，再載入頁面並重複操作步驟。',
  },
  'capture/sanitized': {
    verdict: (f) =>
      ({
        harrier: 'Harrier 已移除認證資料，並以假名代替。',
        devtools: '匯出時不含 Cookie 和 Authorization，這是 Chrome 的預設做法。',
        other: '擷取檔中的認證資料已被遮蔽。',
      })[f.by],
    explanation: () => '無法判斷要求是否帶有有效的認證資料；相關檢查會回報為無法觀察。',
    nextStep: () => '這是正常的。只有當登入本身有問題時，才需要另外索取登入時的錯誤文字。',
  },
  'capture/over-sanitized': {
    verdict: (f) =>
      f.maskedIds > 0
        ? `有 ${f.maskedIds} 個要求的追蹤 ID 被移除，因此無法在記錄中搜尋它們。`
        : `移除的內容過多，幾乎無法判斷：回應中的 ${f.values} 個文字有 ${f.masked} 個被遮蔽。`,
    explanation: () => '診斷需要錯誤文字、功能名稱和 ID；它們都不是認證資料。',
    nextStep: () => '請索取用「harrier sanitize」處理過的擷取檔，它移除認證資料而保留 ID 和錯誤。',
  },
  'capture/cache-disabled': {
    verdict: (f) => `擷取時瀏覽器快取處於關閉狀態：所查看的 ${f.requests} 個要求都要求最新複本。`,
    explanation: () => '頁面載入比使用者那裡慢，而且無法對快取做出任何判斷。',
    nextStep: () => '如果問題是載入時間，請關閉「Disable cache」後重新擷取。',
  },
  'capture/wrong-page': {
    verdict: (f) => `擷取檔中沒有 ${f.wanted}；其內容涉及 ${f.hosts}。`,
    explanation: () => '錄製的是與該案件無關的頁面、分頁或系統。',
    nextStep: (f) => `請索取問題出現時 ${f.wanted} 的擷取檔。`,
  },
  'capture/too-old': {
    verdict: (f) => `擷取檔的日期是 ${f.recordedAt}，比案件早 ${f.days} 天。`,
    explanation: () => '當時的記錄可能已不存在，而且它反映的可能是另一個問題。',
    nextStep: () => '請索取新的擷取檔，並核對製作這份擷取檔的電腦的時鐘。',
  },
  'capture/no-error': {
    verdict: (f) => `${f.requests} 個要求都沒有失敗，也不慢。`,
    explanation: () => '如果有問題，它會出現在螢幕上、資料中或瀏覽器的主控台裡，而這些都不在擷取檔中。',
    nextStep: () => '請索取螢幕截圖和主控台訊息，並與功能正常的使用者的擷取檔進行比較。',
  },
  'capture/no-ids': {
    verdict: (f) => `${f.requests} 個 API 要求都沒有追蹤 ID。`,
    explanation: () => '沒有 ID 就無法準確找到記錄項目。',
    nextStep: () => '請依時間、主機和路徑搜尋記錄。',
  },
  'capture/out-of-order': {
    verdict: (f) => {
      if (f.moved === 0) return `有 ${f.negative} 個要求的耗時為負數。`;
      return `有 ${f.moved} 個要求在檔案中排在更晚的要求之後${f.negative === 0 ? '' : `，另有 ${f.negative} 個的耗時為負數`}。`;
    },
    explanation: () => '這個檔案經過合併、編輯，或由工具寫成。這裡按要求的開始時間排列。',
    nextStep: () => '不需處理；其他檢視器可能顯示不同的順序。',
  },
  'capture/producer': {
    verdict: (f) => {
      const name = f.version === undefined ? f.producer : `${f.producer} ${f.version}`;
      const lacks = [f.networkErrors ? '' : '連線中斷的原因', f.timings ? '' : '各階段的耗時'].filter(
        Boolean,
      );
      return `這份擷取檔由 ${name} 寫成，其中不記錄${lacks.join('和')}。`;
    },
    explanation: () => '需要這些資訊的檢查只能依據較少的內容推測，或不作判斷。',
    nextStep: () => '如果原因仍不清楚，請用 Chrome 或 Edge 錄製相同的步驟。',
  },
  'capture/counter-gap': {
    verdict: (f) =>
      `工作階段 ${f.session} 在 ${f.first} 到 ${f.last} 之間缺少編號 ${f.numbers}${f.missing > 5 ? ' …' : ''}：有些要求不在擷取檔中。`,
    explanation: () => '擷取檔經過篩選、開始得晚或儲存得早，或者這些要求由同一工作階段的另一個分頁發出。',
    nextStep: (f) => `請在記錄中搜尋 ${f.session}：其中也有缺少的要求。`,
  },
};
