import { expect, it } from 'vitest';
import { Latest } from './latest.ts';

it('keeps what was made last until another one is asked for', () => {
  const made: string[] = [];
  const latest = new Latest<string>();
  const [one, other] = [{}, {}];
  const ask = (of: object, name: string): string =>
    latest.of(of, () => {
      made.push(name);
      return name;
    });
  expect([ask(one, 'one'), ask(one, 'one'), ask(other, 'other'), ask(one, 'one')]).toEqual([
    'one',
    'one',
    'other',
    'one',
  ]);
  expect(made).toEqual(['one', 'other', 'one']);
});
