import type { PlaybookProblemWords } from '../../error/playbook-problem.ts';

export const playbookProblems: PlaybookProblemWords = {
  'playbook/too-large': () => '파일이 플레이북 허용 크기(4MB)보다 큽니다',
  'playbook/not-json': () => 'JSON이 아닙니다',
  'playbook/missing': (detail) => `멤버 “${detail}”이(가) 없습니다`,
  'playbook/unknown-member': () => '여기에 이런 이름의 멤버는 없습니다. 철자를 확인하십시오',
  'playbook/not-text': () => '비어 있지 않은 문자열이 필요합니다',
  'playbook/not-scalar': () => '문자열, 숫자, true, false, null 중 하나가 필요합니다',
  'playbook/not-list': () => '목록이 필요합니다',
  'playbook/empty-list': () => '목록에 항목이 하나 이상 있어야 합니다',
  'playbook/not-object': () => '객체가 필요합니다',
  'playbook/not-integer': () => '0 이상의 정수가 필요합니다',
  'playbook/not-one-of': (detail) => `다음 중 하나가 필요합니다: ${detail}`,
  'playbook/bad-id': () => '소문자, 숫자, 하이픈으로 된 ID가 필요합니다',
  'playbook/bad-name': () => '영문자로 시작하고 영문자, 숫자, _만 있는 이름이 필요합니다',
  'playbook/bad-path': () => '/로 시작하는 경로가 필요합니다',
  'playbook/bad-pointer': () => 'JSON 포인터가 필요합니다. 비어 있거나 /로 시작해야 합니다',
  'playbook/bad-pattern': () =>
    '선형 시간에 실행되는 정규식이 아닙니다. 전방·후방 탐색과 역참조는 사용할 수 없습니다',
  'playbook/bad-status': () => '상태 코드 두 개가 필요합니다(이 값 이상, 이 값 미만)',
  'playbook/double-id': (detail) => `ID “${detail}”이(가) 두 번 있습니다`,
  'playbook/unknown-rule': (detail) => `규칙 “${detail}”이(가) 없습니다`,
  'playbook/unknown-fact': (detail) => `문장에 있는 “${detail}”은(는) 이 결과가 추출하는 값이 아닙니다`,
  'playbook/unknown-list': (detail) => `레이블 목록 “${detail}”이(가) 없습니다`,
  'playbook/unknown-service': (detail) => `서비스 “${detail}”이(가) 없습니다`,
};
