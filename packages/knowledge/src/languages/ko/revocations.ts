import type { Words } from '../../words.ts';

export const revocations: Words['revocations'] = {
  'change-password': '비밀번호, PIN 또는 복구 코드를 변경하십시오.',
  'sign-out': '사용자를 모든 곳에서 로그아웃시켜 서버의 세션을 종료하십시오.',
  'revoke-token': '발급자에서 토큰을 폐기하거나(RFC 7009) 사용자를 로그아웃시키십시오.',
  'rotate-key': '새 키를 발급해 적용한 뒤 이 키를 삭제하십시오.',
  'replace-key-pair': '키 쌍을 교체하고 인증서를 폐기하십시오.',
  'recreate-link': '링크나 웹훅을 삭제하고 새로 만드십시오.',
  'block-card': '은행에 카드 정지를 요청하십시오.',
  'expires-by-itself': '한 번 또는 몇 분만 쓸 수 있으며 저절로 만료됩니다.',
  nothing: '이것만으로는 아무것도 열 수 없습니다.',
};
