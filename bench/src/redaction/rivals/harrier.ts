import { memorySource, memorySpool, openCapture } from '@harrier/har';
import { SanitizeError, sanitizeCapture } from '@harrier/sanitize';
import type { AnyHar } from '../contest-capture.ts';

/** What became of a capture, and the entries that Harrier refused. */
export interface Accepted {
  readonly har: AnyHar;
  readonly refused: readonly number[];
}

/**
 * Harrier with its default policy. Its own check refuses a whole output for one place that is not clean; as with the rival
 * that gives up, the entries it names are left out and go back as they were, so that the contest can go on.
 */
export async function harrierWhatItAccepts(har: AnyHar): Promise<Accepted> {
  const refused = new Set<number>();
  for (;;)
    try {
      const clean = await harrier(
        withEntries(har, (entry, at) => (refused.has(at) ? leftOut(entry) : entry)),
      );
      const whole = withEntries(clean, (entry, at) => (refused.has(at) ? har.log?.entries?.[at] : entry));
      return { har: whole, refused: [...refused].sort((a, b) => a - b) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const named = error.entries.filter((entry) => !refused.has(entry));
      if (named.length === 0) throw error.cause;
      for (const entry of named) refused.add(entry);
    }
}

/** The check of an output found something in these entries. */
class Refusal extends Error {
  readonly entries: readonly number[];

  constructor(entries: readonly number[], cause: unknown) {
    super('Harrier refuses its own output.', { cause });
    this.entries = entries;
  }
}

/** From bytes to bytes. The key is fixed, so that a run can be repeated. Error: `Refusal`. */
async function harrier(har: AnyHar): Promise<AnyHar> {
  const capture = await openCapture(memorySource(Buffer.from(JSON.stringify(har, undefined, 2))));
  const written: Uint8Array[] = [];
  const text = () => Buffer.concat(written).toString('utf8');
  try {
    const { output } = await sanitizeCapture(capture, {
      key: new Uint8Array(32).fill(7),
      spool: () => {
        const spool = memorySpool();
        const write = async (bytes: Uint8Array) => {
          written.push(bytes.slice());
          await spool.write(bytes);
        };
        return { write, finish: () => spool.finish(), discard: () => spool.discard() };
      },
    });
    await output.close?.();
    return JSON.parse(text());
  } catch (error) {
    if (!(error instanceof SanitizeError) || error.code !== 'sanitize/survivor') throw error;
    throw new Refusal(
      error.places.flatMap((place) => entryOf(place, Buffer.concat(written))),
      error,
    );
  } finally {
    await capture.close();
  }
}

/** The entry that a place of a `SanitizeError` lies in: it is a pointer, or an offset into what was written. */
function entryOf(place: string, written: Buffer): number[] {
  const index = /^\/log\/entries\/(\d+)\//.exec(place)?.[1];
  if (index !== undefined) return [Number(index)];
  const offset = /\bbyte (\d+)/.exec(place)?.[1];
  if (offset === undefined) return [];
  // Written with an indent of two, an entry is opened by a brace at the sixth column, and nothing else after "entries" is.
  const before = written.subarray(0, Number(offset)).toString('utf8');
  const entries = before.slice(before.indexOf('\n    "entries": ['));
  return [(entries.match(/\n {6}\{/g)?.length ?? 0) - 1];
}

function withEntries(har: AnyHar, change: (entry: unknown, at: number) => unknown): AnyHar {
  return { ...har, log: { ...har.log, entries: (har.log?.entries ?? []).map(change) } };
}

/** An entry with nothing in it that could be refused, so that all others keep their place. */
function leftOut(entry: unknown): unknown {
  const { startedDateTime, time, timings } = entry as Record<string, unknown>;
  const empty = { cookies: [], headers: [], httpVersion: '', headersSize: -1, bodySize: -1 };
  return {
    startedDateTime,
    time,
    request: { ...empty, method: 'GET', url: 'https://left-out.example.test/', queryString: [] },
    response: { ...empty, status: 0, statusText: '', redirectURL: '', content: { size: 0, mimeType: '' } },
    cache: {},
    timings,
  };
}
