import type { PartialNote, StoredRecord } from '@harrier/logs';
import type { Options } from '../../arguments/option-table.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import type { CliIo } from '../../io.ts';
import { listOf, recordFilter, sourceDefinitions, withStore } from '../logs/log-options.ts';
import type { Traced } from './traced.ts';

/** All of them are held at once; a request has some dozens, a session of a day some thousands. */
const MAX_RECORDS = 20_000;

/** What was found about the request, in time order. */
export interface TracedRecords {
  readonly records: readonly StoredRecord[];
  readonly partial: readonly PartialNote[];
  /** There are more than were taken. */
  readonly isCut: boolean;
}

/** Asks the store and the sources that are wanted. */
export async function tracedRecords(io: CliIo, traced: Traced, options: Options): Promise<TracedRecords> {
  const { askSources, readWhole, sourcesOfRequest } = await import('@harrier/logs');
  const { target } = traced;
  const filter = { ...(await recordFilter(options)), limit: MAX_RECORDS };
  const definitions = await sourceDefinitions(io, options);
  const host = options.host ?? traced.host;
  let wanted = options.source === undefined ? undefined : listOf(options.source);
  if (wanted === undefined && options.scope === 'source') {
    const found = sourcesOfRequest(definitions, {
      ...(target.kind === 'id' ? { id: target.id } : {}),
      ...(host === undefined ? {} : { host }),
      ...(options.region === undefined ? {} : { region: options.region }),
    });
    if (found.length === 0) throw new UsageError({ kind: 'no-source' });
    wanted = found.map(({ name }) => name);
  }
  return await withStore(io, options, async (store) => {
    const { answer, close } = askSources(store, definitions, wanted, (one, sources) =>
      one.byTracking({ target, ...filter, ...sources }),
    );
    try {
      const { records, partial } = await readWhole(answer);
      return { records, partial, isCut: records.length >= MAX_RECORDS };
    } finally {
      await close();
    }
  });
}
