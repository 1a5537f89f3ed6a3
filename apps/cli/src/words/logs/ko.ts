import { countText } from '../../format/quantity.ts';
import type { LogsWords } from './logs-words.ts';

const records = (count: number) => `레코드 ${countText(count)}개`;
const files = (count: number) => `파일 ${countText(count)}개`;

export const koLogs: LogsWords = {
  usage: {
    'not-an-id': ({ given }) => `${given}에 추적 ID가 없습니다. ID, UUID 또는 그 앞 8자리를 지정하십시오.`,
    'not-a-moment': ({ option, given }) =>
      `${option}: ${given}은(는) 시각이 아닙니다. 2026-01-12T06:00:00Z처럼 쓰십시오.`,
    'not-a-field': ({ given }) => `--field: ${given}은(는) 이름=값 형식이 아닙니다.`,
    'not-a-number': ({ option, given }) => `${option}: ${given}은(는) 숫자가 아닙니다.`,
    'unknown-format': ({ given, meant }) =>
      `${given} 로그 형식은 없습니다.${meant === undefined ? '' : ` 혹시 ${meant}인가요?`}`,
    'not-a-zone': ({ given }) =>
      `--zone: ${given}은(는) 시간대가 아닙니다. UTC, +02:00, Europe/Berlin처럼 쓰십시오.`,
    'no-words': () => '검색할 단어가 없습니다. 글자나 숫자가 필요합니다.',
    'no-source': () =>
      '요청이 어느 소스에 속하는지 알 수 없습니다. --host나 --source를 지정하거나 --scope global을 쓰십시오.',
  },
  command: {
    'logs import': {
      summary: '로그를 저장소로 가져오기(레코드마다 한 번)',
      about:
        '파일, 폴더, 압축 파일, 표준 입력을 읽습니다. 자격 증명은 들어올 때 가려집니다. 중단된 가져오기는 다시 실행하면 이어집니다.',
    },
    'logs search': {
      summary: '추적 ID에 대해 모든 서비스가 남긴 기록',
      about:
        '어떤 표기의 ID, UUID만, 그 앞 8자리, ID가 들어 있는 붙여 넣은 줄을 모두 받습니다. 레코드는 시간순으로 나옵니다.',
    },
    'logs grep': {
      summary: '모든 단어가 들어 있는 레코드',
      about: '대소문자를 구분하지 않습니다. record*는 그렇게 시작하는 것을 찾습니다.',
    },
    'logs sources': {
      summary: '저장된 내용(소스와 리전별)',
      about: '저장소와 소스 정의 파일에 있는 소스를 나열합니다.',
    },
    'logs follow': {
      summary: '늘어나는 로그를 저장소로 가져오기',
      about:
        '이미 있는 내용을 읽은 뒤 추가되는 내용을 읽습니다. 교체와 잘림도 따라갑니다. Ctrl-C로 끝냅니다.',
    },
  },
  option: {
    store: 'sqlite:<경로> 또는 clickhouse://<호스트>:<포트>/<데이터베이스>. 기본값은 사용자 파일',
    source: '소스 이름: 가져올 곳 또는 검색 대상(쉼표로 여럿)',
    sources: '소스(호스트, 리전, 외부 저장소)를 설명하는 파일',
    region: '레코드의 리전',
    scope: 'source(요청이 속한 소스) 또는 global(전체)',
    host: '요청의 호스트. 소스를 찾는 데 씀',
    level: 'call, request(기본값) 또는 session',
    since: '이 시각부터만. 예: 2026-01-12T06:00:00Z',
    until: '이 시각 전까지만',
    around: '이 시각의 앞뒤 5분만',
    service: '이 서비스만(쉼표로 여럿)',
    severity: '이 심각도 이상만: trace, debug, info, warn, error, fatal',
    field: '이 이름의 값이 정확히 일치하는 것만, 예: thread=exec-3 (반복 가능)',
    status: '이 HTTP 상태만, 또는 범위: 500-599',
    limit: '처음부터 최대 레코드 수',
    as: 'text, jsonl 또는 otlp. trace에서는 mermaid, svg, otlp 또는 jaeger',
    explain: '각 줄을 어떻게 읽는지만 말하고 저장하지 않음',
    zone: '시간대가 없는 시각의 시간대. 예: Europe/Berlin',
    'keep-credentials': '자격 증명을 그대로 저장',
  },
  told: {
    imported: (read, added, count) =>
      `${files(count)}에서 ${records(read)}를 읽었고 그중 ${countText(added)}개가 새로 추가되었습니다.`,
    stopped: (added) => `멈췄습니다. ${records(added)}를 저장했습니다. 다시 실행하면 이어집니다.`,
    following: (count) => `${files(count)}를 따라갑니다. Ctrl-C로 끝냅니다.`,
    none: '찾은 것이 없습니다.',
    found: (count) => `${records(count)}.`,
    partial: (name, reason) => `결과가 완전하지 않습니다: ${name} ${reason}.`,
    reason: {
      unreachable: '연결할 수 없음',
      slow: '제때 응답하지 않음',
      refused: '거부함',
      failed: '오류로 응답함',
    },
    nameless: '저장소 일부',
    otherIds: (ids) => `입력에 있는 다른 ID: ${ids}`,
    note: {
      cut: (name) => `${name}: 손상되었거나 일찍 끝납니다. 그 앞까지 읽었습니다.`,
      packed: (name) => `${name}: 여기서 읽지 못하는 방식으로 압축되었습니다.`,
      binary: (name) => `${name}: 로그가 아닙니다.`,
      limit: (name) => `${name}: 압축 해제 한도를 넘었습니다. 나머지는 뺐습니다.`,
      link: (name) => `${name}: 링크라서 건너뛰었습니다.`,
      unreadable: (name) => `${name}: 읽을 수 없습니다.`,
      'line-cut': (name) => `${name}: 한도보다 긴 줄이 있어 나누었습니다.`,
      'record-cut': (name) => `${name}: 한도보다 긴 레코드가 있어 나누었습니다.`,
      rotated: (name) => `${name}: 교체되었습니다. 새 파일을 읽습니다.`,
      truncated: (name) => `${name}: 잘렸습니다. 처음부터 읽습니다.`,
    },
    formatNote: {
      'layouts-assumed': (place) => `${place}: 시간 표기가 없어 일반적인 표기를 시도합니다.`,
      unsupported: (place) => `${place}: 가져오지 않습니다.`,
    },
    heads: {
      name: '소스',
      region: '리전',
      kind: '종류',
      records: '레코드',
      first: '처음 (UTC)',
      last: '마지막 (UTC)',
    },
    noSources: '저장소가 비어 있습니다.',
    fits: (format, pattern) => `${format}, 패턴 ${pattern}`,
    goesOn: (why) => `위 레코드에 이어짐. 이 줄만 보면: ${why}`,
    fitsNone: (format, character, expected) =>
      `텍스트. 가장 가까운 ${format}은(는) ${character}번째 글자에서 ${expected}을(를) 기대했습니다`,
  },
};
