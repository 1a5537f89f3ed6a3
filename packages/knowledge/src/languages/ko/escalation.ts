import type { EscalationWords } from '../../escalation/escalation-words.ts';
import { quote } from './phrases.ts';

const count = (value: number) => value.toLocaleString('ko');

export const escalation: EscalationWords = {
  title: '에스컬레이션',
  state: {
    ready: '준비됨: 모든 질문에 근거와 함께 답했습니다.',
    draft: '초안: 빠진 답이 있습니다.',
  },
  question: {
    error: '어떤 오류가 보입니까?',
    'tracking-ids': '어떤 추적 ID가 보입니까?',
    'logs-searched': '추적 ID를 로그에서 검색했습니까?',
    'logs-seen': '로그에 무엇이 보입니까?',
    time: '언제 발생했습니까?',
    needed: '에스컬레이션이 꼭 필요합니까?',
  },
  lack: {
    'no-error': () => ({
      what: '캡처에 실패한 요청이 없습니다.',
      next: '오류가 나타나는 동안 다시 캡처하거나, 오류를 보여 주는 항목을 답변 파일의 "error"에 적으십시오.',
    }),
    'no-such-entry': ({ entry, entries }) => ({
      what: `답변 파일은 항목 ${entry}을(를) 가리키지만 캡처의 항목은 ${entries}개입니다.`,
      next: 'harrier table에 나오는 번호를 쓰십시오.',
    }),
    'no-id': () => ({
      what: '오류에 해당하는 추적 ID가 없습니다.',
      next: '오류 메시지나 응답 헤더에서 ID를 찾아 답변 파일의 "trackingIds"에 적으십시오.',
    }),
    'id-not-in-capture': ({ id }) => ({
      what: `${id}은(는) 캡처에 없습니다.`,
      next: 'ID를 확인하거나 그 ID가 나온 캡처를 첨부하십시오.',
    }),
    'not-searched': ({ id }) => ({
      what: '로그를 검색하지 않았습니다.',
      next:
        id === undefined
          ? '추적 ID를 알게 되면 그 ID로 harrier logs search --json을 실행하고 그 출력을 --logs로 지정하십시오.'
          : `harrier logs search --json ${id} 을(를) 실행하고 그 출력을 --logs로 지정하십시오.`,
    }),
    'no-records': ({ id }) => ({
      what:
        id === undefined ? '로그 레코드를 찾지 못했습니다.' : `${id}이(가) 들어 있는 로그 레코드가 없습니다.`,
      next: '모든 소스와 리전에서 검색하십시오. 로그에 정말 아무것도 없으면 어디를 찾아보았는지 답변 파일의 "logsWithoutRecords"에 적으십시오.',
    }),
    'nothing-seen': () => ({
      what: '오류를 알리는 로그 레코드가 없습니다.',
      next: '로그 레코드에서 알 수 있는 것을 답변 파일의 "seen"에 적으십시오.',
    }),
    'no-time': () => ({
      what: '언제 발생했는지 알 수 없습니다.',
      next: '2026-01-15T09:30:00+01:00처럼 시간대가 붙은 시각을 답변 파일의 "at"에 적으십시오.',
    }),
    'time-without-zone': ({ time }) => ({
      what: `${time}은(는) 시간대가 붙은 시각이 아닙니다.`,
      next: '2026-01-15T09:30:00+01:00처럼 날짜, 시각, 시간대를 적으십시오.',
    }),
    'time-outside': ({ time, from, until }) => ({
      what: `${time}은(는) 캡처 기간(${from} ~ ${until})을 벗어납니다.`,
      next: '시각을 고치거나 그 시각의 캡처를 첨부하십시오.',
    }),
    solvable: ({ fixer, how }) => ({
      what: `에스컬레이션 없이 해결할 수 있습니다. 조치할 수 있는 쪽: ${fixer}.`,
      next: `${how} 조치했는데도 해결되지 않았다면 답변 파일의 "needed"에 적으십시오.`,
    }),
    'no-reason': () => ({
      what: '엔지니어링이 조치해야 한다는 근거가 없습니다.',
      next: '지원팀이 해결할 수 없는 이유를 답변 파일의 "needed"에 적으십시오.',
    }),
  },
  section: {
    questions: '질문',
    findings: '진단 결과',
    errors: '실패한 요청',
    'tracking-ids': '추적 ID',
    'log-records': '로그 레코드',
    timeline: '타임라인',
    flow: '서비스를 거친 경로',
    steps: '재현 절차',
    environment: '환경',
    pictures: '스크린샷과 화면 녹화',
    redactions: '제거한 것',
    files: '파일',
  },
  original: '원본 캡처',
  evidence: '근거',
  missing: '부족한 것',
  next: '다음 할 일',
  none: '없음.',
  whoCanFix: '해결할 수 있는 사람',
  labelled: (label) => `${label}: `,
  utc: '모든 시각은 UTC입니다.',
  records: (value) => `로그 레코드 ${count(value)}개`,
  leftOut: (entries) => `${count(entries)}개 항목은 넣지 않았습니다. 가장 중요한 항목부터 담았습니다.`,
  step: {
    open: (url) => `${url} 열기`,
    send: (method, url) => `${method} ${url} 요청이 전송되는 작업 수행`,
    submit: (url) => `${url}(으)로 가는 양식 제출`,
    use: (handler, method, url) => `${handler} 함수를 실행하는 컨트롤 사용: ${method} ${url} 요청이 전송됨`,
    click: (name, role) => `${name === '' ? role : `${quote(name)}(${role})`} 클릭`,
    key: (key) => `${key} 키 누르기`,
    form: (name) => (name === '' ? '양식 제출' : `${quote(name)} 양식 제출`),
    observe: (result) => `결과 확인: ${result}`,
  },
  environment: { browser: '브라우저', recorder: '기록 도구', 'user-agent': 'User-Agent', hosts: '호스트' },
  noPicture: '첨부된 스크린샷이 없습니다. 엔지니어링에서 요청하는 자료입니다.',
  picturesUnread:
    '스크린샷과 화면 녹화의 메타데이터는 제거했습니다. 화면에 보이는 내용에 자격 증명이 있는지는 확인하지 않았습니다.',
  redacted: (credentials, places) =>
    `자격 증명 ${count(credentials)}개를 ${count(places)}곳에서 제거하고 각각 가명으로 바꾸었습니다.`,
  audit: (head, time) => `이 캡처의 처리를 마쳤을 때 서버의 감사 로그는 ${head}였습니다(${time}).`,
};
