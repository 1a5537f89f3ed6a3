import type { HeaderPitfalls } from '../../../pages/header/header-pitfalls.ts';

export const headerPitfalls: HeaderPitfalls = {
  ':authority':
    'HTTP/2 캡처에서는 일반 필드와 함께 나옵니다. 요청을 다시 보내는 도구는 이것을 `Host`로 바꿔야 합니다.',
  ':path': '쿼리를 포함하므로 거기에 있는 비밀 값도 담깁니다.',
  accept: 'API가 JSON 대신 HTML로 응답하면 여기가 `*/*`인 경우가 많습니다.',
  'accept-encoding': '브라우저가 스스로 보냅니다. 압축을 풀지 못하는 도구에 옮기면 본문이 깨져 보입니다.',
  'access-control-allow-credentials': '소문자 `true`만 인정됩니다.',
  'access-control-allow-headers':
    '`*`에는 `Authorization`이 포함되지 않으며 자격 증명을 보내면 아무 효력이 없습니다.',
  'access-control-allow-methods': '대소문자를 구별합니다. `patch`는 `PATCH`를 허용하지 않습니다.',
  'access-control-allow-origin':
    '출처 하나 또는 `*`만 쓸 수 있고 목록은 안 됩니다. 서비스와 게이트웨이가 둘 다 붙이면 두 값이 되어 무효입니다.',
  'access-control-expose-headers':
    '이것이 없으면 캡처에는 보여도 페이지가 다른 출처의 `TrackingID`나 `Retry-After`를 읽지 못합니다.',
  'access-control-max-age':
    '브라우저에 상한이 있습니다(Chrome은 2시간). 없으면 프리플라이트를 5초만 기억합니다.',
  age: '0보다 크면 캐시가 응답한 것입니다. 서비스 로그에는 이 요청이 없습니다.',
  'alt-svc': 'HTTP/3에는 UDP 포트 443이 필요합니다. 방화벽이 버리면 바로 다음 요청이 느려질 수 있습니다.',
  authorization:
    '이것을 가진 사람은 만료될 때까지 그 사용자입니다. Chrome의 민감한 데이터를 뺀 내보내기에서는 빠지므로 없다고 해서 증거가 되지는 않습니다.',
  'cache-control': '`no-cache`는 “먼저 확인”이지 “저장 금지”가 아닙니다. 저장 금지는 `no-store`입니다.',
  'cf-ray': '끝의 글자는 데이터 센터를 가리킵니다. 사용자와 멀면 느린 응답의 이유가 됩니다.',
  connection: 'HTTP/2에서는 금지됩니다. 서버가 보내면 엄격한 클라이언트가 실패합니다.',
  'content-encoding':
    '중간에서 압축이 풀렸는데 필드가 남아 있으면 브라우저가 `net::ERR_CONTENT_DECODING_FAILED`로 실패합니다.',
  'content-length': '전송된(압축된) 크기입니다. HAR의 `content.size`는 압축을 푼 크기라 다릅니다.',
  'content-security-policy':
    '차단된 것은 네트워크로 나가지 않으며 콘솔에만 나옵니다. 새 스크립트 호스트는 여기에 추가해야 합니다.',
  'content-type':
    'JSON이 와야 할 곳의 `text/html`은 대개 오류 페이지나 로그인 페이지입니다. 다른 출처로 보내는 요청에서는 양식과 일반 텍스트가 아닌 값에 프리플라이트가 필요합니다.',
  cookie: '대개 비밀번호만큼 중요합니다. 없으면 `SameSite`, `Domain`, 타사 쿠키 차단을 확인하십시오.',
  'cross-origin-opener-policy': '`same-origin`은 로그인 팝업과의 연결을 끊어 결과를 돌려받지 못하게 합니다.',
  date: '캡처의 요청 시작 시각과 비교하십시오. 몇 분만 어긋나도 토큰이 무효가 됩니다.',
  etag: 'ETag를 서로 다르게 만드는 서버가 여러 대면 `304`는 우연히만 나옵니다.',
  expect: '이것을 모르는 프록시는 클라이언트를 1초 넘게 기다리게 하거나 `417`로 응답합니다.',
  forwarded: '자신의 프록시가 쓴 것만 믿으십시오. 클라이언트도 보낼 수 있습니다.',
  'grpc-status': 'HTTP `200`이어도 0이 아니면 실패입니다. 대개 본문 뒤에 있어 캡처에서 빠집니다.',
  host: 'HTTP/2부터는 대신 `:authority`를 씁니다.',
  'idempotency-key': '다시 시도할 때는 같은 키를 보내야 합니다. 새 키면 두 번 실행됩니다.',
  'if-none-match': '본문 없는 `304`의 이유입니다. 응답 전체를 보려면 **캐시 사용 중지**를 선택하십시오.',
  'keep-alive': '서버가 클라이언트의 예상보다 일찍 닫으면 가끔 요청이 재설정으로 실패합니다.',
  'last-event-id': '다시 연결한 뒤 이것이 없으면 그사이 이벤트를 잃습니다.',
  location:
    '상대 주소일 수 있습니다. 리디렉션의 값은 브라우저가 바로 따라가므로 페이지가 읽을 수 없고, `201`의 값은 읽을 수 있습니다. 다만 다른 출처의 페이지는 `Access-Control-Expose-Headers`에 있을 때만 읽습니다.',
  origin:
    '`null`도 값입니다. 샌드박스 프레임, 파일, 일부 리디렉션이 보냅니다. 허용하면 모두를 허용하는 셈입니다.',
  'permissions-policy': '여기서 허용되지 않은 프레임은 마이크를 쓸 수 없고 사용자에게 묻지도 않습니다.',
  'proxy-authenticate':
    '`Negotiate`에는 도메인에 속한 컴퓨터가 필요합니다. 밖의 도구는 계속 `407`을 받습니다.',
  'proxy-authorization': '고객 네트워크의 자격 증명입니다. 캡처를 공유하기 전에 지우십시오.',
  range: '서버나 캐시가 무시하고 `200`으로 전부 보낼 수 있습니다. 허용된 동작입니다.',
  referer: '표준의 철자 오류가 그대로 쓰입니다. 다른 출처에는 대개 페이지의 출처만 갑니다.',
  'referrer-policy':
    '캡처에서는 “일반”에도 나옵니다. 그것은 서버가 보낸 값이 아니라 브라우저가 적용한 값입니다.',
  'retry-after':
    '초 또는 날짜입니다. 다른 출처의 페이지는 `Access-Control-Expose-Headers`에 있을 때만 읽습니다.',
  'sec-fetch-site': '`cross-site`인데 쿠키가 없으면 `SameSite`를 의심하십시오.',
  'sec-websocket-protocol':
    'WebSocket 요청에는 `Authorization`을 붙일 수 없어 여기에 토큰을 넣는 프로그램이 있습니다.',
  server: '마지막에 응답한 쪽의 이름입니다. 오류에 낯선 이름이 있으면 프록시나 방화벽이 쓴 페이지입니다.',
  'server-timing': '`wait`에서 빼면 나머지는 네트워크와 시간을 알리지 않는 서비스입니다.',
  'set-cookie':
    '여러 개인 것이 정상이며 예전 Chrome 내보내기는 줄바꿈으로 잇습니다. 민감한 데이터를 뺀 내보내기에서는 빠집니다.',
  'strict-transport-security':
    '어떤 서버도 보내지 않은 `307`의 이유입니다. 인증서 오류를 무시하고 넘어갈 수도 없게 합니다.',
  'timing-allow-origin':
    '페이지의 스크립트에만 해당합니다. DevTools와 캡처는 이것 없이도 시간을 보여 줍니다.',
  traceparent: '두 번째 부분이 검색할 트레이스입니다. 마지막이 00이면 트레이스가 기록되지 않았습니다.',
  trackingid:
    'UUID와 첫 카운터로 검색하십시오. 서비스마다 접두사가 다르고 카운터가 붙습니다. 프리플라이트에는 없습니다.',
  'transfer-encoding':
    '`Content-Length`와 함께 있으면 경고 신호입니다. 메시지의 끝을 프록시마다 다르게 볼 수 있습니다.',
  upgrade: '프록시가 이것을 버리면 WebSocket이 `400`이나 `426`으로 실패합니다.',
  'user-agent': 'Chrome은 일부를 고정합니다. 정확한 버전은 `Sec-CH-UA-Full-Version-List`에 있습니다.',
  vary: '여기에 `Origin`이 없으면 캐시가 다른 출처의 허가를 내주어 CORS가 가끔 실패합니다.',
  via: '숨기는 프록시도 있습니다. 없다고 해서 직접 연결인 것은 아닙니다.',
  'www-authenticate':
    '`Bearer`에서는 `error`와 `error_description`이 이유입니다. `invalid_token`은 대개 만료를 뜻합니다.',
  'x-api-key': '만료가 없는 경우가 많은 자격 증명입니다. 캡처를 공유하기 전에 지우십시오.',
  'x-content-type-options':
    '이것이 있으면 `text/plain`으로 온 스크립트는 실행되지 않습니다. 상태는 그대로 `200`입니다.',
  'x-correlation-id': '누가 붙이는지는 다릅니다. 요청과 응답의 값이 같은지 확인하십시오.',
  'x-csrf-token': '세션만큼만 유효합니다. 오래 쉰 뒤의 `403`이나 `419`는 대개 만료를 뜻합니다.',
  'x-datadog-trace-id':
    '10진수이며 트레이스의 마지막 64비트뿐입니다. `traceparent`에서는 트레이스의 마지막 16자리(16진수)를 변환한 뒤 비교하십시오.',
  'x-envoy-upstream-service-time': '`wait`에서 빼면 나머지는 네트워크와 프록시 앞의 대기입니다.',
  'x-forwarded-for': '맨 왼쪽 주소는 클라이언트의 주장입니다. 자신의 프록시가 덧붙인 것만 믿을 수 있습니다.',
  'x-forwarded-proto': '프록시가 빠뜨리면 서비스가 `http`로 여기고 끝없이 리디렉션합니다.',
  'x-frame-options':
    '`Content-Security-Policy`의 `frame-ancestors`가 우선합니다. 프레임은 비어 있고 이유는 콘솔에만 나옵니다.',
  'x-http-method-override': '표의 `POST`가 아니라 이 메서드로 판단하십시오.',
  'x-ratelimit-reset': '큰 수는 시각, 작은 수는 남은 초입니다.',
  'x-request-id': '클라이언트가 보낸 값을 바꾸는 게이트웨이가 있습니다. 응답의 값으로 검색하십시오.',
  'x-requested-with': '다른 이유가 없다면 이것을 빼서 프리플라이트를 없앨 수 있습니다.',
  'x-xss-protection': '`1`은 옛 브라우저를 오히려 덜 안전하게 할 수 있습니다. `0`이거나 없는 것이 맞습니다.',
};
