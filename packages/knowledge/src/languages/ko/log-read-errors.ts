import type { Words } from '../../words.ts';

export const logReadErrors: Words['logReadErrors'] = {
  'logs/format-wrong': {
    what: '이 파일은 로그 형식 정의가 아닙니다.',
    next: '표시된 위치를 확인하십시오. 작성 방법은 docs/log-formats.md에 있습니다.',
  },
  'logs/format-unknown': {
    what: '이 이름의 로그 형식이 없습니다.',
    next: '형식 목록에서 사용할 수 있는 이름을 확인하십시오.',
  },
  'logs/zone-unknown': {
    what: '이 이름의 시간대가 없습니다.',
    next: 'UTC, +02:00 같은 시차 또는 Europe/Paris 같은 이름을 지정하십시오.',
  },
  'logs/input-failed': {
    what: '이 경로를 읽을 수 없습니다.',
    next: '경로가 있는지, 읽기 권한이 있는지 확인하십시오.',
  },
};
