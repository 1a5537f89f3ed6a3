import type { ResponsePolicy } from '../../../finding/finding-facts.ts';
import type { GroupWords } from '../../../words.ts';
import { request } from '../phrases.ts';

const coded = (code: string | undefined) => (code === undefined ? '' : `(${code})`);
const holding = (value: string | undefined) => (value === undefined ? '' : `(${value})`);

const policyCause: Readonly<Record<ResponsePolicy, string>> = {
  'resource-policy': '응답의 Cross-Origin-Resource-Policy',
  'embedder-policy': '페이지의 Cross-Origin-Embedder-Policy(응답에 Cross-Origin-Resource-Policy가 없음)',
  'opener-policy': 'Cross-Origin-Opener-Policy 설정',
  framing: '응답의 X-Frame-Options 또는 frame-ancestors',
  opaque: 'Opaque Response Blocking(응답이 페이지에서 쓰이는 용도와 맞지 않음)',
};

const policyStep: Readonly<Record<ResponsePolicy, string>> = {
  'resource-policy':
    '응답에 Cross-Origin-Resource-Policy: cross-origin을 넣거나 페이지와 같은 사이트에서 제공하십시오.',
  'embedder-policy': '응답에 Cross-Origin-Resource-Policy: cross-origin을 넣거나 CORS로 요청하십시오.',
  'opener-policy': '두 페이지의 Cross-Origin-Opener-Policy를 비교하십시오.',
  framing:
    'Content-Security-Policy: frame-ancestors에서 페이지의 출처를 허용하고 X-Frame-Options를 빼십시오.',
  opaque:
    '그 주소가 무엇을 응답하는지 확인하십시오. 이미지나 스크립트 자리에 오류나 JSON이 오는 경우가 많습니다.',
};

export const blockFindings: GroupWords<'block'> = {
  'block/by-client': {
    verdict: (f) => `${request(f)}: 브라우저 안의 무언가가 요청을 막았습니다${coded(f.code)}.`,
    explanation: (f) =>
      f.code === undefined
        ? '요청은 전송되지 않았고 캡처에 이유가 없습니다. 확장 프로그램, 광고 차단기 또는 개발자 도구의 차단일 수 있습니다.'
        : '확장 프로그램, 광고 차단기 또는 개발자 도구의 차단입니다. 서비스는 이 요청을 보지 못했습니다.',
    nextStep: () =>
      '확장 프로그램이 없는 시크릿 창에서 다시 시도하고, 개발자 도구의 “Network request blocking”을 확인하십시오.',
  },
  'block/by-administrator': {
    verdict: (f) => `${request(f)}: 브라우저 관리자가 금지한 요청입니다${coded(f.code)}.`,
    explanation: () =>
      '관리되는 브라우저의 정책에 이 주소가 들어 있습니다. 서비스는 이 요청을 보지 못했습니다.',
    nextStep: () =>
      'chrome://policy(URLBlocklist)를 확인하고 관리자에게 호스트를 허용해 달라고 요청하십시오.',
  },
  'block/content-security-policy': {
    verdict: (f) =>
      f.unseen
        ? `${request(f)} 페이지: Content-Security-Policy${holding(f.directive)} 때문에 요청이 되기 전에 차단되었습니다. 대상: ${f.blocked}.`
        : f.reported
          ? `${request(f)}: 페이지의 Content-Security-Policy${holding(f.directive)} 때문에 차단된 대상을 브라우저가 보고했습니다. 대상: ${f.blocked}.`
          : `${request(f)}: 페이지의 Content-Security-Policy${holding(f.directive)} 때문에 차단되었습니다. 목록에 없는 대상: ${f.blocked}.`,
    explanation: (f) =>
      f.nonceOfACachedPage
        ? '이 정책은 응답마다 바뀌는 nonce로 스크립트를 허용하는데, 이 페이지는 캐시에서 나와 다른 응답의 nonce를 담고 있습니다.'
        : '브라우저는 페이지의 정책에 적힌 것만 불러옵니다. 거부된 것은 대부분 캡처에 흔적을 남기지 않습니다.',
    nextStep: (f) =>
      f.nonceOfACachedPage
        ? '이런 페이지를 캐시에 남기지 말거나(Cache-Control: no-store) 정책에서 nonce 대신 해시를 사용하십시오. 우선 캐시를 비우십시오.'
        : `필요한 대상이라면 정책에 추가하십시오(${f.blocked}). 콘솔과 Issues 패널에 거부된 것이 하나씩 나옵니다.`,
  },
  'block/response-policy': {
    verdict: (f) =>
      `${request(f)}: 응답이 왔지만 브라우저가 페이지에 넘기지 않았습니다. 원인: ${policyCause[f.policy]}${holding(f.value)}, ${f.code}.`,
    explanation: () => '서비스는 정상입니다. 이 페이지가 응답을 쓸 수 없다고 헤더 필드가 말하고 있습니다.',
    nextStep: (f) => policyStep[f.policy],
  },
  'block/nosniff': {
    verdict: (f) =>
      `${request(f)}: 브라우저가 사용하지 않았습니다. 표시된 형식이 맞지 않고(표시 ${f.mimeType}, 필요 ${f.expected}) nosniff가 추측을 금지합니다.`,
    explanation: (f) =>
      f.mimeType === 'text/html'
        ? '파일 대신 오류 페이지나 로그인 페이지가 상태 200으로 온 경우가 많습니다.'
        : '서버가 보내는 파일의 종류를 알지 못합니다.',
    nextStep: (f) =>
      `응답의 내용을 확인하고, 서버가 올바른 파일을 Content-Type: ${f.expected} 형식으로 보내게 하십시오.`,
  },
  'block/integrity': {
    verdict: (f) =>
      `${request(f)}: 내용이 페이지가 기대한 것(integrity, ${f.algorithm})과 달라 브라우저가 실행하지 않았습니다.`,
    explanation: () =>
      '캡처된 내용의 다이제스트가 페이지의 값과 다릅니다. 페이지가 만들어진 뒤나 전송 중에 파일이 바뀌었습니다.',
    nextStep: () =>
      '콘솔에서 “integrity”를 찾아보고, 페이지의 다이제스트를 갱신하거나 파일을 되돌리십시오. 스크립트를 고쳐 쓰는 프록시 때문일 수도 있습니다.',
  },
  'block/mixed-content': {
    verdict: (f) =>
      `${request(f)}: 보안 페이지 ${f.page}에서 일반 http로 요청하여 브라우저가 보내지 않았습니다.`,
    explanation: () =>
      '브라우저는 https 페이지를 바꿀 수 있는 것을 http로 불러오지 못하게 합니다(혼합 콘텐츠).',
    nextStep: () => 'https로 요청하거나 https로 제공하십시오.',
  },
  'block/proxy-authentication': {
    verdict: (f) =>
      f.code === undefined
        ? `${request(f)}: 프록시가 407로 거부했습니다. 누구의 요청인지 밝힐 것을 요구합니다.`
        : `${request(f)}: 프록시가 통과시키지 않았습니다${coded(f.code)}.`,
    explanation: (f) =>
      f.code === undefined
        ? '응답은 서비스가 아니라 프록시에서 왔습니다. 서비스는 이 요청을 보지 못했습니다.'
        : '프록시가 호스트로 가는 터널을 거부했습니다. 인증이 필요하거나 규칙이 이 호스트를 금지합니다. 브라우저는 어느 쪽인지 알려 주지 않습니다.',
    nextStep: () =>
      '이 호스트에 대한 프록시의 인증과 규칙을 확인하고, 프록시가 없는 네트워크와 비교하십시오.',
  },
  'block/interception': {
    verdict: (f) => {
      const vendor = f.vendor === undefined ? '' : `(${f.vendor})`;
      return f.blockPage
        ? `${request(f)}: 서비스가 아니라 보안 게이트웨이${vendor}가 거부 페이지로 응답했습니다.`
        : `${request(f)}: 보안 게이트웨이${vendor}를 거친 표시가 있습니다.`;
    },
    explanation: (f) =>
      f.blockPage
        ? '회사의 규칙이 이 주소나 그 범주를 차단합니다. 서비스는 이 요청을 보지 못했습니다.'
        : '흔한 일이며 문제가 아닐 수 있습니다. 검사 때문에 응답이 느려지거나 끊기거나 바뀔 수 있습니다.',
    nextStep: (f) =>
      f.blockPage
        ? '페이지의 참조 번호를 게이트웨이 담당자에게 전하고 호스트를 허용해 달라고 요청하십시오.'
        : '다른 이상이 있으면 게이트웨이가 없는 네트워크와 비교하십시오.',
  },
  'block/captive-portal': {
    verdict: (f) =>
      f.portal === undefined
        ? `${request(f)}: 511 응답을 받았습니다. 네트워크가 먼저 로그인을 요구합니다.`
        : `${request(f)}: 네트워크가 다른 곳으로 보냈습니다(${f.portal}). 먼저 로그인하거나 약관에 동의해야 합니다.`,
    explanation: () => '게스트 네트워크는 누군가 로그인할 때까지 모든 서비스를 대신하여 응답합니다.',
    nextStep: () => '브라우저에서 일반 http 주소를 열어 네트워크에 로그인한 뒤 다시 기록하십시오.',
  },
};
