import { momentText } from '../search/time-window.ts';
import { mergeAnswers } from '../sources/federated-search.ts';
import { openSource } from '../sources/open-source.ts';
import type { SourceDefinition } from '../sources/source-definition.ts';
import { readWhole } from '../store/log-answer.ts';
import type { PartialNote } from '../store/log-store.ts';
import type { LogDesk } from './log-desk.ts';

/** A source as pages and scripts get it; what is not known is null. */
export interface SourceJson {
  readonly name: string;
  readonly region: string;
  readonly kind: string;
  /** null: somebody else's store, which is not counted. */
  readonly records: number | null;
  readonly first: string | null;
  readonly last: string | null;
  /** `ok`, or why it would be missing from an answer now. */
  readonly health: 'ok' | PartialNote['reason'];
}

/** What is searched. */
export interface SourceList {
  /** For people: engine and version. */
  readonly engine: string;
  readonly sources: readonly SourceJson[];
}

/** Long enough for a store far away, short enough for somebody who waits for a list. */
const PATIENCE_MS = 4000;

/** Every source with how it is. Error: `LogStoreError` where the store itself does not answer. */
export async function listSources({ store, definitions, blank }: LogDesk): Promise<SourceList> {
  const time = (ns: bigint | undefined) => (ns === undefined ? null : momentText(ns));
  const stored = (await store.sources()).map(
    ({ name, region, records, firstNs, lastNs }): SourceJson => ({
      name,
      region,
      kind: 'store',
      records,
      first: time(firstNs),
      last: time(lastNs),
      health: 'ok',
    }),
  );
  const unstored = definitions.filter(
    ({ kind, name }) => kind !== 'store' || !stored.some((one) => one.name === name),
  );
  const others = await Promise.all(
    unstored.map(
      async (definition): Promise<SourceJson> => ({
        name: definition.name,
        region: definition.region,
        kind: definition.kind,
        records: definition.kind === 'store' ? 0 : null,
        first: null,
        last: null,
        health: await healthOf(definition, blank),
      }),
    ),
  );
  return { engine: store.capabilities.engine, sources: [...stored, ...others] };
}

/** Asks another store for one record. */
async function healthOf(
  definition: SourceDefinition,
  blank: LogDesk['blank'],
): Promise<SourceJson['health']> {
  if (definition.kind === 'store') return 'ok';
  const { partial } = await readWhole(
    mergeAnswers(
      [
        {
          name: definition.name,
          ask: () => {
            const records = (async function* () {
              const there = await openSource(definition, blank);
              try {
                if (there !== undefined) yield* there.range({ limit: 1 }).records;
              } finally {
                await there?.close();
              }
            })();
            return { records, partial: [] };
          },
        },
      ],
      PATIENCE_MS,
    ),
  );
  return partial[0]?.reason ?? 'ok';
}
