import type { TermWords } from '../../words.ts';

export const terms: TermWords = {
  severity: { error: '错误', warning: '警告', info: '信息' },
  class: { proven: '确定', strong: '极有可能', hint: '线索' },
  evidenceRole: { cause: '原因', symptom: '症状', context: '背景' },
  fixer: {
    'customer-network': '客户的网络',
    'customer-administrator': '客户的管理员',
    browser: '浏览器的使用者',
    'service-team': '服务团队',
    'third-party': '第三方',
    recorder: '抓包的人',
    nobody: '无需处理',
  },
  namedThirdParty: (name) => `第三方（${name}）`,
  phase: {
    queueing: '排队',
    stalled: '停滞',
    proxy: '代理协商',
    dns: 'DNS 查询',
    connect: '初始连接',
    ssl: 'TLS (SSL)',
    serviceWorkerStartup: 'ServiceWorker 启动',
    serviceWorkerRespondWith: 'ServiceWorker respondWith',
    serviceWorkerRequest: '向 ServiceWorker 请求',
    send: '发送请求',
    wait: '等待 (TTFB)',
    receive: '内容下载',
    unaccounted: '未归类',
  },
  searchReason: {
    failed: '失败的请求',
    slow: '缓慢的请求',
    session: '没有失败的会话',
  },
  evidence: {
    'response-bodies': '响应的内容',
    'request-credentials': '请求的凭据',
    'network-errors': '浏览器的网络错误',
    timings: '各阶段的时间',
  },
};
