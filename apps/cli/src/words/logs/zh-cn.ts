import { countText } from '../../format/quantity.ts';
import type { LogsWords } from './logs-words.ts';

const records = (count: number) => `${countText(count)} 条记录`;
const files = (count: number) => `${countText(count)} 个文件`;

export const zhCnLogs: LogsWords = {
  usage: {
    'not-an-id': ({ given }) => `${given} 中没有跟踪 ID：请给出 ID、其 UUID 或前八位。`,
    'not-a-moment': ({ option, given }) => `${option}：${given} 不是时间；请写成 2026-01-12T06:00:00Z。`,
    'not-a-field': ({ given }) => `--field：${given} 不是“名称=值”的形式。`,
    'not-a-number': ({ option, given }) => `${option}：${given} 不是数字。`,
    'unknown-format': ({ given, meant }) =>
      `没有日志格式 ${given}。${meant === undefined ? '' : `您是否想用 ${meant}？`}`,
    'not-a-zone': ({ given }) => `--zone：${given} 不是时区；请写成 UTC、+02:00 或 Europe/Berlin。`,
    'no-words': () => '没有可搜索的词：需要字母或数字。',
    'no-source': () => '无法判断请求属于哪个来源：请给出 --host 或 --source，或使用 --scope global。',
  },
  command: {
    'logs import': {
      summary: '把日志导入存储，每条记录只存一次',
      about:
        '读取文件、文件夹、压缩包和标准输入。凭据在导入时即被遮盖。中断的导入再次运行时会从停下的地方继续。',
    },
    'logs search': {
      summary: '所有服务就某个跟踪 ID 记录的内容',
      about: '接受任意写法的 ID、单独的 UUID、其前八位，或包含 ID 的粘贴行。记录按时间顺序排列。',
    },
    'logs grep': {
      summary: '包含全部词语的记录',
      about: '不区分大小写；record* 查找以此开头的词。',
    },
    'logs sources': {
      summary: '已存储的内容，按来源和区域',
      about: '列出存储以及来源定义文件中的来源。',
    },
    'logs follow': {
      summary: '持续把增长中的日志导入存储',
      about: '先读已有内容，再读追加内容，能跟随轮转和截断。按 Ctrl-C 结束。',
    },
  },
  option: {
    store: 'sqlite:<路径> 或 clickhouse://<主机>:<端口>/<数据库>；默认是您自己的文件',
    source: '来源名称：导入到哪里，或搜索什么（多个用逗号分隔）',
    sources: '描述来源（主机、区域、外部存储）的文件',
    region: '记录所属区域',
    scope: 'source（请求所属的来源）或 global（全部）',
    host: '请求的主机，用于确定来源',
    level: 'call、request（默认）或 session',
    since: '仅此时刻及之后，例如 2026-01-12T06:00:00Z',
    until: '仅此时刻之前',
    around: '仅此时刻前后五分钟',
    service: '仅此服务（多个用逗号分隔）',
    severity: '仅此严重级别及以上：trace、debug、info、warn、error 或 fatal',
    field: '仅此命名值完全相同的记录，例如 thread=exec-3；可重复',
    status: '仅此 HTTP 状态，或范围：500-599',
    limit: '最多多少条记录，从最早的算起',
    as: 'text、jsonl 或 otlp；用于 trace 时为 mermaid、svg、otlp 或 jaeger',
    explain: '只说明每行如何读取，不存储',
    zone: '没有时区的时间所用的时区，例如 Europe/Berlin',
    'keep-credentials': '原样存储凭据',
  },
  told: {
    imported: (read, added, count) =>
      `从${files(count)}读取了${records(read)}，其中 ${countText(added)} 条是新的。`,
    stopped: (added) => `已停止；已存储${records(added)}。再次运行即可继续。`,
    following: (count) => `正在跟踪${files(count)}。按 Ctrl-C 结束。`,
    none: '没有找到任何内容。',
    found: (count) => `${records(count)}。`,
    partial: (name, reason) => `结果不完整：${name} ${reason}。`,
    reason: { unreachable: '无法连接', slow: '未及时响应', refused: '拒绝了请求', failed: '返回了错误' },
    nameless: '存储的一部分',
    otherIds: (ids) => `您给出的内容中还有：${ids}`,
    note: {
      cut: (name) => `${name} 已损坏或提前结束；之前的内容已读取。`,
      packed: (name) => `${name} 采用了此处不支持的压缩方式。`,
      binary: (name) => `${name} 不是日志。`,
      limit: (name) => `${name} 超出解压上限；其余部分已省略。`,
      link: (name) => `${name} 是链接，已跳过。`,
      unreadable: (name) => `${name} 无法读取。`,
      'line-cut': (name) => `${name} 含有超过上限的行，已分段。`,
      'record-cut': (name) => `${name} 含有超过上限的记录，已分段。`,
      rotated: (name) => `${name} 已轮转；改读新文件。`,
      truncated: (name) => `${name} 已被截断；从头读取。`,
    },
    formatNote: {
      'layouts-assumed': (place) => `${place} 未说明时间的写法；将尝试常用的写法。`,
      unsupported: (place) => `${place} 未采用。`,
    },
    heads: {
      name: '来源',
      region: '区域',
      kind: '类型',
      records: '记录',
      first: '最早（UTC）',
      last: '最晚（UTC）',
    },
    noSources: '存储是空的。',
    fits: (format, pattern) => `${format}，模式 ${pattern}`,
    goesOn: (why) => `接续上方的记录；单看此行：${why}`,
    fitsNone: (format, character, expected) =>
      `文本；最接近的是 ${format}，它在第 ${character} 个字符处期望 ${expected}`,
  },
};
