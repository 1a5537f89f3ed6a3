import { createHash } from 'node:crypto';
import { openLog } from '../../formats/open-log.ts';
import type { CredentialBlanker } from '../../ingest/blank-credentials.ts';
import { holdsWord } from '../../search/words.ts';
import type {
  LogStore,
  RecordFilter,
  SearchWord,
  StoredRecord,
  TrackingQuery,
  WordQuery,
} from '../../store/log-store.ts';
import { LogStoreError } from '../../store/log-store-error.ts';
import { isWithin, reachOf } from '../../store/tracking-reach.ts';
import type { SourceDefinition } from '../source-definition.ts';

/** A line as somebody else's store has it. */
export interface ForeignLine {
  /** Identity in that store. */
  readonly key: string;
  readonly timeNs: bigint;
  readonly text: string;
}

/** What a connector has to know of a kind of store: to ask for lines that may fit, earliest first. */
export interface ForeignStore {
  readonly engine: string;
  /** Lines that hold all the texts (in any case) within the window. More than fit does no harm. */
  lines(texts: readonly string[], filter: RecordFilter): AsyncIterable<ForeignLine>;
}

/**
 * Searches a store of others as if it were ours, and never writes to it. It is asked for texts; the lines are read by our
 * formats, so ids, levels and fields mean what they mean everywhere, and what does not fit exactly is dropped here.
 */
export function openConnector(
  source: SourceDefinition,
  foreign: ForeignStore,
  blank: CredentialBlanker,
): LogStore {
  async function* ask(
    texts: readonly string[],
    query: RecordFilter,
    isWanted: (record: StoredRecord) => boolean,
  ): AsyncGenerator<StoredRecord> {
    let left = query.limit ?? Number.POSITIVE_INFINITY;
    if (left <= 0 || query.sources?.includes(source.name) === false) return;
    for await (const line of foreign.lines(texts, query)) {
      const record = await recordOf(line, source, blank);
      if (record === undefined || !isWanted(record) || !passes(record, query)) continue;
      yield record;
      if (--left === 0) return;
    }
  }
  const readOnly = async (): Promise<never> => {
    throw new LogStoreError('logs/store-read-only', source.name, `${source.name} is only searched.`);
  };
  return {
    capabilities: { engine: foreign.engine, wordIndex: true, partialAnswers: false, ingest: false },
    byTracking: (query: TrackingQuery) => {
      const reach = reachOf(query.target);
      const text = reach.kind === 'uuid-start' ? reach.digits : reach.base;
      return { records: ask([text], query, ({ ids }) => ids.some((id) => isWithin(reach, id))), partial: [] };
    },
    search: (query: WordQuery) => ({
      records: ask(
        query.words.flatMap(({ tokens }) => tokens),
        query,
        (record) => holdsAll(record, query.words),
      ),
      partial: [],
    }),
    range: (query) => ({ records: ask([], query, () => true), partial: [] }),
    sources: async () => [],
    ingest: readOnly,
    forget: readOnly,
    close: async () => {},
  };
}

/**
 * What an answer may be. A page is 1 000 lines of Loki, which keeps 256 kB of each at most and rarely more than one, or 500 documents, up to
 * 10 000 where a millisecond has as many;
 * Loki gives a query up after a minute by itself, OpenSearch after half of that.
 */
const ANSWER_LIMITS = { mostBytes: 64 << 20, timeMs: 75_000 };

/** Sends a request and reads JSON, of so many bytes and for so long; says whose fault it is where that fails. */
export async function askJson(
  source: SourceDefinition,
  url: URL,
  init: RequestInit = {},
  { mostBytes, timeMs }: typeof ANSWER_LIMITS = ANSWER_LIMITS,
): Promise<unknown> {
  const { name, authorizationVariable: variable } = source;
  const authorization = variable === undefined ? undefined : process.env[variable];
  // The body, too, ends with it.
  const signal = AbortSignal.timeout(timeMs);
  const failed = (what: string, cause?: unknown) =>
    new LogStoreError('logs/store-failed', name, `${name} ${what}.`, cause);
  const late = (cause: unknown) => failed(`did not answer within ${timeMs / 1000} seconds`, cause);
  let response: Response;
  try {
    response = await fetch(url, {
      ...init,
      signal,
      redirect: 'error',
      headers: { ...init.headers, ...(authorization === undefined ? {} : { authorization }) },
    });
  } catch (error) {
    if (signal.aborted) throw late(error);
    throw new LogStoreError('logs/store-unreachable', name, `${name} cannot be reached.`, error);
  }
  if (response.ok) {
    try {
      const parts: Uint8Array[] = [];
      let bytes = 0;
      for await (const part of response.body ?? []) {
        bytes += part.length;
        if (bytes > mostBytes) throw failed(`answered with more than ${mostBytes} bytes`);
        parts.push(part);
      }
      return JSON.parse(Buffer.concat(parts).toString('utf8'));
    } catch (error) {
      if (error instanceof LogStoreError) throw error;
      throw signal.aborted ? late(error) : failed('did not answer in JSON', error);
    }
  }
  await response.body?.cancel();
  if (response.status !== 401 && response.status !== 403)
    throw failed(`answered with status ${response.status}`);
  throw new LogStoreError('logs/store-refused', name, `${name} answered with status ${response.status}.`);
}

/** Nothing for an empty line, which says nothing: those behind it are wanted all the same. */
async function recordOf(
  line: ForeignLine,
  source: SourceDefinition,
  blank: CredentialBlanker,
): Promise<StoredRecord | undefined> {
  const chunk = new TextEncoder().encode(line.text);
  const chunks = (async function* () {
    yield chunk;
  })();
  const defaults = { source: source.name, region: source.region };
  const digest = createHash('sha256').update(`${source.name}\0${line.key}`).digest('hex').slice(0, 40);
  for await (const read of openLog(chunks, { name: source.name, defaults })) {
    // The store's own time is what its order goes by.
    return {
      ...blank(read),
      timeNs: read.timeNs ?? line.timeNs,
      orderNs: line.timeNs,
      digest,
      source: source.name,
    };
  }
  return undefined;
}

function holdsAll({ body, fields }: StoredRecord, words: readonly SearchWord[]): boolean {
  const text = [body, ...Object.values(fields)].join('\n');
  return words.every((word) => holdsWord(text, word));
}

function passes(
  record: StoredRecord,
  { window, region, service, host, level, status, fields }: RecordFilter,
): boolean {
  const isOneOf = (value: string, wanted: readonly string[] | undefined) =>
    wanted?.some((one) => one.toLowerCase() === value.toLowerCase()) ?? true;
  if (window !== undefined && (record.orderNs < window.fromNs || record.orderNs >= window.toNs)) return false;
  if (!isOneOf(record.region, region) || !isOneOf(record.service, service) || !isOneOf(record.host, host))
    return false;
  if (level !== undefined && (record.level === undefined || !level.includes(record.level))) return false;
  if (status !== undefined && !(record.status! >= status.from && record.status! <= status.to)) return false;
  return Object.entries(fields ?? {}).every(([name, value]) => record.fields[name] === value);
}
