import { hash } from 'node:crypto';
import type { SourceDefinition } from '../source-definition.ts';
import { askJson, type ForeignLine, type ForeignStore } from './connector.ts';

/** Servers allow 5 000 by default. */
const PAGE_LINES = 1_000;

/** Servers refuse longer spans by default (`max_query_length` 721 h, 30 days and an hour): longer ones are asked for in slices. */
const SLICE_NS = 30n * 86_400_000_000_000n;

/** 2018-01-01: the year of Loki's first release, and servers refuse lines that are old when they arrive. */
const FIRST_NS = 1_514_764_800_000_000_000n;

interface LokiAnswer {
  readonly data?: {
    readonly result?: readonly {
      readonly stream: Readonly<Record<string, string>>;
      readonly values: readonly (readonly [ns: string, line: string])[];
    }[];
  };
}

/**
 * Grafana Loki over its HTTP API, the last 30 days unless a window is asked for. Tested against recorded answers, not
 * against servers. Spec: Loki HTTP API, `GET /loki/api/v1/query_range`; LogQL line filters.
 */
export function lokiStore(source: SourceDefinition, now: () => number = Date.now): ForeignStore {
  return {
    engine: 'Loki',
    async *lines(texts, { window }): AsyncGenerator<ForeignLine> {
      const query = queryOf(source, texts);
      const nowNs = BigInt(now()) * 1_000_000n + 1n;
      const toNs = window === undefined || window.toNs > nowNs ? nowNs : window.toNs;
      const wantedNs = window?.fromNs ?? toNs - SLICE_NS;
      for (let fromNs = wantedNs < FIRST_NS ? FIRST_NS : wantedNs; fromNs < toNs; fromNs += SLICE_NS) {
        const endNs = fromNs + SLICE_NS < toNs ? fromNs + SLICE_NS : toNs;
        yield* slice(source, query, fromNs, endNs);
      }
    },
  };
}

/** The lines of one slice, page by page. */
async function* slice(
  source: SourceDefinition,
  query: string,
  fromNs: bigint,
  endNs: bigint,
): AsyncGenerator<ForeignLine> {
  let startNs = fromNs;
  // Lines of the moment where a page ended come again with the next one.
  let known = new Set<string>();
  for (;;) {
    const lines = await page(source, query, startNs, endNs);
    const fresh = lines.filter(({ key }) => !known.has(key));
    yield* fresh;
    const last = lines.at(-1);
    if (lines.length < PAGE_LINES || last === undefined) return;
    // A page of one moment only: the rest of that moment cannot be asked for.
    startNs = fresh.length === 0 ? last.timeNs + 1n : last.timeNs;
    known = new Set(lines.filter(({ timeNs }) => timeNs === last.timeNs).map(({ key }) => key));
  }
}

async function page(
  source: SourceDefinition,
  query: string,
  fromNs: bigint,
  endNs: bigint,
): Promise<ForeignLine[]> {
  const base = new URL(source.url!);
  const url = new URL(`${base.pathname.replace(/\/$/, '')}/loki/api/v1/query_range`, base);
  url.search = new URLSearchParams({
    query,
    start: String(fromNs),
    end: String(endNs),
    limit: String(PAGE_LINES),
    direction: 'forward',
  }).toString();
  const answer = (await askJson(source, url)) as LokiAnswer;
  const lines = (answer.data?.result ?? []).flatMap(({ stream, values }) => {
    const labels = JSON.stringify(Object.entries(stream).sort());
    return values.map(([ns, text]) => ({
      key: hash('sha256', `${labels}\0${ns}\0${text}`, 'hex'),
      timeNs: BigInt(ns),
      text,
    }));
  });
  return lines.sort((a, b) =>
    a.timeNs === b.timeNs ? (a.key < b.key ? -1 : 1) : a.timeNs < b.timeNs ? -1 : 1,
  );
}

/** Each text as a line filter in any case; letters, digits and what a UUID has need no more care than quoting. */
function queryOf({ selector }: SourceDefinition, texts: readonly string[]): string {
  const filters = texts.map((text) => {
    const pattern = `(?i)${text.replace(/[^\p{L}\p{N}_-]/gu, '\\$&')}`;
    return ` |~ ${JSON.stringify(pattern)}`;
  });
  return selector + filters.join('');
}
