import type { Words } from '../../words.ts';

export const logStoreErrors: Words['logStoreErrors'] = {
  'logs/store-address': {
    what: '로그 저장소를 가리키는 형식이 아닙니다.',
    next: 'sqlite:<경로> 또는 clickhouse://<호스트>:<포트>/<데이터베이스> 형식으로 지정하십시오.',
  },
  'logs/store-unreachable': {
    what: '로그 저장소에 연결할 수 없습니다.',
    next: '실행 중인지, 주소가 맞는지, 파일을 읽을 수 있는지 확인하십시오.',
  },
  'logs/store-refused': {
    what: '로그 저장소가 이 사용자를 거부했습니다.',
    next: '사용자, 비밀번호, 권한을 확인하십시오.',
  },
  'logs/store-failed': {
    what: '로그 저장소가 오류로 응답했습니다.',
    next: '자세한 내용은 저장소의 로그에 있습니다. 복구된 뒤 다시 시도하십시오.',
  },
  'logs/store-unwritable': {
    what: '로그 저장소에 쓸 수 없습니다.',
    next: '디스크에 여유 공간이 있고 다른 프로그램이 사용 중이 아닌지 확인한 뒤 다시 가져오십시오. 두 번 저장되는 레코드는 없습니다.',
  },
  'logs/store-foreign': {
    what: '이 파일은 로그 저장소가 아닙니다.',
    next: '다른 경로를 지정하십시오. 새 파일은 자동으로 저장소가 됩니다.',
  },
  'logs/store-newer': {
    what: '더 최신 버전의 Harrier가 기록한 로그 저장소입니다.',
    next: 'Harrier를 업데이트하거나 다른 저장소를 사용하십시오.',
  },
  'logs/store-read-only': {
    what: '이 저장소는 검색 전용이며 레코드를 받지 않습니다.',
    next: '직접 관리하는 저장소로 가져오십시오.',
  },
  'logs/sources-file': {
    what: '소스 정의 파일을 읽을 수 없습니다.',
    next: 'docs/logs.md의 예제와 비교해 보십시오.',
  },
};
