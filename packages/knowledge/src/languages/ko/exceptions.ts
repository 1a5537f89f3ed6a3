import type { ExceptionWords } from '../../exception/exception-words.ts';

export const exceptions: ExceptionWords = {
  news: {
    requested: '봉인된 원본의 일부를 보려는 요청이 있습니다.',
    'consent-given': '고객이 봉인된 원본의 일부를 보는 데 동의했습니다.',
    declined: '고객이 동의하지 않았습니다. 봉인된 원본은 공개되지 않습니다.',
    approved: '요청이 승인되었습니다. 이제 키 소유자가 요청된 내용을 전달할 수 있습니다.',
    refused: '요청이 거부되었습니다. 봉인된 원본은 공개되지 않습니다.',
    withdrawn: '요청이 철회되었습니다.',
    released: '요청된 내용이 요청자에게만 전달되었습니다. 한 번만 받을 수 있습니다.',
    fetched: '승인에 따라 봉인된 원본의 일부가 열렸습니다.',
    lapsed: '이 요청의 기한이 지났습니다. 더 이상 진행할 수 없습니다.',
  },
  reasons: {
    'value-needed': '값이 필요함',
    'body-needed': '본문이 필요함',
    legal: '법적 의무',
    'sanitizer-fault': '지나치게 많이 제거됨',
    'security-incident': '보안 사고',
  },
  scope: {
    values: (count) => `요청 대상: 정리된 캡처의 가명 ${count}개가 나타내는 값.`,
    entries: (entries) => `요청 대상: 정리된 캡처의 다음 요청에서 제거된 값: ${entries}.`,
    whole: '요청 대상: 원본 전체.',
  },
  by: (name) => `처리한 사람: ${name}`,
  reason: (reason) => `이유: ${reason}`,
  sealed: (sha256) => `봉인된 원본: SHA-256 ${sha256}`,
  audit: (head) => `감사 로그: ${head}`,
};
