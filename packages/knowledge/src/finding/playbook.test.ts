import { expect, it } from 'vitest';
import { fillSentence, type PlaybookTelling } from './playbook.ts';

const telling = (facts: Record<string, string>): PlaybookTelling => ({
  id: 'playbook/desk/a',
  texts: { en: {} },
  labels: { field: { prio: 'Priority', due: { en: 'Due date', fr: 'Échéance' } } },
  facts,
});

it.each([
  ['{who} did.', { who: 'Kim' }, 'en', 'Kim did.'],
  ['Done[[ by {who}]].', { who: 'Kim' }, 'en', 'Done by Kim.'],
  ['Done[[ by {who}]].', {}, 'en', 'Done.'],
  ['Done[[ by {who}]].', { who: '' }, 'en', 'Done.'],
  ['[[{a} and {b}]].', { a: '1' }, 'en', '.'],
  ['{fields|field}', { fields: 'prio, due, x' }, 'en', 'Priority (prio), Due date (due), x'],
  ['{fields|field}', { fields: 'due' }, 'fr', 'Échéance (due)'],
  ['{fields|field}', { fields: 'due' }, 'ja', 'Due date (due)'],
  ['{fields|none}', { fields: 'due' }, 'en', 'due'],
  ['{fields|field}', { fields: 'constructor' }, 'en', 'constructor'],
  ['{constructor}', {}, 'en', '?'],
  ['a ] and [ b', {}, 'en', 'a ] and [ b'],
] as const)('fills %j with %j in %s', (sentence, facts, language, told) => {
  expect(fillSentence(sentence, telling(facts), language)).toBe(told);
});

it('does not fill what a captured value has in braces', () => {
  expect(fillSentence('{a}', telling({ a: '{b} [[x]]', b: 'secret' }), 'en')).toBe('{b} [[x]]');
});
