import { expect, it } from 'vitest';
import { readAction } from './action.ts';

const epochMs = Date.UTC(2026, 10, 21, 12);

it('reads what the script in the page reports', () => {
  expect(readAction(JSON.stringify({ kind: 'click', role: 'button', name: 'Save', epochMs }))).toEqual({
    kind: 'click',
    role: 'button',
    name: 'Save',
    startedDateTime: '2026-11-21T12:00:00.000Z',
  });
});

it.each([
  'no JSON',
  'null',
  '[]',
  '"click"',
  JSON.stringify({ kind: 'navigate', epochMs }),
  JSON.stringify({ kind: 'click', epochMs: 'now' }),
  JSON.stringify({ kind: 'click', epochMs: 1e300 }),
])('leaves %s, which no script of ours reports', (payload) => {
  expect(readAction(payload)).toBeUndefined();
});

it('takes no more of a label than a person reads', () => {
  const long = 'x'.repeat(10_000);
  const action = readAction(JSON.stringify({ kind: 'click', role: long, name: long, epochMs }));
  expect([action?.role?.length, action?.name?.length]).toEqual([40, 80]);
});
