import { type BatchItems, MAX_ITEMS } from './batch-found.ts';
import { commonStatusPlace, readItems, statusOf, valueAt } from './batch-part.ts';
import { asksForAsMany, type BatchRequest, isBatchUrl, isRead } from './batch-request.ts';
import { escaped, isShare, listNames, readShares } from './batch-shares.ts';
import { readElements, readLines, readMultipart, readMultistatus } from './batch-text.ts';
import { object } from './shape-hit.ts';
import { folded } from './verdict-words.ts';

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
