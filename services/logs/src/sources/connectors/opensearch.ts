import type { RecordFilter } from '../../store/log-store.ts';
import { LogStoreError } from '../../store/log-store-error.ts';
import type { SourceDefinition } from '../source-definition.ts';
import { askJson, type ForeignLine, type ForeignStore } from './connector.ts';

/** Largest page that a default installation gives is 10 000 documents; these are large ones. */
const PAGE_DOCUMENTS = 500;
/** `index.max_result_window` of a default installation: no page is larger. */
const MOST_DOCUMENTS = 10_000;

interface Hit {
  readonly _index: string;
  readonly _id: string;
  readonly _source?: Readonly<Record<string, unknown>>;
  /** Milliseconds. */
  readonly sort: readonly [number];
}

/**
 * OpenSearch and Elasticsearch over their search API. A document becomes one line of JSON, which the formats for JSON lines
 * (ECS among them) read. Tested against recorded answers, not against servers.
 * Spec: OpenSearch, Search API and `search_after`; Elasticsearch 7 and later say the same.
 */
export function openSearchStore(source: SourceDefinition): ForeignStore {
  const base = new URL(source.url!);
  const url = new URL(`${base.pathname.replace(/\/$/, '')}/_search`, base);
  return {
    engine: 'OpenSearch',
    /**
     * Documents of one millisecond have no order that every server takes: many forbid to sort by `_id`, and what else there is needs
     * a point in time, which OpenSearch and Elasticsearch open in different ways. So each page begins with the last moment of the one
     * before, and what was told of it is left out.
     */
    async *lines(texts, filter): AsyncGenerator<ForeignLine> {
      let size = PAGE_DOCUMENTS;
      let momentMs: number | undefined;
      let told = new Set<string>();
      for (;;) {
        const fromMs = momentMs;
        const body = JSON.stringify(searchOf(source, texts, filter, { fromMs, size }));
        const answer = (await askJson(source, url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        })) as { hits?: { hits?: Hit[] }; timed_out?: boolean; _shards?: { failed?: number } };
        // Half an answer would look like a whole one.
        if (answer.timed_out === true || (answer._shards?.failed ?? 0) > 0)
          throw new LogStoreError('logs/store-failed', source.name, `${source.name} answered only in part.`);
        const hits = answer.hits?.hits ?? [];
        for (const { _index, _id, _source, sort } of hits) {
          const key = `${_index}/${_id}`;
          if (sort[0] !== momentMs) {
            momentMs = sort[0];
            told = new Set();
          } else if (told.has(key)) continue;
          told.add(key);
          // A store may be told to keep no sources.
          const text = JSON.stringify(_source ?? {});
          yield { key, timeNs: BigInt(Math.trunc(momentMs)) * 1_000_000n, text };
        }
        if (hits.length < size) return;
        if (momentMs !== fromMs) size = PAGE_DOCUMENTS;
        else if (size < MOST_DOCUMENTS) size = Math.min(size * 2, MOST_DOCUMENTS);
        else
          throw new LogStoreError(
            'logs/store-failed',
            source.name,
            `${source.name} has ${MOST_DOCUMENTS} or more documents of one millisecond.`,
          );
      }
    },
  };
}

function searchOf(
  { timeField }: SourceDefinition,
  texts: readonly string[],
  { window }: RecordFilter,
  { fromMs, size }: { readonly fromMs: number | undefined; readonly size: number },
): object {
  const range =
    window === undefined
      ? []
      : [
          {
            range: {
              [timeField]: {
                gte: String(window.fromNs / 1_000_000n),
                lte: String(window.toNs / 1_000_000n),
                format: 'epoch_millis',
              },
            },
          },
        ];
  // Analysers cut an id at its dashes and underscores or leave it whole: a phrase over all fields finds the one, the
  // wildcard the other.
  const holds = texts.map((text) => ({
    bool: {
      should: [
        { multi_match: { query: text, type: 'phrase', lenient: true } },
        {
          query_string: {
            query: `*${text.replace(/[^\p{L}\p{N}]/gu, '\\$&')}*`,
            analyze_wildcard: true,
            lenient: true,
          },
        },
      ],
      minimum_should_match: 1,
    },
  }));
  return {
    size,
    sort: [{ [timeField]: { order: 'asc', unmapped_type: 'date' } }],
    query: { bool: { filter: [...range, ...holds] } },
    // Behind it, so that its own moment comes again.
    ...(fromMs === undefined ? {} : { search_after: [fromMs - 1] }),
  };
}
