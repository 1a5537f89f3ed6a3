import { type BatchItems, MAX_ITEMS } from './batch-found.ts';
import { type Part, readItems } from './batch-part.ts';
import { asksForAsMany, type BatchRequest, isBatchUrl, isRead } from './batch-request.ts';
import { searchText } from './json-shapes.ts';
import { oneLine } from './one-line.ts';
import type { JsonObject } from './shape-hit.ts';
import { isRightWord, isWrongWord } from './verdict-words.ts';

/**
 * `2;NG;number is taken`, `+81 3 0000 0002: error: taken`: lines or rows, each of which has a field with a word for how it went. A first
 * line without one is a head.
 */
export function readLines(body: string, mimeType: string, request: BatchRequest): BatchItems | undefined {
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

/** Longer documents are data. */
const MAX_XML_CHARS = 64 * 1024;

/** Of one element so many begin at most; names are tried in their order. */
const MAX_NAMES = 20;

/** `<result id="1"><status>OK</status></result><result id="2"><status>NG</status>…`: elements of one name, each of which says how it went. */
export function readElements(xml: string): BatchItems | undefined {
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
export function readMultistatus(xml: string): BatchItems | undefined {
  const bare = xml
    .slice(0, 256 * 1024)
    .replace(/<(?:[\w-]{1,40}:)?propstat[\s>][\s\S]*?(?:<\/(?:[\w-]{1,40}:)?propstat>|$)/g, '');
  const items = bare.match(/<(?:[\w-]{1,40}:)?response[\s>]/g)?.length ?? 0;
  return fromStatusLines(
    [...bare.matchAll(/<(?:[\w-]{1,40}:)?status>\s{0,9}HTTP\/[\d.]{1,3} (\d{3})([^<]{0,80})/g)],
    items,
  );
}

export function readMultipart(body: string): BatchItems | undefined {
  const lines = [...body.slice(0, 256 * 1024).matchAll(/^HTTP\/[\d.]{1,3} (\d{3})([^\r\n]{0,80})/gm)];
  const found = fromStatusLines(lines, lines.length);
  if (found === undefined) return readJsonParts(body);
  const first = lines.find(([, status]) => Number(status) >= 400);
  const said = first === undefined ? undefined : sentenceOfPart(body.slice(first.index));
  return said === undefined ? found : { ...found, text: oneLine(said) };
}

/** What the JSON of a part says, from the part's status line on. */
function sentenceOfPart(rest: string): string | undefined {
  const part = rest.split(/\r?\n--/, 1)[0] ?? '';
  try {
    return searchText(JSON.parse(part.slice(part.search(/\r?\n\r?\n/))))?.text;
  } catch {
    return undefined;
  }
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
