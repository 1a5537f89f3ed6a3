import type { LogAnswer, LogStore, PartialNote, RecordFilter } from '../store/log-store.ts';

/** Behind every moment that a store can hold: they count nanoseconds in 64 bits. */
const END_NS = 2n ** 63n - 1n;

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
      const named = (wanted: typeof query) => ask(wanted, (one) => store.byTracking(one));
      // Few records carry an id, and a large store takes longer to list its sources than to find them.
      return query.sources === undefined
        ? readable(query, store.byTracking(query), mayRead, named)
        : named(query);
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
 * ones it is asked again, of the readable sources alone and from the moment of the record that was given last. What was given at that
 * moment is known by its digest, not by its place: the second time other parts of the store may answer than the first time.
 */
function readable<Query extends RecordFilter>(
  query: Query,
  answer: LogAnswer,
  mayRead: (source: string) => boolean,
  askAgain: (query: Query) => LogAnswer,
): LogAnswer {
  const { limit = Number.POSITIVE_INFINITY, window } = query;
  const partial: PartialNote[] = [];
  const records = (async function* () {
    let found = 0;
    let given = 0;
    let lastNs: bigint | undefined;
    /** Digests of what was given at that moment. */
    let ofLast = new Set<string>();
    try {
      for await (const record of answer.records) {
        found++;
        if (!mayRead(record.source)) continue;
        given++;
        if (record.orderNs !== lastNs) ofLast = new Set();
        lastNs = record.orderNs;
        ofLast.add(record.digest);
        yield record;
      }
    } finally {
      partial.push(...answer.partial);
    }
    if (given === found || found < limit) return;
    const again = askAgain({
      ...query,
      limit: limit - given + ofLast.size,
      ...(lastNs === undefined ? {} : { window: { fromNs: lastNs, toNs: window?.toNs ?? END_NS } }),
    });
    try {
      for await (const record of again.records) {
        if (record.orderNs === lastNs && ofLast.has(record.digest)) continue;
        yield record;
        if (++given === limit) return;
      }
    } finally {
      partial.push(...again.partial.filter((note) => !partial.some(({ name }) => name === note.name)));
    }
  })();
  return { records, partial };
}
