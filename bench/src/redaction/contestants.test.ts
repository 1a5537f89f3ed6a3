import { expect, it } from 'vitest';
import { carriers } from './carrier-table.ts';
import { growContest } from './contest-capture.ts';
import { contestants } from './contestants.ts';
import { judge } from './judge.ts';
import { scoreOf } from './score.ts';

const contest = growContest(3, carriers);

async function verdictOn(clean: (typeof contestants)[number]['clean']) {
  const { har, failed } = await clean(contest.har);
  return judge(contest, har, failed);
}

it.each(contestants.map(({ id, clean }) => ({ id, clean })))(
  '$id gives back every entry and leaves the capture it was given alone',
  async ({ clean }) => {
    const before = JSON.stringify(contest.har);
    const { har } = await clean(contest.har);
    expect(JSON.stringify(contest.har)).toBe(before);
    expect(har.log?.entries?.length).toBe(contest.har.log?.entries?.length);
  },
);

it('has rivals that remove something and keep most', async () => {
  for (const { id, clean } of contestants.filter(({ id }) => id !== 'untouched')) {
    const { removed, kept } = scoreOf(contest, await verdictOn(clean));
    expect([id, removed.count > 10, kept.count > kept.of / 2]).toEqual([id, true, true]);
  }
});
