import { countText } from '../../format/quantity.ts';
import type { RecordWords } from './record-words.ts';

export const koRecord: RecordWords = {
  usage: {
    'not-an-address': ({ given }) =>
      `${given}은(는) 페이지 주소가 아닙니다. 주소는 https:// 또는 http://로 시작합니다.`,
  },
  command: {
    record: {
      summary: '자격 증명 없이 브라우저를 기록하고 무엇이 실패했는지 알려 줌',
      about:
        'Chrome, Edge 또는 Chromium의 비공개 창에서 <url>을 열고, 창을 닫거나 --seconds가 지나거나 Ctrl-C를 누를 때까지 모든 탭, 프레임, 워커를 기록합니다. 자격 증명은 파일을 쓰기 전에 제거합니다. --attach는 원격 디버깅으로 실행 중인 브라우저를 기록합니다. 포트나 ws:// 주소를 지정하며, 이때 URL은 생략할 수 있습니다.',
    },
  },
  option: {
    seconds: '지정한 초가 지나면 기록을 끝냄',
    browser: '시작할 브라우저의 이름 또는 경로',
    headless: '창 없이 실행(스크립트용)',
    screenshots: '실패할 때마다 페이지 화면을 저장. 이미지는 정리되지 않음',
    'original-to': '원본도 이 OpenPGP 공개 키로 봉인해 보관. 여러 번 지정할 수 있음',
    raw: 'with-credentials: 자격 증명을 포함해 모두 그대로 씀',
  },
  told: {
    recording: (browser) =>
      `${browser}을(를) 기록하고 있습니다. 문제를 재현한 뒤 창을 닫거나 Ctrl-C를 누르십시오.`,
    count: (count) => `기록 중: 요청 ${countText(count)}건`,
    ended: {
      person: '기록을 멈췄습니다.',
      time: '시간이 지나 기록을 멈췄습니다.',
      'window-closed': '창이 닫혀 기록을 멈췄습니다.',
      'browser-gone': '브라우저가 스스로 종료되었습니다. 그때까지의 기록은 보관됩니다.',
      'no-room': '임시 폴더가 가득 찼습니다. 그때까지의 기록은 보관됩니다.',
      crash: '기록 프로그램이 일찍 종료되었습니다. 그때까지의 기록은 보관됩니다.',
    },
    nothing: '요청이 한 건도 없었습니다.',
    rawWarning:
      '경고: 파일에 오가는 모든 자격 증명이 들어갑니다. 파일을 가진 사람은 누구나 쓸 수 있습니다. 공유하지 마십시오.',
    original: (file, keys) => `원본은 ${file}에 봉인되었습니다. 열 수 있는 키는 ${countText(keys)}개입니다.`,
    pictures: (count, folder) =>
      `이미지 ${countText(count)}개를 ${folder}에 저장했습니다. 이미지는 정리되지 않으니 공유하기 전에 확인하십시오.`,
  },
};
