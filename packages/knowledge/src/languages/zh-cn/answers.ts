import type { AnswerWords } from '../../words.ts';

export const answers: AnswerWords = {
  nothingFailed: (entries, slow) => {
    const pace = slow === 0 ? '' : `；有 ${slow} 个请求缓慢`;
    const looked = entries === 1 ? '仅有的 1 个请求没有失败' : `${entries} 个请求均未失败`;
    return `${looked}：没有 400 及以上的状态码，没有中断的连接，抓包所含的正文中也没有错误${pace}。`;
  },
  nothingRead: '抓包中没有请求，因此无从判断。',
  leftClosed: (entries) => `为了使分析及时结束，有 ${entries} 个可能相关的请求未被打开。`,
  ruleFailed: (ruleId) => `由于 Harrier 的缺陷，检查 ${ruleId} 中断，其结果缺失。`,
  notObservable: (rules, evidence, effect) =>
    effect === 'silent'
      ? `抓包中没有${evidence}，因此无法检查：${rules}。`
      : `抓包中没有${evidence}，因此只能部分检查：${rules}。`,
};
