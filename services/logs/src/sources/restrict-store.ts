import type { LogStore, RecordFilter } from '../store/log-store.ts';
import type { SourceDefinition } from './source-definition.ts';

/** Names of the sources that somebody of these groups may search: those without readers, and those that name a group. */
export function readableSources(
  definitions: readonly SourceDefinition[],
  groups: readonly string[],
): (name: string) => boolean {
  const closed = new Map(
    definitions.flatMap(({ name, readers }) => (readers ? [[name, readers] as const] : [])),
  );
  return (name) => closed.get(name)?.some((group) => groups.includes(group)) ?? true;
}

/**
 * The store as somebody sees it who may not read all of its sources: others are neither searched nor listed, and nothing
 * can be taken in or forgotten. Sources that come later are decided on when they are asked for.
 */
export function restrictStore(store: LogStore, mayRead: (source: string) => boolean): LogStore {
  const readOnly = async (): Promise<never> => {
    throw new TypeError('A restricted store is only searched.');
  };
  // The list of sources is cheap everywhere, so each question looks at it anew.
  const within = async <Query extends RecordFilter>(query: Query): Promise<Query> => {
    const there = (await store.sources()).map(({ name }) => name);
    const wanted = new Set(query.sources ?? there);
    return { ...query, sources: [...new Set(there)].filter((name) => wanted.has(name) && mayRead(name)) };
  };
  const ask =
    <Query extends RecordFilter>(question: (query: Query) => ReturnType<LogStore['range']>) =>
    (query: Query) => {
      const partial: ReturnType<LogStore['range']>['partial'][number][] = [];
      const records = (async function* () {
        const answer = question(await within(query));
        try {
          yield* answer.records;
        } finally {
          partial.push(...answer.partial);
        }
      })();
      return { records, partial };
    };
  return {
    capabilities: { ...store.capabilities, ingest: false },
    byTracking: ask((query) => store.byTracking(query)),
    search: ask((query) => store.search(query)),
    range: ask((query) => store.range(query)),
    sources: async () => (await store.sources()).filter(({ name }) => mayRead(name)),
    ingest: readOnly,
    forget: readOnly,
    close: () => store.close(),
  };
}
