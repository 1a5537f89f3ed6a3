import { type CloseMeaning, closeMeaning, endsBelow } from '../../../finding/close-code.ts';
import type {
  GivenUpBecause,
  NetworkFacts,
  NetworkFailure,
  TlsFault,
} from '../../../finding/finding-facts.ts';
import { mayHaveReached } from '../../../finding/may-have-reached.ts';
import { networkFailures } from '../../../finding/network-failures.ts';
import { place } from '../../../finding/place.ts';
import { timeSpan } from '../../../finding/time-span.ts';
import type { GroupWords } from '../../../words.ts';
import { quote, request, search, searchStep } from '../phrases.ts';

/** A proxy took the field away that asks for a WebSocket. RFC 9110 §15.5.22. */
const UPGRADE_REQUIRED = 426;

const networkCause: Readonly<Record<NetworkFailure, string>> = {
  dns: '호스트 이름을 확인할 수 없습니다',
  refused: '호스트가 연결을 거부했습니다',
  unreachable: '호스트에 도달할 수 없습니다',
  timeout: '연결 시간이 초과되었습니다',
  reset: '연결이 끊어졌습니다',
  empty: '서버가 응답 없이 연결을 닫았습니다',
  tls: '보안 연결에 실패했습니다(인증서 또는 TLS)',
  'client-certificate': '서버가 클라이언트 인증서를 요구합니다',
  offline: '네트워크가 끊겼거나 바뀌었습니다',
  proxy: '프록시가 통과시키지 않았습니다',
  blocked: '브라우저, 확장 프로그램 또는 정책이 차단했습니다',
  browser: '브라우저 자체가 계속 처리하지 못했습니다',
  aborted: '페이지 또는 사용자가 중단했습니다',
  cut: '응답이 도중에 끝났습니다',
  'redirect-loop': '리디렉션이 너무 많습니다',
  protocol: '응답이 프로토콜 규칙에 어긋납니다',
  'web-socket': 'WebSocket이 열리지 않았습니다',
  none: '응답이 없었고, 캡처에 이유가 기록되어 있지 않습니다',
};

const closer = { page: '페이지에 의해 ', server: '서버에 의해 ' } as const;

const closeWhy: Readonly<Record<CloseMeaning, string>> = {
  protocol: '한쪽이 WebSocket 프로토콜을 지키지 않았다고 다른 쪽이 판단했습니다.',
  content: '한쪽이 다른 쪽에서 받지 않는 내용을 보냈습니다.',
  'no-goodbye': '연결이 종료 신호 없이 끝났습니다. 프록시, 네트워크 또는 충돌 때문입니다.',
  refused: '서비스가 거부했습니다. 대개 로그인이 만료되었거나 권한이 없습니다.',
  'too-large': '메시지가 다른 쪽에서 받는 크기보다 컸습니다.',
  fault: '서버 자체에 오류가 발생했습니다.',
  restart: '서비스가 다시 시작되었습니다.',
  overload: '서비스에 부하가 너무 많았습니다.',
  own: '서비스가 자체 코드로 닫았습니다. 코드의 뜻은 서비스 문서에 있습니다.',
};

const networkStep: Readonly<Record<NetworkFailure, string>> = {
  dns: '캡처를 기록한 컴퓨터의 DNS, VPN, hosts 파일을 확인하고, 다른 DNS 서버로 같은 이름을 조회해 보십시오.',
  refused: '주소와 포트, 로컬 방화벽과 프록시, 서비스가 수신 대기 중인지 확인하십시오.',
  unreachable: '컴퓨터와 호스트 사이의 라우팅, VPN, 방화벽을 확인하십시오.',
  timeout: '컴퓨터와 호스트 사이의 방화벽, VPN, 프록시를 확인하십시오. 패킷이 조용히 버려지면 이렇게 됩니다.',
  reset:
    '연결을 끊는 중간 장비(프록시, 방화벽, TLS 검사)를 먼저 찾고, 그다음 해당 시각의 서버 비정상 종료를 확인하십시오.',
  empty: '해당 시각에 서버가 비정상 종료되거나 재시작되었는지 확인하십시오.',
  tls: '브라우저에 표시된 인증서의 유효 기간, 이름, 발급자를 확인하십시오. 발급자가 자사라면 TLS 검사를 의심할 수 있습니다.',
  'client-certificate': '인증서가 설치되어 있고 올바른 인증서를 선택했는지 확인하십시오.',
  offline: '컴퓨터의 연결(Wi-Fi, VPN, 절전 모드)을 확인하고 안정된 연결에서 다시 기록하십시오.',
  proxy: '프록시의 설정, 로그인, 이 호스트에 대한 규칙을 확인하십시오.',
  blocked:
    '확장 프로그램 없이 시크릿 창에서 다시 시도하십시오. 코드가 정책을 가리키면 브라우저 관리자에게 문의하십시오.',
  browser:
    '코드가 이유를 알려 줍니다. 동시에 너무 많은 요청(ERR_INSUFFICIENT_RESOURCES), 보내는 도중 바뀐 파일(ERR_UPLOAD_FILE_CHANGED), 읽을 수 없는 파일 등입니다. 서비스가 아니라 그쪽을 확인하십시오.',
  aborted:
    '대부분 문제가 없습니다. 페이지 이동이나 더 새로운 요청으로 대체되었습니다. 같은 시간 뒤에 반복될 때만 살펴보십시오.',
  cut: '크기나 시간을 제한하는 프록시, 또는 전송 중 서버의 비정상 종료를 확인하십시오.',
  'redirect-loop':
    '각 리디렉션의 쿠키와 Location을 확인하십시오. 두 곳이 브라우저를 서로에게 보내고 있습니다.',
  protocol: 'HTTP/1.1이나 다른 네트워크로 시도한 다음, 정확한 코드를 서비스 팀에 전달하십시오.',
  'web-socket': '프록시와 방화벽이 WebSocket 업그레이드를 통과시키는지 확인하십시오.',
  none: '이유를 기록하는 Chrome 또는 Edge로 다시 기록하거나, 브라우저 콘솔을 확인하십시오.',
};

const why: Readonly<Partial<Record<NetworkFailure, string>>> = {
  dns: '브라우저가 이름을 주소로 바꾸지 못해 요청이 컴퓨터를 떠나지 않았습니다. 서비스 로그에는 아무것도 없습니다.',
  refused:
    '해당 주소는 응답하지만 그 포트에서 수신 대기하는 것이 없거나 방화벽이 대신 거부합니다. 서비스는 요청을 받지 못했습니다.',
  unreachable:
    '컴퓨터에서 그 주소로 가는 경로가 없거나 사용이 허용되지 않습니다. 서비스는 요청을 받지 못했습니다.',
  timeout:
    'HTTP 아래 계층에서 브라우저 자체의 제한 시간 안에 응답이 없었습니다. 방화벽이 패킷을 조용히 버리면 이렇게 됩니다.',
  reset:
    '연결이 맺어졌지만 응답이 끝나기 전에 끊어졌습니다. 서비스가 작업을 마쳤을 수도 있으니 다시 요청하기 전에 확인하십시오.',
  empty:
    '연결이 맺어지고 요청이 도착했을 수 있으나, 서버가 한 바이트도 보내지 않고 닫았습니다. 비정상 종료, 재시작 또는 응답 거부입니다.',
  offline: '서비스가 아니라 컴퓨터 자체의 연결이 끊어졌습니다. 그 순간 진행 중이던 것은 모두 실패했습니다.',
  cut: '상태 코드는 성공이지만 내용이 불완전합니다. 그것을 읽는 쪽이 나중에 다른 곳에서 실패합니다.',
  tls: '브라우저와 서버가 보안 연결을 맺지 못해 요청이 전송되지 않았습니다. 서비스 로그에는 아무것도 없습니다.',
};

const stopped = '요청이 브라우저에서 멈췄습니다. 서비스에는 도달하지 않았을 수 있습니다.';
const between = '장애는 브라우저와 서비스 사이에 있습니다. 서비스 로그에는 아무것도 없을 수 있습니다.';

const whyOf = (failure: NetworkFailure): string =>
  failure === 'blocked' || failure === 'aborted' ? stopped : (why[failure] ?? between);

const tlsCause: Readonly<Record<TlsFault, string>> = {
  dates: '인증서가 만료되었거나 아직 유효하지 않습니다',
  name: '인증서가 다른 이름으로 발급되었습니다',
  authority: '브라우저가 신뢰하지 않는 기관이 인증서를 발급했습니다',
  revoked: '인증서가 해지되었습니다',
  weak: '인증서 또는 그 키가 너무 약합니다',
  pinned: '인증서가 브라우저가 기대하는 것과 다릅니다',
  version: '브라우저와 서버에 공통된 TLS 버전이나 암호 제품군이 없습니다',
  certificate: '인증서가 받아들여지지 않았습니다',
  handshake: 'TLS 핸드셰이크에 실패했습니다',
};

const tlsStep: Readonly<Record<TlsFault, string>> = {
  dates: '인증서의 유효 기간과 컴퓨터의 시계를 확인하십시오. 인증서 갱신은 서비스 팀이 합니다.',
  name: '주소와 인증서에 담긴 이름을 확인하십시오. 프록시나 캡티브 포털은 자체 인증서를 보여 줍니다.',
  authority:
    '인증서의 발급자를 확인하십시오. 자사라면 TLS 검사이며 이 컴퓨터에 그 루트 인증서가 없습니다. 아니라면 서버가 중간 인증서를 빠뜨렸을 수 있습니다.',
  revoked: '서비스 팀이 새 인증서를 설치해야 합니다.',
  weak: '서비스 팀이 더 강한 키와 서명의 인증서를 설치해야 합니다.',
  pinned: '인증서의 발급자를 확인하십시오. 브라우저와 서버 사이의 무언가가 자체 인증서를 보여 줍니다.',
  version:
    '서버와 브라우저의 TLS 버전과 암호 제품군을 비교하십시오. 오래된 서버와 엄격한 정책은 서로 맞지 않습니다.',
  certificate: '브라우저에 표시된 인증서의 유효 기간, 이름, 발급자를 확인하십시오.',
  handshake: '그 포트가 TLS를 사용하는지 확인하고, 핸드셰이크를 방해하는 프록시나 방화벽을 찾으십시오.',
};

const code = (f: NetworkFacts) => (f.code === undefined ? '' : `(${f.code})`);
const worked = (f: NetworkFacts) => (f.healed ? ' 다시 시도하여 성공했습니다.' : '');

const unanswered = (f: NetworkFacts, failure: NetworkFailure, cause: string) =>
  `${request(f)}: 제대로 된 응답을 받지 못했습니다. ${cause}${code(f)}.${worked(f)}${mayHaveReached(failure) ? search(f) : ''}`;

const gaveUp: Readonly<Record<GivenUpBecause, string>> = {
  superseded: '같은 대상을 찾는 더 새로운 요청으로 대체되었습니다.',
  'left-page': '진행 중에 페이지를 떠났습니다.',
  unknown: '캡처에는 이유가 나타나지 않습니다.',
};

export const networkFindings = {
  ...networkFailures({
    unanswered,
    cause: networkCause,
    why: whyOf,
    step: networkStep,
    tlsCause,
    tlsStep,
    forHosts: (cause, hosts) => `호스트 ${hosts}개에서 동시에 같은 일이 있었습니다. ${cause}`,
  }),
  'fail/truncated-body': {
    verdict: (f) => {
      if (f.coding !== undefined)
        return `${request(f)}: ${f.status} 응답이지만 내용이 Content-Encoding${f.coding === '' ? '' : `(${f.coding})`}과 다릅니다${code(f)}.${worked(f)}${search(f)}`;
      const bytes =
        f.promisedBytes === undefined
          ? ''
          : f.receivedBytes === undefined
            ? `(예정 ${f.promisedBytes}바이트)`
            : `(${f.promisedBytes}바이트 중 ${f.receivedBytes}바이트)`;
      return `${request(f)}: ${f.status} 응답이지만 내용이 도중에 끝났습니다${bytes}${code(f)}.${worked(f)}${search(f)}`;
    },
    explanation: (f) =>
      f.coding === undefined
        ? whyOf('cut')
        : '브라우저가 내용을 디코딩하지 못해 버렸습니다. 대개 프록시가 내용을 풀거나 바꾸고 필드를 그대로 두었거나, 두 번 압축된 것입니다.',
    nextStep: (f) =>
      f.coding === undefined
        ? networkStep.cut
        : '프록시 없이 같은 주소를 요청해 보고, 경로에서 누가 Content-Encoding을 붙이는지 확인한 다음 내용의 첫 바이트를 비교하십시오.',
  },
  'fail/aborted-by-user': {
    verdict: (f) => `${request(f)}: 페이지가 요청을 중단했습니다${code(f)}. ${gaveUp[f.because]}`,
    explanation: () => stopped,
    nextStep: () => networkStep.aborted,
  },
  'fail/aborted-by-timeout': {
    verdict: (f) =>
      `${request(f)}: 매번 ${timeSpan(f.limitMs)} 뒤에 페이지가 요청을 중단했습니다${code(f)}. 그 제한 시간 안에 응답이 없었습니다.${search(f)}`,
    explanation: () =>
      '매번 같은 딱 떨어지는 시간이므로 사람의 조작이 아니라 애플리케이션의 제한 시간입니다. 서비스가 너무 느리거나 제한 시간이 너무 짧습니다.',
    nextStep: (f) => `서비스가 이 작업에 얼마나 걸리는지 알아보십시오. ${searchStep(f)}`,
  },
  'fail/web-socket': {
    verdict: (f) => {
      if (f.trouble === 'closed')
        return `WebSocket ${request(f)}: ${f.closedBy === undefined ? '' : closer[f.closedBy]}닫혔습니다(코드 ${f.closeCode ?? '?'}).${search(f)}`;
      if (f.trouble === 'broken')
        return `WebSocket ${request(f)}: 열린 뒤 끊어졌습니다${f.errorText === undefined ? '' : `: ${quote(f.errorText)}`}.${search(f)}`;
      if (f.trouble === 'said')
        return `WebSocket ${request(f)}: 메시지가 실패를 알립니다: ${quote(f.errorText ?? '?')}.${search(f)}`;
      if (f.limitMs !== undefined)
        return `WebSocket ${place(f)}: 연달아 ${f.count}번 열렸고 매번 약 ${timeSpan(f.limitMs)} 뒤에 끝났습니다.${search(f)}`;
      if (f.trouble === 'opened-again')
        return `WebSocket ${place(f)}: 연달아 ${f.count}번 열렸고 매번 1분이 안 되어 끝났습니다.${search(f)}`;
      const how =
        f.status === undefined
          ? '캡처에 이유가 기록되어 있지 않습니다.'
          : `핸드셰이크의 응답 상태: 101이 아니라 ${f.status}.`;
      return `WebSocket ${request(f)}: 열리지 않았습니다. ${how}${worked(f)}${search(f)}`;
    },
    explanation: (f) => {
      if (f.limitMs !== undefined)
        return '프록시와 로드 밸런서는 그 시간 동안 아무것도 오가지 않은 연결을 끊습니다.';
      if (f.trouble === 'said')
        return '연결은 유지되고 있습니다. 실패는 메시지 안에서 알려지며 요청 목록에는 보이지 않습니다.';
      if (f.closedBy === 'page')
        return '페이지가 스스로 닫았습니다. 받은 내용이나 오지 않은 내용이 맞지 않았습니다.';
      const meaning = closeMeaning(f.closeCode);
      if (meaning !== undefined) return closeWhy[meaning];
      return f.trouble === 'not-opened'
        ? '이것이 없으면 페이지가 새 소식을 스스로 받지 못합니다. 상태 표시, 이벤트, 통화가 멈추거나 계속 다시 요청하게 됩니다.'
        : '페이지가 유지하려던 연결을 서버 또는 연결 시간을 제한하는 프록시가 끝냈습니다.';
    },
    nextStep: (f) => {
      if (f.limitMs !== undefined)
        return '페이지나 서버가 그보다 짧은 간격으로 무언가(ping)를 보내게 하거나, 프록시의 유휴 연결 제한 시간을 늘리십시오.';
      if (closeMeaning(f.closeCode) === 'too-large')
        return '메시지 하나로 보내는 양을 줄이거나, 서비스와 그 앞 프록시의 한도를 늘리십시오.';
      const isBelow = f.closeCode === undefined || endsBelow(f.closeCode);
      if (f.trouble === 'said' || !isBelow) return searchStep(f);
      return f.status === undefined || f.status === UPGRADE_REQUIRED
        ? '프록시와 방화벽이 WebSocket 업그레이드를 통과시키고 열린 채로 두는지 확인한 다음, 해당 시각의 서버를 확인하십시오.'
        : `핸드셰이크의 Origin, 자격 증명, 주소를 정상적인 것과 비교하십시오. ${searchStep(f)}`;
    },
  },
  'fail/redirect-loop': {
    verdict: (f) => {
      const how = f.isCircle ? '리디렉션이 제자리를 돕니다' : '리디렉션이 너무 많습니다';
      const over = f.isCircle ? `주소 ${f.addresses ?? '?'}개 사이에서 ` : '';
      const many = f.redirects === undefined ? '' : `(${over}${f.redirects}번)`;
      const end = f.gaveUp ? ' 브라우저가 따라가기를 포기했습니다.' : '';
      return `${place(f)}: ${how}${many}${f.code === undefined ? '' : `(${f.code})`}.${end}${search(f)}`;
    },
    explanation: (f) =>
      f.isCircle
        ? '아무것도 바뀌지 않은 채 각 곳이 브라우저를 다음으로 보냅니다. 쿠키가 되돌아오지 않는 것이 원인인 경우가 많습니다.'
        : '브라우저는 리디렉션을 최대 20번 따라갑니다. 이렇게 긴 연속은 대개 전달 규칙의 실수입니다.',
    nextStep: (f) =>
      f.isCircle
        ? networkStep['redirect-loop']
        : '각 리디렉션의 Location을 따라가 계속 넘기는 규칙을 찾고, 마지막 주소로 바로 연결하십시오.',
  },
} satisfies Partial<GroupWords<'fail'>>;
