import { type Capture, memorySource, openCapture } from '@harrier/har';
import { expect, it } from 'vitest';
import { failedRowsOf } from './failed-rows.ts';

async function answered(...statuses: readonly number[]): Promise<Capture> {
  const entries = statuses.map((status, at) => ({
    startedDateTime: `2026-01-01T00:00:0${at}.000Z`,
    time: 5,
    request: { method: 'GET', url: `https://a.example.test/${at}` },
    response: { status, content: { size: 0 } },
  }));
  return await openCapture(memorySource(new TextEncoder().encode(JSON.stringify({ log: { entries } }))));
}

it('says what the columns say until the analysis is there', async () => {
  const { index } = await answered(200, 404, 200, 500);
  const failed = failedRowsOf(index, undefined);
  expect([failed.count, failed.rows()]).toEqual([2, [1, 3]]);
});

it('says then what the analysis says, be it more or less', async () => {
  const { index } = await answered(200, 404, 200, 500);
  const failed = failedRowsOf(index, { failedEntries: [3, 0], leftClosed: 0 });
  expect([failed.count, failed.rows(), failed.has(1)]).toEqual([2, [0, 3], false]);
});

it('forgets no failed status among requests that the analysis left closed', async () => {
  const { index } = await answered(200, 404, 200, 500);
  const failed = failedRowsOf(index, { failedEntries: [0], leftClosed: 2 });
  expect(failed.rows()).toEqual([0, 1, 3]);
});
