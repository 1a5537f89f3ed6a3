import type { AnswerWords } from '../../words.ts';

export const answers: AnswerWords = {
  nothingFailed: (entries, slow) => {
    const pace = slow === 0 ? '' : `；有 ${slow} 個要求緩慢`;
    const looked = entries === 1 ? '僅有的 1 個要求沒有失敗' : `${entries} 個要求均未失敗`;
    return `${looked}：沒有 400 以上的狀態碼，沒有中斷的連線，擷取檔所含的本文中也沒有錯誤${pace}。`;
  },
  nothingRead: '擷取檔中沒有要求，因此無從判斷。',
  leftClosed: (entries) => `為了讓分析及時結束，有 ${entries} 個可能相關的要求未被開啟。`,
  ruleFailed: (ruleId) => `由於 Harrier 的缺陷，檢查 ${ruleId} 中斷，因此沒有其結果。`,
  notObservable: (rules, evidence, effect) =>
    effect === 'silent'
      ? `擷取檔中沒有${evidence}，因此無法檢查：${rules}。`
      : `擷取檔中沒有${evidence}，因此只能部分檢查：${rules}。`,
};
