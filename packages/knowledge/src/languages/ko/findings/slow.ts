import { durationOf } from '../../../finding/place.ts';
import type { GroupWords } from '../../../words.ts';
import { request, search, searchStep } from '../phrases.ts';

export const slowFindings: GroupWords<'slow'> = {
  'slow/wait-dominates': {
    verdict: (f) => {
      const where =
        f.place === 'service'
          ? '(서비스 자체의 처리)'
          : f.place === 'before-service'
            ? '(대부분 서비스 앞단)'
            : '';
      return `${request(f)}: ${durationOf(f.timeMs)} 걸렸으며, 그중 ${durationOf(f.waitMs)} 동안 첫 바이트를 기다렸습니다${where}.${search(f)}`;
    },
    explanation: (f) => {
      if (f.place === 'not-observable')
        return '요청은 전송되었고 응답은 아직 시작되지 않은 상태였습니다. 서비스 자체의 처리 시간은 응답에 나와 있지 않습니다.';
      return f.place === 'service'
        ? `서비스가 밝힌 자체 처리 시간은 ${durationOf(f.serviceMs ?? 0)}입니다.`
        : `서비스가 밝힌 자체 처리 시간은 ${durationOf(f.serviceMs ?? 0)}뿐입니다. 나머지는 경로, 대기열 또는 게이트웨이에서 쓰였습니다.`;
    },
    nextStep: (f) =>
      f.place === 'before-service'
        ? `게이트웨이, 프록시, 네트워크 경로를 확인하십시오. ${searchStep(f)}`
        : searchStep(f),
  },
  'slow/stalled': {
    verdict: (f) =>
      `${request(f)}: 전체 ${durationOf(f.timeMs)} 가운데 ${durationOf(f.stalledMs)} 동안 전송되기 전에 브라우저에서 대기했습니다.${
        f.connectionLimit ? ` 같은 호스트로 다른 요청 ${f.concurrent}개가 실행 중이었습니다.` : ''
      }`,
    explanation: (f) =>
      f.connectionLimit
        ? 'HTTP/1.1에서 브라우저는 한 호스트에 연결을 여섯 개까지 열며, 그다음 요청은 기다려야 합니다.'
        : '브라우저가 요청을 보류했습니다. 우선순위, 프록시, 디스크 캐시 또는 컴퓨터 부하 때문입니다.',
    nextStep: (f) =>
      f.connectionLimit
        ? '동시 요청을 줄이거나 서비스에서 HTTP/2를 사용하십시오.'
        : '탭과 확장 프로그램을 줄여 다시 시도하고 프록시를 확인하십시오.',
  },
};
