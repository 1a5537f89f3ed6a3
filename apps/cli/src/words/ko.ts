import { countText } from '../format/quantity.ts';
import type {
  CliWords,
  CommandHelps,
  FilterWords,
  OptionHelps,
  UsageWords,
  WriteTroubles,
} from './cli-words.ts';
import { koEscalate } from './escalate/ko.ts';
import { koLogs } from './logs/ko.ts';
import { koRecord } from './record/ko.ts';
import { koSend } from './send/ko.ts';
import { koTrace } from './trace/ko.ts';

const list = (words: readonly string[]) => words.join(', ');
const meant = (word: string | undefined) => (word === undefined ? '' : ` 혹시 ${word}인가요?`);

const usage: UsageWords = {
  'unknown-command': ({ given, meant: other, commands }) =>
    `${given}(이)라는 명령은 없습니다.${meant(other)} 명령: ${list(commands)}`,
  'unknown-topic': ({ given, nearest }) =>
    `${given}에 대한 페이지가 없습니다.${nearest.length === 0 ? '' : ` 혹시: ${list(nearest)}`}`,
  'unknown-option': ({ given, meant: other }) => `${given}(이)라는 옵션은 없습니다.${meant(other)}`,
  'option-elsewhere': ({ option, command, commands }) =>
    `${option}은(는) ${command}의 옵션이 아닙니다. 사용할 수 있는 명령: ${list(commands)}`,
  'needs-value': ({ option, oneOf }) =>
    `${option}에는 값이 필요합니다${oneOf === undefined ? '.' : `: ${list(oneOf)}`}`,
  'takes-no-value': ({ option }) => `${option}은(는) 값을 받지 않습니다.`,
  'given-twice': ({ option }) => `${option}이(가) 두 번 지정되었습니다.`,
  'not-one-of': ({ option, given, oneOf, meant: other }) =>
    `${option}에 ${given}을(를) 쓸 수 없습니다. 가능한 값: ${list(oneOf)}.${meant(other)}`,
  'missing-argument': ({ argument }) => `<${argument}>이(가) 없습니다.`,
  'extra-argument': ({ given }) => `인수 ${given}은(는) 필요 없습니다.`,
  'exclude-each-other': ({ options }) => `${options[0]}와(과) ${options[1]}은(는) 함께 쓸 수 없습니다.`,
  'not-an-index': ({ given }) =>
    `${given}은(는) 번호가 아닙니다. 번호는 harrier table이 보여 주는 0 이상의 정수입니다.`,
  'no-such-entry': ({ index, entries }) =>
    entries === 0
      ? `요청 ${index}이(가) 없습니다. 캡처가 비어 있습니다.`
      : `요청 ${index}이(가) 없습니다. 마지막 번호는 ${entries - 1}입니다.`,
  filter: ({ at, problem, term }) => `--filter, ${at + 1}번째 문자: ${filterProblem[problem](term)}.`,
  'missing-output': () => '출력 위치가 없습니다. -o <out.har> 또는 표준 출력은 -o -를 지정하십시오.',
  'missing-option': ({ option }) => `${option}이(가) 없습니다.`,
  'bad-session-key': ({ path }) => `${path}에 gpg --show-session-key가 출력하는 형식의 세션 키가 없습니다.`,
  'output-is-input': ({ path }) => `${path}은(는) 입력 파일입니다. 여기에 쓰면 사라집니다.`,
  'output-exists': ({ path }) => `${path}이(가) 이미 있습니다. --force로 바꿉니다.`,
  'output-is-folder': ({ path }) => `${path}은(는) 폴더입니다.`,
  'no-bytes-to-write': () => '-o는 본문을 씁니다. --tab payload, preview, response와 함께 사용하십시오.',
  'body-not-recorded': () => '이 캡처에는 이 본문이 없습니다. 기록되지 않았거나 너무 커서 제외되었습니다.',
  'needs-other': ({ option, other }) => `${option} 옵션은 ${other} 옵션과 함께 사용합니다.`,
  'unreadable-option': ({ option, path }) => `${option}: ${path} 파일을 읽을 수 없습니다.`,
  'bad-policy': ({ path, pointer, what }) => `정책 ${path}이(가) 올바르지 않습니다: ${pointer} ${what}.`,
  'bad-settings': ({ path, pointer, rule }) =>
    `${path}의 설정이 올바르지 않습니다${pointer === '' ? '' : `(${pointer})`}: ${rule}.`,
  'bad-playbook': ({ path, line, column, pointer, what }) =>
    `플레이북 ${path}이(가) 올바르지 않습니다: ${line}행 ${column}열${pointer === '' ? '' : `(${pointer})`}: ${what}.`,
  'no-playbooks': ({ path }) => `--playbooks: ${path} 폴더에 *.json 파일이 없습니다.`,
  'playbook-twice': ({ id, paths }) => `${paths.join(', ')}: 모두 같은 플레이북 “${id}”입니다.`,
  'bad-report': ({ path }) => `${path}은(는) harrier sanitize 보고서가 아닙니다.`,
  'short-key': ({ path }) => `${path}의 키가 32바이트보다 짧습니다.`,
  'bad-key': ({ option, path }) => `${option}: ${path}에 맞는 키가 없습니다.`,
  ...koEscalate.usage,
  ...koRecord.usage,
  ...koLogs.usage,
  ...koTrace.usage,
};

const filterProblem: FilterWords = {
  'unknown-key': (term) => `${term}은(는) 알려진 키로 시작하지 않아 텍스트로 검색합니다`,
  'missing-value': (term) => `${term}에 값이 없습니다`,
  'bad-value': (term) => `${term}은(는) 이 키의 값이 아닙니다`,
  'bad-regex': (term) => `${term}은(는) 안전하게 검색할 수 있는 정규식이 아닙니다`,
  'missing-operand': (term) => `${term} 옆에 조건이 없습니다`,
  'unclosed-parenthesis': () => '괄호가 닫히지 않았습니다',
  'too-deep': () => '괄호가 너무 깊이 중첩되었습니다',
  'too-long': () => '식이 너무 깁니다',
  'not-observable': (term) => `${term}이(가) 묻는 정보는 어떤 캡처에도 기록되지 않아 결과가 없습니다`,
};

const command: CommandHelps = {
  open: {
    summary: '브라우저에서 여는 워크벤치',
    about:
      '이 컴퓨터의 빈 포트에서 워크벤치를 제공하고 주소를 표시합니다. 캡처는 이 컴퓨터를 떠나지 않습니다. Ctrl-C로 끝냅니다.',
  },
  triage: {
    summary: '무엇이 왜 실패했는지, 어떤 추적 ID를 검색할지',
    about: '첫 줄이 답입니다. 이어서 근거, 다른 진단 결과, 검색할 ID, 느린 요청, 캡처 개요를 보여 줍니다.',
  },
  compare: {
    summary: '정상인 캡처와 실패하는 캡처의 차이',
    about:
      '두 캡처를 어느 순서로든 지정합니다. 정상적으로 쓰는 사용자와 실패하는 사용자의 것, 또는 변경 전과 후의 것입니다. 첫 줄이 가장 결정적인 차이입니다.',
  },
  table: {
    summary: '모든 요청: 시작, 메서드, 상태, 시간, URL, 추적 ID, 오류, 조직',
    about: '터미널에서는 추적 ID와 오류가 요청 아래에 나오고, 그 밖에는 요청마다 한 줄입니다.',
  },
  show: {
    summary: '요청 하나: headers, payload, preview, response, initiator, timing',
    about: '번호는 harrier table의 첫 열입니다. 자격 증명은 가려지며 --unmasked로 볼 수 있습니다.',
  },
  sanitize: {
    summary: '자격 증명을 제거하고 진단에 필요한 것은 남김',
    about:
      '출력은 쓰기 전에 검사되며, 전체가 나타나거나 전혀 나타나지 않습니다. --check는 자격 증명이 남아 있는지만 검사하고, 남아 있으면 1로 끝납니다.',
  },
  convert: {
    summary: 'SAZ, gzip, zip, Playwright zip 또는 손상된 HAR를 HAR 1.2로 변환',
    about: '출력은 온전한 상태로만 나타나며 본인만 읽을 수 있습니다. 입력의 자격 증명이 모두 들어 있습니다.',
  },
  seal: {
    summary: '키 소유자만 열 수 있도록 파일을 암호화',
    about:
      '출력은 gpg로 열 수 있는 OpenPGP 메시지이며 온전한 상태로만 나타납니다. gpg 2.2에서 쓸 수 없거나 만료된 키는 거부합니다. 입력 파일은 그대로 남습니다.',
  },
  unseal: {
    summary: '봉인된 파일 열기',
    about:
      '파일이 변경되지 않았음이 확인된 뒤에만 출력이 나타납니다. 개인 키의 비밀번호는 입력을 요청하거나 --password-file 또는 HARRIER_KEY_PASSWORD에서 읽습니다.',
  },
  serve: {
    summary: '케이스 서버(워커 포함)',
    about:
      'HTTP API를 제공하고 케이스를 처리합니다. Ctrl-C로 끝내면 진행 중인 단계를 마칩니다. 처음 시작할 때 첫 관리자를 만드는 링크를 보여 주며, 링크를 가진 사람은 누구나 관리자가 될 수 있습니다. 설정은 옵션에서, 없으면 HARRIER_DATABASE, HARRIER_OBJECTS, HARRIER_HOST, HARRIER_PORT, HARRIER_ORIGIN, HARRIER_VAULT_KEYS, HARRIER_WATCHED_FOLDER, HARRIER_CONNECTORS, HARRIER_SECRETS, HARRIER_OIDC에서 읽습니다. 파일은 HARRIER_DATA(기본값 .harrier)에 있습니다.',
  },
  worker: {
    summary: '케이스 워커 추가',
    about:
      '같은 데이터베이스와 오브젝트에 접근할 수 있는 컴퓨터에서 서버와 함께 케이스를 처리합니다. Ctrl-C로 끝냅니다. 설정은 serve와 같습니다.',
  },
  case: {
    summary: '서버의 케이스',
    about:
      'list [단어], show <케이스>, attach <케이스> <파일…>, note <케이스> <본문>, process <케이스>(첨부 파일 처리가 끝날 때까지 기다리며, 사람이 필요하면 1로 끝남). <케이스>는 번호나 ID입니다. API 토큰은 HARRIER_TOKEN에서, 서버는 --server나 HARRIER_SERVER에서 읽습니다. backfill <커넥터> dry-run|run|stop|show는 연결 전에 있던 첨부 파일을 가져옵니다(관리자용).',
  },
  exception: {
    summary: '봉인된 원본의 일부(다른 두 사람의 동의 필요)',
    about:
      'list, show <ID>, request <표시> <이유>(표시는 케이스 메모에 있으며 --to는 본인의 공개 키), withdraw <ID>, approve <ID>, refuse <ID>. 키 소유자는 material <ID> -o <파일>(gpg --show-session-key용), --key나 --session-key와 함께 release <ID>, refuse-release <ID>. 요청자는 fetch <ID> -o <파일>(한 번만). 각 줄은 ID, 상태, 대상, 이유 종류, 요청자, 이유, 할 수 있는 단계입니다. 토큰과 서버는 harrier case와 같습니다.',
  },
  ...koEscalate.command,
  ...koRecord.command,
  ...koSend.command,
  ...koLogs.command,
  ...koTrace.command,
  explain: {
    summary: '헤더, 상태, 메서드, 단계, 진단 결과의 뜻',
    about:
      '메서드, 헤더 필드, 상태 코드, 타이밍 단계, 진단 결과, 용어, 캡처의 기록과 읽기, 추적 ID를 설명합니다. 그룹 이름은 생략할 수 있습니다. 주제가 없으면 목록을 보여 줍니다.',
  },
  completion: {
    summary: 'bash, zsh, fish용 명령과 옵션 자동 완성',
    about:
      '셸용 스크립트를 출력합니다. bash: ~/.bashrc에 source <(harrier completion bash). zsh: $fpath의 폴더에서 harrier completion zsh > _harrier. fish: harrier completion fish > ~/.config/fish/completions/harrier.fish. 설명은 --lang의 언어로 표시됩니다.',
  },
};

const option: OptionHelps = {
  help: '이 설명',
  version: '버전',
  all: '모든 진단 결과와 HTTP 사용에 관한 지적의 수. trace에서는 모든 줄',
  json: '프로그램용 출력을 표준 출력으로',
  csv: '쉼표로 구분한 값(RFC 4180). 스프레드시트가 수식으로 계산하지 않습니다',
  filter: '조건에 맞는 요청만. 예: status:4xx,5xx 또는 wait:>1s',
  format: 'text, json 또는 sarif(파이프라인용 SARIF 2.1.0). logs import에서는 로그 형식의 ID',
  group: 'template: 요청을 메서드, 호스트, 경로로 묶어 개수, 오류, 시간을 표시',
  tab: 'headers, payload, preview, response, initiator 또는 timing',
  unmasked: '자격 증명 표시',
  'fail-on': '진단 결과가 info, warning, error 이상이면 종료 코드 1',
  formats: '이 파일의 로그 형식(Harrier 또는 lnav)으로도 읽음. 여러 번 지정할 수 있음',
  playbooks: '이 폴더의 플레이북(*.json)도 사용',
  output: '쓸 위치. -는 표준 출력',
  force: '기존 파일 바꾸기',
  check: '자격 증명이 남아 있는지만 검사',
  report: '제거한 항목(값 제외). --check와 함께: 비교할 보고서',
  'report-page': '같은 내용을 사람이 읽는 페이지로 저장',
  policy: '직접 정한 이름, 패턴, 예외',
  preset: 'default, strict(쿠키와 토큰을 남기지 않음) 또는 webex',
  'strip-jwt': 'JSON Web Token을 통째로 교체. 기본은 만료, 발급자, 범위를 남김',
  'key-file': '한 케이스의 모든 캡처에 같은 가명 사용. 없으면 생성',
  sign: '이 개인 키로 서명: 보고서는 Ed25519(PEM), 패키지는 OpenPGP',
  trust: '--check와 함께: 이 Ed25519 키만 인정',
  'sealed-map': '각 가명의 원래 값을 --to용으로 암호화해 저장',
  to: '열 수 있는 사람의 OpenPGP 공개 키. 여러 번 지정할 수 있음',
  compress: '암호화하기 전에 압축. HAR는 약 4분의 1이 됩니다',
  capsule: '키 캡슐도 저장. 키 소유자가 이 파일의 세션 키를 꺼낼 수 있음',
  split: '이 크기(예: 100MB) 이하의 조각으로 나누어 <파일>.001부터 저장. cat으로 다시 합칠 수 있음',
  verify: '봉인한 파일을 다시 읽어 비교한 뒤에 완료로 처리',
  key: '개인 키 파일 (gpg --export-secret-keys의 출력)',
  'session-key': '이 파일 하나의 세션 키가 든 파일 (gpg --show-session-key의 출력 형식)',
  'password-file': '개인 키의 비밀번호가 든 파일',
  database: 'sqlite:<경로> 또는 postgres://<호스트>/<이름>',
  objects: '케이스 파일 폴더',
  listen: '수신할 주소. 루프백이 아니면 TLS 뒤에 두어야 합니다',
  port: '수신할 포트. 0이면 빈 포트',
  origin: '브라우저에서 본 서버 주소, 예: https://harrier.example.com',
  'vault-keys': '원본을 봉인할 대상의 OpenPGP 공개 키, 두 개 이상',
  watch: '함께 감시할 케이스 폴더들의 상위 폴더',
  server: '서버, 예: https://harrier.example.com',
  for: '요청 대상: 가명(hx-…,hx-…), entries:3,4 또는 whole',
  reason: '이유의 종류',
  lang: 'en, fr, ja, ko, zh-CN 또는 zh-TW. 기본값은 환경에 따름',
  password: '보호된 아카이브용. 다른 사용자가 볼 수 없는 HARRIER_PASSWORD를 권장',
  member: '여러 캡처가 든 아카이브에서 어느 것을 열지',
  engine: 'auto, wasm 또는 typescript: 파일을 읽는 엔진',
  ...koEscalate.option,
  ...koRecord.option,
  ...koSend.option,
  ...koLogs.option,
};

const writeTrouble: WriteTroubles = {
  noFolder: '폴더가 없습니다',
  forbidden: '쓸 권한이 없습니다',
  readOnly: '파일 시스템이 읽기 전용입니다',
  full: '디스크가 가득 찼습니다',
  other: '시스템이 거부했습니다',
};

/** Korean. */
export const ko: CliWords = {
  usage,
  usageNext: {
    help: (call) => `${call} --help를 참고하십시오.`,
    table: 'harrier table이 요청과 번호를 보여 줍니다.',
    topics: 'harrier explain이 주제를 보여 줍니다.',
  },
  filterNote: (at, sentence) => `--filter, ${at + 1}번째 문자: ${sentence}.`,
  filterProblem,
  help: {
    tagline:
      'HTTP 캡처(HAR, Fiddler SAZ)에서 무엇이 실패했고 그 근거는 무엇이며 어떤 추적 ID를 검색할지 알려 줍니다.',
    commands: '명령',
    options: '옵션',
    examples: '예',
    exitCodes: '종료 코드',
    exitCode: [
      '완료',
      '완료. --fail-on에서 지정한 심각도의 진단 결과가 있음',
      '잘못된 사용',
      '입력을 읽을 수 없음',
      '안전을 위해 거부. 아무것도 쓰지 않음',
      '서비스, 저장소 또는 출력에 접근할 수 없음',
    ],
    command,
    option,
    standardInput: '파일 이름 -는 표준 입력입니다.',
  },
  errors: {
    input: (file, what) => `${file}을(를) 읽을 수 없습니다: ${what}`,
    line: (line) => `${line}행`,
    column: (column) => `${column}열`,
    byte: (byteOffset) => `바이트 ${byteOffset}`,
    next: '다음 단계: ',
    givePassword: '비밀번호를 --password 또는 다른 사용자가 볼 수 없는 HARRIER_PASSWORD로 지정하십시오.',
    standardInput: '표준 입력',
    output: (file, why) => `${file}에 쓸 수 없습니다: ${why}.`,
    noSuchFile: '그런 파일이 없습니다.',
    outputNext: '-o로 다른 위치를 지정하십시오.',
    writeTrouble,
    internal: (what) => `캡처가 아니라 Harrier의 결함입니다: ${what}.`,
    internalNext:
      '명령과 위의 줄을 함께 보고해 주십시오. 캡처에는 자격 증명이 있을 수 있으니 첨부하지 마십시오.',
    interrupted: '중지했습니다. 쓰다 만 파일은 남아 있지 않습니다.',
  },
  progress: {
    reading: (percent, entries) => `${percent} %  요청 ${countText(entries)}개`,
    writing: (size) => `${size} 기록됨`,
  },
  mask: (characters) => `‹가림, ${characters}›`,
  table: {
    heads: {
      index: '#',
      started: '시작(UTC)',
      method: '메서드',
      status: '코드',
      time: '시간',
      trackingId: '추적 ID',
      url: 'URL',
      error: '오류',
      org: '조직',
    },
    templateHeads: { count: '개수', errors: '오류', p50Ms: 'p50', p95Ms: 'p95' },
    empty: '캡처에 요청이 없습니다.',
    noneFits: (entries) => `요청 ${countText(entries)}개 중 필터에 맞는 것이 없습니다.`,
  },
  show: {
    general: '일반',
    requestHeaders: '요청 헤더',
    responseHeaders: '응답 헤더',
    query: '쿼리 문자열',
    form: '양식 데이터',
    requestBody: '요청 본문',
    noQuery: '쿼리 문자열과 요청 본문이 없습니다.',
    labels: {
      url: 'URL',
      method: '메서드',
      status: '상태',
      started: '시작',
      time: '시간',
      remoteAddress: '원격 주소',
      protocol: '프로토콜',
      referrerPolicy: '리퍼러 정책',
      initiator: '시작 주체',
      priority: '우선순위',
      type: '유형',
      size: '크기',
      trackingId: '추적 ID',
      error: '오류',
      org: '조직',
      fromCache: '캐시에서',
      comment: '주석',
    },
    size: (wire, content) => `수신 ${wire}, 콘텐츠 ${content}`,
    noStatus: '기록 없음',
    noResponse: '0(응답 없음)',
    pending: '캡처를 저장할 때 아직 진행 중',
    none: '(없음)',
    noBody: {
      'no-body': '본문이 없습니다. 이런 응답에는 본문이 없습니다.',
      'not-captured': '본문이 캡처되지 않았습니다.',
      failed: '본문이 없습니다. 응답을 받지 못했습니다.',
      'over-limit': '크기 때문에 내보낼 때 본문이 빠졌습니다.',
      'cors-preflight': '브라우저는 CORS 프리플라이트의 본문을 기록하지 않습니다.',
      unknown: '캡처에 본문이 없습니다.',
    },
    binary: (mediaType, size) => `${mediaType}, ${size}, 텍스트가 아닙니다. 첫 바이트:`,
    mediaTypeUnknown: '유형 기록 없음',
    cut: (shown) => `${shown}에서 잘렸습니다. -o <파일>로 전체를 쓸 수 있습니다.`,
    invalidBase64: '본문이 base64라고 하지만 아닙니다. 적힌 그대로 보여 줍니다.',
    messages: (count) => `메시지 ${countText(count)}개`,
    sent: '보냄',
    received: '받음',
    written: (size, file) => `${size}를 ${file}에 썼습니다.`,
    initiatedBy: '시작 주체',
    callStack: '호출 스택',
    noInitiator: '이 요청의 원인은 캡처에 기록되지 않았습니다.',
    started: (instant) => `시작: ${instant}`,
    phase: '단계',
    start: '시작',
    duration: '시간',
    total: '합계',
    servedFromMemory: '메모리 캐시에서 제공되었습니다. 네트워크를 거치지 않았습니다.',
    failedHere: '여기서 실패',
    noTiming: '시간이 기록되지 않았습니다.',
  },
  compare: {
    differences: '차이',
    captures: '캡처',
    counts: (paired, onlyA, onlyB) =>
      `둘 다 ${countText(paired)}개, a에만 ${countText(onlyA)}개, b에만 ${countText(onlyB)}개`,
    leftClosed: (pairs) =>
      `공통 요청 중 ${countText(pairs)}개는 같은 종류를 충분히 읽었으므로 상태와 시간만 비교했습니다.`,
  },
  triage: {
    findings: '진단 결과',
    evidence: '근거',
    why: '이유',
    whoCanFix: '해결할 수 있는 사람',
    next: '다음 단계',
    more: (count) => `… 외 ${countText(count)}개. --json에 모두 있습니다.`,
    lint: (count) => `HTTP 사용에 관한 지적이 ${countText(count)}개 있습니다. --json에 있습니다.`,
    folded: (count) =>
      `… 외 ${countText(count)}개는 덜 중요하거나 위의 결과에서 비롯된 것입니다. --json에 모두 있습니다.`,
    searchFor: (id) => `로그에서 ${id}을(를) 검색하십시오.`,
    common: '실패한 요청의 공통점',
    ids: '검색할 추적 ID',
    sanitized: (ruleSet: string) => `Harrier, 규칙 ${ruleSet}`,
    noIds: '추적 ID가 기록되지 않았습니다.',
    slow: '느린 요청',
    capture: '캡처',
    notes: '파일에 대한 참고 사항',
    labels: {
      file: '파일',
      otherMembers: '다른 내용',
      producer: '만든 프로그램',
      sanitized: '정리됨',
      requests: '요청',
      span: '시간',
      hosts: '호스트',
    },
    counts: (entries, failed, slow) =>
      `${countText(entries)}개(실패 ${countText(failed)}, 느림 ${countText(slow)})`,
    someFailed: (failed) =>
      `요청 ${countText(failed)}개가 실패했습니다. harrier table --filter is:failed로 볼 수 있습니다.`,
    times: (count) => `${countText(count)}회`,
  },
  sanitize: {
    stage: {
      learn: '자격 증명을 찾는 중',
      write: '제거하는 중',
      verify: '결과를 검사하는 중',
    },
    done: (credentials: number, places: number, size: string, file: string) =>
      `자격 증명 ${countText(credentials)}개를 ${countText(places)}곳에서 제거하고 ${size}를 ${file}에 썼습니다.`,
    summary: (credentials: number, places: number) =>
      `자격 증명 ${countText(credentials)}개를 ${countText(places)}곳에서 제거했습니다.`,
    unswept: (count: number) =>
      `값 ${countText(count)}개는 이름이나 형식이 알려 준 곳에서만 제거했습니다. 너무 짧거나 흔해서 다른 곳에서는 찾지 않았습니다.`,
    dropped: (count: number) => `읽을 수 없는 본문 ${countText(count)}개를 통째로 제거했습니다.`,
    exposures: '원본에 있던 자격 증명',
    until: (instant: string) => `${instant}까지 유효`,
    more: (count: number) => `… 외 ${countText(count)}개`,
    clean: '자격 증명을 찾지 못했습니다.',
    notClean: (places: number) => `${countText(places)}곳에 자격 증명이 남아 있습니다.`,
    sameFile: '보고서가 작성된 파일과 같습니다.',
    otherFile: '보고서가 작성된 파일과 다릅니다.',
    signature: {
      none: '보고서에 서명이 없습니다.',
      good: '보고서의 서명이 올바릅니다.',
      bad: '보고서의 서명이 없거나 잘못되었거나 다른 키의 서명입니다.',
    },
    refused: {
      'sanitize/damaged-input': {
        what: '캡처가 손상되었습니다. 해석할 수 없는 것은 정리할 수 없습니다.',
        next: 'harrier convert로 온전한 항목을 새 파일에 쓴 다음 그 파일을 정리하십시오.',
      },
      'sanitize/survivor': {
        what: '출력 검사에서 아직 무언가 발견되어 아무것도 쓰지 않았습니다.',
        next: 'Harrier의 결함입니다. 캡처는 빼고 위의 위치를 알려 주십시오.',
      },
      'sanitize/worker-ended': {
        what: '작업의 일부를 하던 스레드가 끝나기 전에 종료되어 아무것도 쓰지 않았습니다.',
        next: '다른 프로그램을 닫아 메모리를 확보한 다음 다시 시도하십시오.',
      },
    },
    page: {
      title: '정리 보고서',
      files: '파일',
      size: '크기',
      input: '원본',
      output: '정리된 파일',
      rules: '규칙',
      exposuresAbout:
        '원본을 가진 사람은 이것들을 사용할 수 있습니다. 지문은 정리된 파일에 나타나며, 키 없이는 계산할 수 없습니다.',
      kind: '종류',
      fingerprint: '지문',
      hosts: '호스트',
      places: '위치 수',
      until: '유효 기한',
      revoke: '조치',
      byRule: '규칙별',
      rule: '규칙',
    },
  },
  serve: {
    up: '서버가 시작되었습니다. Ctrl-C로 끝냅니다.',
    setupLink: '이 링크로 첫 관리자를 만드십시오. 한 번만 쓸 수 있습니다:',
    noAnswer: (server) => `서버 ${server}이(가) 응답하지 않습니다.`,
    noAnswerNext: '주소와 실행 여부를 확인하십시오.',
    cannotListen: (place) =>
      `${place}에서 수신 대기할 수 없습니다. 포트가 사용 중이거나 시스템이 허용하지 않습니다.`,
    cannotListenNext:
      '--port 또는 --listen으로 다른 값을 지정하거나, 포트를 사용 중인 프로그램을 종료하십시오.',
    workerUp: '워커가 시작되었습니다. Ctrl-C로 끝냅니다.',
  },
  open: { serving: '이 주소를 브라우저에서 여십시오. Ctrl-C로 끝냅니다.' },
  explain: { name: '<이름>' },
  convert: {
    standardOutput: '표준 출력',
    done: (entries, size, file) => `요청 ${countText(entries)}개, ${size}를 ${file}에 썼습니다.`,
    notes: (count) => `입력에 대한 참고 사항이 ${countText(count)}개 있습니다. harrier triage가 보여 줍니다.`,
  },
  seal: {
    done: (keys, size, file) => `${size}를 ${file}에 썼습니다. 키 ${countText(keys)}개로 열 수 있습니다:`,
    parts: (count, list) => `조각 ${countText(count)}개. 다이제스트는 ${list}에 있습니다.`,
    verified: '다시 읽어 확인했습니다. 같은 내용으로 열립니다.',
    expiring: (fingerprint, days) =>
      `키 ${fingerprint}이(가) ${days === 0 ? '오늘' : `${countText(days)}일 뒤에`} 만료됩니다. 기간을 연장하도록 요청하십시오.`,
    notProven: (file) => `${file}을(를) 썼지만 같은 내용으로 열리지 않습니다.`,
    notProvenNext: '원본을 보관하고 디스크를 확인한 뒤 다시 봉인하십시오.',
  },
  unseal: {
    done: (size, file) => `${size}를 ${file}에 썼습니다. 변경된 곳이 없습니다.`,
    askPassword: (key) => `${key}의 비밀번호: `,
  },
  escalate: koEscalate.told,
  record: koRecord.told,
  send: koSend.told,
  logs: koLogs.told,
  trace: koTrace.told,
};
