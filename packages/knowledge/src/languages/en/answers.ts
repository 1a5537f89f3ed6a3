import type { AnswerWords } from '../../words.ts';

export const answers: AnswerWords = {
  nothingFailed: (entries, slow) => {
    const looked =
      entries === 1 ? 'Nothing failed in the one request' : `Nothing failed in ${entries} requests`;
    const pace = slow === 0 ? '' : slow === 1 ? '; one was slow' : `; ${slow} were slow`;
    return `${looked}: no status of 400 or more, no broken connection, no error in a body that was captured${pace}.`;
  },
  nothingRead: 'The capture holds no requests, so there is nothing to judge.',
  leftClosed: (entries) =>
    entries === 1
      ? 'One request that may matter was not opened, so that the analysis ends in time.'
      : `${entries} requests that may matter were not opened, so that the analysis ends in time.`,
  ruleFailed: (ruleId) => `The check ${ruleId} broke, by a fault of Harrier; its findings are missing.`,
  notObservable: (rules, evidence, effect) =>
    effect === 'silent'
      ? `Not checked, because the capture does not hold ${evidence}: ${rules}.`
      : `Checked only in part, because the capture does not hold ${evidence}: ${rules}.`,
};
