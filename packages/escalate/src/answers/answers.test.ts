import { expect, it } from 'vitest';
import { readAnswers } from './answers.ts';

it('reads what a person says', () => {
  const answers = {
    case: 'C-1',
    error: { text: 'x', entry: 3 },
    trackingIds: ['A_1'],
    environment: { OS: 'x' },
  };
  expect(readAnswers(JSON.stringify(answers))).toEqual(answers);
});

it.each([
  ['no JSON', '', 'JSON'],
  ['[]', '', 'object'],
  ['{"seen": 1}', '/seen', 'string'],
  ['{"steps": ["a", ""]}', '/steps/1', 'string'],
  ['{"error": {"text": "x", "entry": -1}}', '/error/entry', 'integer'],
  ['{"error": "x"}', '/error', 'object'],
  ['{"__proto__x": 1}', '/__proto__x', 'case, error'],
  ['{"tracking": []}', '/tracking', 'trackingIds'],
])('tells where %s is wrong', (json, place, expected) => {
  expect(() => readAnswers(json)).toThrow(
    expect.objectContaining({ place, expected: expect.stringContaining(expected) }),
  );
});
