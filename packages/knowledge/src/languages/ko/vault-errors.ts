import type { Words } from '../../words.ts';

export const vaultErrors: Words['vaultErrors'] = {
  'vault/key-unreadable': {
    what: '이 파일에서 OpenPGP 키를 읽을 수 없습니다.',
    next: 'gpg --armor --export로 키를 내보낸 뒤 그 파일을 지정하십시오.',
  },
  'vault/key-private': {
    what: '이것은 개인 키입니다. 봉인에는 공개 키가 필요합니다.',
    next: 'gpg --armor --export로 공개 키를 내보내십시오. 개인 키는 소유자만 보관합니다.',
  },
  'vault/key-version': {
    what: 'gpg 2.2에서 사용할 수 없는 버전의 키입니다.',
    next: '버전 4 키를 만드십시오. gpg 2.2로 만들 수 있습니다.',
  },
  'vault/key-algorithm': {
    what: 'gpg 2.2에서 사용할 수 없는 알고리즘의 키입니다.',
    next: '3072비트 이상의 RSA, gpg가 만드는 형식의 Curve25519, 또는 NIST 곡선을 사용하십시오.',
  },
  'vault/key-weak': {
    what: '키가 너무 짧습니다. RSA는 3072비트 이상이어야 합니다.',
    next: '더 긴 키를 만드십시오.',
  },
  'vault/key-expired': {
    what: '키가 만료되었습니다.',
    next: '소유자에게 기간을 연장하고 다시 내보내 달라고 요청하십시오.',
  },
  'vault/key-revoked': {
    what: '폐기된 키입니다.',
    next: '이 키를 대신하는 키를 소유자에게 요청하십시오.',
  },
  'vault/key-not-yet-valid': {
    what: '아직 유효하지 않은 키입니다.',
    next: '이 컴퓨터의 시계와 키의 시작 날짜를 확인하십시오.',
  },
  'vault/key-not-for-encryption': {
    what: '서명 전용 키이므로 이 키로 암호화할 수 없습니다.',
    next: '소유자에게 암호화용 하위 키를 추가하고 다시 내보내 달라고 요청하십시오.',
  },
  'vault/too-few-recipients': {
    what: '서로 다른 키의 수가 부족합니다.',
    next: '정책이 요구하는 수만큼 키를 지정하십시오. 키가 둘이면 하나를 잃어도 원본을 잃지 않습니다.',
  },
  'vault/key-public': {
    what: '파일에 개인 키가 없습니다.',
    next: '소유자의 컴퓨터에서 gpg --export-secret-keys로 내보내십시오.',
  },
  'vault/password-needed': {
    what: '개인 키가 비밀번호로 잠겨 있습니다.',
    next: '물어볼 때 입력하거나 비밀번호가 든 파일을 지정하십시오.',
  },
  'vault/password-wrong': {
    what: '비밀번호가 맞지 않아 개인 키를 열 수 없습니다.',
    next: '비밀번호를 확인하십시오. 대소문자를 구분합니다.',
  },
  'vault/not-sealed': {
    what: '봉인된 파일이 아닙니다.',
    next: '원본을 봉인할 때 만들어진 파일을 지정하십시오.',
  },
  'vault/wrong-key': {
    what: '어떤 키로도 이 파일을 열 수 없습니다. 다른 키로 봉인되었습니다.',
    next: '이 파일이 봉인된 키의 소유자에게 요청하십시오.',
  },
  'vault/damaged': {
    what: '파일이 변경되었거나 잘렸습니다. 꺼낸 내용은 버렸습니다.',
    next: '다시 내려받아 SHA-256을 케이스에 적힌 값과 비교하십시오.',
  },
  'vault/unsupported': {
    what: '여기서 열 수 없는 방식으로 암호화된 파일입니다.',
    next: 'gpg로 여십시오.',
  },
  'vault/key-not-for-signing': {
    what: '이 키로는 서명할 수 없습니다. 만료되었거나 폐기되었거나 암호화 전용입니다.',
    next: '서명에 쓸 수 있는 유효한 개인 키를 지정하십시오. gpg --list-secret-keys에서 [S]로 표시됩니다.',
  },
};
