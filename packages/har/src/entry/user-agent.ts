import type { EntryIndex } from '../entry-index/entry-index.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { fieldValue } from './fields.ts';
import { normaliseEntry } from './normalise-entry.ts';
import { readEntryWithoutBodies } from './read-entry-json.ts';

/** Cached and blocked requests have few headers; one of the first twenty nearly always has this one. */
const rowsLookedAt = 20;

/** The User-Agent of the first request that carries one. */
export async function findUserAgent(source: ByteSource, index: EntryIndex): Promise<string | undefined> {
  for (let row = 0; row < Math.min(index.length, rowsLookedAt); row++) {
    const { entry } = normaliseEntry(await readEntryWithoutBodies(source, index, row), row);
    const userAgent = fieldValue(entry.request.headers, 'user-agent');
    if (userAgent) return userAgent;
  }
  return undefined;
}
