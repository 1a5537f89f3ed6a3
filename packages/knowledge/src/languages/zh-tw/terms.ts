import type { TermWords } from '../../words.ts';

export const terms: TermWords = {
  severity: { error: '錯誤', warning: '警告', info: '資訊' },
  class: { proven: '確定', strong: '極有可能', hint: '線索' },
  evidenceRole: { cause: '原因', symptom: '症狀', context: '背景' },
  fixer: {
    'customer-network': '客戶的網路',
    'customer-administrator': '客戶的管理員',
    browser: '瀏覽器的使用者',
    'service-team': '服務團隊',
    'third-party': '第三方',
    recorder: '製作擷取檔的人',
    nobody: '不需處理',
  },
  namedThirdParty: (name) => `第三方（${name}）`,
  phase: {
    queueing: '排入佇列',
    stalled: '停滯',
    proxy: 'Proxy 協商',
    dns: 'DNS 查詢',
    connect: '初始連線',
    ssl: 'TLS (SSL)',
    serviceWorkerStartup: 'ServiceWorker 啟動',
    serviceWorkerRespondWith: 'ServiceWorker respondWith',
    serviceWorkerRequest: '向 ServiceWorker 要求',
    send: '送出要求',
    wait: '等候 (TTFB)',
    receive: '下載內容',
    unaccounted: '未歸類',
  },
  searchReason: {
    failed: '失敗的要求',
    slow: '緩慢的要求',
    session: '沒有失敗的工作階段',
  },
  evidence: {
    'response-bodies': '回應的內容',
    'request-credentials': '要求的認證資料',
    'network-errors': '瀏覽器的網路錯誤',
    timings: '各階段的時間',
  },
};
