import { openCapture } from '@harrier/har';
import { fileSource } from '@harrier/har/node';
import type { OpeningTimes } from './opening.ts';

/** Enough for a 95th percentile that one slow moment of the machine does not make. */
const openings = 400;
/** As the index has them: JSON's escapes counted. A missing body's length is far larger. */
const mostBodyBytes = 100 * 1024;

/** `node open-once.js <file>`: times entries from all over the file, then the largest bodies of at most 100 KiB. */
const [, , path] = process.argv;
if (path === undefined) throw new Error('usage: open-once <file>');
const capture = await openCapture(fileSource(path));
const { length, columns } = capture.index;

const step = Math.max(1, length / openings);
const spread = Array.from({ length: Math.min(length, openings) }, (_, at) => Math.floor(at * step));

const bodyBytes = (row: number): number => columns.contentLength[row] as number;
const largest = Array.from({ length }, (_, row) => row)
  .filter((row) => bodyBytes(row) <= mostBodyBytes)
  .sort((a, b) => bodyBytes(b) - bodyBytes(a))
  .slice(0, openings);

const times: OpeningTimes = {
  entryMs: await timesOf(spread, async (row) => await capture.openEntry(row)),
  bodyMs: await timesOf(largest, async (row) => await capture.openBody(row, 'response')),
};
await capture.close();
process.stdout.write(JSON.stringify(times));

async function timesOf(rows: readonly number[], open: (row: number) => Promise<unknown>): Promise<number[]> {
  const tookMs: number[] = [];
  for (const row of rows) {
    const start = performance.now();
    await open(row);
    tookMs.push(performance.now() - start);
  }
  return tookMs;
}
