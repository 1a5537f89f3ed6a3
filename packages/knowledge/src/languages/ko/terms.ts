import type { TermWords } from '../../words.ts';

export const terms: TermWords = {
  severity: { error: '오류', warning: '경고', info: '정보' },
  class: { proven: '확실', strong: '매우 유력', hint: '단서' },
  evidenceRole: { cause: '원인', symptom: '증상', context: '배경' },
  fixer: {
    'customer-network': '고객의 네트워크',
    'customer-administrator': '고객의 관리자',
    browser: '브라우저 사용자',
    'service-team': '서비스 팀',
    'third-party': '제3자',
    recorder: '캡처를 기록한 사람',
    nobody: '조치 불필요',
  },
  namedThirdParty: (name) => `제3자(${name})`,
  phase: {
    queueing: '대기열',
    stalled: '정체됨',
    proxy: '프록시 협상',
    dns: 'DNS 조회',
    connect: '초기 연결',
    ssl: 'TLS (SSL)',
    serviceWorkerStartup: 'ServiceWorker 시작',
    serviceWorkerRespondWith: 'ServiceWorker respondWith',
    serviceWorkerRequest: 'ServiceWorker에 요청',
    send: '요청 전송',
    wait: '대기 (TTFB)',
    receive: '콘텐츠 다운로드',
    unaccounted: '미분류',
  },
  searchReason: {
    failed: '실패한 요청',
    slow: '느린 요청',
    session: '실패가 없었던 세션',
  },
  evidence: {
    'response-bodies': '응답 내용',
    'request-credentials': '요청의 자격 증명',
    'network-errors': '브라우저의 네트워크 오류',
    timings: '단계별 시간',
  },
};
