import { LogStoreError } from '../store/log-store-error.ts';

/** `store` the log store itself · the others are read where they are. */
export const SOURCE_KINDS = ['store', 'clickhouse', 'opensearch', 'loki'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** A named place with logs, as the file of sources describes it. */
export interface SourceDefinition {
  readonly name: string;
  readonly kind: SourceKind;
  /** `''` where it serves all regions. */
  readonly region: string;
  /** Which requests belong here: hosts, with `*` for any characters, and the prefixes of tracking ids; lower case. */
  readonly hosts: readonly string[];
  readonly prefixes: readonly string[];
  /** Address of another store; for OpenSearch with the index, e.g. `https://logs.example.com:9200/app-*`. */
  readonly url: string | undefined;
  /** Name of the environment variable with the value of `Authorization`; the file itself holds no credential. */
  readonly authorizationVariable: string | undefined;
  /** Loki: which streams, e.g. `{app="cpapi"}`. */
  readonly selector: string;
  /** OpenSearch: the field of the time. */
  readonly timeField: string;
  /** Groups that may search here; undefined = everybody. */
  readonly readers: readonly string[] | undefined;
  /** Records are forgotten after so many days; undefined = kept. Store only. */
  readonly retentionDays: number | undefined;
}

/** Reads `{"sources":[{"name":"cpapi-us","region":"us","hosts":["cpapi-r.*"]}]}`; says where it is wrong. */
export function readSourceDefinitions(text: string, file: string): SourceDefinition[] {
  const refuse = (where: string, what: string) =>
    new LogStoreError('logs/sources-file', file, `${file}: ${where} ${what}.`);
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new LogStoreError('logs/sources-file', file, `${file} is no JSON.`, error);
  }
  const list = (document as { sources?: unknown } | null)?.sources;
  if (!Array.isArray(list)) throw refuse('/sources', 'is no list');
  const names = new Set<string>();
  return list.map((item: unknown, index) => {
    const at = `/sources/${index}`;
    if (typeof item !== 'object' || item === null) throw refuse(at, 'is no object');
    const given = item as Record<string, unknown>;
    const unknown = Object.keys(given).find((key) => !KEYS.has(key));
    if (unknown !== undefined) throw refuse(`${at}/${unknown}`, 'is not known');
    const text = (key: string): string | undefined => {
      const value = given[key];
      if (value === undefined || typeof value === 'string') return value;
      throw refuse(`${at}/${key}`, 'is no text');
    };
    const texts = (key: string): string[] | undefined => {
      const value = given[key];
      if (value === undefined) return undefined;
      if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
      throw refuse(`${at}/${key}`, 'is no list of texts');
    };
    const name = text('name') ?? '';
    if (name === '' || names.has(name)) throw refuse(`${at}/name`, 'is missing or there twice');
    names.add(name);
    const kind = (text('kind') ?? 'store') as SourceKind;
    if (!SOURCE_KINDS.includes(kind)) throw refuse(`${at}/kind`, `is none of ${SOURCE_KINDS.join(', ')}`);
    const url = text('url');
    if (kind !== 'store' && url === undefined) throw refuse(`${at}/url`, 'is missing');
    const days = given.retentionDays;
    if (days !== undefined && !(typeof days === 'number' && days > 0))
      throw refuse(`${at}/retentionDays`, 'is no number of days');
    return {
      name,
      kind,
      region: text('region') ?? '',
      hosts: (texts('hosts') ?? []).map((host) => host.toLowerCase()),
      prefixes: (texts('prefixes') ?? []).map((prefix) => prefix.toLowerCase()),
      url,
      authorizationVariable: text('authorizationVariable'),
      selector: text('selector') ?? '{job=~".+"}',
      timeField: text('timeField') ?? '@timestamp',
      readers: texts('readers'),
      retentionDays: days,
    };
  });
}

const KEYS = new Set([
  'name',
  'kind',
  'region',
  'hosts',
  'prefixes',
  'url',
  'authorizationVariable',
  'selector',
  'timeField',
  'readers',
  'retentionDays',
]);
