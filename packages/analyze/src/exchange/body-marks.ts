import { type Capture, EntryFlag, NO_RANGE } from '@harrier/har';
import { outcomeOf } from './outcome.ts';

/** What a look at the bytes of a body suggests, before anybody parses it. */
export interface BodyMarks {
  /** May say that the request failed although its status does not. */
  readonly failure: boolean;
  /** Holds a `NO_ACCESS`, the word of permission templates. */
  readonly denial: boolean;
  /** Is called JSON, and begins or ends otherwise; or is empty although it was asked for. */
  readonly broken: boolean;
}

/** A body up to here is looked at whole, of a longer one both ends: errors stand at the root, first or last. */
const WHOLE_BYTES = 64 * 1024;
const END_BYTES = 4 * 1024;

/**
 * What a body must hold for an answered request to have failed inside: the words of every shape that speaks for
 * itself (see `error-text`). One linear pattern over bytes read as latin1.
 */
const failureWords =
  /"(?:status|statusCode|httpStatus|httpStatusCode|code)\\?"\s{0,4}:\s{0,4}(?:\\?")?[45]\d\d\b|HTTP\\?\/[\d.]{1,3} [45]\d\d|[eE]rr|ERR|[fF]ault|[fF]ail|FAIL|[fF]ehler|aborted|ABORTED|"(?:success|ok|isSuccess|succeeded|erfolg(?:reich)?|succes|reussi|exito|sucesso)\\?"\s{0,4}:\s{0,4}false|__type/;
const denialWord = 'NO_ACCESS';

const decoder = new TextDecoder('latin1');
const none: BodyMarks = { failure: false, denial: false, broken: false };

/**
 * Looks at a bounded part of the body of an entry that was answered, and only where its media type carries messages.
 */
export async function bodyMarks(capture: Capture, row: number): Promise<BodyMarks> {
  const { columns, strings } = capture.index;
  const flags = columns.flags[row] as number;
  if (outcomeOf(capture.index, row) !== 'answered' || (flags & EntryFlag.contentBase64) !== 0) return none;
  const length = columns.contentLength[row] as number;
  const mimeType = strings.get(columns.mimeType[row] as number);
  if (!/json|xml|graphql|^multipart\/mixed/.test(mimeType)) return none;
  const isJson = isJsonType(mimeType);
  if (length === NO_RANGE && isJson && columns.contentSize[row] === 0) return { ...none, broken: true };
  if (length === NO_RANGE)
    return (flags & EntryFlag.bodyInFile) === 0 ? none : await attachedMarks(capture, row, isJson);
  if (length === 0) return isJson && columns.contentSize[row] === 0 ? { ...none, broken: true } : none;
  if (length < 8 && !isJson) return none;
  const start = (columns.entryStart[row] as number) + (columns.contentStart[row] as number);
  const { source } = capture;
  if (length <= WHOLE_BYTES) return marksIn(decoder.decode(await source.read(start, length)), isJson);
  const head = decoder.decode(await source.read(start, END_BYTES));
  const tail = decoder.decode(await source.read(start + length - END_BYTES, END_BYTES));
  return marksIn(`${head}\n${tail}`, isJson);
}

/** The same of a body that lies beside the HAR, as it would stand in it. */
async function attachedMarks(capture: Capture, row: number, isJson: boolean): Promise<BodyMarks> {
  const { text, truncated } = await capture.openBody(row, 'response', { maxBytes: WHOLE_BYTES });
  if (text === undefined) return none;
  const { broken, ...words } = marksIn(JSON.stringify(text).slice(1, -1), isJson);
  return { ...words, broken: broken && !truncated };
}

function marksIn(text: string, isJson: boolean): BodyMarks {
  const failure = failureWords.test(text);
  const denial = text.includes(denialWord);
  const broken = isJson && looksBroken(text);
  return failure || denial || broken ? { failure, denial, broken } : none;
}

/** Media types whose content is one JSON text; sequences and lines of JSON are several. RFC 8259, RFC 6839 §3.1. */
export function isJsonType(mimeType: string): boolean {
  return (
    /^(?:application|text)\/(?:[\w.!#$&^-]{1,80}\+)?json\b/i.test(mimeType) &&
    !/json-seq|ndjson|jsonl|stream/i.test(mimeType)
  );
}

/** White space, as it stands in the file or escaped. */
const space = String.raw`(?:\s|\\[nrt])*`;
const jsonBegins = new RegExp(
  `^${space}(?:\\ufeff|\u00ef\u00bb\u00bf)?${space}(?:[[{\\d-]|\\\\"|true|false|null)`,
  'i',
);
const jsonEnds = new RegExp(`(?:[\\]}\\d]|\\\\"|true|false|null)${space}$`);
const objectBegins = new RegExp(`^${space}\\{`);
const objectEnds = new RegExp(`\\}${space}$`);
const listBegins = new RegExp(`^${space}\\[`);
const listEnds = new RegExp(`\\]${space}$`);
/** Values that JavaScript writes and JSON does not know. RFC 8259 §6. */
const noJsonValue = /:\s{0,4}(?:-?Infinity|NaN|undefined)\s{0,4}[,}\]]/;

/** On the escaped bytes of a body: whether it can be no JSON by its two ends, or holds a value that JSON has not. */
function looksBroken(text: string): boolean {
  // A pattern that is tied to the end is tried at every character before it.
  const end = text.slice(-END_BYTES);
  if (!jsonBegins.test(text) || !jsonEnds.test(end)) return true;
  if (objectBegins.test(text) !== objectEnds.test(end) || listBegins.test(text) !== listEnds.test(end))
    return true;
  return noJsonValue.test(text);
}

/**
 * Whether an entry that was answered with less than 400 may say inside that it failed, so that opening it is worth
 * while.
 */
export async function mayFailInside(capture: Capture, row: number): Promise<boolean> {
  return (await bodyMarks(capture, row)).failure;
}
