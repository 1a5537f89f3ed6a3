import type { GroupWords } from '../../../words.ts';

export const captureFindings: GroupWords<'capture'> = {
  'capture/no-content': {
    verdict: (f) => `캡처에 텍스트 응답 ${f.textResponses}개 중 ${f.withoutContent}개의 내용이 없습니다.`,
    explanation: () => '내용 없이 저장되었습니다. 오류 내용, 200 안의 실패, 권한을 볼 수 없습니다.',
    nextStep: () =>
      '다시 기록하고 내용과 함께 저장하십시오(Chrome: “Export HAR (with sensitive data)” 또는 “Save all as HAR with content”).',
  },
  'capture/truncated': {
    verdict: (f) =>
      f.entries === 0
        ? '파일이 잘려 있습니다. 그 앞에 온전한 요청이 없습니다.'
        : `파일이 잘려 있습니다. 그 앞의 온전한 요청 ${f.entries}개를 읽었습니다.`,
    explanation: () => '파일이 끝까지 쓰이지 않았습니다. 잘린 뒤에 무슨 일이 있었는지는 알 수 없습니다.',
    nextStep: () => '파일을 다시 요청하십시오. 업로드가 끊기거나 디스크가 가득 차면 이런 파일이 생깁니다.',
  },
  'capture/damaged': {
    verdict: (f) => {
      const line = f.line === undefined ? '' : `(첫 위치: ${f.line}행)`;
      return `파일이 ${f.damages}곳에서 손상되었습니다${line}. 그 앞뒤는 모두 읽었습니다.`;
    },
    explanation: (f) =>
      f.damagedEntries === 0
        ? '이로 인해 잃은 요청은 없습니다.'
        : `요청 ${f.damagedEntries}개는 관대하게 읽었으므로 일부가 빠져 있을 수 있습니다.`,
    nextStep: () => '원본을 요청하십시오. 손으로 편집한 파일은 흔히 이렇게 손상됩니다.',
  },
  'capture/not-preserved': {
    verdict: (f) =>
      `캡처가 같은 호스트(${f.host})의 다른 페이지에서 이동해 온 페이지로 시작하며, 그 이전은 없습니다.`,
    explanation: () =>
      '“Preserve log”가 꺼져 있으면 브라우저는 이동할 때마다 모든 요청을 지웁니다. 남은 부분에서는 실패가 없습니다. 새로 고친 페이지도 똑같이 보입니다.',
    nextStep: () => '문제가 이 페이지 이전에 있었다면 “Preserve log”를 켜고 다시 기록하십시오.',
  },
  'capture/started-late': {
    verdict: (f) =>
      `페이지를 불러온 뒤에 기록이 시작되었습니다. 페이지의 요청 ${f.requests}개는 있지만 페이지 자체는 없습니다.`,
    explanation: () => '로그인, 페이지의 파일, 첫 요청들이 빠져 있습니다.',
    nextStep: () => '문제가 들어 있지 않다면 개발자 도구를 먼저 연 뒤 페이지를 불러와 단계를 반복하십시오.',
  },
  'capture/sanitized': {
    verdict: (f) =>
      ({
        harrier: 'Harrier가 자격 증명을 제거하고 가명으로 바꾸었습니다.',
        devtools: 'Chrome의 기본 동작대로 쿠키와 Authorization 없이 내보낸 캡처입니다.',
        other: '캡처의 자격 증명이 가려져 있습니다.',
      })[f.by],
    explanation: () =>
      '요청이 유효한 자격 증명과 함께 전송되었는지 알 수 없으며, 해당 검사는 관찰 불가로 보고됩니다.',
    nextStep: () => '정상입니다. 로그인 자체가 문제라면 그때의 오류 내용도 요청하십시오.',
  },
  'capture/over-sanitized': {
    verdict: (f) =>
      f.maskedIds > 0
        ? `요청 ${f.maskedIds}개에서 추적 ID가 제거되어 로그를 검색할 수 없습니다.`
        : `제거된 정보가 너무 많아 알 수 있는 것이 적습니다. 응답의 텍스트 ${f.values}개 중 ${f.masked}개가 가려져 있습니다.`,
    explanation: () => '진단에는 오류 내용, 기능 이름, ID가 필요하며 이들은 자격 증명이 아닙니다.',
    nextStep: () =>
      '자격 증명만 제거하고 ID와 오류는 남기는 “harrier sanitize”로 처리한 캡처를 요청하십시오.',
  },
  'capture/cache-disabled': {
    verdict: (f) =>
      `브라우저 캐시를 끈 상태로 기록되었습니다. 살펴본 요청 ${f.requests}개가 모두 새 사본을 요구합니다.`,
    explanation: () =>
      '사용자의 환경보다 페이지가 느리게 열리며, 캐싱에 대해서는 아무것도 판단할 수 없습니다.',
    nextStep: () => '불러오는 시간이 문제라면 “Disable cache”를 끄고 다시 기록하십시오.',
  },
  'capture/wrong-page': {
    verdict: (f) => `캡처에 다음 호스트가 없습니다: ${f.wanted}. 들어 있는 호스트: ${f.hosts}.`,
    explanation: () => '케이스와 다른 페이지, 탭 또는 시스템이 기록되었습니다.',
    nextStep: (f) => `문제가 발생하는 동안 다음 호스트의 캡처를 요청하십시오: ${f.wanted}.`,
  },
  'capture/too-old': {
    verdict: (f) => `캡처 날짜가 ${f.recordedAt}이며, 케이스보다 ${f.days}일 앞섭니다.`,
    explanation: () => '당시의 로그는 아마 남아 있지 않으며, 다른 문제를 보여 주는 것일 수도 있습니다.',
    nextStep: () => '새 캡처를 요청하고, 이 캡처를 만든 컴퓨터의 시계를 확인하십시오.',
  },
  'capture/no-error': {
    verdict: (f) => `요청 ${f.requests}개 중 실패하거나 느린 것이 없습니다.`,
    explanation: () =>
      '문제가 있다면 화면, 데이터 또는 브라우저 콘솔에 나타나며, 이는 캡처에 들어 있지 않습니다.',
    nextStep: () => '화면 캡처와 콘솔 메시지를 요청하고, 정상인 사용자의 캡처와 비교하십시오.',
  },
  'capture/no-ids': {
    verdict: (f) => `API 요청 ${f.requests}개 중 추적 ID가 있는 것이 없습니다.`,
    explanation: () => 'ID가 없으면 로그 항목을 정확히 찾을 수 없습니다.',
    nextStep: () => '시각, 호스트, 경로로 로그를 검색하십시오.',
  },
  'capture/out-of-order': {
    verdict: (f) => {
      if (f.moved === 0) return `소요 시간이 음수인 요청이 ${f.negative}개 있습니다.`;
      return `파일에서 더 늦은 요청 뒤에 놓인 요청이 ${f.moved}개 있습니다${f.negative === 0 ? '' : `(소요 시간이 음수인 요청: ${f.negative}개)`}.`;
    },
    explanation: () =>
      '파일이 병합되거나 편집되었거나 도구로 작성되었습니다. 여기서는 시작 시각 순으로 보여 줍니다.',
    nextStep: () => '조치할 것은 없습니다. 다른 뷰어에서는 순서가 다를 수 있습니다.',
  },
  'capture/producer': {
    verdict: (f) => {
      const name = f.version === undefined ? f.producer : `${f.producer} ${f.version}`;
      const lacks = [f.networkErrors ? '' : '연결이 끊긴 이유', f.timings ? '' : '단계별 소요 시간'].filter(
        Boolean,
      );
      return `캡처를 기록한 프로그램: ${name}. 기록하지 않는 정보: ${lacks.join(', ')}.`;
    },
    explanation: () => '이 정보가 필요한 검사는 적은 정보로 추측하거나 수행되지 않습니다.',
    nextStep: () => '원인이 분명하지 않으면 같은 단계를 Chrome 또는 Edge로 기록하십시오.',
  },
  'capture/counter-gap': {
    verdict: (f) =>
      `세션 ${f.session}: ${f.first}번부터 ${f.last}번 사이에 빠진 번호가 있습니다(${f.numbers}${f.missing > 5 ? ' …' : ''}). 캡처에 없는 요청이 있었습니다.`,
    explanation: () =>
      '캡처가 필터링되었거나, 늦게 시작했거나, 일찍 저장되었거나, 같은 세션의 다른 탭이 보낸 것입니다.',
    nextStep: (f) => `로그에서 다음 세션을 검색하면 빠진 요청도 찾을 수 있습니다: ${f.session}.`,
  },
};
