import type { ContentKind, CookieTrouble } from '../../../finding/finding-facts.ts';
import type { GroupWords } from '../../../words.ts';
import { request } from '../phrases.ts';

const kind: Readonly<Record<ContentKind, string>> = {
  json: 'JSON',
  html: 'HTML',
  xml: 'XML',
  image: '이미지',
  pdf: 'PDF',
  unknown: '내용',
};

const trouble: Readonly<Record<CookieTrouble, string>> = {
  expires: 'Expires가 날짜가 아님',
  'max-age': 'Max-Age가 숫자가 아님',
  path: 'Path가 /로 시작하지 않음',
  'same-site': 'SameSite가 알 수 없는 값임',
  'http-only': 'HttpOnly가 없어 스크립트가 읽을 수 있음',
  secure: 'Secure가 없어 평문으로 전송될 수 있음',
};

const cookieName = (cookie: string | undefined) => (cookie === undefined ? '쿠키' : `쿠키 ${cookie}`);

export const lintFindings: GroupWords<'lint'> = {
  'lint/bad-date': {
    verdict: (f) => `${request(f)}: HTTP에서 쓸 수 없는 날짜를 보냅니다(${f.field}).`,
    explanation: () => '이런 날짜는 쓸 수 없습니다. Expires라면 캐시가 먼 과거로 봅니다.',
    nextStep: () => '서버가 Sun, 06 Nov 1994 08:49:37 GMT 형식으로 날짜를 쓰게 하십시오(RFC 9110 §5.6.7).',
  },
  'lint/cache-control-conflict': {
    verdict: (f) =>
      f.first === f.second
        ? `${request(f)}: Cache-Control에 서로 다른 값이 두 번 있습니다(${f.first}).`
        : `${request(f)}: Cache-Control에 함께 쓸 수 없는 지시가 있습니다(${f.first}, ${f.second}).`,
    explanation: () => '서로 모순되며 캐시마다 다르게 해석합니다.',
    nextStep: () => '어느 쪽이 맞는지 정하고 나머지를 빼십시오(RFC 9111 §5.2.2).',
  },
  'lint/no-store-public': {
    verdict: (f) => `${request(f)}: Cache-Control에 public과 no-store가 함께 있습니다.`,
    explanation: () => 'no-store가 우선하여 아무것도 보관되지 않습니다. 의도와 다를 수 있습니다.',
    nextStep: () => 'public을 빼거나, 보관해도 된다면 no-store를 빼십시오(RFC 9111 §5.2.2).',
  },
  'lint/weak-etag-range': {
    verdict: (f) => `${request(f)}: 일부(206)를 약한 ETag와 함께 보냅니다.`,
    explanation: () =>
      '약한 검증자로는 두 부분이 같은 것인지 알 수 없어, 끊긴 내려받기가 처음부터 다시 시작됩니다.',
    nextStep: () => '나누어 제공하는 파일에는 강한 ETag를 보내십시오(RFC 9110 §13.1.5).',
  },
  'lint/vary-star': {
    verdict: (f) => `${request(f)}: Vary: *를 보냅니다.`,
    explanation: () => '보관된 응답이 어떤 요청에도 맞지 않으므로 아무것도 보관할 수 없습니다.',
    nextStep: () => '관련된 요청 필드를 적거나 Cache-Control: no-store를 쓰십시오(RFC 9110 §12.5.5).',
  },
  'lint/content-type-mismatch': {
    verdict: (f) =>
      f.mimeType === undefined
        ? `${request(f)}: Content-Type 없이 내용을 보냅니다${f.found === 'unknown' ? '' : `(${kind[f.found]})`}.`
        : `${request(f)}: 표시된 형식과 실제 내용이 다릅니다(표시 ${f.mimeType}, 실제 ${kind[f.found]}).`,
    explanation: () => '그러면 브라우저가 추측하거나, 다른 필드에 따라 응답을 거부합니다.',
    nextStep: () => '서버가 올바른 Content-Type을 밝히게 하십시오(RFC 9110 §8.3).',
  },
  'lint/redirect-without-location': {
    verdict: (f) => `${request(f)}: Location 없이 리디렉션합니다(${f.status}).`,
    explanation: () => '브라우저가 따라갈 수 없어 빈 페이지를 보여 줍니다.',
    nextStep: () => 'Location을 보내거나 리디렉션이 아닌 상태를 쓰십시오(RFC 9110 §15.4).',
  },
  'lint/content-with-204': {
    verdict: (f) => `${request(f)}: 204(내용 없음)인데 내용을 예고하거나 보냅니다.`,
    explanation: () => '이를 기다리거나 다음 응답으로 잘못 받아들이는 쪽이 있습니다.',
    nextStep: () => '내용과 함께 200을 보내거나 Content-Length 없이 204를 보내십시오(RFC 9110 §8.6).',
  },
  'lint/not-modified-without-validator': {
    verdict: (f) => `${request(f)}: 조건을 붙이지 않았는데 304(변경 없음)를 받았습니다.`,
    explanation: () =>
      '요청에 If-None-Match도 If-Modified-Since도 없으므로 브라우저에 보여 줄 것이 없을 수 있습니다.',
    nextStep: () => '304는 조건부 요청에만 보내고(RFC 9110 §15.4.5), 중간의 캐시를 확인하십시오.',
  },
  'lint/duplicate-header': {
    verdict: (f) => `${request(f)}: 서로 다른 값으로 두 번 이상 보낸 필드가 있습니다(${f.field}).`,
    explanation: () => '한 번만 쓸 수 있는 필드이며, 읽는 쪽마다 다른 값을 씁니다.',
    nextStep: () =>
      '이 필드를 쓰는 두 곳을 찾으십시오. 서비스와 게이트웨이인 경우가 많습니다(RFC 9110 §5.3).',
  },
  'lint/malformed-header': {
    verdict: (f) => `${request(f)}: 표준 형식에 맞지 않는 필드를 보냅니다(${f.field}).`,
    explanation: () => '읽는 쪽은 이런 필드를 없는 것으로 여깁니다.',
    nextStep: () => '값을 고치십시오. 문법은 그 필드의 표준에 있습니다.',
  },
  'lint/cookie-attributes': {
    verdict: (f) =>
      `${request(f)}: 설정하는 ${cookieName(f.cookie)}에 문제가 있습니다. ${trouble[f.trouble]}.`,
    explanation: () =>
      '브라우저는 이해하지 못하는 속성을 무시합니다. 세션 쿠키는 스크립트와 일반 http로부터 지켜야 합니다.',
    nextStep: () => 'Set-Cookie의 속성을 고치십시오(RFC 6265 §4.1.2).',
  },
  'lint/hsts': {
    verdict: (f) =>
      f.trouble === 'missing'
        ? `${request(f)}: 보안 페이지이지만 Strict-Transport-Security를 보내지 않습니다.`
        : `${request(f)}: Strict-Transport-Security에 max-age가 없습니다.`,
    explanation: () => '그러면 브라우저가 다음 방문 때 https를 강제하지 않습니다.',
    nextStep: () => 'Strict-Transport-Security: max-age=31536000을 보내십시오(RFC 6797 §6.1).',
  },
  'lint/secret-in-url': {
    verdict: (f) =>
      f.parameter === 'userinfo'
        ? `${request(f)}: 호스트 앞에 사용자 이름과 비밀번호가 있습니다.`
        : `${request(f)}: 주소에 자격 증명이 있습니다(${f.parameter}).`,
    explanation: () => '주소는 로그, 방문 기록, Referer 필드에 남습니다.',
    nextStep: () => '헤더 필드나 본문으로 보내고, 드러난 것은 쓸 수 없게 하십시오.',
  },
};
