import type { CorsHeaderFacts, CorsSign } from '../../../finding/finding-facts.ts';
import type { FindingSentences, GroupWords } from '../../../words.ts';
import { quote, request, search, searchStep } from '../phrases.ts';

/** A finding that one header field decides: the verdict names it, only the explanation differs. */
const header = (explanation: string): FindingSentences<CorsHeaderFacts> => ({
  verdict: (f) => {
    const says =
      f.actual === undefined
        ? `${f.header} 없음, 필요한 값 ${f.expected}`
        : `${f.header}: ${f.actual}, 필요한 값 ${f.expected}`;
    return f.preflight
      ? `${request(f)}: 브라우저가 페이지(${f.origin})의 이 요청을 보내지 않았습니다. 프리플라이트 응답(${f.status})의 문제: ${says}.`
      : `${request(f)}: 브라우저가 결과를 페이지(${f.origin})에 넘기지 않았습니다. 응답(${f.status})의 문제: ${says}.${search(f)}`;
  },
  explanation: (f) =>
    f.preflight && f.status >= 400
      ? `${explanation} 프리플라이트 응답 상태는 ${f.status}입니다. 대개 서비스에 도달하기 전에 게이트웨이나 로그인이 OPTIONS를 거부합니다.`
      : explanation,
  nextStep: (f) => {
    const to = f.preflight ? '프리플라이트(OPTIONS)' : '요청';
    return /Methods|Headers/.test(f.header)
      ? `서비스의 프리플라이트(OPTIONS) 응답에서 ${f.header} 목록에 다음을 추가하도록 하십시오(${f.expected}).`
      : `서비스 또는 그 앞의 게이트웨이가 ${to}에 다음 필드로 응답하도록 하십시오(${f.header}: ${f.expected}).`;
  },
});

const signs: Readonly<Record<CorsSign, string>> = {
  'preflight-refused': '프리플라이트가 거부되어 요청이 전송되지 않았습니다',
  'preflight-insufficient': '프리플라이트에 응답은 있었지만 허용이 부족하여 요청이 전송되지 않았습니다',
  'answer-withheld': '응답은 도착했지만 페이지가 읽도록 허용되지 않았습니다',
  'not-in-capture': '브라우저 스스로 거부했습니다',
};

export const corsFindings: GroupWords<'cors'> = {
  'cors/missing-allow-origin': header(
    '페이지는 응답이 허용할 때만 다른 출처의 응답을 읽을 수 있습니다. 서비스는 응답했으며, 페이지에만 전달되지 않았습니다.',
  ),
  'cors/allow-origin-mismatch': header(
    '응답이 페이지가 아닌 다른 출처를 허용합니다. 값이 고정되어 있거나, Vary: Origin이 없어 캐시가 다른 출처용 응답을 보관하고 있습니다.',
  ),
  'cors/multiple-allow-origin': header(
    '출처 하나 또는 *만 유효합니다. 설정에 목록이 들어 있거나, 서비스와 게이트웨이가 모두 이 필드를 추가합니다.',
  ),
  'cors/invalid-allow-origin': header(
    '값이 출처가 아닙니다. 출처는 스킴과 호스트, 필요한 경우 포트로 이루어지며 경로는 없습니다.',
  ),
  'cors/wildcard-with-credentials': header(
    '페이지가 쿠키 같은 자격 증명과 함께 요청했습니다. 이때 *는 유효하지 않으며 응답이 출처를 명시해야 합니다.',
  ),
  'cors/no-allow-credentials': header(
    '페이지가 쿠키 같은 자격 증명과 함께 요청했습니다. 이때 응답은 소문자 true로 자격 증명도 허용해야 합니다.',
  ),
  'cors/preflight-missing-allow-origin': header(
    '이런 요청 전에 브라우저는 허가를 구하며(프리플라이트), 응답은 어떤 페이지에도 허가를 주지 않습니다.',
  ),
  'cors/preflight-allow-origin-mismatch': header(
    '이런 요청 전에 브라우저는 허가를 구하며(프리플라이트), 응답은 페이지의 출처가 아닌 것(다른 출처, 여러 출처, 유효하지 않은 값)에 허가를 줍니다.',
  ),
  'cors/preflight-wildcard': header(
    '페이지가 쿠키 같은 자격 증명을 보내려 합니다. 이때 *는 유효하지 않으며 프리플라이트 응답이 출처를 명시해야 합니다.',
  ),
  'cors/preflight-no-allow-credentials': header(
    '페이지가 쿠키 같은 자격 증명을 보내려 합니다. 이때 프리플라이트 응답은 자격 증명도 허용해야 합니다.',
  ),
  'cors/preflight-method': header(
    '프리플라이트 응답에 이 메서드가 없습니다. 대소문자를 구분하며, 자격 증명이 있는 요청에는 *가 유효하지 않습니다.',
  ),
  'cors/preflight-header': header(
    '프리플라이트 응답에 페이지가 보내려는 필드가 모두 있지는 않습니다. 자격 증명이 있는 요청에는 *가 유효하지 않습니다.',
  ),
  'cors/masked-server-error': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : ` 오류: ${quote(f.errorText)}.`;
      return `${request(f)}: ${f.status} 상태로 실패했습니다.${why} 브라우저에는 대신 CORS 오류(${f.reason})가 표시됩니다.${search(f)}`;
    },
    explanation: (f) =>
      `오류 페이지에는 서비스라면 보냈을 허용(여기서는 ${f.origin})이 빠진 경우가 많습니다. 상태 코드가 원인이고 CORS 오류는 증상입니다.`,
    nextStep: (f) =>
      `먼저 ${f.status} 오류를 해결하십시오. 그런 다음 오류 페이지에도 Access-Control-Allow-Origin을 넣어 페이지가 실패 내용을 표시할 수 있게 하십시오. ${searchStep(f)}`,
  },
  'cors/preflight-status': {
    verdict: (f) =>
      `${request(f)}: 브라우저가 페이지(${f.origin})의 이 요청을 보내지 않았습니다. 프리플라이트 응답 상태가 ${f.status}이며, 200~299만 유효합니다.`,
    explanation: () =>
      '응답은 출처를 허용하지만 프리플라이트는 성공해야 합니다. 대개 OPTIONS 처리가 없거나 그 전에 로그인을 요구합니다.',
    nextStep: () => '서비스가 이 경로의 OPTIONS에 로그인 없이 204로 응답하도록 하십시오.',
  },
  'cors/preflight-redirect': {
    verdict: (f) => {
      const target = f.target === undefined ? '' : `, 대상: ${f.target}`;
      return `${request(f)}: 브라우저가 페이지(${f.origin})의 이 요청을 보내지 않았습니다. 프리플라이트가 리디렉션되었으며(${f.status}${target}) 이는 허용되지 않습니다.`;
    },
    explanation: () =>
      '브라우저는 프리플라이트의 리디렉션을 따르지 않습니다. 대개 로그인, http에서 https로의 전환, 끝에 빠진 슬래시가 원인입니다.',
    nextStep: () => '페이지가 최종 주소를 요청하게 하거나, 리디렉션 전에 OPTIONS에 204로 응답하게 하십시오.',
  },
  'cors/redirect-credentials': {
    verdict: (f) =>
      `${request(f)}: 브라우저가 페이지(${f.origin})의 리디렉션을 따르지 않았습니다. 대상 주소(${f.target})에 사용자 이름이나 비밀번호가 들어 있습니다(${f.status}).`,
    explanation: () =>
      '다른 사람의 자격 증명을 추측할 수 없도록, 다른 출처의 페이지를 자격 증명이 든 주소로 보낼 수 없습니다.',
    nextStep: () =>
      '서비스가 사용자 이름과 비밀번호가 없는 주소로 리디렉션하도록 하십시오. 쿼리에 짧게 유효한 서명을 넣으면 됩니다.',
  },
  'cors/header-not-exposed': {
    verdict: (f) =>
      `${request(f)}: ${f.status} 상태로 실패했으며, Access-Control-Expose-Headers에 없어 페이지가 읽을 수 없는 필드가 있습니다(${f.header}).${search(f)}`,
    explanation: () =>
      '다른 출처의 페이지는 응답의 일부 필드와 응답이 나열한 필드만 읽을 수 있습니다. 이 필드가 없으면 페이지는 무작정 재시도하거나 ID를 표시하지 못합니다.',
    nextStep: (f) => `서비스가 Access-Control-Expose-Headers에 다음 필드를 추가하도록 하십시오(${f.header}).`,
  },
  'cors/repeated-preflights': {
    verdict: (f) =>
      `${request(f)}: 응답에 Access-Control-Max-Age가 없어 한 경로에 대한 프리플라이트 ${f.count}개에 모두 ${f.preflightMs} ms가 걸렸습니다.`,
    explanation: () =>
      '이 필드가 없으면 브라우저는 프리플라이트를 5초만 기억하며, 매번 요청 전에 한 번 더 왕복합니다.',
    nextStep: () =>
      '서비스가 프리플라이트에 Access-Control-Max-Age로 응답하도록 하십시오(예: 7200, 브라우저는 최대 2시간 또는 그 이하만 받아들입니다).',
  },
  'cors/authorization-wildcard': {
    verdict: (f) =>
      `${request(f)}: 프리플라이트 응답이 Access-Control-Allow-Headers: *만으로 Authorization을 허용하며, 브라우저는 앞으로 이를 거부합니다.`,
    explanation: () => '지금은 콘솔 경고와 함께 동작합니다. 표준은 이름 자체를 요구합니다.',
    nextStep: () => '서비스가 Access-Control-Allow-Headers에 Authorization을 명시하도록 하십시오.',
  },
  'cors/private-network': {
    verdict: (f) => {
      const from = f.origin === undefined ? '' : `페이지(${f.origin})의 `;
      return `${request(f)}: 브라우저가 ${from}이 요청을 막았습니다. 호스트가 로컬 네트워크에 있으며 페이지에 접근 허가가 없습니다(${f.reason}).`;
    },
    explanation: () =>
      '브라우저는 인터넷 페이지로부터 로컬 네트워크를 보호합니다. 사용자의 허용이 필요합니다. 이전 버전은 그 대신 프리플라이트로 호스트의 허용을 구했습니다.',
    nextStep: () =>
      '브라우저의 사이트 설정이나 정책에서 페이지의 로컬 네트워크 접근을 허용하십시오. 이전 버전에서는 호스트가 프리플라이트에 Access-Control-Allow-Private-Network: true로 응답하도록 하십시오.',
  },
  'cors/suspected': {
    verdict: (f) => {
      const status = f.status === undefined ? '' : `(${f.status})`;
      const origin = f.origin === undefined ? '' : `(${f.origin})`;
      return `${request(f)}: 브라우저가 결과를 페이지${origin}에 넘기지 않았으며, 원인은 CORS로 보입니다. ${signs[f.sign]}${status}.${search(f)}`;
    },
    explanation: (f) => {
      if (f.sign === 'not-in-capture')
        return '캡처에 응답도 프리플라이트도 없어 정확한 이유를 알 수 없습니다.';
      if (f.reason !== undefined) return `응답이 CORS에서 따를 수 없는 곳으로 리디렉션합니다(${f.reason}).`;
      return f.allowedOrigin === undefined
        ? '응답에는 정확한 이유가 없습니다. 이유는 브라우저 콘솔에만 표시됩니다.'
        : `응답이 허용하는 출처: ${f.allowedOrigin}. 정확한 이유는 브라우저 콘솔에만 표시됩니다.`;
    },
    nextStep: (f) =>
      f.sign === 'not-in-capture'
        ? '브라우저 콘솔을 확인하거나, 응답과 프리플라이트를 남기는 Chrome 또는 Edge의 DevTools로 다시 기록하십시오.'
        : 'Origin 및 Access-Control-Request-* 값을 응답의 Access-Control-Allow-* 값과 비교하고 브라우저 콘솔을 확인하십시오.',
  },
};
