import type { Words } from '../../words.ts';

export const recordErrors: Words['recordErrors'] = {
  'record/no-browser': {
    what: '기록할 수 있는 브라우저를 찾지 못했습니다.',
    next: 'Google Chrome, Microsoft Edge 또는 Chromium을 설치하거나 --browser로 프로그램을 지정하십시오. Firefox에는 확장 프로그램이 있습니다.',
  },
  'record/browser-failed': {
    what: '브라우저가 시작되지 않았거나 기록을 시작하기 전에 종료되었습니다.',
    next: '브라우저를 단독으로 실행해 표시되는 내용을 확인하십시오. 컨테이너에서는 HARRIER_BROWSER_FLAGS=--no-sandbox가 필요할 수 있습니다.',
  },
  'record/no-display': {
    what: '브라우저 창을 표시할 화면이 없습니다.',
    next: '데스크톱 세션에서 명령을 실행하거나 창 없이 기록하십시오: --headless --seconds 30',
  },
  'record/not-reachable': {
    what: '그곳에서 응답하는 브라우저가 없습니다.',
    next: '별도의 프로필 폴더(--user-data-dir)와 --remote-debugging-port=9222로 브라우저를 시작하고 그 포트를 지정하십시오.',
  },
  'record/not-local': {
    what: '이 컴퓨터의 브라우저에만 연결합니다. 중간에 있는 무엇이든 모든 자격 증명을 읽을 수 있기 때문입니다.',
    next: '먼저 ssh -L 등으로 포트를 이 컴퓨터로 가져온 뒤 로컬 포트를 지정하십시오.',
  },
  'record/keeper-ended': {
    what: '기록을 보관하는 프로세스가 파일을 쓰기 전에 종료되었습니다.',
    next: '다른 프로그램을 닫아 메모리를 확보하고 더 짧게 나누어 다시 기록하십시오.',
  },
};
