import { expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

it('begins each call when the one before has ended, also where that failed', async () => {
  const told: string[] = [];
  const work = oneAtATime(async (name: string) => {
    told.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    told.push(`${name} ends`);
    if (name === 'b') throw new Error('b failed');
    return name;
  });
  const answers = await Promise.allSettled([work('a'), work('b'), work('c')]);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(told).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});
