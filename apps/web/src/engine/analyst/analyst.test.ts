import { expect, it } from 'vitest';
import type { SearchProgress } from '../search/search-hit.ts';
import { Analyst } from './analyst.ts';

const entry = {
  startedDateTime: '2026-01-05T09:00:00Z',
  time: 1,
  request: { method: 'GET', url: 'https://app.example.test/amber', headers: [] },
  response: { status: 200, headers: [], content: { size: 0, mimeType: '' } },
  timings: {},
};
const file = new Blob([JSON.stringify({ log: { version: '1.2', entries: [entry] } })]);

it('answers what was asked while its capture was still read, once there is one', async () => {
  const analyst = new Analyst();
  const told: SearchProgress[] = [];
  const statistics = analyst.statistics();
  const givenUp = analyst.search('bronze', () => {});
  const search = analyst.search('amber', (progress) => told.push(progress));
  analyst.beginWithFile(file, {}, new Uint8Array(32));
  expect((await statistics).hosts.map(({ host }) => host)).toEqual(['app.example.test']);
  expect([await givenUp, await search]).toEqual([false, true]);
  expect(told.flatMap(({ hits }) => hits)).toHaveLength(1);
});
