import { countText } from '../format/quantity.ts';
import type {
  CliWords,
  CommandHelps,
  FilterWords,
  OptionHelps,
  UsageWords,
  WriteTroubles,
} from './cli-words.ts';

const list = (words: readonly string[]) => words.join('、');
const meant = (word: string | undefined) => (word === undefined ? '' : `您是否想用 ${word}？`);

const usage: UsageWords = {
  'unknown-command': ({ given, meant: other, commands }) =>
    `沒有指令 ${given}。${meant(other)}可用的指令：${list(commands)}。`,
  'unknown-option': ({ given, meant: other }) => `沒有選項 ${given}。${meant(other)}`,
  'option-elsewhere': ({ option, command, commands }) =>
    `${option} 不是 ${command} 的選項，它屬於 ${list(commands)}。`,
  'needs-value': ({ option, oneOf }) =>
    `${option} 需要一個值${oneOf === undefined ? '' : `：${list(oneOf)}`}。`,
  'takes-no-value': ({ option }) => `${option} 不帶值。`,
  'given-twice': ({ option }) => `${option} 指定了兩次。`,
  'not-one-of': ({ option, given, oneOf, meant: other }) =>
    `${option} 不能是 ${given}，可用的值：${list(oneOf)}。${meant(other)}`,
  'missing-argument': ({ argument }) => `缺少 <${argument}>。`,
  'extra-argument': ({ given }) => `引數 ${given} 是多餘的。`,
  'exclude-each-other': ({ options }) => `${options[0]} 和 ${options[1]} 不能同時使用。`,
  'not-an-index': ({ given }) => `${given} 不是編號；編號是 harrier table 顯示的從 0 開始的整數。`,
  'no-such-entry': ({ index, entries }) =>
    entries === 0
      ? `沒有要求 ${index}：擷取檔中沒有要求。`
      : `沒有要求 ${index}：最後一個是 ${entries - 1}。`,
  filter: ({ at, problem, term }) => `--filter 第 ${at + 1} 個字元：${filterProblem[problem](term)}。`,
  'missing-output': () => '缺少輸出位置：-o <out.har>，標準輸出用 -o -。',
  'output-is-input': ({ path }) => `${path} 是輸入檔案，寫入會毀掉它。`,
  'output-exists': ({ path }) => `${path} 已存在，用 --force 取代。`,
  'output-is-folder': ({ path }) => `${path} 是資料夾。`,
  'no-bytes-to-write': () => '-o 用於寫出本文，需與 --tab payload、preview 或 response 一起使用。',
};

const filterProblem: FilterWords = {
  'unknown-key': (term) => `${term} 不以已知的鍵開頭，當作文字搜尋`,
  'missing-value': (term) => `${term} 缺少值`,
  'bad-value': (term) => `${term} 不是這個鍵的值`,
  'bad-regex': (term) => `${term} 不是可以安全搜尋的規則運算式`,
  'missing-operand': (term) => `${term} 旁邊缺少條件`,
  'unclosed-parenthesis': () => '括號沒有閉合',
  'too-deep': () => '括號巢狀太深',
  'too-long': () => '運算式太長',
  'not-observable': (term) => `沒有擷取檔會記錄 ${term} 所問的內容，因此什麼也找不到`,
};

const command: CommandHelps = {
  triage: {
    summary: '什麼失敗了、為什麼、該搜尋哪個追蹤 ID',
    about: '第一行就是答案。接著是證據、其他發現、要搜尋的 ID、緩慢的要求以及擷取檔概況。',
  },
  table: {
    summary: '所有要求：開始時間、方法、狀態、耗時、URL、追蹤 ID、錯誤、組織',
    about: '在終端機中，追蹤 ID 和錯誤顯示在要求下方；其他情況下每個要求一行。',
  },
  show: {
    summary: '一個要求：headers、payload、preview、response、initiator、timing',
    about: '編號是 harrier table 第一欄的數字。認證資訊會被遮蔽，用 --unmasked 顯示。',
  },
  convert: {
    summary: '把 SAZ、gzip、zip、Playwright zip 或損壞的 HAR 轉成 HAR 1.2',
    about: '輸出要麼完整，要麼不出現，並且只有您能讀取。其中包含輸入的全部認證資訊。',
  },
};

const option: OptionHelps = {
  help: '本說明',
  version: '版本',
  json: '在標準輸出上輸出供程式使用的 JSON',
  csv: '逗號分隔值 (RFC 4180)，試算表不會把它當公式計算',
  filter: '只要符合條件的要求，例如 status:4xx,5xx 或 wait:>1s',
  tab: 'headers、payload、preview、response、initiator 或 timing',
  unmasked: '顯示認證資訊',
  'fail-on': '發現的嚴重程度達到 info、warning 或 error 時以 1 結束',
  output: '寫到哪裡；- 是標準輸出',
  force: '取代既有檔案',
  lang: 'en、fr、ja、ko、zh-CN 或 zh-TW；預設取自環境',
  password: '用於受保護的封存檔；更好的做法是用其他使用者看不到的 HARRIER_PASSWORD',
  member: '封存檔含多個擷取檔時開啟哪一個',
  engine: 'auto、wasm 或 typescript：用什麼讀取檔案',
};

const writeTrouble: WriteTroubles = {
  noFolder: '資料夾不存在',
  forbidden: '您沒有寫入權限',
  readOnly: '檔案系統唯讀',
  full: '磁碟已滿',
  other: '系統拒絕了',
};

/** Traditional Chinese. */
export const zhTw: CliWords = {
  usage,
  usageNext: {
    help: (call) => `請看 ${call} --help。`,
    table: 'harrier table 會列出要求及其編號。',
  },
  filterNote: (at, sentence) => `--filter 第 ${at + 1} 個字元：${sentence}。`,
  filterProblem,
  help: {
    tagline: '說明 HTTP 擷取檔 (HAR、Fiddler SAZ) 中什麼失敗了、誰這麼說、該搜尋哪個追蹤 ID。',
    commands: '指令',
    options: '選項',
    examples: '範例',
    exitCodes: '結束代碼',
    exitCode: [
      '完成',
      '完成，且有發現達到 --fail-on 指定的嚴重程度',
      '用法錯誤',
      '無法讀取輸入',
      '基於安全拒絕，沒有寫入任何內容',
      '無法存取服務、儲存或輸出',
    ],
    command,
    option,
    standardInput: '檔案名稱 - 表示標準輸入。',
  },
  errors: {
    input: (file, what) => `無法讀取 ${file}：${what}`,
    line: (line) => `第 ${line} 行`,
    column: (column) => `第 ${column} 欄`,
    byte: (byteOffset) => `位元組 ${byteOffset}`,
    next: '下一步：',
    givePassword: '用 --password 提供密碼，或放在其他使用者看不到的 HARRIER_PASSWORD 中。',
    standardInput: '標準輸入',
    output: (file, why) => `無法寫入 ${file}：${why}。`,
    noSuchFile: '沒有這個檔案。',
    outputNext: '用 -o 選擇其他位置。',
    writeTrouble,
    internal: (what) => `這是 Harrier 的錯誤，與您的擷取檔無關：${what}。`,
    internalNext: '請附上指令和上面這一行回報；不要附上擷取檔，其中可能有認證資訊。',
    interrupted: '已停止，沒有留下未完成的檔案。',
  },
  progress: {
    reading: (percent, entries) => `${percent} %  ${countText(entries)} 個要求`,
    writing: (size) => `已寫入 ${size}`,
  },
  mask: (characters) => `‹已遮蔽 ${characters}›`,
  table: {
    heads: {
      index: '#',
      started: '開始 (UTC)',
      method: '方法',
      status: '狀態',
      time: '耗時',
      trackingId: '追蹤 ID',
      url: 'URL',
      error: '錯誤',
      org: '組織',
    },
    empty: '擷取檔中沒有要求。',
    noneFits: (entries) => `${countText(entries)} 個要求中沒有符合條件的。`,
  },
  show: {
    general: '概況',
    requestHeaders: '要求標頭',
    responseHeaders: '回應標頭',
    query: '查詢字串',
    form: '表單資料',
    requestBody: '要求本文',
    noQuery: '沒有查詢字串，也沒有要求本文。',
    labels: {
      url: 'URL',
      method: '方法',
      status: '狀態',
      started: '開始',
      time: '耗時',
      remoteAddress: '遠端位址',
      protocol: '通訊協定',
      referrerPolicy: '參照政策',
      initiator: '起始者',
      priority: '優先順序',
      type: '類型',
      size: '大小',
      trackingId: '追蹤 ID',
      error: '錯誤',
      org: '組織',
      fromCache: '來自快取',
      comment: '備註',
    },
    size: (wire, content) => `收到 ${wire}，內容 ${content}`,
    noStatus: '未記錄',
    noResponse: '0 (沒有回應)',
    pending: '儲存擷取檔時仍在進行',
    none: '(無)',
    noBody: {
      'no-body': '沒有本文：這類回應沒有本文。',
      'not-captured': '本文沒有被擷取。',
      failed: '沒有本文：沒有收到回應。',
      'over-limit': '匯出時因大小略去了本文。',
      'cors-preflight': '瀏覽器不記錄 CORS 預檢要求的本文。',
      unknown: '擷取檔中沒有本文。',
    },
    binary: (mediaType, size) => `${mediaType}，${size}，不是文字。開頭的位元組：`,
    mediaTypeUnknown: '未記錄類型',
    cut: (shown) => `在 ${shown} 處截斷。用 -o <檔案> 寫出全部。`,
    invalidBase64: '本文聲稱是 base64，但不是；這裡是寫下的原樣。',
    messages: (count) => `${countText(count)} 則訊息`,
    sent: '傳送',
    received: '接收',
    written: (size, file) => `已將 ${size} 寫入 ${file}。`,
    initiatedBy: '起始者',
    callStack: '呼叫堆疊',
    noInitiator: '擷取檔沒有說明這個要求由什麼引起。',
    started: (instant) => `開始於 ${instant}`,
    phase: '階段',
    start: '開始',
    duration: '耗時',
    total: '合計',
    servedFromMemory: '由記憶體快取提供，沒有經過網路。',
    failedHere: '在此失敗',
    noTiming: '沒有記錄時間。',
  },
  triage: {
    findings: '發現',
    evidence: '證據',
    whoCanFix: '誰能解決',
    next: '下一步',
    more: (count) => `… 還有 ${countText(count)} 個，--json 中全部列出。`,
    searchFor: (id) => `在日誌中搜尋 ${id}。`,
    ids: '要搜尋的追蹤 ID',
    noIds: '沒有記錄追蹤 ID。',
    slow: '緩慢的要求',
    capture: '擷取檔',
    notes: '關於檔案的說明',
    labels: {
      file: '檔案',
      otherMembers: '其中還有',
      producer: '產生者',
      requests: '要求',
      span: '時間',
      hosts: '主機',
    },
    counts: (entries, failed, slow) =>
      `${countText(entries)} 個，${countText(failed)} 個失敗，${countText(slow)} 個緩慢`,
    someFailed: (failed) => `${countText(failed)} 個要求失敗；用 harrier table --filter is:failed 列出。`,
    times: (count) => `${countText(count)} 次`,
  },
  convert: {
    standardOutput: '標準輸出',
    done: (entries, size, file) => `已將 ${countText(entries)} 個要求 (${size}) 寫入 ${file}。`,
    notes: (count) => `對輸入有 ${countText(count)} 條說明，harrier triage 會列出。`,
  },
};
