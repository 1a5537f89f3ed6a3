/**
 * `import-once.js <store> <folder> [batch]`: imports logs as `harrier logs import` does, credentials blanked. After each batch
 * a line on standard output says how many records of how many files are on disk; the last line is the measurement.
 */
import { writeSync } from 'node:fs';
import { createCredentialBlanker, importLog, openInputs, openLogStore } from '@harrier/logs';
import { peakRssBytes } from '../../measure/peak-rss.ts';

/** What one import found out. */
export interface ImportMeasurement {
  readonly read: number;
  readonly added: number;
  readonly bytes: number;
  readonly ms: number;
  readonly cpuMs: number;
  readonly peakRssBytes: number;
}

const [address = '', folder = '', batch] = process.argv.slice(2);
const start = performance.now();
const before = process.cpuUsage();
const store = await openLogStore(address);
const blank = createCredentialBlanker();
const total = { read: 0, added: 0, bytes: 0 };
for await (const input of openInputs([folder])) {
  const { chunks, name, referenceMs } = input;
  const count = await importLog(chunks, {
    store,
    name,
    source: 'lab',
    blank,
    defaults: { referenceMs },
    ...(batch === undefined ? {} : { batchRecords: Number(batch) }),
    // Written at once: what is said here is on disk, even if the process is killed before its next breath.
    onProgress: ({ read }) => {
      writeSync(1, `${JSON.stringify({ acknowledged: total.read + read })}\n`);
    },
  });
  total.read += count.read;
  total.added += count.added;
  total.bytes += count.bytes;
}
await store.close();
const { user, system } = process.cpuUsage(before);
const measured: ImportMeasurement = {
  ...total,
  ms: performance.now() - start,
  cpuMs: (user + system) / 1000,
  peakRssBytes: peakRssBytes(),
};
writeSync(1, `${JSON.stringify(measured)}\n`);
