import type { CommonalityWords } from '../../commonality/trait.ts';

export const commonality: CommonalityWords = {
  dimension: {
    template: '요청',
    host: '호스트',
    site: '사이트',
    region: '호스트의 리전 표시',
    serverIp: '서버 주소',
    connection: '연결',
    httpVersion: 'HTTP 버전',
    scheme: '스킴',
    method: '메서드',
    resourceType: '리소스 유형',
    mediaType: '보낸 내용의 미디어 유형',
    initiatorType: '시작 주체',
    initiator: '요청한 스크립트',
    page: '페이지',
    hour: '시각',
    idPrefix: '추적 ID 접두사',
    authorization: 'Authorization 전송',
    cookies: '쿠키 전송',
    body: '본문 전송',
    priority: '우선순위',
  },
  yes: '예',
  no: '아니요',
  common: (what, value, { failed, allFailed, others, allOthers }) =>
    `${what} ${value}: 실패한 요청 ${allFailed}개 중 ${failed}개, 나머지 ${allOthers}개 중 ${others}개.`,
};
