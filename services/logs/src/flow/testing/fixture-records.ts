import { createReadStream, readdirSync } from 'node:fs';
import path from 'node:path';
import { importLog } from '../../ingest/import-log.ts';
import type { LogStore, StoredRecord } from '../../store/log-store.ts';

/** The folder of requests' logs. */
export const FLOW_FIXTURES = path.resolve(import.meta.dirname, '../../../fixtures/flow');

/** The records of a fixture's logs in time order, as a store would give them back. */
export async function fixtureRecords(name: string): Promise<StoredRecord[]> {
  const folder = path.join(FLOW_FIXTURES, name);
  const records: StoredRecord[] = [];
  const store = {
    ingest: async (batch: { records: readonly StoredRecord[] }) => {
      records.push(...batch.records);
      return { added: batch.records.length, known: 0 };
    },
  } as unknown as LogStore;
  for (const file of readdirSync(folder).sort())
    if (file.endsWith('.log'))
      await importLog(createReadStream(path.join(folder, file)), { store, source: 'lab', name: file });
  return records.sort((a, b) => (a.orderNs < b.orderNs ? -1 : a.orderNs > b.orderNs ? 1 : 0));
}
