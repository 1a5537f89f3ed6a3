import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Generated captures are kept here from run to run; the folder is git-ignored. Seen from `bench/dist/suites/browser`. */
const cacheFolder = fileURLToPath(new URL('../../../../.cache/bench/', import.meta.url));

const firstRequestEpochMs = Date.UTC(2025, 5, 10, 9, 0, 0);
const ENTRIES_PER_WRITE = 10_000;

/** The path of a capture of so many requests and little else: what counts is the number of rows. From the cache, or written now. */
export function manyRows(count: number): string {
  const file = path.join(cacheFolder, `rows-v1-${count}.har`);
  if (existsSync(file)) return file;
  mkdirSync(cacheFolder, { recursive: true });
  const descriptor = openSync(`${file}.partial`, 'w');
  try {
    writeSync(
      descriptor,
      '{"log":{"version":"1.2","creator":{"name":"WebInspector","version":"1"},"entries":[\n',
    );
    for (let at = 0; at < count; at += ENTRIES_PER_WRITE) {
      const numbers = Array.from({ length: Math.min(ENTRIES_PER_WRITE, count - at) }, (_, more) => at + more);
      writeSync(descriptor, `${at === 0 ? '' : ',\n'}${numbers.map(entryOf).join(',\n')}`);
    }
    writeSync(descriptor, '\n]}}');
  } finally {
    closeSync(descriptor);
  }
  renameSync(`${file}.partial`, file);
  return file;
}

/** One in fifty fails; two requests a second. */
function entryOf(number: number): string {
  const timeMs = 20 + (number % 97);
  return JSON.stringify({
    startedDateTime: new Date(firstRequestEpochMs + 500 * number).toISOString(),
    time: timeMs,
    request: { method: 'GET', url: `https://app.example.test/items/${number}` },
    response: { status: number % 50 === 49 ? 404 : 200, content: { mimeType: 'application/json', size: 2 } },
    timings: { send: 1, wait: timeMs - 3, receive: 2 },
  });
}
