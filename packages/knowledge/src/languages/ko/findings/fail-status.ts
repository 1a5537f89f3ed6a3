import type {
  CdnTrouble,
  EnvoyCause,
  FailedStatusFacts,
  IdempotencyKeyUse,
  TooLarge,
} from '../../../finding/finding-facts.ts';
import { durationOf } from '../../../finding/place.ts';
import { timeSpan } from '../../../finding/time-span.ts';
import type { GroupWords } from '../../../words.ts';
import { request, said, search, searchStep } from '../phrases.ts';

const failed = (f: FailedStatusFacts, how: string) =>
  f.healed
    ? `${request(f)}: ${f.status} 상태로 실패했으나 다시 시도하여 성공했습니다. ${how}.${search(f)}`
    : `${request(f)}: ${f.status} 상태로 실패했습니다. ${how}.${said(f.errorText, f.bodyMissing)}${search(f)}`;

const largeWhat: Readonly<Record<TooLarge, string>> = {
  content: '내용이 너무 큽니다',
  address: '주소가 너무 깁니다',
  fields: '헤더 필드가 너무 큽니다',
};

const largeStep: Readonly<Record<TooLarge, string>> = {
  content:
    '양을 줄이거나 나누어 보내십시오. 그렇지 않으면 경로에 있는 모든 서버와 프록시의 한도를 높여야 합니다.',
  address: '값을 주소 대신 POST의 내용으로 보내십시오.',
  fields:
    '이 사이트의 쿠키를 삭제하고 다시 로그인하십시오. 다시 늘어나면 서비스가 쿠키를 너무 많이 설정하는 것입니다.',
};

const envoySaid: Readonly<Record<EnvoyCause, string>> = {
  'no-healthy-instance': '서비스의 정상 인스턴스가 없었습니다',
  'connect-failed': '서비스에 연결할 수 없었습니다',
  'connect-timeout': '서비스에 연결하는 데 너무 오래 걸렸습니다',
  'broken-off': '서비스가 응답하기 전에 연결을 끊었습니다',
  'request-timeout': '서비스가 제시간에 응답하지 않았습니다',
  overflow: '서비스를 기다리는 요청이 너무 많았습니다',
  protocol: '서비스의 응답이 프로토콜에 어긋났습니다',
  'fault-injected': '시험용 오류가 일부러 주입되었습니다',
};

const envoyStep: Readonly<Record<EnvoyCause, string>> = {
  'no-healthy-instance': '해당 시각에 서비스의 인스턴스가 실행 중이고 상태 검사를 통과했는지 확인하십시오.',
  'connect-failed':
    '서비스가 포트에서 수신 대기하는지, 네트워크 정책과 상호 TLS가 게이트웨이를 통과시키는지 확인하십시오.',
  'connect-timeout': '게이트웨이와 서비스 사이의 네트워크 정책이나 방화벽, 과부하를 확인하십시오.',
  'broken-off': '해당 시각에 서비스의 비정상 종료, 재시작, 유휴 연결 종료가 있었는지 확인하십시오.',
  'request-timeout': '그동안 서비스가 무엇을 했는지 알아본 다음, 라우트의 제한 시간이 알맞은지 확인하십시오.',
  overflow: '서비스의 부하와 게이트웨이의 서킷 브레이커 한도를 확인하십시오.',
  protocol: '게이트웨이와 서비스가 사용하는 프로토콜(HTTP/1.1, HTTP/2, gRPC)을 비교하십시오.',
  'fault-injected': '게이트웨이 설정에 오류 주입 규칙이 있는지 확인하십시오.',
};

const cdnSaid: Readonly<Record<CdnTrouble, string>> = {
  refused: '뒤에 있는 서버가 연결을 거부합니다',
  unreachable: '뒤에 있는 서버에 도달할 수 없습니다',
  'connect-timeout': '뒤에 있는 서버에 연결하는 데 너무 오래 걸렸습니다',
  timeout: '뒤에 있는 서버가 제시간에 응답하지 않았습니다',
  tls: '뒤에 있는 서버와 TLS를 맺지 못했습니다',
  certificate: '뒤에 있는 서버의 인증서를 받아들이지 않습니다',
  'bad-answer': '뒤에 있는 서버가 쓸 수 있는 응답을 주지 않았습니다',
  failed: '뒤에 있는 서버에서 응답을 얻지 못했습니다',
};

/** What was asked for, as far as the answer shows what it lacks. */
const noneOf = (f: { readonly sent?: string; readonly languages?: string }) => {
  if (f.languages !== undefined) return `요청한 언어의 내용이 없습니다(${f.languages})`;
  return f.sent === undefined
    ? '요청한 형식의 내용이 없습니다'
    : `요청한 미디어 유형의 내용이 없습니다(${f.sent})`;
};

/** What a service has against an idempotency key, and what that means. */
const keyUse: Readonly<Record<IdempotencyKeyUse, { readonly said: string; readonly means: string }>> = {
  reused: {
    said: '같은 멱등성 키가 이전에 다른 내용으로 사용되었습니다',
    means:
      '서비스는 같은 키의 요청을 한 번만 실행합니다. 이 키는 이전에 다른 내용으로 왔으므로 같은 요청의 반복일 수 없습니다.',
  },
  'in-progress': {
    said: '같은 멱등성 키의 요청이 아직 처리 중입니다',
    means: '서비스는 같은 키의 요청을 한 번만 실행하며, 첫 요청이 아직 끝나지 않았습니다.',
  },
};

export const statusFindings = {
  'fail/rate-limited': {
    verdict: (f) => {
      const limit = f.limit === undefined ? '' : `, 한도 ${f.limit}`;
      const wait = f.waitS === undefined ? '' : `, ${timeSpan(f.waitS * 1000)} 뒤에 다시 요청`;
      return failed(f, `요청이 너무 많습니다${limit}${wait}`);
    },
    explanation: (f) =>
      f.tooEarly
        ? '서비스가 요청을 줄이도록 요구하지만, 클라이언트가 안내된 시간만큼 기다리지 않았습니다.'
        : '서비스가 일정 시간 안의 요청을 줄이도록 요구합니다(RFC 6585 §4).',
    nextStep: (f) =>
      f.healed
        ? '반복되지 않는 한 조치할 필요가 없습니다.'
        : '누가 그렇게 많은 요청을 보내는지(반복, 여러 탭, 스크립트) 알아본 다음, 클라이언트가 Retry-After 시간만큼 기다리게 하거나 더 높은 한도를 요청하십시오.',
  },
  'fail/too-large': {
    verdict: (f) => {
      const bytes = f.sentBytes === undefined ? '' : `, ${f.sentBytes}바이트`;
      const cookies = f.cookieBytes === undefined ? '' : `, 그중 쿠키 ${f.cookieBytes}바이트`;
      return failed(f, `${largeWhat[f.what]}${bytes}${cookies}`);
    },
    explanation: () =>
      '경로에 있는 서버나 프록시가 요청의 크기를 제한합니다. 응답에는 한도가 나와 있지 않으며, 서비스 자체가 거부한 것이 아닌 경우가 많습니다.',
    nextStep: (f) => largeStep[f.what],
  },
  'fail/method-not-allowed': {
    verdict: (f) => {
      const what =
        f.status === 405
          ? `여기에서 허용되지 않는 메서드: ${f.method}`
          : f.status === 406
            ? noneOf(f)
            : `서비스가 받지 않는 미디어 유형입니다${f.sent === undefined ? '' : `(${f.sent})`}`;
      return failed(f, `${what}${f.allowed === undefined ? '' : `, 허용: ${f.allowed}`}`);
    },
    explanation: (f) =>
      f.status === 405
        ? '주소는 있지만 이 메서드를 받지 않습니다. 잘못된 주소, 이전 버전의 서비스, 메서드를 바꾼 리디렉션이 흔한 원인입니다.'
        : '보내는 형식과 이해하는 형식이 맞지 않습니다. 요청의 Content-Type과 Accept를 확인하십시오.',
    nextStep: (f) => `메서드, 주소, 미디어 유형을 정상 요청과 비교하십시오. ${searchStep(f)}`,
  },
  'fail/conflict': {
    verdict: (f) =>
      failed(
        f,
        f.keyUse !== undefined
          ? keyUse[f.keyUse].said
          : f.status === 409
            ? '현재 상태와 충돌합니다'
            : f.status === 412
              ? `조건${f.condition === undefined ? '' : `(${f.condition})`}이 충족되지 않았습니다`
              : '서비스가 조건(If-Match)을 요구합니다',
      ),
    explanation: (f) =>
      f.keyUse !== undefined
        ? keyUse[f.keyUse].means
        : f.status === 409
          ? '전송된 내용이 현재 상태와 맞지 않습니다. 이미 있거나 사용 중이거나 그사이에 변경되었습니다.'
          : f.status === 412
            ? '읽은 뒤에 다른 사람이 대상을 변경했습니다. 서비스가 그 변경을 보호합니다.'
            : '다른 사람의 변경을 덮어쓰지 않도록 서비스는 조건이 있는 변경만 받습니다.',
    nextStep: (f) =>
      f.keyUse === undefined
        ? `대상을 다시 읽고 변경을 반복하십시오. ${searchStep(f)}`
        : f.keyUse === 'reused'
          ? `새 요청마다 새 키를 사용하고, 요청을 반복할 때는 내용을 바꾸지 않고 같은 키를 사용하십시오. ${searchStep(f)}`
          : `기다린 뒤 같은 키와 같은 내용으로 요청을 반복하십시오. ${searchStep(f)}`,
  },
  'fail/gateway-envoy': {
    verdict: (f) => failed(f, `게이트웨이(Envoy)의 응답: ${envoySaid[f.cause]}`),
    explanation: () =>
      '이 응답은 게이트웨이가 직접 작성했습니다. 뒤에 있는 서비스는 요청을 모를 수 있지만 게이트웨이 로그에는 남아 있습니다.',
    nextStep: (f) => `${envoyStep[f.cause]} ${searchStep(f)}`,
  },
  'fail/gateway-cdn': {
    verdict: (f) => {
      const reference = f.reference === undefined ? '' : `(참조 번호 ${f.reference})`;
      return failed(f, `${f.cdn}의 응답${reference}: ${cdnSaid[f.trouble]}`);
    },
    explanation: (f) =>
      `이 응답은 뒤에 있는 서버를 대신하여 ${f.cdn} 쪽에서 직접 작성했습니다. 그 서버의 로그에는 아무것도 없을 수 있습니다.`,
    nextStep: (f) =>
      f.reference === undefined
        ? `${f.cdn} 뒤의 서버가 실행 중이고 ${f.cdn} 쪽에서 도달할 수 있는지, 그 서버의 방화벽 기록은 어떤지 확인하십시오.`
        : `뒤에 있는 서버에 ${f.cdn} 쪽에서 도달할 수 있는지 확인하십시오. ${f.cdn} 쪽에서 요청을 찾는 번호: ${f.reference}.`,
  },
  'fail/gateway-timeout': {
    verdict: (f) => {
      const waited = f.waitedMs === undefined ? '' : `, 경과 ${durationOf(f.waitedMs)}`;
      const limit = f.limitMs === undefined ? '' : `, 제한 ${timeSpan(f.limitMs)}`;
      return failed(f, `게이트웨이가 뒤에 있는 서비스를 기다리다가 포기했습니다${waited}${limit}`);
    },
    explanation: () =>
      '서비스가 게이트웨이의 대기 시간보다 오래 걸렸습니다. 작업이 계속되어 끝났을 수 있으니 변경을 반복하기 전에 확인하십시오.',
    nextStep: (f) => `그동안 서비스가 무엇을 했는지 알아보십시오. ${searchStep(f)}`,
  },
} satisfies Partial<GroupWords<'fail'>>;
