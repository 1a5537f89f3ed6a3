import { memorySource, openCapture } from '@harrier/har';
import { describe, expect, it } from 'vitest';
import { type SortKey, sortRows } from './sort-rows.ts';

const entry = (url: string, status: number, time: number, at: string) => ({
  startedDateTime: `2026-01-01T00:00:0${at}Z`,
  time,
  request: { method: status === 500 ? 'POST' : 'GET', url, headers: [] },
  response: { status, headers: [], content: {} },
  timings: { send: 0, wait: time, receive: 0 },
});

const har = {
  log: {
    version: '1.2',
    entries: [
      entry('https://b.example.com/', 200, 30, '3'),
      entry('https://a.example.com/', 500, 10, '1'),
      entry('https://c.example.com/', 200, 20, '2'),
    ],
  },
};

async function sorted(key: SortKey, descending = false): Promise<number[]> {
  const capture = await openCapture(memorySource(new TextEncoder().encode(JSON.stringify(har))));
  const rows = Uint32Array.of(0, 1, 2);
  sortRows(rows, capture.index, key, descending);
  return [...rows];
}

describe('sorting rows', () => {
  it.each<[SortKey, number[]]>([
    ['index', [0, 1, 2]],
    ['start', [1, 2, 0]],
    ['host', [1, 0, 2]],
    ['time', [1, 2, 0]],
    ['status', [0, 2, 1]],
    ['method', [0, 2, 1]],
  ])('by %s', async (key, order) => {
    expect(await sorted(key)).toEqual(order);
  });

  it('puts what is not known last, in both directions', async () => {
    const values = [undefined, 2, 1];
    const capture = await openCapture(memorySource(new TextEncoder().encode(JSON.stringify(har))));
    for (const [descending, order] of [
      [false, [2, 1, 0]],
      [true, [1, 2, 0]],
    ] as const) {
      const rows = Uint32Array.of(0, 1, 2);
      sortRows(rows, capture.index, 'column:error', descending, values);
      expect([...rows]).toEqual(order);
    }
  });

  it('keeps the order of the file among equals, in both directions', async () => {
    expect(await sorted('status', true)).toEqual([1, 0, 2]);
  });
});
