/** `extract-once.js <way> <file>`: takes every tracking id out of a file of JSON lines that is in memory, and prints the time. */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { openLogBatches, scanIds } from '@harrier/logs';
import { findTrackingIds } from '@harrier/tracking';
import type { Extraction } from './extraction.ts';

const [way = '', file = ''] = process.argv.slice(2);
const bytes = readFileSync(file);
const start = performance.now();
const before = process.cpuUsage();
const ids = await countIds();
const { user, system } = process.cpuUsage(before);
const result: Extraction = { ms: performance.now() - start, cpuMs: (user + system) / 1000, ids };
process.stdout.write(JSON.stringify(result));

async function countIds(): Promise<number> {
  let count = 0;
  if (way === 'scan') {
    scanIds(bytes, () => count++);
  } else if (way === 'records') {
    for await (const batch of openLogBatches(pieces(), { name: file }))
      for (const record of batch) count += record.ids.length;
  } else {
    const lines = createInterface({ input: Readable.from(pieces()), crlfDelay: Number.POSITIVE_INFINITY });
    for await (const line of lines) {
      const event = JSON.parse(line) as Record<string, unknown>;
      // `parse` is the yardstick: it has the field in hand and does nothing more.
      if (way === 'parse') count += typeof event.trackingId === 'string' ? 1 : 0;
      else count += findTrackingIds(line).length;
    }
  }
  return count;
}

async function* pieces(): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
