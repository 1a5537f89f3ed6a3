import type { ExtensionWords } from './extension-words.ts';

export const ko: ExtensionWords = {
  description:
    '브라우저가 요청에 대해 아는 모든 것과 함께 탭을 기록하고, 파일이 생기기 전에 자격 증명을 제거합니다.',
  popup: {
    record: '이 탭 기록',
    about: '이어서 문제가 되는 작업을 하십시오. 비밀번호, 토큰, 쿠키는 파일이 생기기 전에 제거됩니다.',
    bar: 'Harrier가 디버깅 중이라고 브라우저가 표시합니다. 이것이 기록입니다.',
    recording: (host) => `${host} 기록 중`,
    requests: (count) => `요청 ${count}건`,
    stop: '중지하고 보기',
    reproduce: '지금 문제가 되는 작업을 한 뒤 중지하십시오.',
    otherTab: '다른 탭을 기록하고 있습니다. 먼저 그 기록을 중지하십시오.',
    notThisPage:
      '브라우저가 확장 프로그램에 이 페이지를 허용하지 않습니다. 문제가 있는 페이지를 열고 다시 시도하십시오.',
    refused: {
      'other-debugger':
        '개발자 도구나 다른 확장 프로그램이 이 탭을 쓰고 있습니다. 닫은 뒤 다시 시도하십시오.',
      'not-this-page':
        '브라우저가 확장 프로그램의 이 페이지 기록을 허용하지 않습니다. 문제가 있는 페이지를 열고 다시 시도하십시오.',
    },
    private: '직접 보내지 않는 한 아무것도 이 브라우저를 떠나지 않습니다.',
    allow: '방문하는 페이지를 Harrier가 볼 수 있는지 Firefox가 묻습니다. Harrier는 기록하는 탭만 봅니다.',
  },
  done: {
    title: (host) => `${host} 기록`,
    opening: '기록을 여는 중…',
    looking: '무엇이 실패했는지 찾는 중…',
    next: '다음 단계',
    searchFor: '검색할 추적 ID',
    copy: '복사',
    copied: '복사됨',
    gone: '이 기록은 더 이상 없습니다.',
    goneNext:
      '기록은 페이지의 메모리에만 있습니다. 다시 기록하고, 페이지를 닫거나 새로 고치기 전에 정리된 캡처를 저장하십시오.',
    missing: '이 기록이 보여 줄 수 없는 것',
    missingPart: {
      phases: '이름 조회, 연결, TLS에 걸린 시간',
      initiators: '요청을 보낸 스크립트',
      messages: 'WebSocket과 이벤트 스트림의 메시지',
      reasons: '브라우저가 무언가를 차단한 이유와 콘솔 오류',
      'other-tabs': '다른 탭과 페이지가 연 창',
      'cached-bodies': '캐시나 서비스 워커에서 온 본문',
      'bodies-over-limit': '처음 300MB를 넘는 본문과 매우 큰 본문',
    },
  },
  send: {
    title: '케이스로 보내기',
    about: '지원팀에서 받은 업로드 링크를 사용합니다. 정리된 캡처만 전송됩니다.',
    label: '업로드 링크',
    send: '정리된 캡처 보내기',
    sending: '보내는 중…',
    sent: (place, caseNumber) => `${place}, 케이스 ${caseNumber}(으)로 보냈습니다.`,
    notALink: '업로드 링크가 아닙니다. https://…/#upload=… 형식입니다.',
    notAllowed: '그 서버에 연결하도록 허용되지 않아 아무것도 보내지 않았습니다.',
    gone: '만료된 링크입니다. 새 링크를 요청하십시오.',
    failed: '서버가 파일을 받지 않았습니다. 저장한 뒤 케이스에 첨부하십시오.',
  },
};
