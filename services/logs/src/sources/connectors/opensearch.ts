import type { RecordFilter } from '../../store/log-store.ts';
import { LogStoreError } from '../../store/log-store-error.ts';
import type { SourceDefinition } from '../source-definition.ts';
import { askJson, type ForeignLine, type ForeignStore } from './connector.ts';

/** Largest page that a default installation gives is 10 000 documents; these are large ones. */
const PAGE_DOCUMENTS = 500;

interface Hit {
  readonly _index: string;
  readonly _id: string;
  readonly _source?: Readonly<Record<string, unknown>>;
  /** Milliseconds, and what tells documents of one millisecond apart. */
  readonly sort: readonly [number, unknown];
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
    async *lines(texts, filter): AsyncGenerator<ForeignLine> {
      for (let after: Hit['sort'] | undefined; ; ) {
        const body = JSON.stringify(searchOf(source, texts, filter, after));
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
          // A store may be told to keep no sources.
          const text = JSON.stringify(_source ?? {});
          yield { key: `${_index}/${_id}`, timeNs: BigInt(Math.trunc(sort[0])) * 1_000_000n, text };
        }
        after = hits.at(-1)?.sort;
        if (hits.length < PAGE_DOCUMENTS || after === undefined) return;
      }
    },
  };
}

function searchOf(
  { timeField }: SourceDefinition,
  texts: readonly string[],
  { window }: RecordFilter,
  after: Hit['sort'] | undefined,
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
    size: PAGE_DOCUMENTS,
    sort: [{ [timeField]: { order: 'asc', unmapped_type: 'date' } }, { _id: 'asc' }],
    query: { bool: { filter: [...range, ...holds] } },
    ...(after === undefined ? {} : { search_after: after }),
  };
}
