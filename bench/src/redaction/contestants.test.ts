import { expect, it } from 'vitest';
import { carriers } from './carrier-table.ts';
import { growContest } from './contest-capture.ts';
import { contestants } from './contestants.ts';
import { judge } from './judge.ts';
import { scoreOf } from './score.ts';

const contest = growContest(3, carriers);

it.each(contestants)(
  '$label gives back every entry, and leaves the capture it was given alone',
  async ({ id, clean }) => {
    const before = JSON.stringify(contest.har);
    const { har, failed } = await clean(contest.har);
    expect(JSON.stringify(contest.har)).toBe(before);
    expect(har.log?.entries?.length).toBe(contest.har.log?.entries?.length);
    const { removed, kept } = scoreOf(contest, judge(contest, har, failed));
    // A rival that is broken here would flatter everybody else.
    if (id === 'untouched') expect([removed.count, kept.count]).toEqual([0, kept.of]);
    else expect([removed.count > 10, kept.count > kept.of / 2]).toEqual([true, true]);
  },
);
