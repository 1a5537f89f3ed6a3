import type { LogAnswer, LogStore, PartialNote, RecordFilter } from '../store/log-store.ts';
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
  /** The question about the sources that may be read, of those that were named, else of all that are there. */
  const within = async <Query extends RecordFilter>(query: Query): Promise<Query> => {
    const wanted = query.sources ?? (await store.sources()).map(({ name }) => name);
    return { ...query, sources: [...new Set(wanted)].filter(mayRead) };
  };
  const ask = <Query extends RecordFilter>(query: Query, question: (query: Query) => LogAnswer): LogAnswer =>
    lateAnswer(async () => question(await within(query)));
  return {
    capabilities: { ...store.capabilities, ingest: false },
    byTracking: (query) => {
      const named = () => ask(query, (one) => store.byTracking(one));
      // Few records carry an id, and a large store takes longer to list its sources than to find them.
      return query.sources === undefined
        ? readable(store.byTracking(query), mayRead, named, query.limit)
        : named();
    },
    search: (query) => ask(query, (one) => store.search(one)),
    range: (query) => ask(query, (one) => store.range(one)),
    sources: async () => (await store.sources()).filter(({ name }) => mayRead(name)),
    ingest: readOnly,
    forget: readOnly,
    close: () => store.close(),
  };
}

/** An answer whose question has yet to be found. */
function lateAnswer(find: () => Promise<LogAnswer>): LogAnswer {
  const partial: PartialNote[] = [];
  const records = (async function* () {
    const answer = await find();
    try {
      yield* answer.records;
    } finally {
      partial.push(...answer.partial);
    }
  })();
  return { records, partial };
}

/**
 * What somebody may read of an answer to a question that names no sources. Where others' records have taken the places of readable
 * ones it is asked again, of the readable sources alone: in the same order, so it goes on behind what was given.
 */
function readable(
  answer: LogAnswer,
  mayRead: (source: string) => boolean,
  askAgain: () => LogAnswer,
  limit = Number.POSITIVE_INFINITY,
): LogAnswer {
  const partial: PartialNote[] = [];
  const records = (async function* () {
    let found = 0;
    let given = 0;
    try {
      for await (const record of answer.records) {
        found++;
        if (!mayRead(record.source)) continue;
        given++;
        yield record;
      }
    } finally {
      partial.push(...answer.partial);
    }
    if (given === found || found < limit) return;
    const again = askAgain();
    try {
      let known = given;
      for await (const record of again.records) if (known-- <= 0) yield record;
    } finally {
      partial.push(...again.partial.filter((note) => !partial.some(({ name }) => name === note.name)));
    }
  })();
  return { records, partial };
}
