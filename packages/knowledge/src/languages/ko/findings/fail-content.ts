import type { BrokenJson, InBodyFacts, PageKind } from '../../../finding/finding-facts.ts';
import type { GroupWords } from '../../../words.ts';
import { quote, request, search, searchStep } from '../phrases.ts';

const inside = (f: InBodyFacts, how: string) =>
  `${request(f)}: ${f.status} 응답이지만 ${how}. 오류: ${quote(f.errorText)}.${search(f)}`;

const transportOnly =
  '상태 코드는 전송 결과만 나타내며, 요청한 작업은 실패했습니다. 상태별 목록에는 나타나지 않습니다.';

const pageName: Readonly<Record<PageKind, string>> = {
  'sign-in': '로그인 페이지',
  refused: '거부 페이지(방화벽 또는 로봇 검사)',
  maintenance: '점검 안내 페이지',
  error: '오류 페이지',
  application: '애플리케이션 자체의 페이지',
  other: '페이지',
};

const pageStep: Readonly<Record<PageKind, string>> = {
  'sign-in': '세션이 끝났거나 전송되지 않았습니다. 다시 로그인하고 이 호출의 쿠키와 토큰을 확인하십시오.',
  refused: '서비스 앞의 무언가가 호출을 거부했습니다. 페이지에 표시된 번호를 방화벽 담당자에게 전달하십시오.',
  maintenance: '점검이 끝날 때까지 기다리거나 종료 시각을 서비스 팀에 문의하십시오.',
  error: '페이지를 읽어 보십시오. 무엇이 실패했는지 적혀 있습니다.',
  application:
    '서버가 이 주소를 알지 못해 애플리케이션의 페이지를 대신 보냅니다. 주소와 버전을 정상 호출과 비교하고, 서버나 프록시의 경로 설정을 확인하십시오.',
  other: '페이지의 내용과 보낸 쪽(서버, 프록시, 캡티브 포털)을 확인하십시오.',
};

const brokenHow: Readonly<Record<BrokenJson, string>> = {
  cut: '도중에 끝납니다',
  empty: '비어 있습니다',
  'not-json': 'JSON이 아닌 것으로 시작합니다',
  value: 'JSON에 없는 값(Infinity 등)이 들어 있습니다',
  syntax: 'JSON 규칙에 어긋납니다',
};

const brokenStep: Readonly<Record<BrokenJson, string>> = {
  cut: '서비스가 응답을 쓰는 도중에 비정상 종료되거나 한도에 걸렸는지 확인하십시오.',
  empty: '서비스가 아무것도 보내지 않은 이유를 알아보십시오. 빈 목록이라면 JSON입니다.',
  'not-json': '본문의 처음을 확인하십시오. 서버 프로그램의 경고나 오류가 있는 경우가 많습니다.',
  value: '숫자가 되지 않는 계산을 찾아 그 값을 보내지 않게 하십시오.',
  syntax: 'JSON 파서가 멈추는 위치를 확인하십시오. 값이 따옴표 없이 들어간 경우가 많습니다.',
};

export const contentFindings = {
  'fail/error-in-success': {
    verdict: (f) =>
      f.inRedirect
        ? `${request(f)}: 오류와 함께 리디렉션되었습니다. 오류: ${quote(f.errorText)}.${search(f)}`
        : inside(f, '본문은 실패를 알립니다'),
    explanation: (f) =>
      f.inRedirect
        ? '로그인 서비스는 주소에 오류를 붙여 브라우저를 되돌려 보내는 방식으로 거부합니다(RFC 6749 §4.1.2.1).'
        : transportOnly,
    nextStep: (f) =>
      f.inRedirect ? '로그인 서비스의 문서와 로그에서 이 오류를 찾아보십시오.' : searchStep(f),
  },
  'fail/graphql': {
    verdict: (f) => {
      const where = [f.operation, f.field].filter((part) => part !== undefined).join(', ');
      return inside(
        f,
        `GraphQL이 작업의 ${f.partial ? '부분 ' : ''}실패를 알립니다${where === '' ? '' : `(${where})`}`,
      );
    },
    explanation: (f) =>
      f.partial
        ? '오류와 함께 데이터도 왔습니다. 실패한 부분을 뺀 나머지는 페이지에 표시되었을 수 있습니다.'
        : 'GraphQL은 작업이 실패해도 성공으로 응답하며 이유는 errors에 적힙니다. 상태별 목록에는 나타나지 않습니다.',
    nextStep: (f) => searchStep(f),
  },
  'fail/batch-item': {
    verdict: (f) => {
      const status = f.itemStatus === undefined ? '' : `(첫 번째 상태 ${f.itemStatus})`;
      return inside(f, `부분 ${f.items}개 중 ${f.failed}개가 실패했습니다${status}`);
    },
    explanation: () =>
      '상태 코드는 배치 전체의 것이며 부분마다 결과가 따로 있습니다. 상태별 목록에는 나타나지 않습니다.',
    nextStep: (f) => `실패한 부분과 그에 대해 전송된 내용을 확인하십시오. ${searchStep(f)}`,
  },
  'fail/soap-fault': {
    verdict: (f) => inside(f, `내용은 SOAP 오류${f.code === undefined ? '' : `(${f.code})`}입니다`),
    explanation: (f) =>
      f.blames === 'sender'
        ? '오류 코드에 따르면 잘못은 전송된 내용에 있습니다.'
        : f.blames === 'service'
          ? '오류 코드에 따르면 서비스 자체가 실패했습니다.'
          : 'SOAP 오류는 상태 코드와 관계없이 작업이 수행되지 않았음을 뜻합니다.',
    nextStep: (f) =>
      f.blames === 'sender' ? `전송된 내용을 정상 호출과 비교하십시오. ${searchStep(f)}` : searchStep(f),
  },
  'fail/oci-error': {
    verdict: (f) => {
      const among = f.commands === undefined || f.commands < 2 ? '' : `명령 ${f.commands}개 중 `;
      const code = f.code === undefined ? '' : `(${f.code})`;
      return inside(f, `BroadWorks가 ${among}하나를 거부했습니다${code}`);
    },
    explanation: () =>
      '전송은 성공했지만 OCI 명령 자체가 거부되었습니다. 같은 요청의 다른 명령은 수행되었을 수 있습니다.',
    nextStep: (f) => `오류 번호와 오류가 가리키는 값을 찾아보십시오. ${searchStep(f)}`,
  },
  'fail/html-for-json': {
    verdict: (f) => {
      const title = f.title === undefined ? '' : ` ${quote(f.title)}`;
      return `${request(f)}: ${f.asked === undefined ? 'JSON을' : '이벤트 스트림을'} 요청했으나 다른 것이 왔습니다(상태 ${f.status}): ${pageName[f.page]}${title}.${search(f)}`;
    },
    explanation: () =>
      '상태 코드는 성공이지만 애플리케이션은 데이터 대신 온 페이지를 읽지 못합니다. 실패한 요청 없이 애플리케이션만 실패합니다.',
    nextStep: (f) => pageStep[f.page],
  },
  'fail/maintenance-page': {
    verdict: (f) =>
      `${request(f)}: 상태 ${f.status}인데 점검 안내 페이지가 왔습니다: ${quote(f.title)}.${search(f)}`,
    explanation: () =>
      '누군가 서비스를 일부러 중단했거나, 뒤에서 응답이 없을 때 앞단이 이 페이지를 보여 줍니다. 상태 코드로는 정상으로 보입니다.',
    nextStep: () =>
      '언제까지 계속되는지 서비스 팀에 묻거나 상태 페이지를 확인하십시오. 프로그램과 캐시도 알 수 있도록 이러한 페이지는 503과 Retry-After로 보내야 합니다.',
  },
  'fail/broken-json': {
    verdict: (f) =>
      `${request(f)}: ${f.status} 응답의 JSON을 읽을 수 없습니다. ${brokenHow[f.fault]}.${search(f)}`,
    explanation: () =>
      'Content-Type은 JSON이지만 내용은 그렇지 않아 애플리케이션이 읽는 중에 실패합니다. 실패한 요청으로는 나타나지 않습니다.',
    nextStep: (f) => `${brokenStep[f.fault]} ${searchStep(f)}`,
  },
} satisfies Partial<GroupWords<'fail'>>;
