import { describe, expect, it, vi } from 'vitest';
import { allocateColumns } from '../entry-index/columns.ts';
import type { EntryIndex } from '../entry-index/entry-index.ts';
import { unpackStrings } from '../entry-index/string-table.ts';
import { captureSpan } from './capture-span.ts';
import { entryDurationMs } from './entry-duration.ts';

const noon = Date.UTC(2026, 2, 1, 12);
const year = 366 * 86_400_000;

/** Rows that start `startMs` after noon (NaN: no date) and take `timeMs`. */
function indexOf(rows: readonly { startMs: number; timeMs: number; wait?: number }[]): EntryIndex {
  const columns = allocateColumns(rows.length + 3);
  const unknown = Number.NaN;
  for (const name of ['blocked', 'dns', 'connect', 'ssl', 'send', 'wait', 'receive'] as const) {
    columns[name].fill(unknown);
  }
  rows.forEach((row, at) => {
    columns.startEpochMs[at] = noon + row.startMs;
    columns.timeMs[at] = row.timeMs;
    columns.wait[at] = row.wait ?? unknown;
  });
  return {
    length: rows.length,
    columns,
    strings: unpackStrings({ bytes: new Uint8Array(), ends: Uint32Array.of(0) }),
  };
}

it('spans from the first start to the last end, in whatever order the rows are', () => {
  const span = captureSpan(
    indexOf([
      { startMs: 500, timeMs: 100 },
      { startMs: 0, timeMs: 2000 },
      { startMs: 900, timeMs: 50 },
    ]),
  );
  expect([span.startEpochMs - noon, span.endEpochMs - noon]).toEqual([0, 2000]);
  expect(span).toMatchObject({ undatedRows: [], clippedRows: [] });
});

it('takes the phases where the time is missing or negative', () => {
  const index = indexOf([
    { startMs: 0, timeMs: Number.NaN, wait: 300 },
    { startMs: 0, timeMs: -1, wait: 200 },
    { startMs: 0, timeMs: Number.NaN },
  ]);
  expect([0, 1, 2].map((row) => entryDurationMs(index, row))).toEqual([300, 200, undefined]);
  expect(captureSpan(index).endEpochMs - noon).toBe(300);
});

describe('numbers that cannot be', () => {
  const usual = Array.from({ length: 7 }, (_, at) => ({ startMs: at * 100, timeMs: 80 }));

  it('a download of 2,000 years does not stretch the axis', () => {
    const span = captureSpan(indexOf([...usual, { startMs: 50, timeMs: 63_596_250_212_317 }]));
    expect(span.endEpochMs - noon).toBe(680);
    expect(span.clippedRows).toEqual([]);
  });

  it('a download of a month is cut at the end of all others', () => {
    const span = captureSpan(indexOf([...usual, { startMs: 50, timeMs: 30 * 86_400_000 }]));
    expect(span.endEpochMs - noon).toBe(680);
    expect(span.clippedRows).toEqual([7]);
  });

  it('an hour of an open socket in a short capture is cut ten minutes behind the last start', () => {
    const span = captureSpan(indexOf([...usual, { startMs: 0, timeMs: 3_600_000 }]));
    expect(span.endEpochMs - noon).toBe(600 + 600_000);
    expect(span.clippedRows).toEqual([7]);
  });

  it('a minute that one request takes is shown whole', () => {
    const span = captureSpan(indexOf([...usual, { startMs: 0, timeMs: 60_000 }]));
    expect(span.endEpochMs - noon).toBe(60_000);
    expect(span.clippedRows).toEqual([]);
  });

  it.each([
    ['no date', Number.NaN],
    ['a clock at zero', -noon],
    ['a date centuries ahead', 500 * year],
    ['a date years back', -5 * year],
  ])('a row with %s stands where the row before it does', (_, startMs) => {
    const span = captureSpan(indexOf([...usual, { startMs, timeMs: 1 }, { startMs: 650, timeMs: 1 }]));
    expect(span.undatedRows).toEqual([7]);
    expect([...span.rowStartEpochMs].map((start) => start - noon)).toEqual([
      0, 100, 200, 300, 400, 500, 600, 600, 650,
    ]);
    expect([span.startEpochMs - noon, span.endEpochMs - noon]).toEqual([0, 680]);
  });

  it('rows before the first date stand where it stands', () => {
    const span = captureSpan(
      indexOf([
        { startMs: Number.NaN, timeMs: 5 },
        { startMs: 70, timeMs: 5 },
      ]),
    );
    expect([...span.rowStartEpochMs].map((start) => start - noon)).toEqual([70, 70]);
  });
});

it('keeps a capture of several weeks whole', () => {
  const weekly = Array.from({ length: 10 }, (_, at) => ({ startMs: at * 7 * 86_400_000, timeMs: 10 }));
  expect(captureSpan(indexOf(weekly)).undatedRows).toEqual([]);
});

it('keeps what three times the usual covers whole, be it longer than ten minutes and than the capture', () => {
  const hours = Array.from({ length: 10 }, (_, at) => ({ startMs: at * 1000, timeMs: 3_600_000 }));
  const span = captureSpan(indexOf([...hours, { startMs: 0, timeMs: 2 * 3_600_000 }]));
  expect(span.endEpochMs - noon).toBe(2 * 3_600_000);
  expect(span.clippedRows).toEqual([]);
});

it('sorts nothing where all requests lie within a month and none goes on behind the others', () => {
  const sort = vi.spyOn(Float64Array.prototype, 'sort');
  try {
    captureSpan(indexOf(Array.from({ length: 30 }, (_, at) => ({ startMs: at * 86_400_000, timeMs: 10 }))));
    expect(sort).not.toHaveBeenCalled();
  } finally {
    sort.mockRestore();
  }
});

it('gives an empty axis where nothing has a date', () => {
  const span = captureSpan(indexOf([{ startMs: Number.NaN, timeMs: 10 }]));
  expect(span).toMatchObject({ startEpochMs: 0, endEpochMs: 0, undatedRows: [0] });
  expect(captureSpan(indexOf([]))).toMatchObject({ startEpochMs: 0, endEpochMs: 0 });
});
