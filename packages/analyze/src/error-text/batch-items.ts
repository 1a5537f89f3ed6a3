import { oneLine } from './one-line.ts';

/** What a batch's answer says of its parts. */
export interface BatchItems {
  readonly items: number;
  /** How many of them failed; at least one. */
  readonly failed: number;
  /** Of the first one that failed, where it has one. */
  readonly itemStatus?: number;
  /** The sentence of the first one that failed; its status where it has no sentence. */
  readonly text: string;
  /** JSON pointer to the first one that failed, where the answer is JSON. */
  readonly pointer?: string;
}

/** What is known of the request that a batch answers. */
export interface BatchRequest {
  readonly method?: string;
  readonly url?: string;
  readonly bodyText?: string;
}

type JsonObject = Readonly<Record<string, unknown>>;

/** Longer answers are data; so many parts are looked at. */
const MAX_ITEMS = 2000;

/**
 * Reads the parts of a batch: OData and Graph (`responses`), Elasticsearch (`items`, each under the name of its action),
 * `results` of 207 and of bulk requests, WebDAV's multistatus, and HTTP answers in a multipart body. undefined: no batch, or
 * none of its parts failed; `known` is the JSON of `body`, where it was parsed before. A list of things that merely have a `status` is no batch.
 * Spec: RFC 4918 §13 (207); OData JSON 4.01 §19; RFC 2046 §5.1.3 (multipart/mixed).
 */
export function readBatch(
  body: string,
  mimeType: string,
  status: number,
  request: BatchRequest = {},
  known?: unknown,
): BatchItems | undefined {
  if (mimeType.startsWith('multipart/')) return readMultipart(body);
  if (status === 207 && /xml/.test(mimeType)) return readMultistatus(body);
  if (!/^\s*[[{]/.test(body)) return undefined;
  let root = known;
  try {
    root ??= JSON.parse(body);
  } catch {
    return undefined;
  }
  for (const [pointer, list] of listsIn(root)) {
    if (!isBatchOf(list, pointer, status, request)) continue;
    const found = readItems(list, pointer);
    if (found !== undefined) return found;
  }
  return undefined;
}

const listKeys = ['responses', 'results', 'items', 'operations', 'outcomes'] as const;

function listsIn(root: unknown): (readonly [string, readonly unknown[]])[] {
  if (Array.isArray(root)) return [['', root]];
  const item = objectOf(root);
  if (item === undefined) return [];
  const known = listKeys.filter((key) => Array.isArray(item[key]));
  const others = Object.keys(item).filter((key) => Array.isArray(item[key]));
  // A service that writes its names in its own language has one list, too.
  const keys = known.length === 0 && others.length === 1 ? others : known;
  return keys.map((key) => [`/${key}`, item[key] as readonly unknown[]] as const);
}

/** The status, the name, the address, or as many parts in the question say that this is a batch. */
function isBatchOf(
  list: readonly unknown[],
  pointer: string,
  status: number,
  { method = '', url = '', bodyText }: BatchRequest,
): boolean {
  if (list.length === 0 || list.length > MAX_ITEMS) return false;
  if (status === 207) return true;
  if (/^(?:GET|HEAD)$/i.test(method)) return false;
  if (pointer === '/responses' || /\b(?:\$?batch|_?bulk|multi)\b/i.test(url.replace(/[?#].*$/s, '')))
    return true;
  return asksForAsMany(bodyText, list.length);
}

function asksForAsMany(bodyText: string | undefined, count: number): boolean {
  if (bodyText === undefined || bodyText.length > 256 * 1024) return false;
  try {
    const asked: unknown = JSON.parse(bodyText);
    const lists = Array.isArray(asked) ? [asked] : Object.values(objectOf(asked) ?? {});
    return lists.some((list) => Array.isArray(list) && list.length === count);
  } catch {
    return false;
  }
}

function readItems(list: readonly unknown[], pointer: string): BatchItems | undefined {
  const statusKey = commonStatusKey(list);
  const parts = list.map((item) => partOf(item) ?? partByStatus(item, statusKey));
  // Where some part says nothing of how it went, these are things, not answers.
  if (parts.some((part) => part === undefined)) return undefined;
  const failed = parts.findIndex((part) => part?.failed === true);
  const first = parts[failed];
  if (first === undefined) return undefined;
  return {
    items: parts.length,
    failed: parts.filter((part) => part?.failed === true).length,
    ...(first.status === undefined ? {} : { itemStatus: first.status }),
    text: first.text ?? String(first.status ?? 'failed'),
    pointer: `${pointer}/${failed}`,
  };
}

/** Statuses of HTTP as batches use them; a column of other numbers between 200 and 599 is none. RFC 9110 §15. */
const statuses: ReadonlySet<unknown> = new Set([
  200, 201, 202, 204, 304, 400, 401, 403, 404, 405, 409, 410, 412, 413, 415, 422, 423, 424, 429, 500, 501,
  502, 503, 504,
]);

/** The member that holds a status of HTTP in every part, whatever it is called. */
function commonStatusKey(list: readonly unknown[]): string | undefined {
  const items = list.map(objectOf);
  return Object.keys(items[0] ?? {}).find((key) => items.every((item) => statuses.has(item?.[key])));
}

function partByStatus(item: unknown, key: string | undefined): Part | undefined {
  const whole = objectOf(item);
  const status = key === undefined ? undefined : statusOf(whole?.[key]);
  if (whole === undefined || status === undefined) return undefined;
  return { failed: status >= 400, status, ...textIn(whole) };
}

interface Part {
  readonly failed: boolean;
  readonly status?: number;
  readonly text?: string;
}

const wentWell = /^(?:ok|success|succeeded|successful|completed?|created|updated|deleted|accepted|done)$/i;
const wentWrong = /^(?:failed|failure|error|rejected|denied|invalid)$/i;

function partOf(item: unknown): Part | undefined {
  const whole = objectOf(item);
  if (whole === undefined) return undefined;
  const own = Object.values(whole);
  // Elasticsearch: `{"index": {"status": 400, …}}`.
  const part = own.length === 1 && objectOf(own[0]) !== undefined ? (objectOf(own[0]) as JsonObject) : whole;
  const status = statusOf(
    part.status ?? part.statusCode ?? part.httpStatus ?? part.httpStatusCode ?? part.code,
  );
  if (status !== undefined) return { failed: status >= 400, status, ...textIn(part) };
  if (typeof part.status === 'string' && wentWell.test(part.status)) return { failed: false };
  if (typeof part.status === 'string' && wentWrong.test(part.status))
    return { failed: true, ...textIn(part) };
  if (typeof part.success === 'boolean') return { failed: !part.success, ...textIn(part) };
  return undefined;
}

function statusOf(value: unknown): number | undefined {
  const text = typeof value === 'string' ? /^(?:HTTP\/[\d.]{1,3} )?(\d{3})\b/.exec(value)?.[1] : undefined;
  const status = typeof value === 'number' ? value : text === undefined ? Number.NaN : Number(text);
  return Number.isInteger(status) && status >= 100 && status <= 599 ? status : undefined;
}

const textKeys = [
  'message',
  'detail',
  'description',
  'summary',
  'reason',
  'title',
  'error_description',
] as const;

function textIn(part: JsonObject): { readonly text?: string } {
  const inside = [part, part.error, part.body, objectOf(part.body)?.error, part.errors];
  for (const place of inside) {
    const item = objectOf(Array.isArray(place) ? place[0] : place);
    for (const key of textKeys) {
      const text = item?.[key];
      if (typeof text === 'string' && text.trim() !== '') return { text: oneLine(text) };
    }
  }
  return typeof part.error === 'string' && part.error !== '' ? { text: oneLine(part.error) } : {};
}

/** WebDAV: a `response` failed by its own `status`; properties that are not there (`propstat`) are daily life. */
function readMultistatus(xml: string): BatchItems | undefined {
  const bare = xml
    .slice(0, 256 * 1024)
    .replace(/<(?:[\w-]{1,40}:)?propstat[\s>][\s\S]*?<\/(?:[\w-]{1,40}:)?propstat>/g, '');
  const items = bare.match(/<(?:[\w-]{1,40}:)?response[\s>]/g)?.length ?? 0;
  return fromStatusLines(
    [...bare.matchAll(/<(?:[\w-]{1,40}:)?status>\s{0,9}HTTP\/[\d.]{1,3} (\d{3})([^<]{0,80})/g)],
    items,
  );
}

function readMultipart(body: string): BatchItems | undefined {
  const lines = [...body.slice(0, 256 * 1024).matchAll(/^HTTP\/[\d.]{1,3} (\d{3})([^\r\n]{0,80})/gm)];
  return fromStatusLines(lines, lines.length);
}

function fromStatusLines(lines: readonly RegExpExecArray[], items: number): BatchItems | undefined {
  const failed = lines.filter(([, status]) => Number(status) >= 400);
  const [first] = failed;
  if (first === undefined) return undefined;
  const itemStatus = Number(first[1]);
  const reason = oneLine(first[2] ?? '');
  return {
    items: Math.max(items, lines.length),
    failed: failed.length,
    itemStatus,
    text: reason === '' ? String(itemStatus) : `${itemStatus} ${reason}`,
  };
}

function objectOf(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}
