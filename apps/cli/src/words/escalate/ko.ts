import type { EscalateWords } from './escalate-words.ts';

export const koEscalate: EscalateWords = {
  usage: {
    'bad-answers': ({ path, pointer, expected }) =>
      `답변 파일 ${path}이(가) 올바르지 않습니다. ${pointer || '/'}에는 ${expected}이(가) 있어야 합니다.`,
    'bad-log-records': ({ path, place, expected }) =>
      `${path}은(는) harrier logs search --json의 출력이 아닙니다. 레코드 ${place}에는 ${expected}이(가) 있어야 합니다.`,
    'bad-picture': ({ path, expected }) =>
      `${path}은(는) 첨부할 수 있는 온전한 이미지나 녹화가 아닙니다. 필요한 형식: ${expected}.`,
    'not-of-case': ({ path, case: number }) =>
      `케이스 ${number}에 자동 처리가 ${path}을(를) 받아들였다는 메모가 없습니다. 그 케이스의 원본 또는 정리된 파일을 지정하거나 --case를 빼십시오.`,
  },
  command: {
    escalate: {
      summary: '엔지니어링에 넘길 패키지와 아직 부족한 것',
      about:
        'zip 하나를 씁니다. 자격 증명을 제거한 실패한 요청, 그 추적 ID의 로그 레코드, 타임라인, 재현 절차, 요약이 들어 있습니다. 언제나 쓰며, 준비된 것인지 초안인지와 무엇이 부족한지 알려 줍니다. --require-ready를 쓰면 초안일 때 종료 코드 1로 끝납니다. 입력이 같으면 바이트도 같습니다.',
    },
  },
  option: {
    logs: 'harrier logs search --json의 출력. 여러 번 지정할 수 있음',
    answers: '그 밖에 아는 것: error, trackingIds, seen, at, needed, steps, environment 등이 든 JSON',
    attach:
      '스크린샷(PNG, JPEG) 또는 화면 녹화(WebM, MP4). 메타데이터는 제거함. 여러 번 지정할 수 있음. record에서는 원격 디버깅으로 실행 중인 브라우저의 포트 또는 ws:// 주소',
    target: '붙여 넣을 글도 작성: bems, jira, github. 기본값은 generic',
    'require-ready': '패키지가 초안이면 종료 코드 1',
    case: '캡처가 나온 서버 케이스의 번호 또는 ID. 감사 로그의 위치를 함께 넣음. send에서는 접수처의 케이스 번호',
  },
  told: { done: (size, file) => `${file}에 ${size}를 썼습니다.` },
};
