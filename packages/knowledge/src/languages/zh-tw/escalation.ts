import type { EscalationWords } from '../../escalation/escalation-words.ts';
import { quote } from './phrases.ts';

const count = (value: number) => value.toLocaleString('zh-TW');

export const escalation: EscalationWords = {
  title: '呈報',
  state: {
    ready: '已就緒：每個問題都有答案和證據。',
    draft: '草稿：還缺少答案。',
  },
  question: {
    error: '您看到什麼錯誤？',
    'tracking-ids': '您看到哪些追蹤 ID？',
    'logs-searched': '是否已在記錄中搜尋追蹤 ID？',
    'logs-seen': '記錄中看到什麼？',
    time: '什麼時候發生的？',
    needed: '是否真的需要呈報？',
  },
  lack: {
    'no-error': () => ({
      what: '擷取檔中沒有失敗的要求。',
      next: '請在錯誤出現時重新擷取，或在答案檔的 "error" 中指明顯示錯誤的項目。',
    }),
    'no-such-entry': ({ entry, entries }) => ({
      what: `答案檔指向項目 ${entry}，但擷取檔只有 ${entries} 個項目。`,
      next: '請使用 harrier table 顯示的編號。',
    }),
    'no-id': () => ({
      what: '沒有與該錯誤對應的追蹤 ID。',
      next: '請在錯誤訊息或回應標頭中尋找 ID，並寫入答案檔的 "trackingIds"。',
    }),
    'id-not-in-capture': ({ id }) => ({
      what: `擷取檔中沒有 ${id}。`,
      next: '請核對該 ID，或附上它所在的擷取檔。',
    }),
    'not-searched': ({ id }) => ({
      what: '尚未搜尋記錄。',
      next:
        id === undefined
          ? '得知追蹤 ID 後，請用它執行 harrier logs search --json，並用 --logs 給出其輸出。'
          : `請執行 harrier logs search --json ${id}，並用 --logs 給出其輸出。`,
    }),
    'no-records': ({ id }) => ({
      what: id === undefined ? '沒有找到記錄。' : `沒有記錄帶有 ${id}。`,
      next: '請搜尋所有來源和區域。如果記錄中確實沒有，請在答案檔的 "logsWithoutRecords" 中說明查過哪裡。',
    }),
    'nothing-seen': () => ({
      what: '沒有記錄顯示發生錯誤。',
      next: '請在答案檔的 "seen" 中說明記錄顯示了什麼。',
    }),
    'no-time': () => ({
      what: '不知道發生的時間。',
      next: '請在答案檔的 "at" 中寫明帶時區的時間，例如 2026-01-15T09:30:00+01:00。',
    }),
    'time-without-zone': ({ time }) => ({
      what: `${time} 不是帶時區的時間。`,
      next: '請寫明日期、時間和時區，例如 2026-01-15T09:30:00+01:00。',
    }),
    'time-outside': ({ time, from, until }) => ({
      what: `${time} 不在擷取檔的時間範圍內（${from} 至 ${until}）。`,
      next: '請更正時間，或附上該時間的擷取檔。',
    }),
    solvable: ({ fixer, how }) => ({
      what: `不必呈報即可解決，可以處理的是：${fixer}。`,
      next: `${how}如果已經處理但沒有效果，請在答案檔的 "needed" 中說明。`,
    }),
    'no-reason': () => ({
      what: '沒有證據顯示需要工程團隊處理。',
      next: '請在答案檔的 "needed" 中說明支援團隊為何無法解決。',
    }),
  },
  section: {
    questions: '問題',
    findings: '診斷結論',
    errors: '失敗的要求',
    'tracking-ids': '追蹤 ID',
    'log-records': '記錄',
    timeline: '時間軸',
    flow: '經過各服務的路徑',
    steps: '重現步驟',
    environment: '環境',
    pictures: '螢幕截圖和錄影',
    redactions: '已移除的內容',
    files: '檔案',
  },
  original: '原始擷取檔',
  evidence: '證據',
  missing: '缺少',
  next: '下一步',
  none: '無。',
  whoCanFix: '誰能解決',
  labelled: (label) => `${label}：`,
  utc: '所有時間均為 UTC。',
  records: (value) => `${count(value)} 筆記錄`,
  leftOut: (entries) => `另有 ${count(entries)} 個項目未收入，這裡只收最能說明問題的項目。`,
  step: {
    open: (url) => `開啟 ${url}`,
    send: (method, url) => `執行會送出 ${method} ${url} 的操作`,
    submit: (url) => `送出傳往 ${url} 的表單`,
    use: (handler, method, url) => `使用會執行 ${handler} 的控制項：它會送出 ${method} ${url}`,
    click: (name, role) => (name === '' ? `按一下 ${role}` : `按一下${quote(name)}（${role}）`),
    key: (key) => `按 ${key} 鍵`,
    form: (name) => (name === '' ? '送出表單' : `送出表單${quote(name)}`),
    observe: (result) => `觀察結果：${result}`,
  },
  environment: { browser: '瀏覽器', recorder: '記錄工具', 'user-agent': 'User-Agent', hosts: '主機' },
  noPicture: '沒有附上螢幕截圖。工程團隊會要求提供。',
  picturesUnread: '螢幕截圖和錄影的中繼資料已移除；畫面中顯示的內容是否含有認證資料，沒有檢查。',
  redacted: (credentials, places) =>
    `已從 ${count(places)} 處移除 ${count(credentials)} 個認證資料，各以假名代替。`,
  audit: (head, time) => `伺服器處理完此擷取檔時，其稽核記錄位於 ${head}（${time}）。`,
};
