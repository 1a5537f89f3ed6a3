import { expect, it } from 'vitest';
import { carriers } from './carrier-table.ts';
import { growContest } from './contest-capture.ts';
import { judge } from './judge.ts';

const contest = growContest(1, carriers);

it('plants enough to mean something', () => {
  expect(contest.plants.length).toBeGreaterThanOrEqual(300);
  expect(contest.probes.length).toBeGreaterThanOrEqual(100);
});

it('finds every credential and keeps every fact in the capture that nobody touched', () => {
  const { missed, lost } = judge(contest, JSON.parse(JSON.stringify(contest.har)));
  expect(contest.plants.filter((plant) => !missed.includes(plant)).map(({ carrier }) => carrier)).toEqual([]);
  expect(lost.map(({ what }) => what)).toEqual([]);
});

it('finds nothing in an empty capture, and loses every fact with it', () => {
  const { missed, lost } = judge(contest, { log: { entries: [] } });
  expect(missed).toEqual([]);
  expect(lost.length).toBe(contest.probes.length);
});

it('counts an entry that somebody failed on as neither clean nor kept', () => {
  const probed =
    contest.plants.find(({ carrier }) => carrier === 'beside error texts and codes')?.entry ?? -1;
  const { missed, lost } = judge(contest, { log: { entries: [] } }, [probed]);
  expect(missed.every(({ entry }) => entry === probed)).toBe(true);
  expect(missed.length).toBe(1);
  expect(lost.length).toBe(contest.probes.length);
  const whole = judge(contest, contest.har, [probed]);
  expect(new Set(whole.lost.map((probe) => probe.class))).toEqual(new Set(['error texts and codes']));
});

it('grows the same capture from the same seed, and another one from another', () => {
  expect(growContest(1, carriers).har).toEqual(contest.har);
  expect(growContest(2, carriers).plants.map(({ needle }) => needle)).not.toEqual(
    contest.plants.map(({ needle }) => needle),
  );
});

it('plants no credential that is too short to tell from chance', () => {
  for (const { needle, carrier } of contest.plants)
    expect([carrier, needle.length >= 6]).toEqual([carrier, true]);
});
