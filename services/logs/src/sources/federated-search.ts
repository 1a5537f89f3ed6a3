import type { LogAnswer, PartialNote, StoredRecord } from '../store/log-store.ts';
import { LogStoreError } from '../store/log-store-error.ts';

/** One of several places that are asked the same question. */
export interface AskedSource {
  readonly name: string;
  ask(): LogAnswer;
}

/** Somebody waits at a screen; what has not answered by then is told as slow. */
const PATIENCE_MS = 15_000;

/**
 * Asks all sources at once and merges their answers in time order. A source that fails or is slow costs its own records
 * and a note, nothing else. The same record from two sources comes once.
 */
export function mergeAnswers(sources: readonly AskedSource[], patienceMs: number = PATIENCE_MS): LogAnswer {
  const partial: PartialNote[] = [];
  return { records: merge(sources, patienceMs, partial), partial };
}

interface Stream {
  readonly name: string;
  readonly answer: LogAnswer;
  readonly iterator: AsyncIterator<StoredRecord>;
  head: StoredRecord | undefined;
}

async function* merge(
  sources: readonly AskedSource[],
  patienceMs: number,
  partial: PartialNote[],
): AsyncGenerator<StoredRecord> {
  const streams: Stream[] = [];
  const advance = async (stream: Stream): Promise<void> => {
    const next = await withPatience(stream.iterator.next(), patienceMs);
    if (next === 'slow') {
      partial.push({ part: 'source', name: stream.name, reason: 'slow' });
      stream.head = undefined;
      // Not awaited: it ends when it answers at last.
      void Promise.resolve(stream.iterator.return?.()).catch(() => {});
    } else if (next instanceof Error) {
      partial.push({ part: 'source', name: stream.name, reason: reasonOf(next) });
      stream.head = undefined;
    } else stream.head = next.done === true ? undefined : next.value;
  };
  try {
    for (const { name, ask } of sources) {
      const answer = ask();
      streams.push({ name, answer, iterator: answer.records[Symbol.asyncIterator](), head: undefined });
    }
    await Promise.all(streams.map(advance));
    let lastDigest = '';
    for (let first = earliest(streams); first !== undefined; first = earliest(streams)) {
      const record = first.head!;
      if (record.digest !== lastDigest) yield record;
      lastDigest = record.digest;
      await advance(first);
    }
  } finally {
    for (const { answer } of streams) partial.push(...answer.partial);
    await Promise.all(
      streams.filter(({ head }) => head !== undefined).map(({ iterator }) => iterator.return?.()),
    );
  }
}

function earliest(streams: readonly Stream[]): Stream | undefined {
  let first: Stream | undefined;
  for (const stream of streams) {
    if (stream.head === undefined) continue;
    if (first === undefined || comesBefore(stream.head, first.head!)) first = stream;
  }
  return first;
}

function comesBefore(one: StoredRecord, other: StoredRecord): boolean {
  return one.orderNs < other.orderNs || (one.orderNs === other.orderNs && one.digest < other.digest);
}

async function withPatience<Value>(promise: Promise<Value>, ms: number): Promise<Value | Error | 'slow'> {
  let timer: NodeJS.Timeout | undefined;
  const slow = new Promise<'slow'>((resolve) => {
    timer = setTimeout(() => resolve('slow'), ms);
  });
  try {
    return await Promise.race([
      promise.catch((error: unknown) => (error instanceof Error ? error : new Error(String(error)))),
      slow,
    ]);
  } finally {
    clearTimeout(timer);
  }
}

function reasonOf(error: Error): PartialNote['reason'] {
  if (!(error instanceof LogStoreError)) return 'failed';
  if (error.code === 'logs/store-unreachable') return 'unreachable';
  return error.code === 'logs/store-refused' ? 'refused' : 'failed';
}
