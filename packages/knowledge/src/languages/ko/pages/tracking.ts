import type { TrackingGuide } from '../../../pages/tracking/tracking-book.ts';

export const trackingGuide: TrackingGuide = {
  lead: '추적 ID는 모든 서비스를 거치는 요청 하나를 가리킵니다. 한 번 검색하면 그 요청을 처리한 모든 서비스의 로그를 얻습니다.',
  partsHeading: '구성',
  parts: [
    '접두사: ID를 적은 서비스입니다. Control Hub는 `ATLAS`이며 `CPAPI`, `OCIROUTER` 등이 있습니다. 다른 접두사도 나올 수 있습니다.',
    'UUID: 대개 브라우저 세션 하나입니다. User Hub는 요청마다 새로 만듭니다.',
    '첫 카운터: 그 세션 안의 요청입니다.',
    '이어지는 카운터: 요청을 처리하면서 서비스가 한 호출입니다.',
    '끝의 `+1`: 같은 요청을 다시 보낸 것입니다.',
  ],
  searchHeading: '검색하는 방법',
  search: [
    '가장 먼저 실패한 요청의 ID를 씁니다. 응답에 있으면 응답의 것을 씁니다.',
    'UUID와 첫 카운터로 검색합니다. 관여한 모든 서비스를 찾습니다.',
    '시간순으로 읽습니다. 첫 오류가 대개 원인이고 마지막 오류가 사용자가 본 것입니다.',
    '찾을 수 없으면 UUID만으로, 그다음 시각과 경로로 검색합니다.',
  ],
  traps: [
    '요청과 응답의 ID가 다를 수 있습니다. 둘 다 검색하십시오.',
    '프리플라이트에는 없으며, ID가 없다는 것만으로는 결함이 아닙니다.',
    '쉼표로 이어 두 번 적는 게이트웨이가 있습니다.',
    '토큰의 끝이 ID처럼 보일 수 있습니다. `_P0A1_`과 UUID는 토큰의 일부이므로 어디에도 붙여 넣지 마십시오.',
    '표기가 다양합니다: `TrackingID`, `Trackingid`, `trackingId`.',
  ],
  othersHeading: '다른 ID',
  others:
    '추적 ID가 없으면 `traceparent`, `X-Request-Id`, `X-Correlation-Id`, `CF-RAY`, `x-amzn-RequestId`를 찾으십시오. 만든 쪽에서 검색할 수 있습니다.',
};
