import { countText } from '../../format/quantity.ts';
import type { TraceWords } from './trace-words.ts';

export const koTrace: TraceWords = {
  usage: {
    'no-tracking-id': ({ index }) =>
      `요청 ${index}에 추적 ID가 없어 로그를 검색할 수 없습니다. 프리플라이트에는 ID가 없습니다.`,
  },
  command: {
    trace: {
      summary: '요청 하나를 모든 서비스에 걸쳐 따라가고 실패 지점을 표시',
      about:
        '추적 ID, 또는 캡처와 요청 번호를 지정합니다. 줄은 로그 저장소에서 가져옵니다. 플레이북이 예상하지만 줄이 없는 것을 먼저 알립니다.',
    },
  },
  told: {
    broke: (service, call, what) => `실패 지점: ${service}, ${call}: ${what}`,
    request: '요청 자체',
    refused: (refused, of) => `메시지는 정상 전달되었지만 명령 ${of}개 중 ${refused}개가 거부되었습니다.`,
    cause: (text) => `원인: ${text}`,
    received: '이 서비스는 전달만 했습니다. 실제로 거부한 서비스의 줄은 없습니다.',
    missing: (service, call) => `${service}의 줄이 없습니다(${call}).`,
    drift: (element, values, from, to) =>
      `${element} 값이 도중에 바뀌었습니다: ${values} (${from}, ${to} 사이).`,
    askedOff: (member) => `${member}에 값이 있지만 페이지 자체가 끄도록 요청했습니다.`,
    whole: '줄을 보는 한 실패는 없습니다.',
    noLines: '이 요청에 대한 줄이 있는 서비스가 없습니다.',
    chosen: (requests, call) =>
      `이 ID는 요청 ${countText(requests)}개의 세션을 가리킵니다. 표시된 것은 ${call}입니다.`,
    cut: (records) => `처음 ${countText(records)}개의 레코드만 사용했습니다.`,
    attempt: (number) => `${number + 1}번째 시도`,
    clock: (offset) => `시계 ${offset}`,
    moreLines: (lines) => `${countText(lines)}줄 더 있음. --all로 모두 표시`,
    heads: { hop: '서비스', call: '호출', start: '시작', took: '소요 시간', status: '상태' },
  },
};
