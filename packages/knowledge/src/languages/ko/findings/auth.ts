import type { CookieLossCause } from '../../../finding/finding-facts.ts';
import { place } from '../../../finding/place.ts';
import { sameSiteOf } from '../../../finding/same-site.ts';
import { timeSpan } from '../../../finding/time-span.ts';
import type { GroupWords } from '../../../words.ts';
import { quote, request, search, searchStep } from '../phrases.ts';

/** RFC 6749 §4.1.2.1 and §5.2, OpenID Connect Core §3.1.2.6. */
const oauthCode: Readonly<Record<string, string>> = {
  access_denied: '사용자 또는 정책이 동의하지 않았습니다. 대개 누군가 취소를 눌렀습니다.',
  login_required:
    '페이지가 화면 없이 로그인 여부를 물었고, 로그인한 사람이 없었습니다. 이것은 답변이며 장애가 아닙니다.',
  interaction_required: '페이지가 화면 없이 물었지만, 로그인 서비스가 사용자에게 직접 확인하려 합니다.',
  consent_required: '페이지가 화면 없이 물었지만, 사용자가 애플리케이션의 요청에 아직 동의하지 않았습니다.',
  invalid_client: '로그인 서비스가 이 애플리케이션을 모르거나 그 증명 방식을 받아들이지 않습니다.',
  invalid_grant: '코드가 만료되었거나 이미 사용되었거나 다른 리디렉션 주소의 것입니다.',
  invalid_scope: '애플리케이션이 존재하지 않거나 허용되지 않은 범위(scope)를 요청합니다.',
  unauthorized_client: '이 애플리케이션은 이 방식으로 로그인시킬 수 없습니다.',
  server_error: '로그인 서비스 자체에 오류가 발생했습니다.',
  temporarily_unavailable: '로그인 서비스가 과부하 상태이거나 점검 중입니다.',
};

/** One cookie by its name, several with their number. */
const kept = ({ cookies, cookieCount }: { readonly cookies: string; readonly cookieCount: number }) =>
  cookieCount === 1 ? `쿠키(${cookies})` : `쿠키 ${cookieCount}개(${cookies})`;

/** How a session's cookie was lost. */
const lostBy: Readonly<Record<CookieLossCause, string>> = {
  removed: '다른 응답이 쿠키를 삭제했습니다',
  expired: '이미 지난 만료 시각으로 설정되었습니다',
  path: '다른 경로용으로 설정되었습니다',
  insecure: 'Secure가 있지만 http로 설정되었습니다',
  unknown: '이전 요청에는 있었지만 이 요청에는 없습니다',
};

export const authFindings: GroupWords<'auth'> = {
  'auth/unauthorized': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : ` 오류: ${quote(f.errorText)}.`;
      const healed = f.healed ? ' 다시 시도하여 성공했습니다.' : '';
      if (f.handshake !== undefined)
        return `${request(f)}: ${f.handshake} 로그인 절차대로 처음에 거부되었다가(${f.status}) 이후 받아들여졌습니다.`;
      if (f.status === 407) return `${request(f)}: 프록시가 먼저 로그인을 요구했습니다(407).${healed}${why}`;
      const what =
        f.status === 401 ? '서비스가 요청자를 인증하지 않아 거부했습니다(401)' : '접근이 금지되었습니다(403)';
      return `${request(f)}: ${what}.${healed}${why}${search(f)}`;
    },
    explanation: (f) => {
      if (f.handshake !== undefined)
        return '이러한 로그인은 여러 번 주고받으며, 마지막을 제외한 응답은 모두 거부입니다.';
      if (f.status === 403)
        return '서비스는 요청자를 알지만 허용하지 않습니다. 역할, 라이선스 또는 범위(scope)가 없거나 방화벽이 거부했습니다.';
      if (f.credentials === 'missing')
        return '이 요청에는 자격 증명이 없습니다. 같은 캡처의 다른 요청에는 있습니다.';
      if (f.credentials === 'sent')
        return '자격 증명이 전송되었지만 받아들여지지 않았습니다. 만료되었거나 취소되었거나 다른 서비스용입니다.';
      return '자격 증명이 전송되었는지 알 수 없습니다. 내보낼 때 모든 요청에서 제외되었습니다.';
    },
    nextStep: (f) => {
      if (f.healed) return '조치할 필요가 없습니다. 로그인은 거부 응답으로 시작하는 경우가 많습니다.';
      if (f.status === 407) return '프록시에 로그인하거나 이 호스트를 로그인 없이 통과시키십시오.';
      if (f.status === 403) return `사용자의 역할, 라이선스, 범위를 확인하십시오. ${searchStep(f)}`;
      return `로그아웃했다가 다시 로그인하여 시도하십시오. ${searchStep(f)}`;
    },
  },
  'auth/missing-credentials': {
    verdict: (f) => {
      const why = f.errorText === undefined || f.healed ? '' : ` 오류: ${quote(f.errorText)}.`;
      const healed = f.healed ? ' 다시 시도하여 성공했습니다.' : '';
      return `${request(f)}: Authorization도 쿠키도 없어 거부되었습니다(401).${healed}${why}${search(f)}`;
    },
    explanation: () =>
      '이 캡처에서 같은 사이트로 가는 다른 요청에는 자격 증명이 있습니다. 페이지가 여기에는 붙이지 않았거나 잃어버렸습니다.',
    nextStep: (f) =>
      f.healed
        ? '조치할 필요가 없습니다. 페이지가 다시 시도할 때 붙였습니다.'
        : '이 요청이 자격 증명 없이 전송되는 이유를 페이지 코드에서 찾으십시오. 그때까지는 다시 로그인하고 새로 고치십시오.',
  },
  'auth/no-challenge': {
    verdict: (f) => `${request(f)}: 응답이 401이지만 WWW-Authenticate가 없습니다.`,
    explanation: () =>
      'RFC 9110은 로그인 방법을 알려 주는 이 필드를 요구합니다. 일부러 빼는 서비스도 많으며, 이 필드에 의존하는 클라이언트는 스스로 로그인할 수 없습니다.',
    nextStep: () => '서비스가 401에 WWW-Authenticate(예: Bearer)를 함께 보내도록 하십시오.',
  },
  'auth/token-expired': {
    verdict: (f) => {
      const ago = f.expiredMs === 0 ? '그 순간' : `${timeSpan(f.expiredMs)} 전에`;
      const healed = f.healed ? ' 다시 시도하여 성공했습니다.' : '';
      return `${request(f)}: ${f.signedUrl ? '서명된 주소가' : '토큰이'} ${ago} 만료되어 거부되었습니다(${f.status}).${healed}${search(f)}`;
    },
    explanation: (f) =>
      f.signedUrl
        ? '주소 자체에 사용 기한(X-Amz-Expires, Expires, se)이 있으며, 서버 시계로 볼 때 요청 전에 지났습니다.'
        : '토큰의 exp 값(SAML은 NotOnOrAfter)이 서버 시계로 본 요청 시각보다 이전입니다.',
    nextStep: (f) => {
      if (f.healed) return '조치할 필요가 없습니다. 페이지가 정상적으로 새 토큰을 받았습니다.';
      return f.signedUrl
        ? '페이지를 새로 고쳐 새 주소를 받게 하십시오. 다시 발생하면 필요할 때 주소를 요청하게 하거나 유효 기간을 늘리십시오.'
        : '다시 로그인하십시오. 다시 발생하면 페이지가 토큰을 제때 갱신하지 않는 이유를 확인하십시오.';
    },
  },
  'auth/token-not-yet-valid': {
    verdict: (f) =>
      `${request(f)}: 토큰이 ${timeSpan(f.earlyMs)} 뒤에야 유효해져(${f.claim}) 거부되었습니다(${f.status}).${search(f)}`,
    explanation: () =>
      '서버 시계로 보면 토큰이 미래에 만들어졌습니다. 로그인 서비스와 이 서비스의 시계가 다릅니다.',
    nextStep: () =>
      '로그인 서비스와 거부한 서비스의 시계를 비교하고(NTP), 1분 정도의 차이는 허용하도록 하십시오.',
  },
  'auth/token-audience': {
    verdict: (f) =>
      `${request(f)}: 거부되었습니다(${f.status}). 오류: ${quote(f.errorText)}. 토큰의 내용은 ${f.claim}: ${f.value}입니다.${search(f)}`,
    explanation: (f) =>
      f.claim === 'aud'
        ? '토큰이 요청 대상이 아닌 다른 서비스용으로 만들어졌습니다.'
        : '토큰이 여기에서 신뢰하는 곳이 아닌 다른 로그인 서비스에서 만들어졌습니다.',
    nextStep: (f) =>
      `${f.claim} 값을 서비스가 받아들이는 값과 비교하고, 페이지의 로그인 설정이 환경에 맞는지 확인하십시오.`,
  },
  'auth/clock-skew': {
    verdict: (f) =>
      `${f.host === undefined ? '캡처를 기록한 컴퓨터의 시계가 서버보다' : `서버(${f.host})의 시계가 다른 서버 ${f.hosts}대보다`} ${timeSpan(f.skewMs)} ${f.ahead ? '빠릅니다' : '느립니다'}(${f.host === undefined ? `호스트 ${f.hosts}개의 응답 ${f.answers}개가 일치` : `응답 ${f.answers}개의 Date 기준`}).${f.refusals === 0 ? '' : ` 이 때문에 요청 ${f.refusals}개가 거부되었습니다.`}`,
    explanation: (f) =>
      f.host !== undefined
        ? '이 서버의 토큰은 다른 곳에서 보면 미래에 만들어졌거나 만료된 것처럼 보입니다.'
        : '이런 컴퓨터에서는 토큰이 만료되었거나 아직 유효하지 않은 것처럼 보이며, 캡처의 시각이 로그와 맞지 않습니다.',
    nextStep: (f) =>
      f.host !== undefined
        ? `서버(${f.host})의 시계를 네트워크(NTP)로 맞추십시오.`
        : `컴퓨터의 시계를 네트워크(NTP)로 맞추십시오. 시각으로 로그를 검색할 때는 ${timeSpan(f.skewMs)}만큼 ${f.ahead ? '빼십시오' : '더하십시오'}.`,
  },
  'auth/refresh-loop': {
    verdict: (f) =>
      `${place(f)}: 페이지가 1분 안에 새 토큰을 ${f.count}번 받았으며, 매번 401로 거부되었습니다(모두 ${f.refusals}회).${search(f)}`,
    explanation: () =>
      '토큰은 발급되지만 서비스가 받아들이지 않습니다. 다른 대상용이거나, 세션이 끝났거나, 시계가 맞지 않습니다.',
    nextStep: (f) => `토큰의 내용을 서비스가 받아들이는 값과 비교하십시오. ${searchStep(f)}`,
  },
  'auth/refresh-refused': {
    verdict: (f) =>
      `${request(f)}: 세션이 갱신되지 않았습니다(${f.status}). 오류: ${quote(f.errorText)}.${search(f)}`,
    explanation: () =>
      '갱신 토큰이 만료되었거나 취소되었거나 이미 사용되었습니다. 이후 세션이 필요한 작업은 모두 실패합니다.',
    nextStep: () =>
      '다시 로그인하십시오. 여러 사람에게 발생하면 비밀번호 규칙, 키, 세션 유효 기간이 변경되었는지 확인하십시오.',
  },
  'auth/oauth-error': {
    verdict: (f) =>
      f.inCallback
        ? `${place(f)}: 로그인 서비스가 브라우저를 오류와 함께 이 주소로 돌려보냈습니다. 오류: ${quote(f.errorText)}.${search(f)}`
        : `${request(f)}: ${f.inRedirect ? '브라우저를 오류와 함께 돌려보냈습니다' : `${f.status} 응답이 왔습니다`}. 오류: ${quote(f.errorText)}.${search(f)}`,
    explanation: (f) =>
      oauthCode[f.code] ?? '로그인 서비스가 거부했습니다. 이유는 코드가 알려 줍니다(RFC 6749).',
    nextStep: (f) => {
      if (f.code === 'access_denied')
        return '누군가 취소를 눌렀다면 조치할 필요가 없습니다. 아니라면 그 사람이 애플리케이션을 사용할 수 있는지, 동의가 있었는지 관리자에게 문의하십시오.';
      return /_required$|_pending$|slow_down/.test(f.code)
        ? '이어져야 할 로그인이 나타나지 않는 경우가 아니면 조치할 필요가 없습니다.'
        : '로그인 서비스에 등록된 애플리케이션(클라이언트, 리디렉션 주소, 범위)을 전송된 내용과 비교하고 그 로그를 확인하십시오.';
    },
  },
  'auth/redirect-to-login': {
    verdict: (f) => {
      const healed = f.healed ? ' 나중에 성공했습니다.' : '';
      return `${request(f)}: 응답 대신 로그인 페이지(${f.target})로 리디렉션되었습니다(${f.status}).${healed}${search(f)}`;
    },
    explanation: () =>
      '세션이 끝났습니다. 데이터를 요청하는 페이지는 그곳에서 로그인할 수 없으며, 로그인 페이지 또는 그 대신 CORS 오류를 받습니다.',
    nextStep: (f) =>
      f.healed
        ? '반복되지 않는 한 조치할 필요가 없습니다.'
        : '페이지를 새로 고치고 로그인하십시오. 페이지가 알 수 있도록 서비스는 이런 요청에 401로 응답해야 합니다.',
  },
  'auth/redirect-loop': {
    verdict: (f) =>
      `${place(f)}: 이 주소와 로그인 페이지(${f.target})가 브라우저를 서로에게 ${f.hops}번 보냈습니다.${search(f)}`,
    explanation: () =>
      '로그인 쪽에서는 로그인된 상태이지만 서비스 쪽에서는 아닙니다. 대개 서비스의 쿠키가 저장되지 않거나 다시 전송되지 않습니다.',
    nextStep: () =>
      '두 호스트의 쿠키를 삭제하고 다시 시도하십시오. 그런 다음 서비스의 Set-Cookie(SameSite, Domain, Secure)와 시계를 확인하십시오.',
  },
  'auth/saml-refused': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : ` 오류: ${quote(f.errorText)}.`;
      return `${place(f)}: SAML 응답의 상태가 ${f.samlStatus}입니다.${why}`;
    },
    explanation: () =>
      'ID 공급자가 로그인을 허용하지 않았습니다. 앞뒤의 HTTP 상태는 정상으로 보일 수 있습니다.',
    nextStep: () => '그 시각의 ID 공급자 로그에서 계정, 애플리케이션 할당, 양쪽 설정을 확인하십시오.',
  },
  'auth/lost-on-redirect': {
    verdict: (f) =>
      `${request(f)}: 다른 호스트(${f.from})에서 리디렉션되면서 Authorization을 잃어 거부되었습니다(${f.status}).${search(f)}`,
    explanation: () =>
      '리디렉션이 다른 출처로 향하면 브라우저는 다른 곳에 넘어가지 않도록 Authorization을 제거합니다.',
    nextStep: (f) =>
      `페이지가 최종 호스트(${f.host})에 직접 요청하게 하십시오. Authorization이 있는 요청을 다른 호스트, 스킴, 포트로 리디렉션하지 않아야 합니다.`,
  },
  'auth/cookie-samesite': {
    verdict: (f) =>
      `${request(f)}: 브라우저가 ${kept(f)}를 저장하지 않았습니다. ${f.reason === 'SameSiteNoneInsecure' ? 'SameSite=None에는 Secure가 필요합니다' : `${sameSiteOf(f.reason)} 쿠키는 다른 사이트의 페이지에서 설정할 수 없습니다`}.`,
    explanation: () =>
      '내보낸 파일에는 이런 쿠키도 저장된 것처럼 나오지만, 다음 요청에는 포함되지 않습니다. SameSite가 없는 쿠키는 Lax로 간주됩니다.',
    nextStep: (f) =>
      f.reason === 'SameSiteNoneInsecure'
        ? '서비스가 Set-Cookie에 Secure를 추가하도록 하십시오.'
        : '다른 사이트의 페이지 안에서도 쿠키가 필요하면 서비스가 SameSite=None; Secure로 설정하도록 하십시오.',
  },
  'auth/cookie-domain': {
    verdict: (f) =>
      `${request(f)}: 브라우저가 ${kept(f)}를 저장하지 않았습니다. Domain=${f.domain} 값이 호스트(${f.host})를 포함하지 않거나 너무 넓습니다.`,
    explanation: () =>
      '쿠키는 응답하는 호스트나 그 상위 도메인에 설정할 수 있지만, 누구나 등록할 수 있는 이름에는 설정할 수 없습니다.',
    nextStep: () => '서비스가 Set-Cookie의 Domain을 고치거나 생략하도록 하십시오.',
  },
  'auth/cookie-prefix': {
    verdict: (f) =>
      `${request(f)}: 브라우저가 ${kept(f)}를 저장하지 않았습니다. 이름의 접두사가 요구하는 속성이 없습니다.`,
    explanation: () =>
      '__Secure- 이름에는 Secure와 https가 필요하며, __Host- 이름에는 Path=/도 필요하고 Domain이 없어야 합니다.',
    nextStep: () => '서비스가 Set-Cookie에 속성을 추가하거나 이름을 바꾸도록 하십시오.',
  },
  'auth/cookie-too-large': {
    verdict: (f) =>
      `${request(f)}: 브라우저가 ${kept(f)}를 저장하지 않았습니다. ${f.sizeBytes === undefined ? '이름과 값이 한도인 4096바이트를 넘습니다' : `이름과 값이 ${f.sizeBytes}바이트이며 한도는 4096입니다`}.`,
    explanation: () => '한도를 넘는 쿠키는 아무 알림 없이 버려지며, 다음 요청에는 포함되지 않습니다.',
    nextStep: () => '데이터는 서비스 쪽에 보관하고 쿠키에는 짧은 ID만 넣도록 하십시오.',
  },
  'auth/cookie-third-party': {
    verdict: (f) =>
      f.told
        ? `${place(f)}: 브라우저가 다른 사이트의 페이지에서 ${kept(f)}를 사용하지 못하게 합니다. 타사 쿠키를 차단하며, 브라우저가 직접 그렇게 알립니다.`
        : `${place(f)}: 다른 사이트의 페이지에 ${kept(f)}를 설정했지만 이후 요청 ${f.chances}개 중 어느 것에도 포함되지 않았습니다. 브라우저가 타사 쿠키를 차단합니다.`,
    explanation: () =>
      '다른 페이지에 삽입된 서비스는 이렇게 세션을 유지할 수 없습니다. 추적기라면 의도된 것이지만 로그인이라면 장애입니다.',
    nextStep: () =>
      '이 사이트의 타사 쿠키를 허용하고 다시 시도하십시오. 근본적으로는 같은 사이트로 통합하거나 Partitioned 쿠키 또는 Storage Access API를 사용합니다.',
  },
  'auth/cookie-lost': {
    verdict: (f) =>
      `${request(f)}: 세션 쿠키(${f.cookie}) 없이 전송되어 거부되었습니다(${f.status}). ${lostBy[f.cause]}.${search(f)}`,
    explanation: () => '그사이에 로그아웃은 없었습니다. 서비스는 누구의 요청인지 더 이상 알지 못합니다.',
    nextStep: () =>
      '다시 로그인하십시오. 다시 발생하면 쿠키의 유효 기간, Path, Domain을 이 요청의 시각 및 주소와 비교하십시오.',
  },
  'auth/scope-missing': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : ` 오류: ${quote(f.errorText)}.`;
      const asked = f.required === undefined ? '' : ` 필요한 범위: ${f.required}.`;
      const has = f.granted === undefined ? '' : ` 토큰의 범위: ${f.granted}.`;
      return `${request(f)}: 권한이 없어 거부되었습니다(${f.status}).${why}${asked}${has}${search(f)}`;
    },
    explanation: () => '서비스는 요청자를 알지만, 이 작업에 필요한 범위(scope), 역할 또는 권한이 없습니다.',
    nextStep: () =>
      '관리자가 역할을 부여하거나 애플리케이션에 범위를 부여한 뒤 다시 로그인하십시오. 토큰은 만들어질 때의 내용을 유지합니다.',
  },
  'auth/firewall-refused': {
    verdict: (f) => {
      const reference = f.reference === undefined ? '' : `, 참조 번호 ${f.reference}`;
      return `${request(f)}: 서비스 앞의 ${f.vendor}에서 거부했습니다(${f.status}${reference}).`;
    },
    explanation: () =>
      '방화벽 또는 봇 방지 기능의 결정입니다. 서비스는 이 요청을 보지 못했으며 로그에도 남지 않습니다.',
    nextStep: (f) =>
      f.reference === undefined
        ? `서비스의 ${f.vendor} 담당자에게 컴퓨터의 주소를 알려 주고, 그 시각에 어떤 규칙이 적용되었는지 문의하십시오.`
        : `서비스의 ${f.vendor} 담당자에게 어떤 규칙이 적용되었는지 문의하십시오(참조 번호 ${f.reference}).`,
  },
  'auth/csrf': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : ` 오류: ${quote(f.errorText)}.`;
      const field =
        f.missingField === undefined ? '' : ` 다른 요청에는 있는 필드가 없습니다(${f.missingField}).`;
      return `${request(f)}: 위조 요청 방지(CSRF) 토큰이 없거나 오래되어 거부되었습니다(${f.status}).${why}${field}${search(f)}`;
    },
    explanation: () =>
      '서비스는 변경 작업을 페이지가 세션과 함께 받은 토큰에 연결합니다. 오래된 페이지, 두 번째 탭, 잃어버린 쿠키는 이 연결을 끊습니다.',
    nextStep: () =>
      '페이지를 새로 고치고 다시 시도하십시오. 다시 발생하면 토큰 필드를 정상 요청의 것과 비교하십시오.',
  },
  'auth/client-certificate': {
    verdict: (f) => {
      const code = f.code === undefined ? '' : `(${f.code})`;
      const why = f.errorText === undefined ? '' : ` 오류: ${quote(f.errorText)}.`;
      return f.status === undefined
        ? `${request(f)}: 연결되지 않았습니다. 서버가 클라이언트 인증서를 요구합니다${code}.`
        : `${request(f)}: 거부되었습니다(${f.status}). 서버가 클라이언트 인증서를 요구합니다.${why}${search(f)}`;
    },
    explanation: () => '인증서가 없거나, 선택되지 않았거나, 서버가 전송된 인증서를 받아들이지 않습니다.',
    nextStep: () =>
      '인증서가 키와 함께 설치되어 있고 만료되지 않았는지, 올바른 인증서가 선택되는지, 서버가 발급자를 신뢰하는지 확인하십시오.',
  },
};
