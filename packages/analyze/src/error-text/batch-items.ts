import { oneLine } from './one-line.ts';
import { firstText, type JsonObject, object, textKeys } from './shape-hit.ts';
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
  if (!/^[\s\x1e]*[[{]/.test(body)) return readLines(body, mimeType, request);
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
  if (status === 207) return readNamedParts(root) ?? readShares(root, '', request);
  if (isRead(request)) return undefined;
  const isBatch =
    isBatchUrl(request.url ?? '') || asksForAsMany(request.bodyText, Object.keys(object(root) ?? {}).length);
  return (isBatch ? readNamedParts(root) : undefined) ?? readShares(root, '', request);
}

/** A number that may be a status of HTTP, under whatever name: parts of batches have names in every language. */
const statusSign = /:\s{0,4}"?[45]\d\d\b/;
const noSign = /:\s{0,4}false\b/;

/** Whether a body may say that parts of what was asked failed; `false` is certain where it has no word of an error either. Only changes are answered by a no. */
export function mayTellOfParts(body: string, method: string): boolean {
  return statusSign.test(body) || (!/^(?:GET|HEAD)$/i.test(method) && noSign.test(body));
}

/**
 * `2;NG;number is taken`, `+81 3 0000 0002: error: taken`: lines or rows, each of which has a field with a word for how it went. A first
 * line without one is a head.
 */
function readLines(body: string, mimeType: string, request: BatchRequest): BatchItems | undefined {
  if (!/^text\/(?:plain|csv|tab-separated-values)/.test(mimeType) || isRead(request)) return undefined;
  const lines = body.split(/\r?\n/).filter((line) => line.trim() !== '');
  const parts = lines.slice(0, MAX_ITEMS).map(partInLine);
  if (parts[0] === undefined) parts.shift();
  const failed = parts.filter((part) => part?.failed === true);
  const [first] = failed;
  if (parts.length < 2 || first === undefined || parts.includes(undefined)) return undefined;
  if (!isBatchUrl(request.url ?? '') && !asksForAsMany(request.bodyText, parts.length)) return undefined;
  return { items: parts.length, failed: failed.length, text: first.text ?? 'failed' };
}

function partInLine(line: string): Part | undefined {
  const fields = line
    .slice(0, 1000)
    .split(/[;,\t|]|:\s|\s(?=(?:[A-Z]{2,9}|ok)\b)|(?<=\b[A-Z]{2,9})\s/)
    .map((field) => field.replace(/^[\s"']+|[\s"']+$/g, ''));
  // A number may be a row's own.
  const at = fields.findIndex((field) => isWrongWord(field) || (!/\d/.test(field) && isRightWord(field)));
  const word = fields[at];
  if (word === undefined) return undefined;
  if (!isWrongWord(word)) return { failed: false };
  const reason = fields.slice(at + 1).find((field) => field !== '');
  return { failed: true, text: oneLine(reason ?? word) };
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
const MAX_ENVELOPES = 2;
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
  const all = Object.entries(item).flatMap(([key, value]) =>
    Array.isArray(value) ? [{ pointer: `${at}/${key}`, name: folded(key), list: value }] : [],
  );
  const lists = all.length === 1 ? all : all.filter(({ name }) => !isShare(name));
  // A service that writes its names in its own language has lists, too, and what is no batch does not say of each part how it went.
  const known = lists.filter(({ name }) => listNames.has(name));
  if (lists.length > 0) return [...known, ...lists.filter((list) => !known.includes(list))];
  return at.split('/').length > MAX_ENVELOPES
    ? []
    : envelopeNames.flatMap((key) => (key in item ? listsIn(item[key], `${at}/${key}`) : []));
}

/** A list of only those parts that worked, or that did not. */
function isShare(name: string): boolean {
  return [failedNames, errorListNames, workedNames].some((names) => names.has(stem(name)));
}

/** The status, the name, the address, or as many parts in the question say that this is a batch. */
function isBatchOf(list: readonly unknown[], name: string, status: number, request: BatchRequest): boolean {
  if (list.length === 0 || list.length > MAX_ITEMS) return false;
  if (status === 207) return true;
  if (isRead(request)) return false;
  return (
    name === 'responses' ||
    isBatchUrl(request.url ?? '') ||
    asksForAsMany(request.bodyText, list.length) ||
    (name === '' && isAnsweredEach(list) && !asksForThings.test(request.url ?? ''))
  );
}

/** A thing has more members than the answer to a part: its name, how it went, and why. */
const MAX_ANSWER_MEMBERS = 3;
/** Addresses under which a list is asked for by a POST, too. */
const asksForThings =
  /search|query|find|filter|report|history|logs?\b|journal|statist|metric|audit|event|incident|suche|abfrage|verlauf|recherche|historique|busca|consulta|kensaku|rireki/i;

/** `[{"status": 200, "id": 1}, {"status": 409, "reason": "…"}]` and nothing more, some well and some not. */
function isAnsweredEach(list: readonly unknown[]): boolean {
  const place = commonStatusPlace(list);
  if (place === undefined) return false;
  const said = list.map((item) => statusOf(valueAt(object(item), place)) ?? 0);
  return (
    said.some((status) => status < 400) &&
    list.every((item) => Object.keys(object(item) ?? {}).length <= MAX_ANSWER_MEMBERS)
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

/** A question lies this deep in its envelopes. */
const MAX_QUESTION_DEPTH = 3;

function asksForAsMany(bodyText: string | undefined, count: number): boolean {
  if (bodyText === undefined || bodyText.length > 256 * 1024) return false;
  try {
    return holdsListOf(JSON.parse(bodyText), count, 0);
  } catch {
    return false;
  }
}

function holdsListOf(asked: unknown, count: number, depth: number): boolean {
  if (Array.isArray(asked)) return asked.length === count;
  if (depth > MAX_QUESTION_DEPTH) return false;
  return Object.values(object(asked) ?? {}).some((value) => holdsListOf(value, count, depth + 1));
}

function readItems(list: readonly unknown[], pointer: string): BatchItems | undefined {
  const statusPlace = commonStatusPlace(list);
  const hasErrors = list.some((item) => isError(errorIn(object(item) ?? {})));
  const yes = yesKey(list);
  const word = wordKey(list);
  const parts = list.map(
    (item) =>
      partOf(item) ??
      partByStatus(item, statusPlace) ??
      partByYes(item, yes) ??
      partByWord(item, word) ??
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

/** Where a status of HTTP stands in every part: under one name, whatever it is called, or one object deeper. */
type StatusPlace = readonly [string] | readonly [string, string];

function commonStatusPlace(list: readonly unknown[]): StatusPlace | undefined {
  const items = list.map(object);
  const first = items[0] ?? {};
  const places = Object.entries(first).flatMap(([key, value]): StatusPlace[] => [
    [key],
    ...Object.keys(object(value) ?? {}).map((inner) => [key, inner] as const),
  ]);
  return places.find((place) => items.every((item) => statuses.has(statusOf(valueAt(item, place)))));
}

function valueAt(item: JsonObject | undefined, [key, inner]: StatusPlace): unknown {
  return inner === undefined ? item?.[key] : object(item?.[key])?.[inner];
}

function partByStatus(item: unknown, place: StatusPlace | undefined): Part | undefined {
  const whole = object(item);
  const status = place === undefined ? undefined : statusOf(valueAt(whole, place));
  if (whole === undefined || place === undefined || status === undefined) return undefined;
  const inside = object(whole[place[0]]);
  return { failed: status >= 400, status, ...textIn(whole), ...(inside === undefined ? {} : textIn(inside)) };
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
    ([name, value]) =>
      (name === 'response' || name === 'http' || isVerdictName(name)) && object(value) !== undefined,
  );
  return inner && saidBy(inner[1] as JsonObject);
}

/** `{number: 1, assigned: true}`, `{number: 2, assigned: false, reason: "Taken"}`: a name for yes and no, and a text that each no has and no yes. */
function yesKey(list: readonly unknown[]): string | undefined {
  const items = list.map((item) => object(item) ?? {});
  return Object.keys(items[0] ?? {}).find(
    (key) =>
      items.every((item) => typeof item[key] === 'boolean') &&
      items.some((item) => item[key] === true) &&
      hasTextOfItsOwn(
        items.filter((item) => item[key] === false),
        items.filter((item) => item[key] === true),
      ),
  );
}

/** Whether a text stands under one name in each of `those` and in none of `others`. */
function hasTextOfItsOwn(those: readonly JsonObject[], others: readonly JsonObject[]): boolean {
  const isText = (value: unknown) => typeof value === 'string' && value !== '';
  return Object.keys(those[0] ?? {}).some(
    (name) => those.every((item) => isText(item[name])) && !others.some((item) => isText(item[name])),
  );
}

/**
 * `{number: 1, state: "ASSIGNED"…}` is a thing, `{id: 1, status: "OK"}`, `{id: 2, status: "CONFLICT", message}` an answer: the name under
 * which every part has a word or a number, of which some say that all is well, and the others, by words for a no or by a text that only
 * they have, that it is not.
 */
function wordKey(list: readonly unknown[]): string | undefined {
  const items = list.map((item) => object(item) ?? {});
  return Object.keys(items[0] ?? {}).find((key) => {
    const said = items.map((item) => item[key]);
    if (!said.every((one) => isShortWord(one) || Number.isInteger(one))) return false;
    const right = items.filter((_, at) => isRight(said[at]));
    const others = items.filter((_, at) => !isRight(said[at]));
    if (right.length === 0 || others.length === 0) return false;
    if (others.every((item) => isWrongWord(String(item[key])))) return true;
    const isCalledVerdict = isVerdictName(key) || /code$/i.test(key);
    return (
      isCalledVerdict &&
      !others.some((item) => isUnderWay.test(String(item[key]))) &&
      hasTextOfItsOwn(others, right)
    );
  });
}

/** Zero is how codes say that all is well; other numbers are the statuses that are read before. */
function isRight(said: unknown): boolean {
  return said === 0 || (typeof said === 'string' && isRightWord(said));
}

function isShortWord(said: unknown): said is string {
  return typeof said === 'string' && said.length > 0 && said.length <= 40 && !/\s\S+\s/.test(said);
}

/** Words for a part that has neither worked nor failed. */
const isUnderWay =
  /pend|queue|wait|progress|process|running|schedul|skip|unchanged|noop|ignor|partial|laufend|wartend|attente|cours|pendiente|attesa|処理中|待|进行|進行|대기|진행/i;

function partByWord(item: unknown, key: string | undefined): Part | undefined {
  const whole = object(item);
  if (whole === undefined || key === undefined) return undefined;
  return isRight(whole[key]) ? { failed: false } : { failed: true, ...textIn(whole) };
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
  return isError(errorIn(whole)) ? { failed: true, ...textIn(whole) } : { failed: false };
}

/** What stands under the first name of an error that a part has anything under. */
function errorIn(part: JsonObject): unknown {
  return Object.entries(part).find(([name, value]) => errorNames.has(folded(name)) && isError(value))?.[1];
}

const errorNames: ReadonlySet<string> = new Set(
  ['error', 'errors', 'errorCode', 'errorMessage', 'fehler', 'erreur', 'erreurs', 'errores', 'errore', 'erro']
    .concat(['エラー', '错误', '錯誤', '오류'])
    .map(folded),
);

function isError(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return (typeof value === 'string' && value !== '') || Object.keys(object(value) ?? {}).length > 0;
}

function statusOf(value: unknown): number | undefined {
  const text = typeof value === 'string' ? /^(?:HTTP\/[\d.]{1,3} )?(\d{3})\b/.exec(value)?.[1] : undefined;
  const status = typeof value === 'number' ? value : text === undefined ? Number.NaN : Number(text);
  return Number.isInteger(status) && status >= 100 && status <= 599 ? status : undefined;
}

const partTexts = [...textKeys, 'text', 'hinweis', 'errorCode', 'code'];

function textIn(part: JsonObject): { readonly text?: string } {
  const inside = [part, part.error, part.body, object(part.body)?.error, part.errors, part.response];
  for (const place of inside) {
    const item = object(Array.isArray(place) ? place[0] : place);
    const found = firstText(item ?? {}, '', partTexts, undefined);
    if (found !== undefined) return { text: oneLine(found.text) };
  }
  return {};
}

/** A batch that answers by name: `{"p-1": {"status": 200}, "p-2": {"status": 404, …}}`, `{"p-1": "OK", "p-2": "NG"}`, also in a member. */
function readNamedParts(root: unknown): BatchItems | undefined {
  const own = object(root) ?? {};
  const inside = Object.entries(own).filter(([name, value]) => object(value) !== undefined && !isShare(name));
  for (const [at, named] of [
    ...inside.map(([name, value]) => [`/${escaped(name)}`, value] as const),
    ['', own] as const,
  ]) {
    const parts = Object.entries(object(named) ?? {});
    const found =
      parts.length < 2 && at !== '/results'
        ? undefined
        : readItems(
            parts.map(([, part]) => part),
            at,
          );
    const name = found && parts[Number(found.pointer?.split('/').at(-1))]?.[0];
    if (name !== undefined) return { ...found, pointer: `${at}/${escaped(name)}` } as BatchItems;
  }
  return undefined;
}

/** A name in a JSON pointer. RFC 6901 §3. */
function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

const failedNames: ReadonlySet<string> = new Set(
  [
    'failed',
    'failure',
    'failures',
    'fehlerhaft',
    'rejections',
    'writeErrors',
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
  [
    'errors',
    'error',
    'erreurs',
    'fehler',
    'errores',
    'errori',
    'erros',
    'エラー',
    '错误',
    '錯誤',
    '오류',
  ].map(folded),
);
const workedNames: ReadonlySet<string> = new Set(
  ['succeeded', 'successful', 'success', 'created', 'updated', 'deleted', 'accepted', 'processed', 'imported']
    .concat(['inserted', 'verarbeitet', 'übernommen', 'traités', 'procesados', 'elaborati', 'processados'])
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

/**
 * `{succeeded: [1, 2], failed: [{id: 3, reason}]}`, `{imported: 2, errors: [{row: 3, reason}]}`, `{results: […], errors: […]}`: what worked, and
 * a list, a map or, of what was asked for as a batch, a number of what did not.
 */
function readShares(root: unknown, at: string, request: BatchRequest): BatchItems | undefined {
  const item = object(root);
  if (item === undefined) return undefined;
  const lists = Object.entries(item).filter(([, value]) => isParts(value));
  const worked =
    lists.find(([name]) => workedNames.has(stem(name))) ??
    lists.find(([name]) => listNames.has(folded(name)));
  const well =
    countUnder(item, workedNames) ?? (worked === undefined ? undefined : partsOf(worked[1]).length);
  const failed =
    lists.find(([name, value]) => failedNames.has(stem(name)) && partsOf(value).length > 0) ??
    countedErrors(item) ??
    ((well ?? 0) > 0 ? lists.find(([name]) => errorListNames.has(stem(name))) : undefined);
  if (well === undefined || failed === undefined)
    return (
      readCounts(item, well, request) ??
      (at === ''
        ? readShares(item.data ?? item.result, item.data === undefined ? '/result' : '/data', request)
        : undefined)
    );
  const [name, value] = failed;
  const parts = partsOf(value);
  const [first] = parts;
  if (first === undefined) return undefined;
  return {
    items: parts.length + well,
    failed: parts.length,
    text:
      textIn(object(first[1]) ?? {}).text ?? (typeof first[1] === 'string' ? oneLine(first[1]) : 'failed'),
    pointer: `${at}/${name}/${escaped(first[0])}`,
  };
}

/** Parts in a list, or in a map by their names. */
function isParts(value: unknown): boolean {
  return Array.isArray(value) || object(value) !== undefined;
}

function partsOf(value: unknown): [string, unknown][] {
  return Object.entries((Array.isArray(value) ? value : object(value)) ?? {});
}

/** `{total: 3, succeeded: 2, failed: 1}` of what was asked for as a batch: numbers alone. */
function readCounts(
  item: JsonObject,
  well: number | undefined,
  { url = '', bodyText }: BatchRequest,
): BatchItems | undefined {
  const failed = countUnder(item, failedNames) ?? 0;
  if (well === undefined || failed <= 0) return undefined;
  if (!isBatchUrl(url) && !asksForAsMany(bodyText, well + failed)) return undefined;
  return { items: well + failed, failed, text: 'failed' };
}

/** `failedRecordCount`, `numErrors`, `rejectedRows` without what they count and that they do. */
function stem(name: string): string {
  return folded(name)
    .replace(/^(?:num|nb|total|anzahl|nombre)(?=.{4})/, '')
    .replace(/(?<=.{4})(?:(?:record|row|item|entr(?:y|ie)|element|zeile|ligne)s?|count|liste?|anzahl)+$/, '');
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
  return fromStatusLines(lines, lines.length) ?? readJsonParts(body);
}

/** JSON in each part, without a status line. */
function readJsonParts(body: string): BatchItems | undefined {
  const [, boundary] = /^\s{0,9}(--[^\r\n]{1,70})/.exec(body) ?? [];
  if (boundary === undefined) return undefined;
  const texts = body.split(boundary).flatMap((part) => {
    const at = part.search(/\r?\n\r?\n/);
    return at < 0 ? [] : [part.slice(at).trim()];
  });
  try {
    const found = readItems(
      texts.map((text): unknown => JSON.parse(text)),
      '',
    );
    if (found === undefined) return undefined;
    const { pointer: _, ...rest } = found;
    return rest;
  } catch {
    return undefined;
  }
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
  const count = countUnder(item, failedNames) ?? countUnder(item, errorListNames);
  const list = Object.entries(item).find(
    ([name, value]) => errorListNames.has(stem(name)) && Array.isArray(value) && value.length === count,
  );
  return count === 0 ? undefined : list;
}

function countUnder(item: JsonObject, names: ReadonlySet<string>): number | undefined {
  const [, count] =
    Object.entries(item).find(([name, value]) => typeof value === 'number' && names.has(stem(name))) ?? [];
  return count as number | undefined;
}
