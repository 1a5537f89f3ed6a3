import { durationOf as ms, place, sizeOf } from '../../../finding/place.ts';
import { timeSpan } from '../../../finding/time-span.ts';
import type { GroupWords } from '../../../words.ts';
import { request, search, searchStep } from '../phrases.ts';

const usually = (usualMs: number | undefined) =>
  usualMs === undefined ? '' : `(이 호스트는 보통 ${ms(usualMs)})`;

export const slowFindings: GroupWords<'slow'> = {
  'slow/server': {
    verdict: (f) =>
      `${request(f)}: ${ms(f.timeMs)} 걸렸으며, 그중 ${ms(f.waitMs)} 동안 첫 바이트를 기다렸습니다${usually(f.usualMs)}. 서비스가 밝힌 자체 처리 시간은 ${ms(f.serviceMs)}입니다.${search(f)}`,
    explanation: () => '시간은 네트워크가 아니라 서비스 내부에서 쓰였습니다.',
    nextStep: searchStep,
  },
  'slow/network': {
    verdict: (f) =>
      `${request(f)}: ${ms(f.timeMs)} 걸렸으며, 그중 ${ms(f.waitMs)} 동안 첫 바이트를 기다렸습니다${usually(f.usualMs)}. 그러나 서비스가 밝힌 자체 처리 시간은 ${ms(f.serviceMs)}뿐입니다.${search(f)}`,
    explanation: (f) => `서비스 밖(경로, 대기열, 게이트웨이)에서 ${ms(f.waitMs - f.serviceMs)} 걸렸습니다.`,
    nextStep: (f) => `게이트웨이, 프록시, VPN, 네트워크 경로를 확인하십시오. ${searchStep(f)}`,
  },
  'slow/wait-unexplained': {
    verdict: (f) =>
      `${request(f)}: ${ms(f.timeMs)} 걸렸으며, 그중 ${ms(f.waitMs)} 동안 첫 바이트를 기다렸습니다${usually(f.usualMs)}.${search(f)}`,
    explanation: () =>
      '요청은 전송되었고 응답은 아직 시작되지 않은 상태였습니다. 서비스 자체의 처리 시간은 응답에 나와 있지 않습니다.',
    nextStep: searchStep,
  },
  'slow/long-poll': {
    verdict: (f) => `${request(f)}: 의도적으로 ${ms(f.waitMs)} 동안 보류된 롱 폴링입니다.`,
    explanation: () =>
      '서버는 새 소식이 있을 때 응답하고 페이지는 곧바로 다시 묻습니다. 여기에서 느린 것은 없습니다.',
    nextStep: () => '조치할 것이 없습니다. 다른 요청을 확인하십시오.',
  },
  'slow/buffered-stream': {
    verdict: (f) =>
      `${request(f)}: 이벤트 스트림인데, ${ms(f.waitMs)} 동안 한 바이트도 오지 않다가 이벤트 ${f.events}개가 한꺼번에(${ms(f.receiveMs)} 안에) 왔습니다.`,
    explanation: () =>
      '이벤트는 하나씩 와야 합니다. 프록시, 바이러스 검사기, 게이트웨이 또는 서비스 자체(압축, 버퍼)가 스트림이 끝나거나 버퍼가 찰 때까지 붙잡고 있습니다.',
    nextStep: () =>
      '프록시, VPN, 바이러스 검사기 없이 시도해 보십시오. 서비스와 게이트웨이에서는 스트림의 버퍼링과 압축을 끄십시오(X-Accel-Buffering: no, Cache-Control: no-transform).',
  },
  'slow/six-connections': {
    verdict: (f) =>
      `${request(f)}: 빈 연결을 최대 ${ms(f.stalledMs)} 기다렸습니다. 같은 호스트로 다른 요청 ${f.concurrent}개가 진행 중이었습니다.`,
    explanation: () =>
      'HTTP/1.1에서 브라우저는 한 호스트에 연결을 여섯 개까지 열며, 그다음 요청은 하나가 빌 때까지 기다려야 합니다.',
    nextStep: () => '서비스에서 HTTP/2를 켜거나 동시 요청을 줄이십시오.',
  },
  'slow/queueing': {
    verdict: (f) =>
      f.place === 'queue'
        ? `${request(f)}: 전송되기 전에 브라우저의 대기열에서 최대 ${ms(f.queuedMs)} 기다렸습니다.`
        : `${request(f)}: 전체 ${ms(f.timeMs)} 가운데 ${ms(f.queuedMs)} 동안 전송되기 전에 브라우저에서 대기했습니다.`,
    explanation: (f) =>
      f.place === 'queue'
        ? '브라우저는 첫 화면에 필요한 것을 먼저 보냅니다. 설계된 동작입니다.'
        : '브라우저가 요청을 보류했으며 연결 수 제한 때문은 아닙니다. 프록시, 디스크 캐시, 확장 프로그램 또는 컴퓨터 부하 때문일 수 있습니다.',
    nextStep: (f) =>
      f.place === 'queue'
        ? '더 일찍 필요하다면 페이지에서 더 일찍 요청하십시오(preload, fetchpriority).'
        : '탭을 줄이고 확장 프로그램 없이 다시 시도한 뒤 프록시를 확인하십시오.',
  },
  'slow/dns': {
    verdict: (f) => `${request(f)}: 이름 확인에 ${ms(f.phaseMs)} 걸렸습니다(보통 ${ms(f.limitMs)} 이하).`,
    explanation: () => '연결하기 전에 쓰인 시간입니다. 이 컴퓨터나 네트워크가 쓰는 DNS 서버가 느립니다.',
    nextStep: () => '이 컴퓨터에서 다른 DNS 서버로 같은 이름을 조회하고 VPN과 DNS 필터를 확인하십시오.',
  },
  'slow/connect': {
    verdict: (f) => `${request(f)}: 연결을 여는 데 ${ms(f.phaseMs)} 걸렸습니다(보통 ${ms(f.limitMs)} 이하).`,
    explanation: () =>
      'TCP 연결에는 한 번의 왕복이 필요합니다. 오래 걸렸다면 경로가 멀거나 패킷이 손실되거나 중간에 프록시가 있습니다.',
    nextStep: () =>
      '이 컴퓨터에서 이 호스트까지의 왕복 시간을 재고, VPN과 프록시가 있을 때와 없을 때를 비교하십시오.',
  },
  'slow/tls': {
    verdict: (f) => `${request(f)}: TLS 협상에 ${ms(f.phaseMs)} 걸렸습니다(보통 ${ms(f.limitMs)} 이하).`,
    explanation: () =>
      'TLS에는 한두 번의 왕복이 필요합니다. 그 이상은 먼 경로, 검사 프록시 또는 과부하된 서버 때문입니다.',
    nextStep: () =>
      'TLS 검사가 있을 때와 없을 때를 비교하고, 서버가 TLS 1.3과 세션 재개를 지원하는지 확인하십시오.',
  },
  'slow/proxy': {
    verdict: (f) =>
      `${request(f)}: 프록시를 찾거나 프록시와 협상하는 데 ${ms(f.phaseMs)} 걸렸습니다(보통 ${ms(f.limitMs)} 이하).`,
    explanation: () => '프록시 스크립트(PAC)나 프록시 인증에 시간이 쓰였습니다.',
    nextStep: () => 'PAC 스크립트와 그 안의 이름 조회, 프록시의 부하를 확인하십시오.',
  },
  'slow/no-reuse': {
    verdict: (f) =>
      `${place(f)} 등 이 호스트로 가는 요청: 빈 연결이 있는데도 새 연결을 ${f.count}번 열어 ${ms(f.setupMs)} 걸렸습니다${f.closed ? '(응답에 Connection: close가 있음)' : ''}.`,
    explanation: () =>
      'HTTP/1.1에서는 연결 하나로 요청을 이어서 보낼 수 있습니다. 여기서는 요청마다 연결이 닫혔습니다.',
    nextStep: (f) =>
      f.closed
        ? 'Connection: close를 쓰는 서버나 게이트웨이에서 keep-alive를 켜십시오.'
        : '서버, 게이트웨이, 프록시의 keep-alive 시간을 확인하십시오.',
  },
  'slow/download': {
    verdict: (f) => `${request(f)}: ${sizeOf(f.sizeBytes)} 내려받기에 ${ms(f.receiveMs)} 걸렸습니다.`,
    explanation: () =>
      '응답은 시작되었으나 느리게 도착했습니다. 느린 회선, VPN, 검사 프록시 또는 조금씩 써 내보내는 서버 때문입니다.',
    nextStep: () =>
      '다른 네트워크에서 같은 것을 내려받아 보십시오. 그곳에서도 느리면 서비스 팀에 문의하십시오.',
  },
  'slow/busy-browser': {
    verdict: (f) =>
      `${request(f)}: 작은데도 도착에 최대 ${ms(f.receiveMs)} 걸렸고 모두 같은 순간에 끝났습니다. 브라우저가 바빴을 가능성이 큽니다.`,
    explanation: () =>
      '함께 끝난 작은 응답은 이미 와 있었지만 페이지가 계산 중이어서 받지 못했을 가능성이 큽니다.',
    nextStep: () => '같은 상황에서 성능 프로파일을 기록하십시오.',
  },
  'slow/big-response': {
    verdict: (f) =>
      `${request(f)}: ${ms(f.timeMs)} 동안 ${sizeOf(f.sizeBytes)} 받았습니다. ${sizeOf(f.limitBytes)} 이상이면 체감됩니다.`,
    explanation: () => '데이터가 많으면 회선에서 시간이 걸리고 브라우저가 읽을 때 또 걸립니다.',
    nextStep: () => '목록을 나누어 요청하고, 필드를 줄이고, 이미지를 작게 하십시오.',
  },
  'slow/uncompressed': {
    verdict: (f) =>
      f.count === 1
        ? `${place(f)}: 텍스트 ${sizeOf(f.sizeBytes)} 분량이 압축되지 않고 전송되었습니다.`
        : `${request(f)}: 텍스트 총 ${sizeOf(f.totalBytes)} 분량이 압축되지 않고 전송되었습니다(가장 큰 것은 ${sizeOf(f.sizeBytes)}).`,
    explanation: () =>
      'Content-Encoding이 없고 내용 전체가 그대로 회선을 지났습니다. 텍스트는 4분의 1 이하로 줄어듭니다.',
    nextStep: () =>
      '서버나 게이트웨이에서 gzip 또는 br을 켜고, 프록시가 Accept-Encoding을 없애는지 확인하십시오.',
  },
  'slow/not-cached': {
    verdict: (f) =>
      f.trouble === 'no-lifetime'
        ? `${request(f)}: 이름에 내용의 해시가 든 파일인데 Cache-Control 때문에 브라우저가 보관하지 못합니다(${sizeOf(f.sizeBytes)}).`
        : `${request(f)}: 바뀌지 않았는데 다시 내려받았습니다(${sizeOf(f.sizeBytes)}).`,
    explanation: (f) =>
      f.trouble === 'no-lifetime'
        ? '내용에 따라 이름이 바뀌는 파일은 1년 동안 보관해도 됩니다. 유효 기간이 없으면 방문할 때마다 다시 받습니다.'
        : '검증자가 두 번 모두 같으므로 두 번째 내려받기에서는 얻은 것이 없습니다.',
    nextStep: () => '이런 파일에는 Cache-Control: max-age=31536000, immutable을 보내십시오.',
  },
  'slow/redirects': {
    verdict: (f) =>
      `${place(f)}: 리디렉션을 ${f.hops}번 거쳤고, 실제 응답이 시작되기까지 ${ms(f.redirectMs)} 걸렸습니다.`,
    explanation: () => '리디렉션은 하나하나가 온전한 요청입니다.',
    nextStep: () => '마지막 주소로 바로 연결하거나 리디렉션을 하나로 합치십시오.',
  },
  'slow/waterfall': {
    verdict: (f) =>
      `${place(f)}에서 시작하는 요청 ${f.calls}개: 하나씩 차례로 실행되어 ${ms(f.totalMs)} 걸렸습니다. 한꺼번에 보내면 약 ${ms(f.savingMs)} 줄일 수 있습니다.`,
    explanation: () => '모두 앞의 것이 끝난 뒤에 시작되었지만, 앞의 결과를 쓰는 것은 없습니다.',
    nextStep: () => '페이지에서 한꺼번에 보내거나, 모두에 답하는 호출 하나를 제공하십시오.',
  },
  'slow/many-calls': {
    verdict: (f) =>
      `${place(f)}: ${ms(f.spanMs)} 동안 ${f.calls}번, 매번 다른 항목에 대해 호출되었습니다(모두 ${ms(f.totalMs)}).`,
    explanation: () => '목록의 항목마다 한 번씩 묻습니다(N+1). 목록이 길수록 시간이 늘어납니다.',
    nextStep: () => '여러 항목을 한 번에 주는 호출을 제공하거나, 표시되는 것만 요청하십시오.',
  },
  'slow/duplicate-calls': {
    verdict: (f) =>
      `${place(f)}: 몇 초 안에 ${f.copies}번 전송되었고 매번 같은 응답을 받았습니다. ${ms(f.wastedMs)}의 시간이 낭비되었습니다.`,
    explanation: () => '메서드, URL, 본문이 같고 응답도 같습니다.',
    nextStep: () => '페이지 코드에서 같은 것을 두 곳에서 요청하는지, 클릭이 두 번 처리되는지 찾아보십시오.',
  },
  'slow/polling': {
    verdict: (f) => `${place(f)}: ${ms(f.gapMs)} 간격으로 ${f.calls}번 요청되었고 응답은 거의 같았습니다.`,
    explanation: () =>
      '타이머가 되풀이해서 묻고 있습니다. 회선과 배터리를 쓰고 다른 요청을 보기 어렵게 합니다.',
    nextStep: () => '간격을 늘리거나 서버가 알리게 하십시오(이벤트, WebSocket).',
  },
  'slow/retry-storm': {
    verdict: (f) => {
      const status = f.status === undefined ? '' : `(${f.status})`;
      const asked =
        f.retryAfterMs === undefined ? '' : ` Retry-After의 요구는 ${timeSpan(f.retryAfterMs)}입니다.`;
      return `${place(f)}: 실패${status}한 뒤 최대 ${ms(f.gapMs)} 간격으로 ${f.attempts}번 전송되었습니다.${asked}`;
    },
    explanation: () =>
      '간격을 늘리지 않는 재시도는 회복할 수 있는 서비스를 계속 멈춰 있게 합니다. 실패한 이유는 다른 진단 결과에 나와 있습니다.',
    nextStep: (f) =>
      `첫 실패의 원인을 찾은 다음 클라이언트가 재시도 간격을 늘리게 하십시오. ${searchStep(f)}`,
  },
  'slow/timeout-chain': {
    verdict: (f) =>
      `${place(f)}: ${ms(f.timeMs)} 뒤에 실패했으며, 이는 오류에 나온 제한 ${ms(f.limitMs)}의 ${f.times}배입니다.${search(f)}`,
    explanation: (f) => `내부의 무언가가 매번 제한에 이를 때까지 ${f.times}번 시도한 것으로 보입니다.`,
    nextStep: searchStep,
  },
  'slow/third-party': {
    verdict: (f) =>
      `페이지를 여는 데 ${ms(f.loadMs)} 걸렸고, 그중 ${ms(f.aloneMs)} 동안은 다른 사이트 ${f.sites}곳의 것만 불러오고 있었습니다(가장 긴 것: ${place(f)}).`,
    explanation: () =>
      '자기 사이트의 것을 아무것도 불러오지 않는 동안 다른 사이트의 스크립트와 스타일이 로딩을 붙잡았습니다.',
    nextStep: () => '나중에 불러오거나(async, defer) 쓰지 마십시오.',
  },
};
