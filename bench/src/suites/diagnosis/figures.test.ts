import { expect, it } from 'vitest';
import { diagnosisFigures } from './figures.ts';

it('calls no goal met when no capture was judged', () => {
  expect(diagnosisFigures([]).filter(({ isMet }) => isMet)).toEqual([]);
});
