import type { GroupWords } from '../../../words.ts';

export const captureFindings: GroupWords<'capture'> = {
  'capture/no-content': {
    verdict: (f) => `캡처에 텍스트 응답 ${f.textResponses}개 중 ${f.withoutContent}개의 내용이 없습니다.`,
    explanation: () => '내용 없이 저장되었습니다. 오류 내용, 200 안의 실패, 권한을 볼 수 없습니다.',
    nextStep: () =>
      '다시 기록하고 내용과 함께 저장하십시오(Chrome: “Export HAR (with sensitive data)” 또는 “Save all as HAR with content”).',
  },
  'capture/truncated': {
    verdict: (f) => `파일이 잘려 있습니다. 그 앞의 온전한 요청 ${f.entries}개를 읽었습니다.`,
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
};
