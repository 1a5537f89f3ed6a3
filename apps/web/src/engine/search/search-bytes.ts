import { type Capture, EntryFlag, NO_RANGE } from '@harrier/har';
import { Turns } from '../turn.ts';
import { ByteNeedle } from './byte-needle.ts';
import { needlePattern, plainPattern } from './needle.ts';
import { type HitPlace, MAX_HITS, type SearchHit, type SearchProgress } from './search-hit.ts';

/** What is looked through between two words to the page; the source reads as far ahead as is good for it. */
const PIECE_BYTES = 512 * 1024;
/** What lies over the edge of two slices: a needle of 200 characters, each escaped at length. */
const OVERLAP_BYTES = 16 * 1024;
const TELL_EVERY_MS = 100;
/** Base64 of a larger body is an image or an archive. */
const MAX_BASE64_BYTES = 4 * 1024 * 1024;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Looks through the bytes of a whole capture, piece by piece: URLs, fields, payloads, responses,
 * frames, as they are written. Bodies in base64 are decoded afterwards. One hit is told for each place of a request.
 */
export async function searchBytes(
  capture: Capture,
  words: string,
  tell: (progress: SearchProgress) => void,
  signal: AbortSignal,
): Promise<void> {
  const hits = new HitCollector(capture, tell);
  const pattern = needlePattern(words);
  const needle = ByteNeedle.of(words);
  const turns = new Turns(signal);
  const totalBytes = capture.source.sizeBytes;
  // The end of the piece before, and a piece behind it: whatever lies over their edge is in one of the two.
  let joined = new Uint8Array(OVERLAP_BYTES + PIECE_BYTES);
  let kept = 0;
  let readBytes = 0;
  for await (const piece of capture.source.stream(PIECE_BYTES)) {
    signal.throwIfAborted();
    if (kept + piece.length > joined.length) joined = grown(joined, kept, piece.length);
    joined.set(piece, kept);
    const bytes = joined.subarray(0, kept + piece.length);
    const offset = readBytes - kept;
    readBytes += piece.length;
    if (needle === undefined) searchSlice(bytes, offset, pattern, hits);
    else searchWithNeedle(bytes, offset, needle, pattern, MOST_BYTES_A_CHARACTER * words.length, hits);
    hits.tellSometimes(Math.min(readBytes, totalBytes));
    kept = Math.min(OVERLAP_BYTES, bytes.length);
    joined.copyWithin(0, bytes.length - kept, bytes.length);
    // Lets a cancellation in.
    if (turns.isOver) await turns.pause();
  }
  await searchBase64(capture, words, hits, signal);
  hits.tell(totalBytes);
}

function grown(bytes: Uint8Array<ArrayBuffer>, kept: number, more: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(kept + more);
  larger.set(bytes.subarray(0, kept));
  return larger;
}

/** A character takes so many bytes at most: `\u00e9` with seven backslashes, or two of them for an emoji. */
const MOST_BYTES_A_CHARACTER = 26;

function searchWithNeedle(
  bytes: Uint8Array,
  offset: number,
  needle: ByteNeedle,
  pattern: RegExp,
  aroundBytes: number,
  hits: HitCollector,
): void {
  for (let at = needle.next(bytes, 0); at >= 0; ) {
    let next = at + 1;
    if (needle.isWhole || standsAround(bytes, at, needle.bytes.length, pattern, aroundBytes))
      // The rest of a body that was found in says nothing new.
      next = Math.max(
        next,
        hits.add(offset + at, () => isMemberName(bytes, at + needle.bytes.length)) - offset,
      );
    at = needle.next(bytes, next);
  }
}

/** Whether the whole words stand around a stretch of them. */
function standsAround(
  bytes: Uint8Array,
  at: number,
  length: number,
  pattern: RegExp,
  aroundBytes: number,
): boolean {
  const from = Math.max(0, at - aroundBytes);
  const text = decoder.decode(bytes.subarray(from, at + length + aroundBytes));
  const before = decoder.decode(bytes.subarray(from, at)).length;
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    if (found.index <= before && found.index + found[0].length >= before + length) return true;
    if (found.index > before) return false;
  }
  return false;
}

function searchSlice(bytes: Uint8Array, offset: number, pattern: RegExp, hits: HitCollector): void {
  // A character that the slice before began is not counted here.
  let begun = 0;
  while (begun < 3 && ((bytes[begun] ?? 0) & 0xc0) === 0x80) begun++;
  searchText(decoder.decode(bytes.subarray(begun)), bytes.length - begun, offset + begun, pattern, hits);
}

function searchText(
  text: string,
  sizeBytes: number,
  offset: number,
  pattern: RegExp,
  hits: HitCollector,
): void {
  // Of ASCII, characters are bytes; else the bytes before a hit are counted from the last one on.
  const isAscii = text.length === sizeBytes;
  let countedTo = 0;
  let countedBytes = 0;
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    if (found[0] === '') return;
    if (!isAscii) {
      countedBytes += utf8Length(text, countedTo, found.index);
      countedTo = found.index;
    }
    const at = offset + (isAscii ? found.index : countedBytes);
    const end = pattern.lastIndex;
    const skipTo = hits.add(at, () => isMemberNameIn(text, end)) - offset;
    // The rest of a body that was found in says nothing new; where bytes are no characters it is walked through.
    if (isAscii && skipTo > pattern.lastIndex) pattern.lastIndex = Math.min(skipTo, text.length);
  }
}

function utf8Length(text: string, from: number, to: number): number {
  let bytes = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit >= 0xd800 && unit < 0xe000 ? 2 : 3;
  }
  return bytes;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Whether what ends here is in the name of a member: every HAR has `"_error": null` in every entry, and whoever looks for an error
 * means none of these. What ends with the piece is found again at the beginning of the next one.
 */
function isMemberName(bytes: Uint8Array, end: number): boolean {
  let at = end;
  while (at < bytes.length && !(bytes[at] === QUOTE && bytes[at - 1] !== BACKSLASH)) at++;
  do at++;
  while (at < bytes.length && (bytes[at] as number) <= 0x20);
  return at >= bytes.length || bytes[at] === 0x3a;
}

function isMemberNameIn(text: string, end: number): boolean {
  const rest = /^(?:[^"\\]|\\.)*"\s*(.)?/s.exec(text.slice(end, end + OVERLAP_BYTES));
  return rest === null || rest[1] === undefined || rest[1] === ':';
}

async function searchBase64(
  capture: Capture,
  words: string,
  hits: HitCollector,
  signal: AbortSignal,
): Promise<void> {
  const { columns, strings, length } = capture.index;
  const pattern = plainPattern(words);
  for (let row = 0; row < length; row++) {
    if (((columns.flags[row] as number) & EntryFlag.contentBase64) === 0) continue;
    const size = columns.contentLength[row] as number;
    if (size === NO_RANGE || size > MAX_BASE64_BYTES) continue;
    if (/^(?:image|font|audio|video)\//.test(strings.get(columns.mimeType[row] as number))) continue;
    signal.throwIfAborted();
    const { text } = await capture.openBody(row, 'response');
    pattern.lastIndex = 0;
    if (text !== undefined && pattern.test(text)) hits.addPlace(row, 'responseBody');
    hits.tellSometimes(capture.source.sizeBytes);
  }
}

/** Turns offsets into places of requests, each once, and tells them now and then. */
class HitCollector {
  readonly #capture: Capture;
  readonly #tell: (progress: SearchProgress) => void;
  /** A bit for each place, by row. */
  readonly #seen: Uint8Array;
  #fresh: SearchHit[] = [];
  #listed = 0;
  #unlisted = 0;
  #toldAt = 0;
  #hint = 0;

  constructor(capture: Capture, tell: (progress: SearchProgress) => void) {
    this.#capture = capture;
    this.#tell = tell;
    this.#seen = new Uint8Array(capture.index.length);
  }

  /** Something was found at an absolute offset; returns where the next hit could say something new. */
  add(at: number, isName: () => boolean): number {
    const row = this.#rowAt(at);
    if (row === undefined) return at;
    const { place, end } = placeAt(this.#capture, row, at);
    if (place === 'other' && (this.#has(row, place) || isName())) return end;
    this.addPlace(row, place);
    return end;
  }

  addPlace(row: number, place: HitPlace): void {
    if (this.#has(row, place)) return;
    this.#seen[row] = (this.#seen[row] as number) | bitOf(place);
    if (this.#listed === MAX_HITS) this.#unlisted++;
    else {
      this.#listed++;
      this.#fresh.push({ row, place });
    }
  }

  #has(row: number, place: HitPlace): boolean {
    return ((this.#seen[row] as number) & bitOf(place)) !== 0;
  }

  tellSometimes(readBytes: number): void {
    const isFirst = this.#fresh.length > 0 && this.#listed === this.#fresh.length;
    if (isFirst || performance.now() - this.#toldAt >= TELL_EVERY_MS) this.tell(readBytes);
  }

  tell(readBytes: number): void {
    const totalBytes = this.#capture.source.sizeBytes;
    this.#tell({ hits: this.#fresh, readBytes, totalBytes, unlisted: this.#unlisted });
    this.#fresh = [];
    this.#toldAt = performance.now();
  }

  /** Entries stand in the order of the file, so the next hit is near the last one. */
  #rowAt(at: number): number | undefined {
    const { columns, length } = this.#capture.index;
    const contains = (row: number): boolean => {
      const start = columns.entryStart[row] as number;
      return start <= at && at < start + (columns.entryLength[row] as number);
    };
    if (this.#hint < length && contains(this.#hint)) return this.#hint;
    let [low, high] = [0, length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((columns.entryStart[middle] as number) <= at) low = middle + 1;
      else high = middle;
    }
    const row = low - 1;
    if (row < 0 || !contains(row)) return undefined;
    this.#hint = row;
    return row;
  }
}

const PLACES: readonly HitPlace[] = [
  'url',
  'request',
  'requestBody',
  'response',
  'responseBody',
  'messages',
  'other',
];

function bitOf(place: HitPlace): number {
  return 1 << PLACES.indexOf(place);
}

/** Which part of an entry a byte belongs to: by its ranges; the rest is told apart when it is shown. */
function placeAt(
  { index }: Capture,
  row: number,
  at: number,
): { readonly place: HitPlace; readonly end: number } {
  const { columns } = index;
  const entryStart = columns.entryStart[row] as number;
  const from = at - entryStart;
  for (const [place, starts, lengths] of [
    ['url', columns.urlStart, columns.urlLength],
    ['responseBody', columns.contentStart, columns.contentLength],
    ['requestBody', columns.postDataStart, columns.postDataLength],
  ] as const) {
    const length = lengths[row] as number;
    const start = starts[row] as number;
    if (length !== NO_RANGE && from >= start && from < start + length)
      return { place, end: entryStart + start + length };
  }
  return { place: 'other', end: at };
}
