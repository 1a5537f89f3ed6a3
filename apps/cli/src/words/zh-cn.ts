import { countText } from '../format/quantity.ts';
import type {
  CliWords,
  CommandHelps,
  FilterWords,
  OptionHelps,
  UsageWords,
  WriteTroubles,
} from './cli-words.ts';
import { zhCnEscalate } from './escalate/zh-cn.ts';
import { zhCnLogs } from './logs/zh-cn.ts';
import { zhCnRecord } from './record/zh-cn.ts';
import { zhCnTrace } from './trace/zh-cn.ts';

const list = (words: readonly string[]) => words.join('、');
const meant = (word: string | undefined) => (word === undefined ? '' : `您是否想用 ${word}？`);

const usage: UsageWords = {
  'unknown-command': ({ given, meant: other, commands }) =>
    `没有命令 ${given}。${meant(other)}可用的命令：${list(commands)}。`,
  'unknown-topic': ({ given, nearest }) =>
    `没有关于 ${given} 的页面。${nearest.length === 0 ? '' : `您是不是要找：${list(nearest)}？`}`,
  'unknown-option': ({ given, meant: other }) => `没有选项 ${given}。${meant(other)}`,
  'option-elsewhere': ({ option, command, commands }) =>
    `${option} 不是 ${command} 的选项，它属于 ${list(commands)}。`,
  'needs-value': ({ option, oneOf }) =>
    `${option} 需要一个值${oneOf === undefined ? '' : `：${list(oneOf)}`}。`,
  'takes-no-value': ({ option }) => `${option} 不带值。`,
  'given-twice': ({ option }) => `${option} 给出了两次。`,
  'not-one-of': ({ option, given, oneOf, meant: other }) =>
    `${option} 不能是 ${given}，可用的值：${list(oneOf)}。${meant(other)}`,
  'missing-argument': ({ argument }) => `缺少 <${argument}>。`,
  'extra-argument': ({ given }) => `参数 ${given} 是多余的。`,
  'exclude-each-other': ({ options }) => `${options[0]} 和 ${options[1]} 不能同时使用。`,
  'not-an-index': ({ given }) => `${given} 不是序号；序号是 harrier table 显示的从 0 开始的整数。`,
  'no-such-entry': ({ index, entries }) =>
    entries === 0 ? `没有请求 ${index}：抓包中没有请求。` : `没有请求 ${index}：最后一个是 ${entries - 1}。`,
  filter: ({ at, problem, term }) => `--filter 第 ${at + 1} 个字符：${filterProblem[problem](term)}。`,
  'missing-output': () => '缺少输出位置：-o <out.har>，标准输出用 -o -。',
  'missing-option': ({ option }) => `缺少 ${option}。`,
  'bad-session-key': ({ path }) => `${path} 中没有 gpg --show-session-key 所显示格式的会话密钥。`,
  'output-is-input': ({ path }) => `${path} 是输入文件，写入会毁掉它。`,
  'output-exists': ({ path }) => `${path} 已存在，用 --force 替换。`,
  'output-is-folder': ({ path }) => `${path} 是文件夹。`,
  'no-bytes-to-write': () => '-o 用于写出正文，需与 --tab payload、preview 或 response 一起使用。',
  'needs-other': ({ option, other }) => `${option} 须与 ${other} 一起使用。`,
  'unreadable-option': ({ option, path }) => `${option}：无法读取 ${path}。`,
  'bad-policy': ({ path, pointer, what }) => `策略 ${path} 无效：${pointer} ${what}。`,
  'bad-settings': ({ path, pointer, rule }) =>
    `${path} 中的设置有误${pointer === '' ? '' : `（${pointer}）`}：${rule}。`,
  'bad-playbook': ({ path, line, column, pointer, what }) =>
    `剧本 ${path} 无效：第 ${line} 行第 ${column} 列${pointer === '' ? '' : `（${pointer}）`}：${what}。`,
  'no-playbooks': ({ path }) => `--playbooks：文件夹 ${path} 中没有 *.json 文件。`,
  'playbook-twice': ({ id, paths }) => `${paths.join(' 和 ')} 都是剧本“${id}”。`,
  'bad-report': ({ path }) => `${path} 不是 harrier sanitize 的报告。`,
  'short-key': ({ path }) => `${path} 中的密钥不足 32 字节。`,
  'bad-key': ({ option, path }) => `${option}：${path} 中没有可用的密钥。`,
  ...zhCnEscalate.usage,
  ...zhCnRecord.usage,
  ...zhCnLogs.usage,
  ...zhCnTrace.usage,
};

const filterProblem: FilterWords = {
  'unknown-key': (term) => `${term} 不以已知的键开头，按文本搜索`,
  'missing-value': (term) => `${term} 缺少值`,
  'bad-value': (term) => `${term} 不是这个键的值`,
  'bad-regex': (term) => `${term} 不是可以安全搜索的正则表达式`,
  'missing-operand': (term) => `${term} 旁边缺少条件`,
  'unclosed-parenthesis': () => '括号没有闭合',
  'too-deep': () => '括号嵌套太深',
  'too-long': () => '表达式太长',
  'not-observable': (term) => `没有抓包会记录 ${term} 所问的内容，因此什么也找不到`,
};

const command: CommandHelps = {
  open: {
    summary: '在浏览器中打开工作台',
    about: '在本机的空闲端口上提供工作台，并显示其地址。抓包不会离开本机；按 Ctrl-C 结束。',
  },
  triage: {
    summary: '什么失败了、为什么、该搜索哪个跟踪 ID',
    about: '第一行就是答案。随后是证据、其他诊断结论、要搜索的 ID、慢请求以及抓包概况。',
  },
  compare: {
    summary: '正常的抓包与失败的抓包有何不同',
    about: '两份抓包的顺序不限：正常用户的和失败用户的，或更改之前的和之后的。第一行是最能说明问题的差异。',
  },
  table: {
    summary: '所有请求：开始时间、方法、状态、耗时、URL、跟踪 ID、错误、组织',
    about: '在终端中，跟踪 ID 和错误显示在请求下方；其他情况下每个请求一行。',
  },
  show: {
    summary: '一个请求：headers、payload、preview、response、initiator、timing',
    about: '序号是 harrier table 第一列的数字。凭据会被遮盖，用 --unmasked 显示。',
  },
  sanitize: {
    summary: '去除凭据，保留诊断所需的内容',
    about:
      '输出在写入前会经过检查，要么完整出现，要么完全不出现。--check 只检查是否仍有凭据，若有则以 1 结束。',
  },
  convert: {
    summary: '把 SAZ、gzip、zip、Playwright zip 或损坏的 HAR 转成 HAR 1.2',
    about: '输出要么完整，要么不出现，并且只有您能读取。其中包含输入的全部凭据。',
  },
  seal: {
    summary: '加密文件，只有密钥持有人能打开',
    about:
      '输出是 gpg 可以打开的 OpenPGP 消息，要么完整，要么不出现。gpg 2.2 无法使用或已过期的密钥会被拒绝。输入文件保持不变。',
  },
  unseal: {
    summary: '打开密封的文件',
    about:
      '只有在证明文件未被更改之后，输出才会出现。私钥的密码会在终端询问，或取自 --password-file 或 HARRIER_KEY_PASSWORD。',
  },
  serve: {
    summary: '工单服务器（含工作进程）',
    about:
      '提供 HTTP API 并处理工单；按 Ctrl-C 结束，会先完成当前步骤。首次启动会显示用于创建首位管理员的链接：持有者即可成为管理员。设置取自选项，否则取自 HARRIER_DATABASE、HARRIER_OBJECTS、HARRIER_HOST、HARRIER_PORT、HARRIER_ORIGIN、HARRIER_VAULT_KEYS、HARRIER_WATCHED_FOLDER、HARRIER_CONNECTORS、HARRIER_SECRETS、HARRIER_OIDC；文件位于 HARRIER_DATA（默认为 .harrier）。',
  },
  worker: {
    summary: '增加一个工单工作进程',
    about: '在任何能访问同一数据库和对象的机器上，与服务器一同处理工单；按 Ctrl-C 结束。设置与 serve 相同。',
  },
  case: {
    summary: '服务器上的工单',
    about:
      'list [词]、show <工单>、attach <工单> <文件…>、note <工单> <文字>、process <工单>（等到附件处理完毕；需要人工处理时以 1 结束）。<工单> 为编号或 ID。API 令牌取自 HARRIER_TOKEN，服务器取自 --server 或 HARRIER_SERVER。backfill <连接器> dry-run|run|stop|show 收取接入之前已有的附件（供管理员使用）。',
  },
  exception: {
    summary: '密封原件中的内容，须经另外两人同意',
    about:
      'list、show <ID>、request <标记> <原因>（标记见工单备注；--to 为您自己的公钥）、withdraw <ID>、approve <ID>、refuse <ID>；密钥持有人用 material <ID> -o <文件>（供 gpg --show-session-key 使用）、带 --key 或 --session-key 的 release <ID>、refuse-release <ID>；申请人用 fetch <ID> -o <文件>，只能一次。每行依次为 ID、状态、申请内容、理由类别、申请人、原因以及您可执行的步骤。令牌和服务器同 harrier case。',
  },
  ...zhCnEscalate.command,
  ...zhCnRecord.command,
  ...zhCnLogs.command,
  ...zhCnTrace.command,
  explain: {
    summary: '标头、状态码、方法、阶段或诊断结论的含义',
    about:
      '说明方法、标头字段、状态码、计时阶段、诊断结论和术语，抓包的录制与阅读，以及跟踪 ID。可以省略组名。不给主题时列出全部内容。',
  },
  completion: {
    summary: 'bash、zsh 或 fish 的命令和选项补全',
    about:
      '输出供 shell 使用的脚本。bash：在 ~/.bashrc 中写入 source <(harrier completion bash)。zsh：在 $fpath 的某个文件夹中执行 harrier completion zsh > _harrier。fish：harrier completion fish > ~/.config/fish/completions/harrier.fish。说明采用 --lang 指定的语言。',
  },
};

const option: OptionHelps = {
  help: '本说明',
  version: '版本',
  all: '全部诊断结论，以及关于 HTTP 用法的提示数量；用于 trace 时为所有日志行',
  json: '在标准输出上输出供程序使用的 JSON',
  csv: '逗号分隔值（RFC 4180），电子表格不会把它当公式计算',
  filter: '只要符合条件的请求，例如 status:4xx,5xx 或 wait:>1s',
  format: 'text、json 或 sarif（供流水线使用的 SARIF 2.1.0）；用于 logs import 时为日志格式的 ID',
  group: 'template：按方法、主机和路径合并请求，并显示数量、错误和耗时',
  tab: 'headers、payload、preview、response、initiator 或 timing',
  unmasked: '显示凭据',
  'fail-on': '诊断结论的严重程度达到 info、warning 或 error 时以 1 结束',
  playbooks: '同时使用此文件夹中的剧本（*.json）',
  output: '写到哪里；- 是标准输出',
  force: '替换已有文件',
  check: '只检查是否仍有凭据',
  report: '去除了什么（不含值）；与 --check 一起：用于比较的报告',
  'report-page': '将同样的内容写成供人阅读的网页',
  policy: '您自己的名称、模式和例外',
  preset: 'default、strict（不保留任何 Cookie 和令牌）或 webex',
  'strip-jwt': '整体替换 JSON Web Token；默认保留有效期、签发者和范围',
  'key-file': '同一工单的所有抓包使用相同的假名；不存在时创建',
  sign: '用此私钥签名：报告用 Ed25519（PEM），上报包用 OpenPGP',
  trust: '与 --check 一起：只认此 Ed25519 密钥',
  'sealed-map': '每个假名代表的原值，为 --to 加密',
  to: '可打开者的 OpenPGP 公钥；可多次给出',
  compress: '加密前先压缩；HAR 约为原来的四分之一',
  capsule: '同时写出密钥胶囊：密钥持有人可从中取得该文件的会话密钥',
  split: '按此大小（如 100MB）分卷写出 <文件>.001 等；可用 cat 重新合并',
  verify: '读回密封的文件并比较，然后才算完成',
  key: '私钥文件，即 gpg --export-secret-keys 的输出',
  'session-key': '仅用于该文件的会话密钥文件，格式同 gpg --show-session-key 的输出',
  'password-file': '存放私钥密码的文件',
  database: 'sqlite:<路径> 或 postgres://<主机>/<名称>',
  objects: '工单文件所在的文件夹',
  listen: '监听地址；非回环地址应置于 TLS 之后',
  port: '监听端口；0 表示任选空闲端口',
  origin: '浏览器访问服务器的地址，例如 https://harrier.example.com',
  'vault-keys': '密封原件所用的 OpenPGP 公钥，至少两个',
  watch: '另外监视的工单文件夹的上级文件夹',
  server: '服务器，例如 https://harrier.example.com',
  for: '申请内容：假名（hx-…,hx-…）、entries:3,4 或 whole',
  reason: '理由类别',
  lang: 'en、fr、ja、ko、zh-CN 或 zh-TW；默认取自环境',
  password: '用于受密码保护的归档；建议改用其他用户看不到的 HARRIER_PASSWORD',
  member: '归档含多个抓包时打开哪一个',
  engine: 'auto、wasm 或 typescript：用什么读取文件',
  ...zhCnEscalate.option,
  ...zhCnRecord.option,
  ...zhCnLogs.option,
};

const writeTrouble: WriteTroubles = {
  noFolder: '文件夹不存在',
  forbidden: '您没有写入权限',
  readOnly: '文件系统只读',
  full: '磁盘已满',
  other: '系统拒绝了',
};

/** Simplified Chinese. */
export const zhCn: CliWords = {
  usage,
  usageNext: {
    help: (call) => `请参阅 ${call} --help。`,
    table: 'harrier table 会列出请求及其序号。',
    topics: 'harrier explain 会列出主题。',
  },
  filterNote: (at, sentence) => `--filter 第 ${at + 1} 个字符：${sentence}。`,
  filterProblem,
  help: {
    tagline: '说明 HTTP 抓包（HAR、Fiddler SAZ）中什么失败了、依据是什么、该搜索哪个跟踪 ID。',
    commands: '命令',
    options: '选项',
    examples: '示例',
    exitCodes: '退出码',
    exitCode: [
      '完成',
      '完成，且有诊断结论达到 --fail-on 指定的严重程度',
      '用法错误',
      '无法读取输入',
      '出于安全拒绝，没有写入任何内容',
      '无法访问服务、存储或输出',
    ],
    command,
    option,
    standardInput: '文件名 - 表示标准输入。',
  },
  errors: {
    input: (file, what) => `无法读取 ${file}：${what}`,
    line: (line) => `第 ${line} 行`,
    column: (column) => `第 ${column} 列`,
    byte: (byteOffset) => `字节 ${byteOffset}`,
    next: '下一步：',
    givePassword: '用 --password 给出密码，或放在其他用户看不到的 HARRIER_PASSWORD 中。',
    standardInput: '标准输入',
    output: (file, why) => `无法写入 ${file}：${why}。`,
    noSuchFile: '没有这个文件。',
    outputNext: '用 -o 选择其他位置。',
    writeTrouble,
    internal: (what) => `这是 Harrier 的缺陷，与您的抓包无关：${what}。`,
    internalNext: '请附上命令和上面这一行报告；不要附上抓包，其中可能有凭据。',
    interrupted: '已停止，没有留下未完成的文件。',
  },
  progress: {
    reading: (percent, entries) => `${percent} %  ${countText(entries)} 个请求`,
    writing: (size) => `已写入 ${size}`,
  },
  mask: (characters) => `‹已遮盖 ${characters}›`,
  table: {
    heads: {
      index: '#',
      started: '开始（UTC）',
      method: '方法',
      status: '状态',
      time: '耗时',
      trackingId: '跟踪 ID',
      url: 'URL',
      error: '错误',
      org: '组织',
    },
    templateHeads: { count: '数量', errors: '错误', p50Ms: 'p50', p95Ms: 'p95' },
    empty: '抓包中没有请求。',
    noneFits: (entries) => `${countText(entries)} 个请求中没有符合条件的。`,
  },
  show: {
    general: '概况',
    requestHeaders: '请求标头',
    responseHeaders: '响应标头',
    query: '查询字符串',
    form: '表单数据',
    requestBody: '请求正文',
    noQuery: '没有查询字符串，也没有请求正文。',
    labels: {
      url: 'URL',
      method: '方法',
      status: '状态',
      started: '开始',
      time: '耗时',
      remoteAddress: '远程地址',
      protocol: '协议',
      referrerPolicy: '引用策略',
      initiator: '发起者',
      priority: '优先级',
      type: '类型',
      size: '大小',
      trackingId: '跟踪 ID',
      error: '错误',
      org: '组织',
      fromCache: '来自缓存',
      comment: '备注',
    },
    size: (wire, content) => `收到 ${wire}，内容 ${content}`,
    noStatus: '未记录',
    noResponse: '0（没有响应）',
    pending: '保存抓包时仍在进行',
    none: '（无）',
    noBody: {
      'no-body': '没有正文：这类响应没有正文。',
      'not-captured': '抓包没有记录正文。',
      failed: '没有正文：没有收到响应。',
      'over-limit': '导出时因大小略去了正文。',
      'cors-preflight': '浏览器不记录 CORS 预检请求的正文。',
      unknown: '抓包中没有正文。',
    },
    binary: (mediaType, size) => `${mediaType}，${size}，不是文本。开头的字节：`,
    mediaTypeUnknown: '未记录类型',
    cut: (shown) => `在 ${shown} 处截断。用 -o <文件> 写出全部。`,
    invalidBase64: '正文标明为 base64，实际上不是；以下按原样显示。',
    messages: (count) => `${countText(count)} 条消息`,
    sent: '发送',
    received: '接收',
    written: (size, file) => `已将 ${size} 写入 ${file}。`,
    initiatedBy: '发起者',
    callStack: '调用栈',
    noInitiator: '抓包没有说明这个请求由什么引起。',
    started: (instant) => `开始于 ${instant}`,
    phase: '阶段',
    start: '开始',
    duration: '耗时',
    total: '合计',
    servedFromMemory: '由内存缓存提供，没有经过网络。',
    failedHere: '在此失败',
    noTiming: '没有记录时间。',
  },
  compare: {
    differences: '差异',
    captures: '抓包',
    counts: (paired, onlyA, onlyB) =>
      `两者共有 ${countText(paired)} 个，仅 a 中 ${countText(onlyA)} 个，仅 b 中 ${countText(onlyB)} 个`,
    leftClosed: (pairs) =>
      `共有的请求中有 ${countText(pairs)} 个只比较了状态码和耗时，因为同类请求已读取足够多。`,
  },
  triage: {
    findings: '诊断结论',
    evidence: '证据',
    why: '原因',
    whoCanFix: '谁能解决',
    next: '下一步',
    more: (count) => `… 还有 ${countText(count)} 个，--json 中全部列出。`,
    lint: (count) => `另有 ${countText(count)} 条关于 HTTP 用法的提示，--json 中列出。`,
    folded: (count) => `… 还有 ${countText(count)} 个，较次要或由以上引起；--json 中全部列出。`,
    searchFor: (id) => `在日志中搜索 ${id}。`,
    common: '失败请求的共同点',
    ids: '要搜索的跟踪 ID',
    sanitized: (ruleSet: string) => `Harrier，规则 ${ruleSet}`,
    noIds: '没有记录跟踪 ID。',
    slow: '慢请求',
    capture: '抓包',
    notes: '关于文件的说明',
    labels: {
      file: '文件',
      otherMembers: '其中还有',
      producer: '生成者',
      sanitized: '已脱敏',
      requests: '请求',
      span: '时间',
      hosts: '主机',
    },
    counts: (entries, failed, slow) =>
      `${countText(entries)} 个，${countText(failed)} 个失败，${countText(slow)} 个慢`,
    someFailed: (failed) => `${countText(failed)} 个请求失败；用 harrier table --filter is:failed 列出。`,
    times: (count) => `${countText(count)} 次`,
  },
  sanitize: {
    stage: {
      learn: '正在查找凭据',
      write: '正在去除',
      verify: '正在检查结果',
    },
    done: (credentials: number, places: number, size: string, file: string) =>
      `已从 ${countText(places)} 处去除 ${countText(credentials)} 个凭据；${size} 已写入 ${file}。`,
    summary: (credentials: number, places: number) =>
      `已从 ${countText(places)} 处去除 ${countText(credentials)} 个凭据。`,
    unswept: (count: number) =>
      `${countText(count)} 个值只在名称或形式表明之处去除；它们太短或太常见，未在别处查找。`,
    dropped: (count: number) => `${countText(count)} 个无法读取的正文已整体去除。`,
    exposures: '原件中的凭据',
    until: (instant: string) => `有效期至 ${instant}`,
    more: (count: number) => `… 另有 ${countText(count)} 个`,
    clean: '未发现凭据。',
    notClean: (places: number) => `仍有凭据：共 ${countText(places)} 处。`,
    sameFile: '此文件就是报告所针对的文件。',
    otherFile: '此文件不是报告所针对的文件。',
    signature: {
      none: '报告未签名。',
      good: '报告的签名有效。',
      bad: '报告的签名缺失、无效，或来自其他密钥。',
    },
    refused: {
      'sanitize/damaged-input': {
        what: '抓包已损坏，无法解析的内容不能脱敏。',
        next: '请用 harrier convert 将完整的条目写入新文件，再对该文件脱敏。',
      },
      'sanitize/survivor': {
        what: '检查输出时仍发现内容，未写入任何文件。',
        next: '这是 Harrier 的缺陷：请附上以上位置报告，不要附上抓包。',
      },
      'sanitize/worker-ended': {
        what: '执行部分工作的线程提前结束，未写入任何文件。',
        next: '请关闭其他程序以腾出内存，然后重试。',
      },
    },
    page: {
      title: '脱敏报告',
      files: '文件',
      size: '大小',
      input: '原件',
      output: '脱敏后的文件',
      rules: '规则',
      exposuresAbout: '持有原件的人可以使用这些凭据。指纹出现在脱敏后的文件中；没有密钥就无法算出。',
      kind: '类型',
      fingerprint: '指纹',
      hosts: '主机',
      places: '处数',
      until: '有效期至',
      revoke: '如何处理',
      byRule: '按规则',
      rule: '规则',
    },
  },
  serve: {
    up: '服务器已启动。按 Ctrl-C 结束。',
    setupLink: '请用此链接创建首位管理员，仅可使用一次：',
    noAnswer: (server) => `服务器 ${server} 没有响应。`,
    noAnswerNext: '请检查其地址以及是否在运行。',
    workerUp: '工作进程已启动。按 Ctrl-C 结束。',
  },
  open: { serving: '请在浏览器中打开此地址。按 Ctrl-C 结束。' },
  explain: { name: '<名称>' },
  convert: {
    standardOutput: '标准输出',
    done: (entries, size, file) => `已将 ${countText(entries)} 个请求（${size}）写入 ${file}。`,
    notes: (count) => `对输入有 ${countText(count)} 条说明，harrier triage 会列出。`,
  },
  seal: {
    done: (keys, size, file) => `已将 ${size} 写入 ${file}，${countText(keys)} 个密钥可以打开：`,
    parts: (count, list) => `共 ${countText(count)} 个分卷；摘要见 ${list}。`,
    verified: '已读回确认：打开后内容相同。',
    expiring: (fingerprint, days) =>
      `密钥 ${fingerprint} ${days === 0 ? '今天' : `将在 ${countText(days)} 天后`}过期，请安排延期。`,
    notProven: (file) => `${file} 已写出，但打开后内容不同。`,
    notProvenNext: '请保留原件，检查磁盘，然后重新密封。',
  },
  unseal: {
    done: (size, file) => `已将 ${size} 写入 ${file}，内容未被更改。`,
    askPassword: (key) => `${key} 的密码：`,
  },
  escalate: zhCnEscalate.told,
  record: zhCnRecord.told,
  logs: zhCnLogs.told,
  trace: zhCnTrace.told,
};
