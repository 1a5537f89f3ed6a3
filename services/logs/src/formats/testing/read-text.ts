import type { ReadRecord } from '../../record/log-record.ts';
import { type OpenLogOptions, openLog } from '../open-log.ts';

/** A moment after all samples. */
export const REFERENCE_MS = Date.UTC(2026, 5, 1);

/** Bytes in chunks of a size, to see that borders do not matter. */
export async function* inChunks(bytes: Uint8Array, chunkBytes = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
}

/** The records of a text. */
export async function readText(
  text: string | Uint8Array,
  options: Partial<OpenLogOptions> = {},
  chunkBytes?: number,
): Promise<ReadRecord[]> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const records: ReadRecord[] = [];
  const defaults = { referenceMs: REFERENCE_MS, ...options.defaults };
  for await (const record of openLog(inChunks(bytes, chunkBytes), { name: 'a.log', ...options, defaults }))
    records.push(record);
  return records;
}
