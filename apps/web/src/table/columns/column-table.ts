import type { SortKey } from '../../engine/sort-rows.ts';

/**
 * A column of the table. `index` columns are filled by the page itself, `url` columns by the worker at once, for the others
 * it has to open the entry.
 */
export interface Column {
  readonly id: ColumnId;
  readonly from: 'index' | 'url' | 'entry';
  readonly sort: SortKey;
  /** At first; CSS pixels. */
  readonly widthPx: number;
  readonly align: 'left' | 'right';
}

const builtIn = {
  index: { from: 'index', sort: 'index', widthPx: 56, align: 'right' },
  started: { from: 'index', sort: 'start', widthPx: 104, align: 'left' },
  method: { from: 'index', sort: 'method', widthPx: 76, align: 'left' },
  url: { from: 'url', sort: 'url', widthPx: 240, align: 'left' },
  code: { from: 'index', sort: 'status', widthPx: 56, align: 'right' },
  trackingId: { from: 'index', sort: 'trackingId', widthPx: 124, align: 'left' },
  error: { from: 'entry', sort: 'column:error', widthPx: 140, align: 'left' },
  org: { from: 'entry', sort: 'column:org', widthPx: 72, align: 'left' },
  time: { from: 'index', sort: 'time', widthPx: 72, align: 'right' },
  name: { from: 'url', sort: 'column:name', widthPx: 180, align: 'left' },
  path: { from: 'url', sort: 'column:path', widthPx: 240, align: 'left' },
  host: { from: 'index', sort: 'host', widthPx: 180, align: 'left' },
  scheme: { from: 'url', sort: 'column:scheme', widthPx: 60, align: 'left' },
  statusText: { from: 'entry', sort: 'column:statusText', widthPx: 110, align: 'left' },
  protocol: { from: 'entry', sort: 'column:protocol', widthPx: 72, align: 'left' },
  remoteAddress: { from: 'entry', sort: 'column:remoteAddress', widthPx: 130, align: 'left' },
  connection: { from: 'entry', sort: 'column:connection', widthPx: 90, align: 'right' },
  type: { from: 'index', sort: 'type', widthPx: 80, align: 'left' },
  mimeType: { from: 'index', sort: 'mimeType', widthPx: 140, align: 'left' },
  initiator: { from: 'entry', sort: 'column:initiator', widthPx: 160, align: 'left' },
  priority: { from: 'entry', sort: 'column:priority', widthPx: 80, align: 'left' },
  cookies: { from: 'entry', sort: 'column:cookies', widthPx: 64, align: 'right' },
  setCookies: { from: 'entry', sort: 'column:setCookies', widthPx: 84, align: 'right' },
  page: { from: 'entry', sort: 'column:page', widthPx: 160, align: 'left' },
  cache: { from: 'entry', sort: 'column:cache', widthPx: 90, align: 'left' },
  size: { from: 'index', sort: 'size', widthPx: 76, align: 'right' },
  contentSize: { from: 'index', sort: 'contentSize', widthPx: 84, align: 'right' },
  latency: { from: 'index', sort: 'latency', widthPx: 76, align: 'right' },
  blocked: { from: 'index', sort: 'blocked', widthPx: 72, align: 'right' },
  dns: { from: 'index', sort: 'dns', widthPx: 72, align: 'right' },
  connect: { from: 'index', sort: 'connect', widthPx: 72, align: 'right' },
  ssl: { from: 'index', sort: 'ssl', widthPx: 72, align: 'right' },
  send: { from: 'index', sort: 'send', widthPx: 72, align: 'right' },
  wait: { from: 'index', sort: 'wait', widthPx: 72, align: 'right' },
  receive: { from: 'index', sort: 'receive', widthPx: 72, align: 'right' },
} as const satisfies Readonly<Record<string, Omit<Column, 'id'>>>;

export type BuiltInColumn = keyof typeof builtIn;

/** Any header field, or any place in a JSON body (RFC 6901), is a column, too. */
export type CustomColumn =
  | `req.header:${string}`
  | `res.header:${string}`
  | `req.json:${string}`
  | `json:${string}`;
export type ColumnId = BuiltInColumn | CustomColumn;

export const builtInColumns = Object.keys(builtIn) as readonly BuiltInColumn[];

/** What the table shows at first. */
export const defaultColumns: readonly ColumnId[] = [
  'index',
  'started',
  'method',
  'url',
  'code',
  'trackingId',
  'error',
  'org',
  'time',
];

/** Header fields that DevTools and Firefox offer as columns; any other can be named. */
export const offeredHeaders: readonly CustomColumn[] = [
  ...(
    [
      'accept',
      'accept-encoding',
      'accept-language',
      'content-type',
      'origin',
      'referer',
      'sec-fetch-dest',
      'sec-fetch-mode',
      'user-agent',
    ] as const
  ).map((name) => `req.header:${name}` as const),
  ...(
    [
      'cache-control',
      'connection',
      'content-encoding',
      'content-length',
      'etag',
      'keep-alive',
      'last-modified',
      'server',
      'vary',
    ] as const
  ).map((name) => `res.header:${name}` as const),
];

/** What is known of a column. */
export function columnOf(id: ColumnId): Column {
  if (id in builtIn) return { id, ...builtIn[id as BuiltInColumn] };
  return { id, from: 'entry', sort: `column:${id}`, widthPx: 150, align: 'left' };
}

/** Reads what a person typed or a link holds; undefined = no column. */
export function parseColumnId(text: string): ColumnId | undefined {
  if (text in builtIn) return text as BuiltInColumn;
  const custom = /^(?:req\.header|res\.header|req\.json|json):(.{1,200})$/s.exec(text);
  return custom === null ? undefined : (text as CustomColumn);
}

/** The part of a custom column that a person gave: a header's name, a JSON pointer. */
export function customName(id: ColumnId): string | undefined {
  return id in builtIn ? undefined : id.slice(id.indexOf(':') + 1);
}
