import { countText } from '../format/quantity.ts';
import type {
  CliWords,
  CommandHelps,
  FilterWords,
  OptionHelps,
  UsageWords,
  WriteTroubles,
} from './cli-words.ts';
import { zhTwEscalate } from './escalate/zh-tw.ts';
import { zhTwLogs } from './logs/zh-tw.ts';
import { zhTwRecord } from './record/zh-tw.ts';
import { zhTwSend } from './send/zh-tw.ts';
import { zhTwTrace } from './trace/zh-tw.ts';

const list = (words: readonly string[]) => words.join('、');
const meant = (word: string | undefined) => (word === undefined ? '' : `您是否想用 ${word}？`);

const usage: UsageWords = {
  'unknown-command': ({ given, meant: other, commands }) =>
    `沒有指令 ${given}。${meant(other)}可用的指令：${list(commands)}。`,
  'unknown-topic': ({ given, nearest }) =>
    `沒有關於 ${given} 的頁面。${nearest.length === 0 ? '' : `您是不是要找：${list(nearest)}？`}`,
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
  'missing-option': ({ option }) => `缺少 ${option}。`,
  'bad-session-key': ({ path }) => `${path} 中沒有 gpg --show-session-key 所顯示格式的工作階段金鑰。`,
  'output-is-input': ({ path }) => `${path} 是輸入檔案，寫入會毀掉它。`,
  'output-exists': ({ path }) => `${path} 已存在，用 --force 取代。`,
  'output-is-folder': ({ path }) => `${path} 是資料夾。`,
  'no-bytes-to-write': () => '-o 用於寫出本文，需與 --tab payload、preview 或 response 一起使用。',
  'body-not-recorded': () => '此擷取檔中沒有這個本文：沒有被擷取，或因過大而被略去。',
  'needs-other': ({ option, other }) => `${option} 須與 ${other} 一起使用。`,
  'unreadable-option': ({ option, path }) => `${option}：無法讀取 ${path}。`,
  'bad-policy': ({ path, pointer, what }) => `政策 ${path} 無效：${pointer} ${what}。`,
  'bad-settings': ({ path, pointer, rule }) =>
    `${path} 中的設定有誤${pointer === '' ? '' : `（${pointer}）`}：${rule}。`,
  'bad-playbook': ({ path, line, column, pointer, what }) =>
    `教戰手冊 ${path} 無效：第 ${line} 行第 ${column} 欄${pointer === '' ? '' : `（${pointer}）`}：${what}。`,
  'no-playbooks': ({ path }) => `--playbooks：資料夾 ${path} 中沒有 *.json 檔案。`,
  'playbook-twice': ({ id, paths }) => `${paths.join(' 和 ')} 都是教戰手冊「${id}」。`,
  'bad-report': ({ path }) => `${path} 不是 harrier sanitize 的報告。`,
  'short-key': ({ path }) => `${path} 中的金鑰不足 32 位元組。`,
  'bad-key': ({ option, path }) => `${option}：${path} 中沒有可用的金鑰。`,
  ...zhTwEscalate.usage,
  ...zhTwRecord.usage,
  ...zhTwLogs.usage,
  ...zhTwTrace.usage,
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
  open: {
    summary: '在瀏覽器中開啟工作台',
    about: '在本機的空閒連接埠上提供工作台，並顯示其位址。擷取檔不會離開本機；按 Ctrl-C 結束。',
  },
  triage: {
    summary: '什麼失敗了、為什麼、該搜尋哪個追蹤 ID',
    about: '第一行就是答案。接著是證據、其他診斷結論、要搜尋的 ID、緩慢的要求以及擷取檔概況。',
  },
  compare: {
    summary: '正常的擷取檔與失敗的擷取檔有何不同',
    about:
      '兩份擷取檔的順序不限：正常使用者的和失敗使用者的，或變更之前的和之後的。第一行是最能說明問題的差異。',
  },
  table: {
    summary: '所有要求：開始時間、方法、狀態、耗時、URL、追蹤 ID、錯誤、組織',
    about: '在終端機中，追蹤 ID 和錯誤顯示在要求下方；其他情況下每個要求一行。',
  },
  show: {
    summary: '一個要求：headers、payload、preview、response、initiator、timing',
    about: '編號是 harrier table 第一欄的數字。認證資料會被遮蔽，用 --unmasked 顯示。',
  },
  sanitize: {
    summary: '移除認證資料，保留診斷所需的內容',
    about:
      '輸出在寫入前會經過檢查，不是完整出現，就是完全不出現。--check 只檢查是否仍有認證資料，若有則以 1 結束。',
  },
  convert: {
    summary: '把 SAZ、gzip、zip、Playwright zip 或損壞的 HAR 轉成 HAR 1.2',
    about: '輸出不是完整出現，就是完全不出現，而且只有您能讀取。其中包含輸入的全部認證資料。',
  },
  seal: {
    summary: '加密檔案，只有金鑰持有人能開啟',
    about:
      '輸出是 gpg 可以開啟的 OpenPGP 訊息，不是完整出現，就是完全不出現。gpg 2.2 無法使用或已過期的金鑰會遭拒絕。輸入檔案保持不變。',
  },
  unseal: {
    summary: '開啟密封的檔案',
    about:
      '只有在證明檔案未遭變更之後，輸出才會出現。私密金鑰的密碼會在終端機詢問，或取自 --password-file 或 HARRIER_KEY_PASSWORD。',
  },
  serve: {
    summary: '案件伺服器（含工作處理程序）',
    about:
      '提供 HTTP API 並處理案件；按 Ctrl-C 結束，會先完成目前步驟。首次啟動會顯示用來建立首位管理員的連結：持有者即可成為管理員。設定取自選項，否則取自 HARRIER_DATABASE、HARRIER_OBJECTS、HARRIER_HOST、HARRIER_PORT、HARRIER_ORIGIN、HARRIER_VAULT_KEYS、HARRIER_WATCHED_FOLDER、HARRIER_CONNECTORS、HARRIER_SECRETS、HARRIER_OIDC；檔案位於 HARRIER_DATA（預設為 .harrier）。',
  },
  worker: {
    summary: '增加一個案件工作處理程序',
    about: '在任何能存取同一資料庫與物件的機器上，與伺服器一同處理案件；按 Ctrl-C 結束。設定與 serve 相同。',
  },
  case: {
    summary: '伺服器上的案件',
    about:
      'list [詞]、show <案件>、attach <案件> <檔案…>、note <案件> <文字>、process <案件>（等到附件處理完畢；需要人工處理時以 1 結束）。<案件> 為編號或 ID。API 權杖取自 HARRIER_TOKEN，伺服器取自 --server 或 HARRIER_SERVER。backfill <連接器> dry-run|run|stop|show 收取接入之前已有的附件（供管理員使用）。',
  },
  exception: {
    summary: '密封原件中的內容，須經另外兩人同意',
    about:
      'list、show <ID>、request <標記> <原因>（標記見案件備註；--to 為您自己的公開金鑰）、withdraw <ID>、approve <ID>、refuse <ID>；金鑰持有人用 material <ID> -o <檔案>（供 gpg --show-session-key 使用）、帶 --key 或 --session-key 的 release <ID>、refuse-release <ID>；申請人用 fetch <ID> -o <檔案>，只能一次。每行依序為 ID、狀態、申請內容、理由類別、申請人、原因以及您可執行的步驟。權杖和伺服器同 harrier case。',
  },
  ...zhTwEscalate.command,
  ...zhTwRecord.command,
  ...zhTwSend.command,
  ...zhTwLogs.command,
  ...zhTwTrace.command,
  explain: {
    summary: '標頭、狀態碼、方法、階段或診斷結論的含義',
    about:
      '說明方法、標頭欄位、狀態碼、計時階段、診斷結論和詞彙，擷取檔的錄製與閱讀，以及追蹤 ID。可以省略群組名稱。不給主題時列出全部內容。',
  },
  completion: {
    summary: 'bash、zsh 或 fish 的指令與選項自動完成',
    about:
      '輸出供 shell 使用的指令碼。bash：在 ~/.bashrc 中加入 source <(harrier completion bash)。zsh：在 $fpath 的某個資料夾中執行 harrier completion zsh > _harrier。fish：harrier completion fish > ~/.config/fish/completions/harrier.fish。說明採用 --lang 指定的語言。',
  },
};

const option: OptionHelps = {
  help: '本說明',
  version: '版本',
  all: '所有診斷結論，以及關於 HTTP 用法的提醒數量；用於 trace 時為所有記錄行',
  json: '在標準輸出上輸出供程式使用的 JSON',
  csv: '逗號分隔值（RFC 4180），試算表不會把它當公式計算',
  filter: '只要符合條件的要求，例如 status:4xx,5xx 或 wait:>1s',
  format: 'text、json 或 sarif（供管線使用的 SARIF 2.1.0）；用於 logs import 時為記錄檔格式的 ID',
  group: 'template：依方法、主機和路徑合併要求，並顯示數量、錯誤和耗時',
  tab: 'headers、payload、preview、response、initiator 或 timing',
  unmasked: '顯示認證資料',
  'fail-on': '診斷結論的嚴重程度達到 info、warning 或 error 時以 1 結束',
  formats: '同時依此檔案中的記錄檔格式（Harrier 或 lnav 的）讀取；可多次指定',
  playbooks: '同時使用此資料夾中的教戰手冊（*.json）',
  output: '寫到哪裡；- 是標準輸出',
  force: '取代既有檔案',
  check: '只檢查是否仍有認證資料',
  report: '移除了什麼（不含值）；與 --check 一起：用於比較的報告',
  'report-page': '將同樣的內容寫成供人閱讀的網頁',
  policy: '您自己的名稱、模式和例外',
  preset: 'default、strict（不保留任何 Cookie 和權杖）或 webex',
  'strip-jwt': '整體取代 JSON Web Token；預設保留有效期、簽發者和範圍',
  'key-file': '同一案件的所有擷取檔使用相同的假名；不存在時建立',
  sign: '用此私密金鑰簽署：報告用 Ed25519（PEM），呈報套件用 OpenPGP',
  trust: '與 --check 一起：只認此 Ed25519 金鑰',
  'sealed-map': '每個假名代表的原值，為 --to 加密',
  to: '可開啟者的 OpenPGP 公開金鑰；可多次指定',
  compress: '加密前先壓縮；HAR 約為原來的四分之一',
  capsule: '同時寫出金鑰膠囊：金鑰持有人可從中取得此檔案的工作階段金鑰',
  split: '依此大小（如 100MB）分割寫出 <檔案>.001 等；可用 cat 重新合併',
  verify: '讀回密封的檔案並比較，然後才算完成',
  key: '私密金鑰檔案，即 gpg --export-secret-keys 的輸出',
  'session-key': '僅用於此檔案的工作階段金鑰檔案，格式同 gpg --show-session-key 的輸出',
  'password-file': '存放私密金鑰密碼的檔案',
  database: 'sqlite:<路徑> 或 postgres://<主機>/<名稱>',
  objects: '案件檔案所在的資料夾',
  listen: '接聽位址；非回送位址應置於 TLS 之後',
  port: '接聽連接埠；0 表示任選空閒連接埠',
  origin: '瀏覽器存取伺服器的位址，例如 https://harrier.example.com',
  'vault-keys': '密封原件所用的 OpenPGP 公開金鑰，至少兩把',
  watch: '另外監看的案件資料夾之上層資料夾',
  server: '伺服器，例如 https://harrier.example.com',
  for: '申請內容：假名（hx-…,hx-…）、entries:3,4 或 whole',
  reason: '理由類別',
  lang: 'en、fr、ja、ko、zh-CN 或 zh-TW；預設取自環境',
  password: '用於受密碼保護的封存檔；建議改用其他使用者看不到的 HARRIER_PASSWORD',
  member: '封存檔含多個擷取檔時開啟哪一個',
  engine: 'auto、wasm 或 typescript：用什麼讀取檔案',
  ...zhTwEscalate.option,
  ...zhTwRecord.option,
  ...zhTwSend.option,
  ...zhTwLogs.option,
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
    help: (call) => `請參閱 ${call} --help。`,
    table: 'harrier table 會列出要求及其編號。',
    topics: 'harrier explain 會列出主題。',
  },
  filterNote: (at, sentence) => `--filter 第 ${at + 1} 個字元：${sentence}。`,
  filterProblem,
  help: {
    tagline: '說明 HTTP 擷取檔（HAR、Fiddler SAZ）中什麼失敗了、依據為何、該搜尋哪個追蹤 ID。',
    commands: '指令',
    options: '選項',
    examples: '範例',
    exitCodes: '結束代碼',
    exitCode: [
      '完成',
      '完成，且有診斷結論達到 --fail-on 指定的嚴重程度',
      '用法錯誤',
      '無法讀取輸入',
      '基於安全拒絕，沒有寫入任何內容',
      '無法存取服務、存放區或輸出',
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
    internal: (what) => `這是 Harrier 的缺陷，與您的擷取檔無關：${what}。`,
    internalNext: '請附上指令和上面這一行回報；不要附上擷取檔，其中可能有認證資料。',
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
      started: '開始（UTC）',
      method: '方法',
      status: '狀態',
      time: '耗時',
      trackingId: '追蹤 ID',
      url: 'URL',
      error: '錯誤',
      org: '組織',
    },
    templateHeads: { count: '數量', errors: '錯誤', p50Ms: 'p50', p95Ms: 'p95' },
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
      initiator: '發起者',
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
    noResponse: '0（沒有回應）',
    pending: '儲存擷取檔時仍在進行',
    none: '（無）',
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
    invalidBase64: '本文標示為 base64，實際上不是；以下依原樣顯示。',
    messages: (count) => `${countText(count)} 則訊息`,
    sent: '傳送',
    received: '接收',
    written: (size, file) => `已將 ${size} 寫入 ${file}。`,
    initiatedBy: '發起者',
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
  compare: {
    differences: '差異',
    captures: '擷取檔',
    counts: (paired, onlyA, onlyB) =>
      `兩者共有 ${countText(paired)} 個，僅 a 中 ${countText(onlyA)} 個，僅 b 中 ${countText(onlyB)} 個`,
    leftClosed: (pairs) =>
      `共有的要求中有 ${countText(pairs)} 個只比較了狀態碼和耗時，因為同類要求已讀取足夠多。`,
  },
  triage: {
    findings: '診斷結論',
    evidence: '證據',
    why: '原因',
    whoCanFix: '誰能解決',
    next: '下一步',
    more: (count) => `… 還有 ${countText(count)} 個，--json 中全部列出。`,
    lint: (count) => `另有 ${countText(count)} 則關於 HTTP 用法的提醒，--json 中列出。`,
    folded: (count) => `… 還有 ${countText(count)} 個，較次要或由以上引起；--json 中全部列出。`,
    searchFor: (id) => `在記錄中搜尋 ${id}。`,
    common: '失敗要求的共同點',
    ids: '要搜尋的追蹤 ID',
    sanitized: (ruleSet: string) => `Harrier，規則 ${ruleSet}`,
    noIds: '沒有記錄追蹤 ID。',
    slow: '緩慢的要求',
    capture: '擷取檔',
    notes: '關於檔案的說明',
    labels: {
      file: '檔案',
      otherMembers: '其中還有',
      producer: '產生者',
      sanitized: '已清理',
      requests: '要求',
      span: '時間',
      hosts: '主機',
    },
    counts: (entries, failed, slow) =>
      `${countText(entries)} 個，${countText(failed)} 個失敗，${countText(slow)} 個緩慢`,
    someFailed: (failed) => `${countText(failed)} 個要求失敗；用 harrier table --filter is:failed 列出。`,
    times: (count) => `${countText(count)} 次`,
  },
  sanitize: {
    stage: {
      learn: '正在尋找認證資料',
      write: '正在移除',
      verify: '正在檢查結果',
    },
    done: (credentials: number, places: number, size: string, file: string) =>
      `已從 ${countText(places)} 處移除 ${countText(credentials)} 個認證資料；${size} 已寫入 ${file}。`,
    summary: (credentials: number, places: number) =>
      `已從 ${countText(places)} 處移除 ${countText(credentials)} 個認證資料。`,
    unswept: (count: number) =>
      `${countText(count)} 個值只在名稱或形式表明之處移除；它們太短或太常見，未在別處尋找。`,
    dropped: (count: number) => `${countText(count)} 個無法讀取的本文已整體移除。`,
    exposures: '原件中的認證資料',
    until: (instant: string) => `有效期至 ${instant}`,
    more: (count: number) => `… 另有 ${countText(count)} 個`,
    clean: '未發現認證資料。',
    notClean: (places: number) => `仍有認證資料：共 ${countText(places)} 處。`,
    sameFile: '此檔案就是報告所針對的檔案。',
    otherFile: '此檔案不是報告所針對的檔案。',
    signature: {
      none: '報告未簽章。',
      good: '報告的簽章有效。',
      bad: '報告的簽章遺失、無效，或來自其他金鑰。',
    },
    refused: {
      'sanitize/damaged-input': {
        what: '擷取檔已損壞，無法剖析的內容無法清理。',
        next: '請用 harrier convert 將完整的項目寫入新檔案，再清理該檔案。',
      },
      'sanitize/survivor': {
        what: '檢查輸出時仍發現內容，未寫入任何檔案。',
        next: '這是 Harrier 的缺陷：請附上以上位置回報，不要附上擷取檔。',
      },
      'sanitize/worker-ended': {
        what: '執行部分工作的執行緒提前結束，未寫入任何檔案。',
        next: '請關閉其他程式以騰出記憶體，然後再試一次。',
      },
    },
    page: {
      title: '清理報告',
      files: '檔案',
      size: '大小',
      input: '原件',
      output: '清理後的檔案',
      rules: '規則',
      exposuresAbout: '持有原件的人可以使用這些認證資料。指紋出現在清理後的檔案中；沒有金鑰就無法算出。',
      kind: '類型',
      fingerprint: '指紋',
      hosts: '主機',
      places: '處數',
      until: '有效期至',
      revoke: '如何處理',
      byRule: '依規則',
      rule: '規則',
    },
  },
  serve: {
    up: '伺服器已啟動。按 Ctrl-C 結束。',
    setupLink: '請用此連結建立首位管理員，僅可使用一次：',
    noAnswer: (server) => `伺服器 ${server} 沒有回應。`,
    noAnswerNext: '請檢查其位址以及是否正在執行。',
    cannotListen: (place) => `無法在 ${place} 上接聽：連接埠已被占用，或系統不允許使用。`,
    cannotListenNext: '請以 --port 或 --listen 另選一個，或結束占用該連接埠的程式。',
    workerUp: '工作處理程序已啟動。按 Ctrl-C 結束。',
  },
  open: { serving: '請在瀏覽器中開啟此位址。按 Ctrl-C 結束。' },
  explain: { name: '<名稱>' },
  convert: {
    standardOutput: '標準輸出',
    done: (entries, size, file) => `已將 ${countText(entries)} 個要求（${size}）寫入 ${file}。`,
    notes: (count) => `對輸入有 ${countText(count)} 條說明，harrier triage 會列出。`,
  },
  seal: {
    done: (keys, size, file) => `已將 ${size} 寫入 ${file}，${countText(keys)} 把金鑰可以開啟：`,
    parts: (count, list) => `共 ${countText(count)} 個分割檔；摘要見 ${list}。`,
    verified: '已讀回確認：開啟後內容相同。',
    expiring: (fingerprint, days) =>
      `金鑰 ${fingerprint} ${days === 0 ? '今天' : `將在 ${countText(days)} 天後`}過期，請安排延期。`,
    notProven: (file) => `${file} 已寫出，但開啟後內容不同。`,
    notProvenNext: '請保留原件，檢查磁碟，然後重新密封。',
  },
  unseal: {
    done: (size, file) => `已將 ${size} 寫入 ${file}，內容未遭變更。`,
    askPassword: (key) => `${key} 的密碼：`,
  },
  escalate: zhTwEscalate.told,
  record: zhTwRecord.told,
  send: zhTwSend.told,
  logs: zhTwLogs.told,
  trace: zhTwTrace.told,
};
