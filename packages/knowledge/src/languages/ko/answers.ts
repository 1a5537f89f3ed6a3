import type { AnswerWords } from '../../words.ts';

export const answers: AnswerWords = {
  nothingFailed: (entries, slow) => {
    const pace = slow === 0 ? '' : ` 느린 요청은 ${slow}개입니다.`;
    return `요청 ${entries}개 중 실패한 것이 없습니다. 400 이상의 상태, 끊어진 연결, 캡처된 본문의 오류가 모두 없습니다.${pace}`;
  },
  nothingRead: '캡처에 요청이 없어 판단할 것이 없습니다.',
  leftClosed: (entries) => `분석을 제때 마치기 위해, 관련될 수 있는 요청 ${entries}개를 열지 않았습니다.`,
  ruleFailed: (ruleId) => `Harrier의 결함으로 ${ruleId} 검사가 중단되었습니다. 해당 결과는 빠져 있습니다.`,
  notObservable: (rules, evidence, effect) =>
    effect === 'silent'
      ? `캡처에 ${evidence} 정보가 없어 검사하지 못했습니다: ${rules}`
      : `캡처에 ${evidence} 정보가 없어 일부만 검사했습니다: ${rules}`,
};
