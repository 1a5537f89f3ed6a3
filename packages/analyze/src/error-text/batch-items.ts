import { oneLine } from './one-line.ts';
import { firstText, isReasonName, type JsonObject, object, textKeys } from './shape-hit.ts';
import { folded, isRightWord, isVerdictName, isWrongWord, verdictOf } from './verdict-words.ts';

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
  if (body.startsWith('<')) return isRead(request) ? undefined : readElements(body);
  if (!/^[\s\x1e]*[[{]/.test(body)) return undefined;
  let root = known;
  try {
    root ??= JSON.parse(body);
  } catch {
    root = linesOf(body);
  }
  for (const { pointer, name, list } of listsIn(root)) {
    if (!isBatchOf(list, name, status, request)) continue;
    const found = readItems(list, pointer);
    if (found !== undefined) return found;
  }
  if (status === 207) return readNamedParts(root);
  if (isRead(request)) return undefined;
  return (isBatchUrl(request.url ?? '') ? readNamedParts(root) : undefined) ?? readShares(root, '');
}

/** A number that may be a status of HTTP, under whatever name: parts of batches have names in every language. */
const statusSign = /:\s{0,4}"?[45]\d\d\b/;
const noSign = /:\s{0,4}false\b/;

/** Whether a body may say that parts of what was asked failed; `false` is certain where it has no word of an error either. Only changes are answered by a no. */
export function mayTellOfParts(body: string, method: string): boolean {
  return statusSign.test(body) || (!/^(?:GET|HEAD)$/i.test(method) && noSign.test(body));
}

/** JSON values of a line each; undefined where a line is something else. Spec: github.com/ndjson/ndjson-spec; RFC 7464 (the mark in front). */
function linesOf(body: string): readonly unknown[] | undefined {
  const lines = body
    .replaceAll('\x1e', '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (lines.length < 2 || lines.length > MAX_ITEMS) return undefined;
  try {
    return lines.map((line) => JSON.parse(line) as unknown);
  } catch {
    return undefined;
  }
}

const listNames: ReadonlySet<string> = new Set([
  ...['responses', 'results', 'items', 'operations', 'outcomes', 'compositeresponse'],
]);
/** Members in which services put what they answer. */
const envelopeNames = ['data', 'result', 'response', 'd', 'payload', 'body'];

interface PartList {
  readonly pointer: string;
  /** Of the member, as it is compared; `''` at the root. */
  readonly name: string;
  readonly list: readonly unknown[];
}

/** Lists that may be a batch's, at the root or in an envelope; of a 207 also the members of an object. */
function listsIn(root: unknown, at = ''): PartList[] {
  if (Array.isArray(root)) return [{ pointer: at, name: '', list: root }];
  const item = object(root);
  if (item === undefined) return [];
  const lists = Object.entries(item).flatMap(([key, value]) =>
    Array.isArray(value) ? [{ pointer: `${at}/${key}`, name: folded(key), list: value }] : [],
  );
  const known = lists.filter(({ name }) => listNames.has(name));
  // A service that writes its names in its own language has one list, too.
  if (known.length > 0 || lists.length === 1) return known.length > 0 ? known : lists;
  return at === '' ? envelopeNames.flatMap((key) => listsIn(item[key], `/${key}`)) : [];
}

/** The status, the name, the address, or as many parts in the question say that this is a batch. */
function isBatchOf(list: readonly unknown[], name: string, status: number, request: BatchRequest): boolean {
  if (list.length === 0 || list.length > MAX_ITEMS) return false;
  if (status === 207) return true;
  if (isRead(request)) return false;
  return (
    name === 'responses' || isBatchUrl(request.url ?? '') || asksForAsMany(request.bodyText, list.length)
  );
}

/** Reads ask for one thing, whatever list it is; `batch=1` is how several of them share one request (tRPC). */
function isRead({ method = '', url = '' }: BatchRequest): boolean {
  return /^(?:GET|HEAD)$/i.test(method) && !/[?&]batch=/.test(url);
}

/** Whether an address is called a batch. */
export function isBatchUrl(url: string): boolean {
  const path = url.replace(/[?#].*$/s, '');
  return (
    /(?:\b|[_$:])(?:batch|bulk|multi|composite|import|lote|stapel|massen|sammel)/i.test(path) ||
    /[?&]batch=/.test(url)
  );
}

function asksForAsMany(bodyText: string | undefined, count: number): boolean {
  if (bodyText === undefined || bodyText.length > 256 * 1024) return false;
  try {
    const asked: unknown = JSON.parse(bodyText);
    const lists = Array.isArray(asked) ? [asked] : Object.values(object(asked) ?? {});
    return lists.some((list) => Array.isArray(list) && list.length === count);
  } catch {
    return false;
  }
}

function readItems(list: readonly unknown[], pointer: string): BatchItems | undefined {
  const statusKey = commonStatusKey(list);
  const hasErrors = list.some((item) => isError(object(item)?.error));
  const yes = yesKey(list);
  const parts = list.map(
    (item) =>
      partOf(item) ??
      partByStatus(item, statusKey) ??
      partByYes(item, yes) ??
      (hasErrors ? partByError(item) : undefined),
  );
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
  const items = list.map(object);
  return Object.keys(items[0] ?? {}).find((key) => items.every((item) => statuses.has(item?.[key])));
}

function partByStatus(item: unknown, key: string | undefined): Part | undefined {
  const whole = object(item);
  const status = key === undefined ? undefined : statusOf(whole?.[key]);
  if (whole === undefined || status === undefined) return undefined;
  return { failed: status >= 400, status, ...textIn(whole) };
}

interface Part {
  readonly failed: boolean;
  readonly status?: number;
  readonly text?: string;
}

function partOf(item: unknown): Part | undefined {
  if (typeof item === 'string') return partInWords(item);
  const whole = object(item);
  if (whole === undefined) return undefined;
  const own = Object.values(whole);
  // Elasticsearch: `{"index": {"status": 400, …}}`.
  const part = (own.length === 1 ? object(own[0]) : undefined) ?? whole;
  const said = saidBy(part);
  if (said !== undefined) return said;
  // FHIR: `{"resource": …, "response": {"status": "404 Not Found"}}`; others: `{"id": 1, "ergebnis": {"code": 409}}`.
  const inner = Object.entries(whole).find(
    ([name, value]) => (name === 'response' || isVerdictName(name)) && object(value) !== undefined,
  );
  return inner && saidBy(inner[1] as JsonObject);
}

/** `{number: 1, assigned: true}`, `{number: 2, assigned: false, reason: "Taken"}`: a name for yes and no, and a reason for each no alone. */
function yesKey(list: readonly unknown[]): string | undefined {
  const items = list.map((item) => object(item) ?? {});
  const hasReason = (item: JsonObject) =>
    Object.entries(item).some(([name, value]) => isReasonName(name) && typeof value === 'string');
  return Object.keys(items[0] ?? {}).find(
    (key) =>
      items.every((item) => typeof item[key] === 'boolean' && item[key] !== hasReason(item)) &&
      items.some((item) => item[key] === true),
  );
}

function partByYes(item: unknown, key: string | undefined): Part | undefined {
  const whole = object(item);
  if (whole === undefined || key === undefined) return undefined;
  return whole[key] === true ? { failed: false } : { failed: true, ...textIn(whole) };
}

/** `OK`, `NG: the number is taken`. */
function partInWords(text: string): Part | undefined {
  if (isRightWord(text)) return { failed: false };
  const [, word = '', rest = ''] = /^(\p{L}{2,20})[\s:;,|-]{0,4}(.{0,300})$/u.exec(text.trim()) ?? [];
  if (!isWrongWord(word)) return undefined;
  return { failed: true, text: oneLine(rest === '' ? word : rest) };
}

function saidBy(part: JsonObject): Part | undefined {
  const status = statusOf(
    part.status ?? part.statusCode ?? part.httpStatus ?? part.httpStatusCode ?? part.code,
  );
  if (status !== undefined) return { failed: status >= 400, status, ...textIn(part) };
  const verdict = verdictOf(part, 'part');
  if (verdict === undefined) return undefined;
  return verdict === 'worked' ? { failed: false } : { failed: true, ...textIn(part) };
}

/** `[{id, result}, {id, error: {message}}]`, as JSON-RPC answers: where some have an error, the others worked. */
function partByError(item: unknown): Part | undefined {
  const whole = object(item);
  if (whole === undefined) return undefined;
  return isError(whole.error) ? { failed: true, ...textIn(whole) } : { failed: false };
}

function isError(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || Object.keys(object(value) ?? {}).length > 0;
}

function statusOf(value: unknown): number | undefined {
  const text = typeof value === 'string' ? /^(?:HTTP\/[\d.]{1,3} )?(\d{3})\b/.exec(value)?.[1] : undefined;
  const status = typeof value === 'number' ? value : text === undefined ? Number.NaN : Number(text);
  return Number.isInteger(status) && status >= 100 && status <= 599 ? status : undefined;
}

function textIn(part: JsonObject): { readonly text?: string } {
  const inside = [part, part.error, part.body, object(part.body)?.error, part.errors, part.response];
  for (const place of inside) {
    const item = object(Array.isArray(place) ? place[0] : place);
    const found = firstText(item ?? {}, '', textKeys, undefined);
    if (found !== undefined) return { text: oneLine(found.text) };
  }
  return {};
}

/** A batch that answers by name: `{"p-1": {"status": 200}, "p-2": {"status": 404, …}}`, `{"p-1": "OK", "p-2": "NG"}`, also under `results`. */
function readNamedParts(root: unknown): BatchItems | undefined {
  const own = object(root) ?? {};
  const [at, named] = object(own.results) === undefined ? ['', own] : ['/results', object(own.results) ?? {}];
  const found = readItems(Object.values(named), at);
  const name = found && Object.keys(named)[Number(found.pointer?.split('/').at(-1))];
  return name === undefined
    ? undefined
    : ({ ...found, pointer: `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}` } as BatchItems);
}

const failedNames: ReadonlySet<string> = new Set(
  [
    'failed',
    'failures',
    'failedItems',
    'rejected',
    'unprocessed',
    'unprocessedItems',
    'fehlgeschlagen',
    'échecs',
  ]
    .concat(['fallidos', 'falhas', 'falliti', 'mislukt', '失敗', '失败', '실패', 'ko', 'nok', 'ng'])
    .concat(['abgelehnt', 'rejetés', 'refusés', 'échoués', 'rechazados', 'rifiutati', 'rejeitados', '拒否'])
    .map(folded),
);
/** Lists of errors, which count as parts where it is counted beside them how many worked. */
const errorListNames: ReadonlySet<string> = new Set(
  ['errors', 'erreurs', 'fehler', 'errores', 'errori', 'erros', 'エラー', '错误', '錯誤', '오류'].map(folded),
);
const workedNames: ReadonlySet<string> = new Set(
  ['succeeded', 'successful', 'success', 'created', 'updated', 'deleted', 'accepted', 'processed', 'imported']
    .concat([
      'erfolgreich',
      'réussis',
      'réussites',
      'exitosos',
      'sucessos',
      'riusciti',
      'gelukt',
      '成功',
      '성공',
    ])
    .concat([
      'ok',
      'angelegt',
      'aktualisiert',
      'importiert',
      'gespeichert',
      'créés',
      'importés',
      'enregistrés',
    ])
    .concat(['creados', 'importados', 'guardados', 'creati', 'importati', 'criados', 'salvos', 'opgeslagen'])
    .concat(['登録', '更新', '処理済み', '导入', '已处理', '匯入', '등록', '처리'])
    .map(folded),
);

/** `{succeeded: [1, 2], failed: [{id: 3, reason}]}`, `{imported: 2, errors: [{row: 3, reason}]}`: what worked, and a list of what did not. */
function readShares(root: unknown, at: string): BatchItems | undefined {
  const item = object(root);
  if (item === undefined) return undefined;
  const lists = Object.entries(item).filter(([, value]) => Array.isArray(value));
  const worked = lists.find(([name]) => workedNames.has(folded(name)));
  const well =
    worked === undefined ? countUnder(item, workedNames) : (worked[1] as readonly unknown[]).length;
  const failed =
    lists.find(([name]) => failedNames.has(folded(name))) ??
    countedErrors(item) ??
    ((well ?? 0) > 0 ? lists.find(([name]) => errorListNames.has(folded(name))) : undefined);
  if (well === undefined || failed === undefined)
    return at === ''
      ? readShares(item.data ?? item.result, item.data === undefined ? '/result' : '/data')
      : undefined;
  const [name, parts] = failed as [string, readonly unknown[]];
  if (parts.length === 0) return undefined;
  return {
    items: parts.length + well,
    failed: parts.length,
    text: textIn(object(parts[0]) ?? {}).text ?? 'failed',
    pointer: `${at}/${name}/0`,
  };
}

/** Longer documents are data. */
const MAX_XML_CHARS = 64 * 1024;
/** Of one element so many begin at most; names are tried in their order. */
const MAX_NAMES = 20;

/** `<result id="1"><status>OK</status></result><result id="2"><status>NG</status>…`: elements of one name, each of which says how it went. */
function readElements(xml: string): BatchItems | undefined {
  if (xml.length > MAX_XML_CHARS) return undefined;
  const names = [...xml.matchAll(/<([\p{L}_][\p{L}\d_:.-]{0,40})/gu)].map(([, name = '']) => name);
  for (const name of [...new Set(names)].slice(0, MAX_NAMES)) {
    const parts = xml.split(new RegExp(`<${name.replaceAll('.', '\\.')}(?=[\\s/>])`, 'u')).slice(1);
    if (parts.length < 2 || parts.length > MAX_ITEMS) continue;
    const found = readItems(parts.map(membersOf), '');
    if (found === undefined) continue;
    // There is no pointer into XML.
    const { pointer: _, ...rest } = found;
    return rest;
  }
  return undefined;
}

/** The attributes and the texts of elements in the rest of an element. */
function membersOf(rest: string): JsonObject {
  const members: Record<string, string> = {};
  for (const [, name = '', value = ''] of rest.matchAll(
    /(?:^|\s)([\p{L}_][\p{L}\d_-]{0,40})\s{0,2}=\s{0,2}"([^"<]{0,300})"/gu,
  ))
    members[name] ??= value;
  for (const [, name = '', text = ''] of rest.matchAll(
    /<(?:[\w-]{1,40}:)?([\p{L}_][\p{L}\d_-]{0,40})>([^<]{1,300})</gu,
  ))
    members[name] ??= text.trim();
  return members;
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

/** `{succeeded: 2, failed: 1, errors: [{id, message}]}`: a list of what is counted beside it. */
function countedErrors(item: JsonObject): [string, unknown] | undefined {
  const count = countUnder(item, failedNames);
  const { errors } = item;
  return Array.isArray(errors) && count === errors.length ? ['errors', errors] : undefined;
}

function countUnder(item: JsonObject, names: ReadonlySet<string>): number | undefined {
  const [, count] =
    Object.entries(item).find(([name, value]) => typeof value === 'number' && names.has(folded(name))) ?? [];
  return count as number | undefined;
}
