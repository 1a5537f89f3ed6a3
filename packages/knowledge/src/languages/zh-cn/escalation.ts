import type { EscalationWords } from '../../escalation/escalation-words.ts';
import { quote } from './phrases.ts';

const count = (value: number) => value.toLocaleString('zh-CN');

export const escalation: EscalationWords = {
  title: '上报',
  state: {
    ready: '已就绪：每个问题都有答案和证据。',
    draft: '草稿：还缺少答案。',
  },
  question: {
    error: '您看到什么错误？',
    'tracking-ids': '您看到哪些跟踪 ID？',
    'logs-searched': '是否已在日志中搜索跟踪 ID？',
    'logs-seen': '日志中看到什么？',
    time: '什么时候发生的？',
    needed: '是否真的需要上报？',
  },
  lack: {
    'no-error': () => ({
      what: '抓包中没有失败的请求。',
      next: '请在错误出现时重新抓包，或在答案文件的 "error" 中指明显示错误的条目。',
    }),
    'no-such-entry': ({ entry, entries }) => ({
      what: `答案文件指向条目 ${entry}，但抓包只有 ${entries} 个条目。`,
      next: '请使用 harrier table 显示的序号。',
    }),
    'no-id': () => ({
      what: '没有与该错误对应的跟踪 ID。',
      next: '请在错误消息或响应头中查找 ID，并写入答案文件的 "trackingIds"。',
    }),
    'id-not-in-capture': ({ id }) => ({
      what: `抓包中没有 ${id}。`,
      next: '请核对该 ID，或附上它所在的抓包。',
    }),
    'not-searched': ({ id }) => ({
      what: '尚未搜索日志。',
      next:
        id === undefined
          ? '得知跟踪 ID 后，请用它运行 harrier logs search --json，并用 --logs 给出其输出。'
          : `请运行 harrier logs search --json ${id}，并用 --logs 给出其输出。`,
    }),
    'no-records': ({ id }) => ({
      what: id === undefined ? '没有找到日志记录。' : `没有日志记录带有 ${id}。`,
      next: '请搜索所有来源和区域。如果日志中确实没有，请在答案文件的 "logsWithoutRecords" 中说明查过哪里。',
    }),
    'nothing-seen': () => ({
      what: '没有日志记录表明出错。',
      next: '请在答案文件的 "seen" 中说明日志记录显示了什么。',
    }),
    'no-time': () => ({
      what: '不知道发生的时间。',
      next: '请在答案文件的 "at" 中写明带时区的时间，例如 2026-01-15T09:30:00+01:00。',
    }),
    'time-without-zone': ({ time }) => ({
      what: `${time} 不是带时区的时间。`,
      next: '请写明日期、时间和时区，例如 2026-01-15T09:30:00+01:00。',
    }),
    'time-outside': ({ time, from, until }) => ({
      what: `${time} 不在抓包的时间范围内（${from} 至 ${until}）。`,
      next: '请更正时间，或附上该时间的抓包。',
    }),
    solvable: ({ fixer, how }) => ({
      what: `无需上报即可解决，可以处理的是：${fixer}。`,
      next: `${how}如果已经处理但没有效果，请在答案文件的 "needed" 中说明。`,
    }),
    'no-reason': () => ({
      what: '没有证据表明需要工程团队处理。',
      next: '请在答案文件的 "needed" 中说明支持团队为何无法解决。',
    }),
  },
  section: {
    questions: '问题',
    findings: '诊断结论',
    errors: '失败的请求',
    'tracking-ids': '跟踪 ID',
    'log-records': '日志记录',
    timeline: '时间线',
    flow: '经过各服务的路径',
    steps: '重现步骤',
    environment: '环境',
    pictures: '屏幕截图和录屏',
    redactions: '已移除的内容',
    files: '文件',
  },
  original: '原始抓包',
  evidence: '证据',
  missing: '缺少',
  next: '下一步',
  none: '无。',
  whoCanFix: '谁能解决',
  labelled: (label) => `${label}：`,
  utc: '所有时间均为 UTC。',
  records: (value) => `${count(value)} 条日志记录`,
  leftOut: (entries) => `另有 ${count(entries)} 个条目未收入，这里只收最能说明问题的条目。`,
  step: {
    open: (url) => `打开 ${url}`,
    send: (method, url) => `执行会发送 ${method} ${url} 的操作`,
    submit: (url) => `提交发往 ${url} 的表单`,
    use: (handler, method, url) => `使用会运行 ${handler} 的控件：它发送 ${method} ${url}`,
    click: (name, role) => (name === '' ? `点击 ${role}` : `点击${quote(name)}（${role}）`),
    key: (key) => `按 ${key} 键`,
    form: (name) => (name === '' ? '提交表单' : `提交表单${quote(name)}`),
    observe: (result) => `观察结果：${result}`,
  },
  environment: { browser: '浏览器', recorder: '记录工具', 'user-agent': 'User-Agent', hosts: '主机' },
  noPicture: '没有附上屏幕截图。工程团队会要求提供。',
  picturesUnread: '屏幕截图和录屏的元数据已移除；画面中显示的内容是否含有凭据，没有检查。',
  redacted: (credentials, places) =>
    `已从 ${count(places)} 处移除 ${count(credentials)} 个凭据，各以假名代替。`,
  audit: (head, time) => `服务器处理完此抓包时，其审计日志位于 ${head}（${time}）。`,
};
