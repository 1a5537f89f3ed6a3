import { hash } from 'node:crypto';
import type { LogRecord, ReadRecord } from '../record/log-record.ts';
import type { IngestResult, LogStore } from '../store/log-store.ts';
import type { CredentialBlanker } from './blank-credentials.ts';

/**
 * Stores records that came in one piece over a network. Their identity is that of the piece: whoever sends it again,
 * because the answer was lost, adds nothing.
 */
export async function importRecords(
  records: Iterable<ReadRecord>,
  piece: Uint8Array,
  { store, source, blank }: { store: LogStore; source: string; blank?: CredentialBlanker },
): Promise<IngestResult> {
  const id = hash('sha256', Buffer.concat([Buffer.from(`${source}\0`), piece]), 'hex');
  let orderNs = 0n;
  let number = 0;
  const kept: LogRecord[] = [];
  for (const record of records) {
    number++;
    orderNs = record.timeNs ?? orderNs;
    const own = hash('sha256', `${id} ${number}`, 'hex').slice(0, 18);
    const digest = id.slice(0, 12) + number.toString(16).padStart(10, '0') + own;
    kept.push({ ...(blank?.(record) ?? record), source, orderNs, digest });
  }
  return store.ingest({ id, records: kept });
}
