import type { Words } from '../../words.ts';

export const errors: Words['errors'] = {
  'har/not-json': {
    what: 'JSON이 아니며, 읽을 수 있는 요청이 없습니다.',
    next: '캡처를 다시 내보내십시오. 편집했거나 텍스트로 복사한 파일은 손상된 경우가 많습니다.',
  },
  'har/not-a-capture': {
    what: '이 파일은 읽을 수 있지만 캡처가 아닙니다.',
    next: 'HAR 또는 Fiddler SAZ를 그대로, 혹은 gzip이나 zip으로 지정하십시오.',
  },
  'har/empty': { what: '파일이 비어 있습니다.', next: '캡처를 다시 내보내거나 다운로드하십시오.' },
  'har/password-needed': {
    what: '아카이브가 비밀번호로 보호되어 있습니다.',
    next: '비밀번호를 지정하십시오.',
  },
  'har/password-wrong': {
    what: '이 비밀번호로는 아카이브를 열 수 없습니다.',
    next: '비밀번호를 확인하십시오. 대문자와 소문자를 구분합니다.',
  },
  'har/archive-damaged': { what: '아카이브가 손상되었습니다.', next: '다시 다운로드하거나 내보내십시오.' },
  'har/archive-limit': {
    what: '압축을 풀면 악의적인 아카이브를 막기 위한 한도를 넘습니다.',
    next: '믿을 수 있는 아카이브라면 직접 압축을 풀고 그 안의 캡처를 여십시오.',
  },
  'har/too-large': { what: '캡처의 일부가 너무 커서 통째로 열 수 없습니다.', next: '앞부분만 여십시오.' },
  'har/source-failed': {
    what: '파일의 데이터를 가져올 수 없었습니다.',
    next: '파일이 아직 있고 읽을 수 있는지 확인하십시오.',
  },
  'har/cancelled': { what: '읽기를 중단했습니다.', next: '필요할 때 다시 시작하십시오.' },
  'har/no-such-entry': {
    what: '캡처에 이 번호의 요청이 없습니다.',
    next: '표를 확인하십시오. 번호는 0부터 시작합니다.',
  },
};
