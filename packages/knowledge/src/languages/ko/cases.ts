import type { CaseWords } from '../../intake/intake-words.ts';

export const cases: CaseWords = {
  errors: {
    'store/unreachable': {
      what: '데이터베이스에 연결할 수 없습니다.',
      next: '실행 중인지, 주소와 계정이 올바른지 확인하십시오.',
    },
    'store/wrong-url': {
      what: '데이터베이스 주소가 아닙니다.',
      next: 'sqlite:<경로> 또는 postgres://<호스트>/<이름> 형식으로 쓰십시오.',
    },
    'store/newer': {
      what: '더 새로운 Harrier가 이 데이터베이스를 사용했습니다.',
      next: '그 버전을 실행하거나 그 이전의 백업을 복원하십시오.',
    },
    'objects/missing': {
      what: '파일이 개체 저장소에 없습니다.',
      next: '케이스 기록에서 삭제되었는지 확인하십시오.',
    },
    'objects/unreachable': {
      what: '개체 저장소가 응답하지 않거나 쓸 수 없습니다.',
      next: '여유 공간, 주소, 계정을 확인하십시오.',
    },
    'objects/damaged': {
      what: '개체 저장소가 저장한 것과 다른 데이터를 돌려주었습니다.',
      next: '디스크나 서비스를 점검하고 백업에서 파일을 복원하십시오.',
    },
    'case-system/unreachable': {
      what: '케이스 시스템에 연결할 수 없습니다.',
      next: '주소와 네트워크를 확인하십시오. 응답하면 작업이 이어집니다.',
    },
    'case-system/busy': {
      what: '케이스 시스템이 기다리라고 합니다.',
      next: '할 일은 없습니다. 요청한 시간이 지나면 작업이 이어집니다.',
    },
    'case-system/not-signed-in': {
      what: '케이스 시스템이 계정을 받아들이지 않습니다.',
      next: '설정에서 계정의 비밀번호나 토큰을 갱신한 뒤 다시 시작하십시오.',
    },
    'case-system/forbidden': {
      what: '이 계정은 케이스 시스템에서 권한이 없습니다.',
      next: '계정에 권한을 준 뒤 다시 시작하십시오.',
    },
    'case-system/not-found': {
      what: '케이스 시스템에 더 이상 없습니다.',
      next: '케이스를 확인하십시오. 이동되었거나 병합되었을 수 있습니다.',
    },
    'case-system/too-large': {
      what: '파일이 케이스 시스템의 제한보다 큽니다.',
      next: '제한을 높이거나 큰 파일을 보관소에 두십시오.',
    },
    'case-system/type-refused': {
      what: '케이스 시스템이 이 형식의 파일을 거부합니다.',
      next: '형식을 허용하거나 봉인 파일의 확장자를 바꾸십시오.',
    },
    'case-system/closed': {
      what: '케이스가 종료되어 더 추가할 수 없습니다.',
      next: '케이스를 다시 연 뒤 다시 시작하십시오.',
    },
    'case-system/unexpected': {
      what: '케이스 시스템의 응답을 이해할 수 없습니다.',
      next: '버전을 확인하고, 지원되는 버전이면 보고하십시오.',
    },
    'intake/original-gone': {
      what: '첨부 파일이 봉인되기 전에 사라졌습니다.',
      next: 'Harrier는 아무것도 삭제하지 않았습니다. 필요하면 다시 요청하십시오.',
    },
    'intake/original-changed': {
      what: '처리하는 동안 첨부 파일이 바뀌었습니다. 아무것도 삭제하지 않았습니다.',
      next: '새 버전은 따로 처리됩니다. 케이스를 확인하십시오.',
    },
    'intake/unreadable': {
      what: '첨부 파일이 캡처로 보이지만 읽을 수 없습니다. 아직 남아 있습니다.',
      next: '자격 증명이 들어 있을 수 있으니 직접 확인하십시오.',
    },
    'intake/not-sanitized': {
      what: '안전한 사본을 보장할 수 없어 만들지 않았습니다. 원본이 아직 남아 있습니다.',
      next: '직접 삭제하거나 봉인하고, 어떤 캡처인지 보고하십시오.',
    },
    'intake/not-sealed': {
      what: '원본을 다시 열 수 있는 형태로 봉인하지 못했습니다. 아직 남아 있습니다.',
      next: '보관소의 키와 여유 공간을 확인한 뒤 다시 시작하십시오.',
    },
    'intake/copy-differs': {
      what: '케이스의 봉인 사본이 올린 것과 다릅니다. 원본이 아직 남아 있습니다.',
      next: '잘못된 사본을 케이스에서 지운 뒤 다시 시작하십시오.',
    },
    'intake/still-there': {
      what: '삭제한 뒤에도 원본을 내려받을 수 있습니다.',
      next: '직접 삭제하거나 케이스 시스템 관리자에게 요청하십시오.',
    },
    'intake/internal': {
      what: 'Harrier 내부에서 문제가 생겼습니다. 잃은 것은 없습니다.',
      next: '다시 시작하고, 계속되면 보고하십시오.',
    },
    'request/invalid': { what: '요청이 올바르지 않습니다.', next: 'API 설명과 비교해 보십시오.' },
    'request/not-signed-in': {
      what: '로그인하지 않았습니다.',
      next: '로그인하거나 API 토큰을 보내십시오.',
    },
    'request/wrong-sign-in': {
      what: '이름, 비밀번호 또는 코드가 틀렸습니다.',
      next: '다시 시도하십시오. 여러 번 실패하면 한동안 로그인할 수 없습니다.',
    },
    'request/second-factor': {
      what: '이 계정에는 코드도 필요합니다.',
      next: '인증 앱의 여섯 자리 숫자를 입력하십시오.',
    },
    'request/forbidden': {
      what: '현재 역할로는 할 수 없습니다.',
      next: '해당 역할을 가진 사람이나 관리자에게 요청하십시오.',
    },
    'request/wrong-origin': {
      what: '다른 사이트에서 온 요청입니다.',
      next: 'Harrier의 화면에서 하십시오.',
    },
    'request/not-found': { what: '여기에는 없습니다.', next: '주소나 번호를 확인하십시오.' },
    'request/conflict': {
      what: '현재 상태와 맞지 않습니다.',
      next: '다시 불러온 뒤 필요한 작업을 반복하십시오.',
    },
    'request/common-password': {
      what: '공격자가 가장 먼저 시도하는 비밀번호 중 하나입니다.',
      next: '다른 비밀번호를 고르십시오. 서로 관련 없는 단어 몇 개를 이어 쓰면 길고 기억하기 쉽습니다.',
    },
    'request/too-large': {
      what: '받을 수 있는 크기를 넘습니다.',
      next: '줄여서 보내거나 관리자에게 제한을 높여 달라고 하십시오.',
    },
    'request/enough': { what: '더 이상 만들 수 없습니다.', next: '필요 없는 것을 하나 지우십시오.' },
    'request/too-many': { what: '요청이 너무 많습니다.', next: 'Retry-After만큼 기다리십시오.' },
    'request/gone': { what: '이미 사용되었거나 만료되었습니다.', next: '새로 요청하십시오.' },
    'request/identity-provider': {
      what: 'ID 제공자가 응답하지 않습니다.',
      next: '1분 뒤에 다시 시도하십시오. 계속되면 이 서버의 운영자에게 알리십시오. 먼저 제공자의 주소와 인증서를 확인합니다.',
    },
    'request/internal': {
      what: 'Harrier 내부에서 문제가 생겼습니다.',
      next: '다시 시도하고, 계속되면 요청 ID와 함께 보고하십시오.',
    },
  },
  note: {
    replaced: '자격 증명이 든 캡처가 첨부되어 있어 정리된 사본으로 바꾸었습니다.',
    originalStays: '자격 증명이 든 캡처가 첨부되어 있으며 아직 [남아 있습니다]. 정리된 사본을 추가했습니다.',
    clean: ({ name, bytes, sha256 }) =>
      `정리된 사본: ${name} (${bytes}바이트, SHA-256 ${sha256}). 이 파일로 작업하십시오.`,
    found: (credentials, places) => `바꾼 자격 증명: ${credentials}가지, ${places}곳.`,
    repaired: '원본이 손상되어, 사본에는 온전한 요청만 들어 있습니다.',
    droppedBodies: (bodies) => `읽을 수 없어 통째로 뺀 본문: ${bodies}개.`,
    otherCaptures: (captures) => `압축 파일의 다른 캡처는 봉인된 원본에만 있습니다: ${captures}개.`,
    sealed: ({ name, bytes, sha256, keys }) =>
      `봉인된 원본: ${name} (${bytes}바이트, SHA-256 ${sha256}). 다음 키로만 열립니다: ${keys}.`,
    keptInVault: '이 케이스 시스템에는 너무 커서 보관소에 보관',
    original: (sha256, bytes) => `원본: ${bytes}바이트, SHA-256 ${sha256}.`,
    removal: {
      removed: '봉인 사본을 다시 읽어 확인한 뒤 삭제했습니다.',
      'was-gone': '봉인 사본을 다시 읽어 확인한 뒤 보니 이미 삭제되어 있었습니다.',
      'not-removable': '이 케이스 시스템은 첨부 파일 삭제를 허용하지 않습니다. 관리자가 지워야 합니다.',
      forbidden: 'Harrier 계정에 삭제 권한이 없습니다. 권한이 있는 사람이 지워야 합니다.',
      replaced: '그사이 첨부 파일이 교체되어 삭제하지 않았습니다. 새 파일은 따로 확인합니다.',
    },
    purge: {
      P0: '삭제할 수 없음',
      P1: '화면과 API에서는 사라졌지만 데이터가 아직 저장되어 있을 수 있음',
      P2: '휴지통에 있음',
      P3: '기본 저장소에서 사라짐, 다른 곳에 사본이 있을 수 있음',
      P4: '저장소를 직접 살펴 없음을 확인함',
    },
    binUntil: (date) => `휴지통은 ${date}에 비워집니다.`,
    residual: (copies) => `사본이 남아 있을 수 있는 곳: ${copies}.`,
    residualCopy: {
      'mail-copies': '파일과 함께 보낸 메일',
      backups: '백업',
      'same-content-elsewhere': '내용이 같은 다른 첨부 파일',
      'search-index': '검색 색인',
      'old-versions': '이전 버전',
      thumbnails: '미리 보기',
      'merged-cases': '이 케이스와 병합된 케이스',
      'deleted-records': '삭제된 레코드 저장소',
      'content-delivery': '콘텐츠 전송 네트워크의 캐시',
    },
    listSeparator: ', ',
    revoke: '원본을 본 사람은 그 안의 자격 증명을 갖고 있습니다. 해당 세션을 로그아웃하고 키를 교체하십시오.',
    exception: (mark) =>
      `정리된 사본으로 부족하면 Harrier에서 표시 ${mark}와 이유를 적어 원본을 요청하십시오. 다른 사람이 승인해야 합니다.`,
    expired: (days) =>
      `이 조직의 보관 기간 ${days}일이 지나 봉인된 원본을 삭제했습니다. 정리된 사본은 남아 있습니다.`,
    audit: (head) => `감사 로그: ${head}`,
    link: (url) => `자세한 내용: ${url}`,
  },
};
