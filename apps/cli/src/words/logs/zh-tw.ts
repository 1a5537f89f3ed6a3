import { countText } from '../../format/quantity.ts';
import type { LogsWords } from './logs-words.ts';

const records = (count: number) => `${countText(count)} 筆記錄`;
const files = (count: number) => `${countText(count)} 個檔案`;

export const zhTwLogs: LogsWords = {
  usage: {
    'not-an-id': ({ given }) => `${given} 中沒有追蹤 ID：請提供 ID、其 UUID 或前八碼。`,
    'not-a-moment': ({ option, given }) => `${option}：${given} 不是時間；請寫成 2026-01-12T06:00:00Z。`,
    'not-a-field': ({ given }) => `--field：${given} 不是「名稱=值」的形式。`,
    'not-a-number': ({ option, given }) => `${option}：${given} 不是數字。`,
    'unknown-format': ({ given, meant }) =>
      `沒有記錄檔格式 ${given}。${meant === undefined ? '' : `您是否想用 ${meant}？`}`,
    'not-a-zone': ({ given }) => `--zone：${given} 不是時區；請寫成 UTC、+02:00 或 Europe/Berlin。`,
    'no-words': () => '沒有可搜尋的字詞：需要字母或數字。',
    'no-source': () => '無法判斷要求屬於哪個來源：請提供 --host 或 --source，或使用 --scope global。',
  },
  command: {
    'logs import': {
      summary: '將記錄檔匯入存放區，每筆只存一次',
      about:
        '可讀取檔案、資料夾、封存檔與標準輸入。認證資料會在匯入時遮蔽。中斷的匯入再次執行時會從停下處繼續。',
    },
    'logs search': {
      summary: '所有服務針對某個追蹤 ID 記錄的內容',
      about: '接受任何寫法的 ID、單獨的 UUID、其前八碼，或含有 ID 的貼上文字。記錄依時間排序。',
    },
    'logs grep': {
      summary: '包含所有字詞的記錄',
      about: '不分大小寫；record* 會找出以此開頭的字詞。',
    },
    'logs sources': {
      summary: '已儲存的內容，依來源與區域',
      about: '列出存放區以及來源定義檔中的來源。',
    },
    'logs follow': {
      summary: '持續將成長中的記錄檔匯入存放區',
      about: '先讀取現有內容，再讀取新增內容，可跟隨輪替與截斷。按 Ctrl-C 結束。',
    },
  },
  option: {
    store: 'sqlite:<路徑> 或 clickhouse://<主機>:<連接埠>/<資料庫>；預設為您自己的檔案',
    source: '來源名稱：匯入到哪裡，或搜尋什麼（多個以逗號分隔）',
    sources: '描述來源（主機、區域、外部存放區）的檔案',
    region: '記錄所屬區域',
    scope: 'source（要求所屬的來源）或 global（全部）',
    host: '要求的主機，用來判斷來源',
    level: 'call、request（預設）或 session',
    since: '僅此時刻及之後，例如 2026-01-12T06:00:00Z',
    until: '僅此時刻之前',
    around: '僅此時刻前後五分鐘',
    service: '僅此服務（多個以逗號分隔）',
    severity: '僅此嚴重性以上：trace、debug、info、warn、error 或 fatal',
    field: '僅此具名值完全相同的記錄，例如 thread=exec-3；可重複',
    status: '僅此 HTTP 狀態，或範圍：500-599',
    limit: '最多幾筆記錄，從最早的算起',
    as: 'text、jsonl 或 otlp；用於 trace 時為 mermaid、svg、otlp 或 jaeger',
    explain: '只說明每行如何讀取，不儲存',
    zone: '沒有時區的時間所用的時區，例如 Europe/Berlin',
    'keep-credentials': '原樣儲存認證資料',
  },
  told: {
    imported: (read, added, count) =>
      `從${files(count)}讀取了${records(read)}，其中 ${countText(added)} 筆是新的。`,
    stopped: (added) => `已停止；已儲存${records(added)}。再次執行即可繼續。`,
    following: (count) => `正在追蹤${files(count)}。按 Ctrl-C 結束。`,
    none: '沒有找到任何內容。',
    found: (count) => `${records(count)}。`,
    partial: (name, reason) => `結果不完整：${name} ${reason}。`,
    reason: { unreachable: '無法連線', slow: '未及時回應', refused: '拒絕了要求', failed: '傳回錯誤' },
    nameless: '存放區的一部分',
    otherIds: (ids) => `您提供的內容中還有：${ids}`,
    note: {
      cut: (name) => `${name} 已損壞或提前結束；先前的內容已讀取。`,
      packed: (name) => `${name} 採用了這裡不支援的壓縮方式。`,
      binary: (name) => `${name} 不是記錄檔。`,
      limit: (name) => `${name} 超出解壓縮上限；其餘部分已省略。`,
      link: (name) => `${name} 是連結，已略過。`,
      unreadable: (name) => `${name} 無法讀取。`,
      'line-cut': (name) => `${name} 含有超過上限的行，已分段。`,
      'record-cut': (name) => `${name} 含有超過上限的記錄，已分段。`,
      rotated: (name) => `${name} 已輪替；改讀新檔案。`,
      truncated: (name) => `${name} 已被截斷；從頭讀取。`,
    },
    formatNote: {
      'layouts-assumed': (place) => `${place} 未說明時間的寫法；將嘗試常用的寫法。`,
      unsupported: (place) => `${place} 未採用。`,
    },
    heads: {
      name: '來源',
      region: '區域',
      kind: '類型',
      records: '記錄',
      first: '最早（UTC）',
      last: '最晚（UTC）',
    },
    noSources: '存放區是空的。',
    fits: (format, pattern) => `${format}，樣式 ${pattern}`,
    goesOn: (why) => `接續上方的記錄；單看此行：${why}`,
    fitsNone: (format, character, expected) =>
      `文字；最接近的是 ${format}，它在第 ${character} 個字元處預期 ${expected}`,
  },
};
