import { type Capture, EntryFlag, NO_RANGE } from '@harrier/har';
import { allSigns, anyFalse, failureWords, flagWords, licenceWords, Sign, signsIn } from './body-words.ts';
import { looksBroken, looksWhole } from './broken-json.ts';
import { outcomeOf } from './outcome.ts';
import { type RowKinds, rowKinds } from './row-kinds.ts';

/** What a look at the bytes of a body suggests, before anybody parses it. */
export interface BodyMarks {
  /** May say that the request failed although its status does not. */
  readonly failure: boolean;
  /** Holds a `NO_ACCESS`, the word of permission templates. */
  readonly denial: boolean;
  /** Is called JSON, and begins or ends otherwise; or is empty although it was asked for. */
  readonly broken: boolean;
  /** Says of something that it is off, and speaks of licences. */
  readonly licence: boolean;
  /** Says of something that it is off, and speaks of features or flags. */
  readonly flags: boolean;
  /** A page that says which content it expects of its scripts (`integrity`). */
  readonly pins: boolean;
  /** Carries the answer of an identity provider (`SAMLResponse`). */
  readonly saml: boolean;
}

/** A body up to here is looked at whole, of a longer one both ends: errors stand at the root, first or last. */
export const WHOLE_BYTES = 64 * 1024;
const END_BYTES = 4 * 1024;
const LINE_FEED = 0x0a;

const decoder = new TextDecoder('latin1');

/** Of a body in which nothing was found. */
export const unmarked: BodyMarks = {
  failure: false,
  denial: false,
  broken: false,
  licence: false,
  flags: false,
  pins: false,
  saml: false,
};
const withoutContent: BodyMarks = { ...unmarked, broken: true };

/** Where the text of a body stands in the file. */
interface BodyPlace {
  readonly row: number;
  readonly start: number;
  readonly length: number;
  readonly kind: BodyKind;
}

/** `json` one JSON text · `page` a document, of which only `pins` and `saml` are asked · `message` everything else that may tell of a failure. */
type BodyKind = 'json' | 'page' | 'message';

/** Bodies that stand so near to each other are read at once: a read costs as much as copying some kilobytes. */
const NEAR_BYTES = 8 * 1024;
const MAX_READ_BYTES = 256 * 1024;
/** Others get their turn, and a cancellation is noticed, after so many rows. */
const ROWS_PER_CHECK = 256;

/** What a look at all bodies of a capture suggests. */
export interface LookedThrough {
  /** Of the rows that have any. */
  readonly marks: ReadonlyMap<number, BodyMarks>;
  /** Which {@link Sign}s stand in the text of each row's answer; all where it was not looked through as a whole. */
  readonly signs: Uint8Array;
}

/** An entry whose text may be another than the one at the place that its columns name. */
const oddFlags = EntryFlag.damaged | EntryFlag.duplicateKey | EntryFlag.bodyInFile;

/** The marks and signs of every row of a capture. Error: whatever its source throws; the signal's reason. */
export async function lookThroughBodies(
  capture: Capture,
  signal?: AbortSignal,
  { samples, kindOfRow }: RowKinds = rowKinds(capture.index),
): Promise<LookedThrough> {
  const { flags } = capture.index.columns;
  const kinds = samples.map((row) => bodyKind(capture, row));
  const marks = new Map<number, BodyMarks>();
  const signs = new Uint8Array(capture.index.length).fill(allSigns);
  const add = (row: number, found: BodyMarks) => {
    if (found !== unmarked) marks.set(row, found);
  };
  const read = readAgain(capture);
  let near: BodyPlace[] = [];
  const look = async (): Promise<void> => {
    const [first] = near;
    const last = near.at(-1);
    if (first === undefined || last === undefined) return;
    const bytes = await read(first.start, last.start + last.length - first.start);
    for (const { row, start, length, kind } of near) {
      const from = start - first.start;
      const body = bytes.subarray(from, from + length);
      const found = kind === 'page' ? allSigns : signsIn(body);
      if (kind !== 'page' && ((flags[row] as number) & oddFlags) === 0) signs[row] = found;
      if (kind === 'page' || mayMark(found) || (kind === 'json' && !looksWhole(body)))
        add(row, marksIn(body, kind, found));
    }
    near = [];
  };
  for (let row = 0; row < capture.index.length; row++) {
    if (row % ROWS_PER_CHECK === 0) signal?.throwIfAborted();
    const kind = kinds[kindOfRow[row] as number];
    const place = kind === undefined ? undefined : bodyPlace(capture, row, kind);
    if (place === undefined) continue;
    if ('failure' in place) add(row, place);
    else if (place.length === NO_RANGE) add(row, await attachedMarks(capture, row, place.kind));
    else if (place.length > WHOLE_BYTES) add(row, await marksAt(capture, place));
    else {
      const [first] = near;
      const last = near.at(-1);
      const fits =
        first !== undefined &&
        last !== undefined &&
        place.start >= last.start &&
        place.start - (last.start + last.length) <= NEAR_BYTES &&
        place.start + place.length - first.start <= MAX_READ_BYTES;
      if (!fits) await look();
      near.push(place);
    }
  }
  await look();
  return { marks, signs };
}

/** Reads bytes that are good until the next read. */
type Read = (offset: number, length: number) => Promise<Uint8Array>;

/**
 * Into one piece of memory where the source can do that: a new one for each read would have to be cleared first, and a browser frees a
 * quarter of a megabyte when its collector comes by.
 */
function readAgain({ source }: Capture): Read {
  if (source.readSync !== undefined) {
    const memory = new Uint8Array(MAX_READ_BYTES);
    const readSync = source.readSync.bind(source);
    return async (offset, length) => memory.subarray(0, readSync(offset, memory.subarray(0, length)));
  }
  if (source.readInto === undefined) return async (offset, length) => await source.read(offset, length);
  let memory = new ArrayBuffer(MAX_READ_BYTES);
  return async (offset, length) => {
    const bytes = await source.readInto?.(offset, memory, length);
    if (bytes === undefined) return await source.read(offset, length);
    memory = bytes.buffer;
    return bytes;
  };
}

/**
 * Looks at a bounded part of the body of an entry that was answered, and only where its media type carries messages.
 */
async function bodyMarks(capture: Capture, row: number): Promise<BodyMarks> {
  const kind = bodyKind(capture, row);
  const place = kind === undefined ? undefined : bodyPlace(capture, row, kind);
  if (place === undefined) return unmarked;
  if ('failure' in place) return place;
  return place.length === NO_RANGE
    ? await attachedMarks(capture, row, place.kind)
    : await marksAt(capture, place);
}

/** Where there is something to look at, `length` {@link NO_RANGE} beside the file; or the marks, where there need be no look. */
function bodyPlace(
  { index: { columns, strings } }: Capture,
  row: number,
  kind: BodyKind,
): BodyPlace | BodyMarks | undefined {
  const flags = columns.flags[row] as number;
  if ((flags & EntryFlag.contentBase64) !== 0) return undefined;
  const length = columns.contentLength[row] as number;
  if ((length === NO_RANGE || length === 0) && kind === 'json' && columns.contentSize[row] === 0)
    return withoutContent;
  const place = {
    row,
    start: (columns.entryStart[row] as number) + (columns.contentStart[row] as number),
    length,
    kind,
  };
  if (kind === 'message' && length !== NO_RANGE && length > PLAIN_BYTES) {
    const mimeType = strings.get(columns.mimeType[row] as number);
    if (isPlain.test(mimeType) || calledText.test(mimeType)) return undefined;
  }
  if (length === NO_RANGE) return (flags & EntryFlag.bodyInFile) === 0 ? undefined : place;
  return length === 0 || (length < 8 && kind !== 'json') ? undefined : place;
}

/** Texts without markup, in which old services answer; a verdict is short. */
const isPlain = /^text\/plain|urlencoded/;
/** What services call their JSON that do not say what it is. */
const calledText = /^text\/(?:html|javascript)|^application\/(?:javascript|octet-stream)/;
const PLAIN_BYTES = 2 * 1024;

/** How the body of a row is looked through; not at all where nothing was answered, or in no words. */
function bodyKind({ index }: Capture, row: number): BodyKind | undefined {
  const { columns, strings } = index;
  return outcomeOf(index, row) === 'answered'
    ? kindOf(strings.get(columns.mimeType[row] as number), strings.get(columns.resourceType[row] as number))
    : undefined;
}

function kindOf(mimeType: string, resourceType: string): BodyKind | undefined {
  if ((resourceType === 'document' || resourceType === '') && mimeType.includes('html')) return 'page';
  const isCall = resourceType === 'xhr' || resourceType === 'fetch';
  if (isCall && calledText.test(mimeType)) return 'message';
  if (!/json|xml|graphql|^multipart\/mixed/.test(mimeType) && !isPlain.test(mimeType)) return undefined;
  return isJsonType(mimeType) ? 'json' : 'message';
}

async function marksAt({ source }: Capture, { start, length, kind }: BodyPlace): Promise<BodyMarks> {
  const whole = kind === 'page' ? MAX_READ_BYTES : WHOLE_BYTES;
  if (length <= whole) return marksIn(await source.read(start, length), kind);
  const ends = new Uint8Array(2 * END_BYTES + 1);
  ends.set(await source.read(start, END_BYTES));
  ends[END_BYTES] = LINE_FEED;
  ends.set(await source.read(start + length - END_BYTES, END_BYTES), END_BYTES + 1);
  return marksIn(ends, kind);
}

/** The same of a body that lies beside the HAR, as it would stand in it. */
async function attachedMarks(capture: Capture, row: number, kind: BodyKind): Promise<BodyMarks> {
  const { text, truncated } = await capture.openBody(row, 'response', { maxBytes: WHOLE_BYTES });
  if (text === undefined) return unmarked;
  const marks = marksIn(new TextEncoder().encode(JSON.stringify(text).slice(1, -1)), kind);
  return truncated ? { ...marks, broken: false } : marks;
}

/** Whether a message may have any mark but `broken`. */
function mayMark(signs: number): boolean {
  return (
    (signs & (Sign.failure | Sign.noJson | Sign.denial | Sign.saml)) !== 0 ||
    ((signs & Sign.false) !== 0 && (signs & (Sign.licence | Sign.flag)) !== 0)
  );
}

function marksIn(bytes: Uint8Array, kind: BodyKind, signs = signsIn(bytes)): BodyMarks {
  if (kind === 'page') {
    const html = decoder.decode(bytes);
    const [pins, saml] = [html.includes('integrity='), html.includes('SAMLResponse')];
    return pins || saml ? { ...unmarked, pins, saml } : unmarked;
  }
  const isJson = kind === 'json';
  const has = (sign: number) => (signs & sign) !== 0;
  const isSuspect = has(Sign.failure | Sign.noJson) || (has(Sign.false) && has(Sign.licence | Sign.flag));
  const isPlainlyWhole = !has(Sign.noJson) && looksWhole(bytes);
  const text = isSuspect ? decoder.decode(bytes) : isJson && !isPlainlyWhole ? endsOf(bytes) : '';
  const failure = has(Sign.failure) && failureWords.test(text);
  const denial = has(Sign.denial);
  const broken = isJson && !isPlainlyWhole && looksBroken(text);
  const saysOff = isJson && isSuspect && has(Sign.false) && anyFalse.test(text);
  const licence = saysOff && has(Sign.licence) && licenceWords.test(text);
  const flags = saysOff && has(Sign.flag) && flagWords.test(text);
  const saml = has(Sign.saml);
  return failure || denial || broken || licence || flags || saml
    ? { failure, denial, broken, licence, flags, pins: false, saml }
    : unmarked;
}

/** White space that is longer than this is looked through as a whole. */
const SHOWN_END_BYTES = 128;

/** The two ends of a text, which show whether it begins and ends as JSON does. */
function endsOf(bytes: Uint8Array): string {
  if (bytes.length <= 2 * SHOWN_END_BYTES) return decoder.decode(bytes);
  const head = decoder.decode(bytes.subarray(0, SHOWN_END_BYTES));
  const tail = decoder.decode(bytes.subarray(-SHOWN_END_BYTES));
  const isBlank = [head, tail].some((end) => /^(?:\s|\\[nrt])*$/.test(end));
  return isBlank ? decoder.decode(bytes) : head + tail;
}

/** Media types whose content is one JSON text; sequences and lines of JSON are several. RFC 8259, RFC 6839 §3.1. */
export function isJsonType(mimeType: string): boolean {
  return (
    /^(?:application|text)\/(?:[\w.!#$&^-]{1,80}\+)?json\b/i.test(mimeType) &&
    !/json-seq|ndjson|jsonl|stream/i.test(mimeType)
  );
}

/**
 * Whether an entry that was answered with less than 400 may say inside that it failed, so that opening it is worth
 * while.
 */
export async function mayFailInside(capture: Capture, row: number): Promise<boolean> {
  return (await bodyMarks(capture, row)).failure;
}
