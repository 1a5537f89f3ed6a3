import { ko as bench } from './bench/ko.ts';
import { details } from './details/ko.ts';
import { escalate } from './escalate/ko.ts';
import { knowledgeBase } from './knowledge/ko.ts';
import { logs } from './logs/ko.ts';
import { tools } from './tools/ko.ts';
import type { WebWords } from './web-words.ts';

export const ko: WebWords = {
  start: {
    title: '캡처 열기',
    drop: 'HAR 또는 SAZ 파일을 여기에 놓으십시오',
    choose: '파일 선택',
    example: '예제 열기',
    private: '파일은 이 브라우저 안에만 있으며 어디로도 전송되지 않습니다.',
  },
  reading: {
    progress: (readBytes, totalBytes, entries) => `${totalBytes} 중 ${readBytes}, 요청 ${entries}개`,
    cancel: '취소',
    meanwhile: '표는 이미 사용할 수 있습니다. 원인은 모두 읽은 뒤에 표시합니다.',
  },
  answer: {
    whoCanFix: (who) => `해결할 수 있는 사람: ${who}`,
    trackingId: '추적 ID',
    copy: '복사',
    copied: '복사됨',
    evidence: '근거',
    moreFindings: (count) => `다른 진단 결과 ${count}개`,
    requests: (count) => `요청 ${count}개`,
    failed: (count) => `실패 ${count}개`,
  },
  table: {
    label: '요청 목록',
    index: '#',
    started: '시작',
    method: '메서드',
    url: 'URL',
    code: '코드',
    trackingId: '추적 ID',
    error: '오류',
    org: '조직',
    time: '시간',
    waterfall: '폭포',
  },
  filter: {
    label: '필터',
    placeholder: 'status:>=400 OR wait:>1s',
    quick: { failed: '실패', slow: '느림', cors: 'CORS', auth: '인증' },
    shown: (shown, all) => `${all}개 중 ${shown}개`,
  },
  details,
  ...tools,
  logs,
  bench,
  escalate,
  knowledgeBase,
  frame: { language: '언어', theme: '밝게/어둡게', closeCapture: (name) => `${name} 닫기` },
};
