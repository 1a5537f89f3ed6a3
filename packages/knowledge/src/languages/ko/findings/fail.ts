import type { NetworkFailure } from '../../../finding/finding-facts.ts';
import { mayHaveReached } from '../../../finding/may-have-reached.ts';
import { place } from '../../../finding/place.ts';
import type { GroupWords } from '../../../words.ts';
import { quote, request, said, search, searchStep } from '../phrases.ts';

/** RFC 9110 §15.5, RFC 6585. */
const clientStatus: Readonly<Record<number, string>> = {
  400: '서비스가 전송된 내용을 받아들이지 않았습니다. 값이 없거나 형식이 잘못되었거나 허용되지 않습니다.',
  404: '요청한 대상이 이 주소에 없거나, 서비스가 있다는 사실을 밝히지 않습니다.',
  405: '이 메서드는 여기에서 허용되지 않습니다.',
  409: '전송된 내용이 현재 상태와 맞지 않습니다. 예를 들어 이미 사용 중이거나 그사이에 변경되었습니다.',
  410: '요청한 대상은 예전에 있었으나 영구적으로 삭제되었습니다.',
  412: '읽은 뒤에 다른 사람이 대상을 변경했습니다.',
  413: '전송된 내용이 너무 큽니다.',
  414: '주소가 너무 깁니다.',
  415: '서비스가 이 미디어 유형을 받지 않습니다.',
  422: '서비스가 내용을 이해했지만 값을 받아들이지 않습니다.',
  429: '짧은 시간에 요청이 너무 많습니다. 서비스가 속도를 늦추도록 요구하며, 흔히 Retry-After가 함께 옵니다.',
  431: '헤더 필드가 너무 큽니다. 대개 쿠키 때문입니다.',
};

const serverStatus: Readonly<Record<number, string>> = {
  500: '서비스 자체에 오류가 발생했습니다.',
  501: '서비스가 이 작업을 지원하지 않습니다.',
  502: '게이트웨이가 뒤에 있는 서비스에서 쓸 수 있는 응답을 받지 못했습니다.',
  503: '서비스를 사용할 수 없었습니다. 과부하, 재시작 중이거나 정상 인스턴스가 없는 상태입니다.',
  504: '게이트웨이가 뒤에 있는 서비스를 기다리다가 포기했습니다.',
};

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
  aborted: '페이지 또는 사용자가 중단했습니다',
  cut: '응답이 도중에 끝났습니다',
  'redirect-loop': '리디렉션이 너무 많습니다',
  protocol: '응답이 프로토콜 규칙에 어긋납니다',
  'web-socket': 'WebSocket이 열리지 않았습니다',
  none: '응답이 없었고, 캡처에 이유가 기록되어 있지 않습니다',
};

const networkStep: Readonly<Record<NetworkFailure, string>> = {
  dns: '캡처를 기록한 컴퓨터의 DNS, VPN, hosts 파일을 확인하고, 다른 리졸버로 같은 이름을 조회해 보십시오.',
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
  aborted:
    '대부분 문제가 없습니다. 페이지 이동이나 더 새로운 요청으로 대체되었습니다. 같은 시간 뒤에 반복될 때만 살펴보십시오.',
  cut: '크기나 시간을 제한하는 프록시, 또는 전송 중 서버의 비정상 종료를 확인하십시오.',
  'redirect-loop':
    '각 리디렉션의 쿠키와 Location을 확인하십시오. 두 곳이 브라우저를 서로에게 보내고 있습니다.',
  protocol: 'HTTP/1.1이나 다른 네트워크로 시도한 다음, 정확한 코드를 서비스 팀에 전달하십시오.',
  'web-socket': '프록시와 방화벽이 WebSocket 업그레이드를 통과시키는지 확인하십시오.',
  none: '이유를 기록하는 Chrome 또는 Edge로 다시 기록하거나, 브라우저 콘솔을 확인하십시오.',
};

export const failFindings: GroupWords<'fail'> = {
  'fail/http-4xx': {
    verdict: (f) =>
      f.healed
        ? `${request(f)}: ${f.status} 상태로 실패했으나 다시 시도하여 성공했습니다.${search(f)}`
        : `${request(f)}: ${f.status} 상태로 실패했습니다.${said(f.errorText, f.bodyMissing)}${search(f)}`,
    explanation: (f) => clientStatus[f.status] ?? '전송된 내용 때문에 서비스가 요청을 거부했습니다.',
    nextStep: (f) =>
      f.healed
        ? '반복되지 않는 한 조치할 필요가 없습니다.'
        : `전송된 내용을 정상 요청과 비교하십시오. ${searchStep(f)}`,
  },
  'fail/http-5xx': {
    verdict: (f) =>
      f.healed
        ? `${request(f)}: ${f.status} 상태로 실패했으나 다시 시도하여 성공했습니다.${search(f)}`
        : `${request(f)}: ${f.status} 상태로 실패했습니다.${said(f.errorText, f.bodyMissing)}${search(f)}`,
    explanation: (f) =>
      serverStatus[f.status] ?? '서비스 쪽에서 실패했습니다. 요청 자체는 문제가 없을 수 있습니다.',
    nextStep: (f) => searchStep(f),
  },
  'fail/upstream': {
    verdict: (f) => {
      const who = f.party ?? '뒤에 있는 서비스';
      const how = f.upstreamStatus === undefined ? '' : `, 상태 ${f.upstreamStatus}`;
      const healed = f.healed ? '(다시 시도하여 성공)' : '';
      return `${request(f)}: ${f.status} 응답을 받았습니다${healed}. 실패한 쪽(${who}${how})의 오류: ${quote(f.errorText)}.${search(f)}`;
    },
    explanation: (f) =>
      f.party === undefined
        ? '응답한 서비스는 뒤에 있는 다른 서비스의 실패를 전달하고 있습니다. 본문은 그 서비스의 상태 코드로 시작합니다.'
        : `응답한 서비스는 다른 쪽의 실패를 이름을 들어 전달하고 있습니다: ${f.party}.`,
    nextStep: (f) =>
      f.party === undefined
        ? `${searchStep(f)} 뒤에 있는 서비스에 대한 호출을 보면 거기서 무엇이 실패했는지 알 수 있습니다.`
        : `${searchStep(f)} 그런 다음 오류 내용을 해당 업체(${f.party})나 그 계정의 관리자에게 전달하십시오.`,
  },
  'fail/network': {
    verdict: (f) => {
      const code = f.code === undefined ? '' : `(${f.code})`;
      const healed = f.healed ? ' 다시 시도하여 성공했습니다.' : '';
      return `${request(f)}: 제대로 된 응답을 받지 못했습니다. ${networkCause[f.failure]}${code}.${healed}${mayHaveReached(f.failure) ? search(f) : ''}`;
    },
    explanation: (f) =>
      f.failure === 'blocked' || f.failure === 'aborted'
        ? '요청이 브라우저에서 멈췄습니다. 서비스에는 도달하지 않았을 수 있습니다.'
        : '장애는 브라우저와 서비스 사이에 있습니다. 서비스 로그에는 아무것도 없을 수 있습니다.',
    nextStep: (f) => networkStep[f.failure],
  },
  'fail/in-body': {
    verdict: (f) => {
      if (f.inRedirect)
        return `${request(f)}: 오류와 함께 리디렉션되었습니다. 오류: ${quote(f.errorText)}.${search(f)}`;
      const part = f.partial ? '(데이터 일부 포함)' : '';
      return `${request(f)}: ${f.status} 응답${part}이지만 본문은 실패를 알립니다. 오류: ${quote(f.errorText)}.${search(f)}`;
    },
    explanation: (f) =>
      f.inRedirect
        ? '로그인 서비스는 주소에 오류를 붙여 브라우저를 되돌려 보내는 방식으로 거부합니다(RFC 6749 §4.1.2.1).'
        : '상태 코드는 전송 결과만 나타내며, 요청한 작업은 실패했습니다. 상태별 목록에는 나타나지 않습니다.',
    nextStep: (f) =>
      f.inRedirect ? '로그인 서비스의 문서와 로그에서 이 오류를 찾아보십시오.' : searchStep(f),
  },
  'fail/pending': {
    verdict: (f) =>
      f.count === 1
        ? `${place(f)}: 캡처를 저장할 때 아직 응답이 없었습니다.`
        : `캡처를 저장할 때 요청 ${f.count}개에 아직 응답이 없었습니다. 가장 오래된 요청: ${place(f)}.`,
    explanation: () =>
      '어떻게 끝났는지는 캡처에 없습니다. 이벤트 스트림처럼 일부러 열어 두는 요청도 있습니다.',
    nextStep: () => '중요한 요청이라면 끝날 때까지 기다린 뒤 저장하도록 다시 기록하십시오.',
  },
};
