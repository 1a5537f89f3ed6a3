import { FILTER_KEYS, type FilterKey } from '@harrier/analyze';
import type { EntryIndex } from '@harrier/har';

/** One way to go on with a filter. */
export interface Suggestion {
  /** What takes the place of the word that is being typed. */
  readonly text: string;
  /** The key it belongs to, for its meaning. */
  readonly key: string;
  readonly mark?: string;
}

/** The word that is being typed: half-open [start, end) of the expression. */
export interface TypedWord {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const MAX_SUGGESTIONS = 12;
/** Header fields that are looked for, the most telling first; no index holds which ones a capture has. */
const FIELDS = [
  ...['trackingid', 'content-type', 'cache-control', 'location', 'origin', 'authorization', 'set-cookie'],
  ...['www-authenticate', 'retry-after', 'server', 'server-timing', 'via', 'x-request-id', 'user-agent'],
  ...['access-control-allow-origin', 'content-encoding', 'content-security-policy', 'etag', 'referer'],
] as const;
/** Rows looked at for values that the capture holds. */
const MAX_ROWS = 20_000;

/** The word around the caret, without the signs that negate it. */
export function typedWord(filter: string, caret: number): TypedWord {
  const before = /[^\s()]*$/.exec(filter.slice(0, caret))?.[0] ?? '';
  const word = before.replace(/^[-!]+/, '');
  return { start: caret - word.length, end: caret, text: word };
}

/**
 * What a word can become: keys of the parser's own table, and behind a key its values, as far as the table or the capture
 * knows them.
 */
export function suggestionsFor(word: string, index: EntryIndex | undefined): Suggestion[] {
  const typed = word.toLowerCase();
  const [, list, field] = /^([^[\]:]+)\[([^\]]*)$/.exec(typed) ?? [];
  if (list !== undefined && field !== undefined) return fieldsOf(list, field);
  const [name = '', value] = typed.split(/:(.*)/s);
  if (value !== undefined) {
    const key = FILTER_KEYS.find((one) => one.key === name || one.aliases?.includes(name));
    return key === undefined ? [] : valuesOf(key, name, value, index);
  }
  const fits = FILTER_KEYS.filter((key) => isObservable(key) && key.key !== 'text')
    .flatMap((key) => [key.key, ...(key.aliases ?? [])].map((one) => ({ key, one })))
    .filter(({ one }) => one.startsWith(typed));
  return fits
    .slice(0, MAX_SUGGESTIONS)
    .map(({ key, one }) => ({ text: `${one}${behind(key)}`, key: key.key }));
}

/** Names of header fields behind an opened bracket. */
function fieldsOf(list: string, typed: string): Suggestion[] {
  const key = FILTER_KEYS.find((one) => one.key === list || one.aliases?.includes(list));
  if (key === undefined || behind(key) !== '[' || !key.key.endsWith('header')) return [];
  return FIELDS.filter((field) => field.startsWith(typed))
    .slice(0, MAX_SUGGESTIONS)
    .map((field) => ({ text: `${list}[${field}]`, key: key.key }));
}

function behind(key: FilterKey): string {
  return key.kind === 'text' && key.named === 'needed' ? '[' : ':';
}

/** Keys for what no capture records are understood and not offered. */
function isObservable(key: FilterKey): boolean {
  return key.kind !== 'mark' || Object.values(key.marks).some((mark) => mark.unobservable !== true);
}

function valuesOf(key: FilterKey, name: string, typed: string, index: EntryIndex | undefined): Suggestion[] {
  const list = (values: readonly string[]): Suggestion[] =>
    values
      .filter((value) => value.toLowerCase().startsWith(typed) && value !== typed)
      .slice(0, MAX_SUGGESTIONS)
      .map((value) => ({
        text: `${name}:${/[\s()"]/.test(value) ? JSON.stringify(value) : value}`,
        key: key.key,
        ...(key.kind === 'mark' ? { mark: value } : {}),
      }));
  if (key.kind === 'mark')
    return list(Object.keys(key.marks).filter((mark) => key.marks[mark]?.unobservable !== true));
  if (key.kind === 'number')
    return list(key.unit === 'ms' ? ['>100ms', '>1s', '>10s'] : statusesOf(key.unit, index));
  const column = (
    { domain: 'host', method: 'method', 'mime-type': 'mimeType', 'resource-type': 'resourceType' } as const
  )[key.key as 'domain'];
  return column === undefined || index === undefined ? [] : list(mostFrequent(index, column));
}

function statusesOf(unit: 'status' | 'bytes', index: EntryIndex | undefined): string[] {
  if (unit === 'bytes') return ['>10k', '>100k', '>1m'];
  const seen = new Set(index?.columns.status.subarray(0, Math.min(index.length, MAX_ROWS)));
  return ['>=400', '4xx', '5xx', ...[...seen].sort((a, b) => a - b).map(String)];
}

function mostFrequent(
  { columns, strings, length }: EntryIndex,
  column: 'host' | 'method' | 'mimeType' | 'resourceType',
): string[] {
  const counts = new Map<number, number>();
  for (const id of columns[column].subarray(0, Math.min(length, MAX_ROWS)))
    counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([id]) => strings.get(id))
    .filter((text) => text !== '');
}
