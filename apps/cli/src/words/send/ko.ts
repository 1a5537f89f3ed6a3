import type { SendWords } from './send-words.ts';

export const koSend: SendWords = {
  command: {
    send: {
      summary: '정리되었거나 봉인된 파일을 공급업체의 접수처로 보내기',
      about:
        '파일 하나를 HTTPS PUT으로 <url>에 보내며, --case의 케이스 번호와 그 케이스의 업로드 토큰으로 로그인합니다. 토큰은 --token-file이나 HARRIER_DROP_TOKEN에서 읽고, 없으면 입력을 요청합니다. 보낸 것은 되돌릴 수 없으므로 sanitize --check에서 자격 증명이 발견되지 않는 HAR나 SAZ, harrier seal이 쓰는 암호화된 OpenPGP 메시지, 변경되지 않은 harrier escalate 패키지만 보냅니다. 접수처에서의 이름은 소문자이며 다이제스트를 포함합니다.',
    },
  },
  option: { 'token-file': '케이스의 업로드 토큰이 든 파일' },
  told: {
    done: (size, name, place) => `접수처 ${place}에 파일이 있습니다: ${name}, ${size}.`,
    askToken: (caseNumber) => `케이스 ${caseNumber}의 업로드 토큰: `,
    refused: {
      'not-clean': {
        what: (file) => `${file}을(를) 보내지 않았습니다. 자격 증명이 들어 있습니다.`,
        next: 'harrier sanitize가 쓴 파일을 보내거나, 이 파일을 harrier seal로 봉인하십시오.',
      },
      'other-kind': {
        what: (file) =>
          `${file}을(를) 보내지 않았습니다. 살펴볼 수 있는 캡처(HAR, SAZ)도, 이진 형식의 암호화된 OpenPGP 메시지도, 변경되지 않은 harrier escalate 패키지도 아닙니다.`,
        next: '캡처는 harrier sanitize로 정리된 파일을 만들고, 그 밖의 파일은 harrier seal로 암호화하십시오.',
      },
    },
    trouble: {
      'no-answer': {
        what: (place) => `접수처 ${place}에 연결할 수 없습니다.`,
        next: '주소와 네트워크를 확인한 뒤 다시 보내십시오.',
      },
      'wrong-token': {
        what: (place) => `접수처 ${place}이(가) 이 케이스 번호와 토큰을 받아들이지 않습니다.`,
        next: '번호를 확인하십시오. 토큰에는 기한이 있으니 케이스의 새 토큰을 받으십시오.',
      },
      'not-taken': {
        what: (place, status) => `접수처 ${place}이(가) 파일을 받지 않고 ${status}로 응답했습니다.`,
        next: '나중에 다시 시도하십시오. 계속되면 접수처 운영자에게 어떤 주소, 크기, 파일 종류를 받는지 문의하십시오.',
      },
    },
  },
};
