import type { BatchItems } from './batch-found.ts';
import { oneLine } from './one-line.ts';
import { firstText, type JsonObject, object, textKeys } from './shape-hit.ts';
import { folded, isRightWord, isVerdictName, isWrongWord, verdictOf } from './verdict-words.ts';

/** The parts of a batch, each by whatever it says of how it went; undefined where one of them says nothing, or none failed. */
export function readItems(list: readonly unknown[], pointer: string): BatchItems | undefined {
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

export function commonStatusPlace(list: readonly unknown[]): StatusPlace | undefined {
  const items = list.map(object);
  const first = items[0] ?? {};
  const places = Object.entries(first).flatMap(([key, value]): StatusPlace[] => [
    [key],
    ...Object.keys(object(value) ?? {}).map((inner) => [key, inner] as const),
  ]);
  return places.find((place) => items.every((item) => statuses.has(statusOf(valueAt(item, place)))));
}

export function valueAt(item: JsonObject | undefined, [key, inner]: StatusPlace): unknown {
  return inner === undefined ? item?.[key] : object(item?.[key])?.[inner];
}

function partByStatus(item: unknown, place: StatusPlace | undefined): Part | undefined {
  const whole = object(item);
  const status = place === undefined ? undefined : statusOf(valueAt(whole, place));
  if (whole === undefined || place === undefined || status === undefined) return undefined;
  const inside = object(whole[place[0]]);
  return { failed: status >= 400, status, ...textIn(whole), ...(inside === undefined ? {} : textIn(inside)) };
}

/** How one part went. */
export interface Part {
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

/** A status of HTTP, as a number or at the beginning of a text. */
export function statusOf(value: unknown): number | undefined {
  const text = typeof value === 'string' ? /^(?:HTTP\/[\d.]{1,3} )?(\d{3})\b/.exec(value)?.[1] : undefined;
  const status = typeof value === 'number' ? value : text === undefined ? Number.NaN : Number(text);
  return Number.isInteger(status) && status >= 100 && status <= 599 ? status : undefined;
}

const partTexts = [...textKeys, 'text', 'hinweis', 'errorCode', 'code'];

/** The sentence of a part, wherever it keeps it. */
export function textIn(part: JsonObject): { readonly text?: string } {
  const inside = [part, part.error, part.body, object(part.body)?.error, part.errors, part.response];
  for (const place of inside) {
    const item = object(Array.isArray(place) ? place[0] : place);
    const found = firstText(item ?? {}, '', partTexts, undefined);
    if (found !== undefined) return { text: oneLine(found.text) };
  }
  return {};
}
