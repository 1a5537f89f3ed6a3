import type { Words } from '../../words.ts';

export const exceptionRefusals: Words['exceptionRefusals'] = {
  'exception/not-allowed': {
    what: '현재 역할로는 이 단계를 진행할 수 없습니다.',
    next: '필요한 역할이 있는 사람에게 요청하십시오.',
  },
  'exception/same-person': {
    what: '요청자, 승인자, 키 소유자는 서로 다른 세 사람이어야 합니다.',
    next: '이 단계는 다른 사람에게 맡기십시오.',
  },
  'exception/wrong-state': {
    what: '예외가 지금 이 단계에 있지 않습니다.',
    next: '페이지를 다시 불러와 현재 상태를 확인하십시오.',
  },
  'exception/too-late': { what: '이 단계의 기한이 지났습니다.', next: '새로 요청하십시오.' },
  'exception/reason-too-short': {
    what: '이유가 너무 짧습니다. 1년 뒤에 읽는 사람도 이해할 수 있어야 합니다.',
    next: '무엇을 찾는지, 정리된 파일로는 왜 부족한지 적으십시오.',
  },
  'exception/empty-scope': {
    what: '요청에 대상이 없습니다.',
    next: '값 또는 캡처의 요청을 하나 이상 지정하십시오.',
  },
  'exception/narrower-first': {
    what: '파일 전체는 개별 값으로 부족했을 때에만 제공됩니다.',
    next: '먼저 필요한 값이나 요청을 신청하십시오.',
  },
  'exception/consent-awaited': {
    what: '고객이 아직 동의하지 않았습니다.',
    next: '답변을 기다리거나 고객에게 다시 알리십시오.',
  },
  'exception/wrong-recipient': {
    what: '공개 자료가 요청자만을 위해 암호화되지 않았습니다.',
    next: '요청에 포함된 키로 다시 만드십시오.',
  },
  'exception/wrong-token': {
    what: '이 링크로는 아무것도 열 수 없습니다.',
    next: '예외를 열어 새 링크를 받으십시오.',
  },
  'exception/other-session': {
    what: '다른 세션의 링크입니다.',
    next: '링크를 받은 브라우저 세션에서 사용하십시오.',
  },
  'exception/used': {
    what: '공개 자료를 이미 받았습니다. 한 번만 받을 수 있습니다.',
    next: '다시 필요하면 새로 요청하십시오.',
  },
  'exception/not-found': { what: '그런 예외는 없습니다.', next: '번호를 확인하십시오.' },
  'exception/conflict': {
    what: '다른 사람이 먼저 처리했습니다.',
    next: '페이지를 다시 불러와 결과를 확인하십시오.',
  },
  'exception/not-sealed': {
    what: '이 첨부 파일에는 봉인된 원본이 없습니다.',
    next: '첨부 파일이 어떻게 처리되었는지 확인하십시오. 요청할 대상이 없을 수 있습니다.',
  },
  'exception/no-values': {
    what: '이 파일에는 개별 값 목록이 봉인되어 있지 않습니다.',
    next: '파일 전체를 요청하고, 무엇이 필요한지 이유에 적으십시오.',
  },
  'exception/bad-key': {
    what: '전달할 내용을 암호화할 수 있는 공개 키 하나가 아닙니다.',
    next: 'gpg --armor --export로 본인의 OpenPGP 공개 키를 내보내 지정하십시오.',
  },
};
