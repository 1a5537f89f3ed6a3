import type { Entry } from '@harrier/har';
import { type JsonNode, jsonPath, readJson } from '../preview/json-nodes.ts';

/** One thing that two requests have, or one of them. */
export interface ComparedField {
  readonly name: string;
  readonly a: string | undefined;
  readonly b: string | undefined;
}

/** The parts of a request that are compared, in their order. */
export type ComparedPart =
  | 'general'
  | 'query'
  | 'requestHeaders'
  | 'requestBody'
  | 'responseHeaders'
  | 'responseBody';

/** A request and its bodies as they are shown; absent where one side has no such request. */
export interface ComparedSide {
  readonly entry: Entry;
  readonly requestText: string;
  readonly responseText: string;
}

type Named = readonly { readonly name: string; readonly value: string }[];

/** Leaves of a longer body are not told apart by anybody. */
const MAX_LEAVES = 2000;

/** Two requests field by field; names in any case are one, repeated ones are numbered. */
export function comparedParts(
  a: ComparedSide | undefined,
  b: ComparedSide | undefined,
): readonly { readonly part: ComparedPart; readonly fields: readonly ComparedField[] }[] {
  const of = (read: (side: ComparedSide) => Named): ComparedField[] =>
    pairFields(a === undefined ? [] : read(a), b === undefined ? [] : read(b));
  return [
    { part: 'general' as const, fields: of(({ entry }) => generalFields(entry)) },
    { part: 'query' as const, fields: of(({ entry }) => entry.request.queryString) },
    { part: 'requestHeaders' as const, fields: of(({ entry }) => entry.request.headers) },
    { part: 'requestBody' as const, fields: of(({ requestText }) => bodyFields(requestText)) },
    { part: 'responseHeaders' as const, fields: of(({ entry }) => entry.response.headers) },
    { part: 'responseBody' as const, fields: of(({ responseText }) => bodyFields(responseText)) },
  ].filter(({ fields }) => fields.length > 0);
}

function generalFields({ request, response, timeMs, error }: Entry): Named {
  return [
    { name: 'method', value: request.method },
    { name: 'url', value: request.url },
    {
      name: 'status',
      value: response.status === undefined ? '' : `${response.status} ${response.statusText}`.trim(),
    },
    { name: 'error', value: error ?? '' },
    { name: 'time', value: timeMs === undefined ? '' : `${Math.round(timeMs)} ms` },
  ].filter(({ value }) => value !== '');
}

/** The leaves of a JSON body by their paths; any other text by its lines. */
function bodyFields(text: string): Named {
  const root = text === '' ? undefined : readJson(text);
  if (root !== undefined) return leaves(root);
  return text
    .split('\n', MAX_LEAVES)
    .map((line, at) => ({ name: String(at + 1), value: line }))
    .filter(({ value }) => value !== '');
}

function leaves(root: JsonNode): Named {
  const found: { name: string; value: string }[] = [];
  const walk = (node: JsonNode, path: readonly (string | number)[]): void => {
    if (found.length >= MAX_LEAVES) return;
    if (node.children.length === 0)
      found.push({
        name: jsonPath(path),
        value: node.text || (node.kind === 'array' ? '[]' : node.kind === 'object' ? '{}' : ''),
      });
    for (const child of node.children) walk(child, [...path, child.key as string | number]);
  };
  walk(root, []);
  return found;
}

/** In the order of the first, then what only the second has. */
function pairFields(a: Named, b: Named): ComparedField[] {
  const left = keyed(a);
  const right = keyed(b);
  const fields = [...left].map(([key, { name, value }]) => ({ name, a: value, b: right.get(key)?.value }));
  for (const [key, { name, value }] of right)
    if (!left.has(key)) fields.push({ name, a: undefined as unknown as string, b: value });
  return fields;
}

function keyed(fields: Named): Map<string, { readonly name: string; readonly value: string }> {
  const seen = new Map<string, number>();
  const byKey = new Map<string, { readonly name: string; readonly value: string }>();
  for (const field of fields) {
    // JSON keys differ by case; header names do not, and both never stand in one list.
    const key = field.name.startsWith('$') ? field.name : field.name.toLowerCase();
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    byKey.set(count === 0 ? key : `${key}\0${count}`, field);
  }
  return byKey;
}

/** Ids, times and counters: what differs between any two captures. */
const PASSING =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{16,}|\d{1,4}|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b/gi;

/** Fields whose values are never the same twice. */
const PASSING_NAMES = /^(?:date|age|etag|x-request-id|traceparent|.*tracking-?id|time)$/i;

/** Whether two values differ, and in more than ids and times, which tell nothing. */
export function differenceOf({ name, a, b }: ComparedField): 'none' | 'passing' | 'telling' {
  if (a === b) return 'none';
  if (a === undefined || b === undefined) return 'telling';
  if (PASSING_NAMES.test(name)) return 'passing';
  const hasId = (text: string): boolean => /[0-9a-f]{8}-|[0-9a-f]{16,}/i.test(text);
  return hasId(a) && a.replace(PASSING, '*') === b.replace(PASSING, '*') ? 'passing' : 'telling';
}
