import { expect, it } from 'vitest';
import { judgeOpening } from './opening.ts';

const run = (entryMs: readonly number[], bodyMs: readonly number[]) => ({
  megabytes: 100,
  times: [{ entryMs, bodyMs }],
});

it('misses the goal where more than one opening in twenty is slow, and not where one is', () => {
  const quick = new Array<number>(38).fill(1);
  const verdicts = (slow: number) =>
    judgeOpening([run([...quick, ...new Array<number>(slow).fill(9)], quick)]).map(({ isMet }) => isMet);
  expect(verdicts(2)).toEqual([true, true]);
  expect(verdicts(4)).toEqual([false, true]);
});

it('judges the median round, so that one bad moment of the machine is no verdict', () => {
  const [quick, slow] = [run([1], [1]).times, run([9], [9]).times];
  const judged = judgeOpening([{ megabytes: 100, times: [...quick, ...slow, ...quick].flat() }]);
  expect(judged.map(({ measured }) => measured)).toEqual(['1.00 ms', '1.00 ms']);
});
