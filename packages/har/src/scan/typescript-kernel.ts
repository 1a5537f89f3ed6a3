import {
  type Damage,
  type EntrySink,
  Field,
  KEEP_BYTES,
  type Kernel,
  type KernelOptions,
  type KernelPlace,
  type KernelStart,
  RETAIN_BYTES,
} from './entry-sink.ts';
import { endsScalar, escapeLength, numberEnd, simpleEscape, utf8Length } from './json-bytes.ts';
import {
  ascii,
  Container as C,
  HEADER_NAME,
  HEADER_VALUE,
  type KnownKey,
  knownKeys,
  partOf,
  trackingIdHeader,
} from './known-keys.ts';
import { parseNumber } from './parse-number.ts';
import { unescapeBytes } from './unescape-bytes.ts';

/** What may come next. */
const S = { value: 1, firstItem: 2, firstKey: 3, key: 4, colon: 5, comma: 6, done: 7 } as const;

/** From this kind of container on, nothing inside is of interest. */
const PLAIN = C.otherObject;

/** The member of root or log being walked. Offsets are absolute; `depth` is where it ends. */
interface OpenMember {
  readonly inLog: boolean;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly depth: number;
  start: number;
}

/**
 * The scanner's kernel in plain TypeScript, for where WebAssembly is forbidden. One pass: strings are looked
 * through four bytes at a time, and what lies in containers without interest is only checked.
 */
export class TypeScriptKernel implements Kernel {
  readonly engine = 'typescript';
  readonly buffer: Uint8Array;
  readonly capacity: number;
  damage: Damage | undefined;
  /** `buffer`, four bytes at a time. Every platform of JavaScript's is little-endian. */
  readonly #words: Int32Array;
  /** The same from any byte on. */
  readonly #view: DataView;
  readonly #maxDepth: number;
  /** Container kinds from the root down. */
  readonly #kinds: Uint8Array;
  /** Keys already met in each open container, as bits by their place in the list of known keys. */
  readonly #seen: Uint32Array;
  #sink!: EntrySink;
  #depth = 0;
  #state: number = S.value;
  /** What the key just read means for its value; 0 = nothing. */
  #field = 0;
  #container = 0;
  #firstContainer: number = C.root;
  #sawEntries = false;
  /** A long string that the last chunk cut: absolute start of its content, or -1. */
  #longStart = -1;
  #longEscaped = false;
  #longIsKey = false;
  #headerTracking = false;
  /** Where in `#headerBytes` the value of the header field that is open lies; -1 = there is none yet. */
  #headerStart = -1;
  #headerEnd = -1;
  /** The buffer, or a copy of the value once the bytes have moved. */
  #headerBytes: Uint8Array;
  #headerEscaped = false;
  #member: OpenMember | undefined;
  /** Set by `#stringEnd`: the string held a backslash. */
  #escaped = false;
  /** Set by `#stringEnd` when it is cut: where to go on, past whole characters and escapes only. */
  #safeAt = 0;

  constructor({ chunkBytes, maxDepth }: KernelOptions) {
    this.capacity = chunkBytes + RETAIN_BYTES;
    // Room for the quote behind the last byte, and for the words that are read with it.
    this.buffer = new Uint8Array((this.capacity + 16) & ~7);
    this.#words = new Int32Array(this.buffer.buffer);
    this.#view = new DataView(this.buffer.buffer);
    this.#headerBytes = this.buffer;
    this.#maxDepth = maxDepth;
    this.#kinds = new Uint8Array(maxDepth + 4);
    this.#seen = new Uint32Array(maxDepth + 4);
  }

  restart(start: KernelStart, sink: EntrySink): void {
    this.#sink = sink;
    this.damage = undefined;
    this.#depth = 0;
    this.#state = S.value;
    this.#field = 0;
    this.#container = 0;
    this.#longStart = -1;
    this.#headerStart = -1;
    this.#member = undefined;
    this.#firstContainer = start === 'bare-entry' ? C.entry : C.root;
    this.#sawEntries = start !== 'document' && start !== 'bare-entry';
    if (!this.#sawEntries) return;
    this.#kinds.set([0, C.root, C.log, C.entries]);
    this.#seen.fill(0, 0, 4);
    this.#depth = start === 'behind-entries' ? 2 : 3;
    this.#state = start === 'before-entry' ? S.value : S.comma;
    if (start === 'before-entry') this.#container = C.entry;
  }

  get done(): boolean {
    return this.#state === S.done;
  }

  get place(): KernelPlace {
    for (let depth = this.#depth; depth > 0; depth--) {
      if (this.#kinds[depth] === C.entry) return 'in-entry';
      if (this.#kinds[depth] === C.entries) return 'between-entries';
    }
    return this.#sawEntries ? 'after-entries' : 'before-entries';
  }

  walk(length: number, base: number, final: boolean): number {
    const used = this.#walk(length, base, final);
    // Before the bytes move: the value of a header that is still open is kept aside.
    if (this.#headerStart >= 0 && this.#headerBytes === this.buffer) {
      this.#headerBytes = this.buffer.slice(this.#headerStart, this.#headerEnd);
      this.#headerEnd -= this.#headerStart;
      this.#headerStart = 0;
    }
    return used;
  }

  #walk(length: number, base: number, final: boolean): number {
    const bytes = this.buffer;
    const view = this.#view;
    const kinds = this.#kinds;
    // Behind the last byte a quote, which ends every loop over blanks or a string without counting.
    bytes[length] = 0x22;
    let at = 0;
    if (this.#longStart >= 0) {
      at = this.#stringEnd(0, length, base);
      this.#longEscaped ||= this.#escaped;
      if (at >= length) return final ? this.#fail(base + length, CUT_IN_STRING) : this.#safeAt;
      if (at < 0) return 0;
      this.#endLongString(base + at);
      at++;
    }
    let state = this.#state;
    let kind = kinds[this.#depth] as number;
    /** The next value is of no interest: only its grammar counts. */
    let plain = this.#isPlain();
    for (;;) {
      let byte = bytes[at] as number;
      if (byte <= 0x20) {
        if (byte === 0x0a) {
          // Behind a line break most often stands an indentation.
          at++;
          while (view.getFloat64(at, true) === EIGHT_BLANKS) at += 8;
          if (view.getInt32(at, true) === FOUR_BLANKS) at += 4;
          byte = bytes[at] as number;
        }
        while (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) byte = bytes[++at] as number;
      }
      if (at >= length) break;
      if (state === S.comma) {
        const inArray = isArrayKind(kind);
        if (byte === 0x2c) {
          at++;
          if (inArray) {
            state = S.value;
            if (kind !== C.otherArray) this.#container = itemOf(kind);
            plain = this.#container === 0;
          } else state = S.key;
          continue;
        }
        if (byte !== (inArray ? 0x5d : 0x7d))
          return this.#fail(
            base + at,
            inArray ? 'a comma or ] was expected' : 'a comma or } was expected',
            state,
          );
        this.#close(kind, base + at);
        state = this.#state;
        kind = kinds[this.#depth] as number;
        at++;
      } else if (state === S.key || state === S.firstKey) {
        if (byte !== 0x22) {
          if (byte !== 0x7d || state === S.key)
            return this.#fail(
              base + at,
              byte === 0x7d ? 'trailing comma' : 'a key in quotes was expected',
              state,
            );
          this.#close(kind, base + at);
          state = this.#state;
          kind = kinds[this.#depth] as number;
          at++;
          continue;
        }
        const end = this.#stringEnd(at + 1, length, base);
        if (end < 0 || end >= length) return this.#cut(end, at, length, base, final, state);
        if (kind === C.otherObject) plain = true;
        else {
          this.#useKey(kind, at + 1, end, base);
          plain = this.#isPlain();
        }
        at = end + 1;
        // The colon nearly always stands right behind its key.
        if (bytes[at] === 0x3a && at < length) {
          at++;
          state = S.value;
        } else state = S.colon;
      } else if (state === S.colon) {
        if (byte !== 0x3a) return this.#fail(base + at, 'a colon was expected', state);
        at++;
        state = S.value;
      } else if (state === S.done) {
        return this.#fail(base + at, 'something follows the end', state);
      } else if (byte === 0x22) {
        const end = this.#stringEnd(at + 1, length, base);
        if (end < 0 || end >= length) return this.#cut(end, at, length, base, final, state);
        if (!plain) this.#useString(at + 1, end, base);
        at = end + 1;
        state = this.#depth === 0 ? S.done : S.comma;
      } else if (byte === 0x7b || byte === 0x5b) {
        if (this.#depth >= this.#maxDepth) return this.#fail(base + at, 'nested too deep', state);
        const isObject = byte === 0x7b;
        if (plain && this.#depth > 0) {
          kind = isObject ? C.otherObject : C.otherArray;
          this.#depth++;
          kinds[this.#depth] = kind;
        } else {
          kind = this.#open(base + at, isObject);
          plain = this.#isPlain();
        }
        state = isObject ? S.firstKey : S.firstItem;
        at++;
      } else if (byte === 0x5d) {
        if (state !== S.firstItem)
          return this.#fail(
            base + at,
            kind === C.otherArray ? 'trailing comma' : 'a value was expected',
            state,
          );
        this.#container = 0;
        this.#close(kind, base + at);
        state = this.#state;
        kind = kinds[this.#depth] as number;
        at++;
      } else {
        const end = this.#scalar(byte, at, length, base, final);
        if (end < 0) {
          this.#state = state;
          return at;
        }
        at = end;
        state = this.#depth === 0 ? S.done : S.comma;
      }
    }
    this.#state = state;
    if (final && state !== S.done) this.#fail(base + at, 'the file ends too early');
    return at;
  }

  #fail(offset: number, reason: string, state = this.#state): number {
    this.damage = { offset, reason };
    this.#state = state;
    return 0;
  }

  #isPlain(): boolean {
    return this.#field === 0 && this.#container === 0 && this.#member?.depth !== this.#depth;
  }

  /**
   * Index of the string's closing quote, `length` or more where it is cut, -1 where it is damaged. Four bytes at
   * a time: a byte that may matter (quote, backslash, control character, not ASCII) sets the top bit of its place in
   * `hits`. The lowest such bit is right; the ones above it need not be.
   */
  #stringEnd(from: number, length: number, base: number): number {
    const bytes = this.buffer;
    const view = this.#view;
    let at = from;
    let escaped = false;
    for (;;) {
      let hits = specialBytes(view.getInt32(at, true));
      const near = at + NEAR_BYTES;
      while (hits === 0 && at < near) {
        at += 4;
        hits = specialBytes(view.getInt32(at, true));
      }
      if (hits === 0) {
        at = this.#longRunEnd(at);
        hits = specialBytes(view.getInt32(at, true));
      }
      at += (31 - Math.clz32(hits & -hits)) >> 3;
      const byte = bytes[at] as number;
      if (byte === 0x22) break;
      if (byte === 0x5c) {
        escaped = true;
        if (simpleEscape[bytes[at + 1] as number] === 1 && at + 1 < length) {
          at += 2;
          continue;
        }
        const size = escapeLength(bytes, at, length);
        if (size < 0) return this.#damaged(base + at, 'not an escape');
        if (size === 0) break;
        at += size;
      } else if (byte < 0x20) return this.#damaged(base + at, 'a control character in a string');
      else if (byte >= 0x80) {
        const size = utf8Length(bytes, at, length);
        if (size < 0) return this.#damaged(base + at, 'not UTF-8');
        if (size === 0) break;
        at += size;
      } else at++;
    }
    this.#escaped = escaped;
    if (bytes[at] === 0x22) {
      this.#safeAt = at;
      return at;
    }
    // An escape or a character that the end of the bytes cuts.
    this.#safeAt = at;
    return length;
  }

  /** The first word, of those whose bytes lie as `#words` has them, that holds a byte that may matter. The four bytes at `from` hold none. */
  #longRunEnd(from: number): number {
    const words = this.#words;
    let index = from >> 2;
    while (specialBytes2(words[index] as number, words[index + 1] as number) === 0) index += 2;
    return (specialBytes(words[index] as number) === 0 ? index + 1 : index) << 2;
  }

  #damaged(offset: number, reason: string): number {
    this.damage = { offset, reason };
    return -1;
  }

  /** A string at `at` that is damaged, or whose end is not here: a short one waits, a long one is walked in pieces. */
  #cut(end: number, at: number, length: number, base: number, final: boolean, state: number): number {
    this.#state = state;
    if (end < 0) return 0;
    if (final) return this.#fail(base + length, CUT_IN_STRING);
    if (length - at < RETAIN_BYTES) return at;
    this.#longStart = base + at + 1;
    this.#longEscaped = this.#escaped;
    this.#longIsKey = state === S.key || state === S.firstKey;
    // Of a long string only its beginning can be had: now or never.
    if (!this.#longIsKey) this.#tellString(at + 1, this.#safeAt, this.#escaped);
    return this.#safeAt;
  }

  #endLongString(end: number): void {
    const start = this.#longStart;
    this.#longStart = -1;
    if (this.#longIsKey) {
      // A key this long is none of ours.
      this.#field = 0;
      this.#container = 0;
      this.#state = S.colon;
      return;
    }
    this.#endString(start, end, this.#longEscaped);
    this.#state = this.#depth === 0 ? S.done : S.comma;
  }

  /** A string that the index wants something of. */
  #useString(start: number, end: number, base: number): void {
    const escaped = this.#escaped;
    this.#tellString(start, end, escaped);
    this.#endString(base + start, base + end, escaped);
  }

  #tellString(start: number, end: number, escaped: boolean): void {
    const field = this.#field;
    if (field === 0 || field === Field.contentText || field === Field.postDataText) return;
    const bytes = this.buffer;
    if (field === HEADER_NAME) this.#headerTracking = isTrackingName(bytes, start, end, escaped);
    else if (field === HEADER_VALUE) {
      // The name may still follow. Tracking ids are short; a value longer than this is none.
      this.#headerStart = end - start <= KEEP_BYTES ? start : -1;
      this.#headerEnd = end;
      this.#headerBytes = bytes;
      this.#headerEscaped = escaped;
    } else {
      // Always the same beginning, wherever a chunk ends.
      const kept = Math.min(end, start + KEEP_BYTES);
      this.#sink.string(field as Field, bytes, start, kept, escaped, kept < end);
    }
  }

  #endString(start: number, end: number, escaped: boolean): void {
    const field = this.#field;
    if (
      field === Field.url ||
      field === Field.contentText ||
      field === Field.postDataText ||
      field === Field.startedDateTime
    )
      this.#sink.range(field, start, end, escaped);
    this.#startValue(start - 1, 'string');
    this.#endValue(end + 1);
  }

  /** A scalar begins: what it is called where an entry, or the entries, should stand. */
  #startValue(offset: number, found: string): void {
    if (this.#container === C.entry) this.#sink.oddElement(offset, found);
    else if (this.#container === C.entries) this.#sink.entriesFound('not-an-array', offset, this.#depth);
    if (this.#member?.depth === this.#depth) this.#member.start = offset;
  }

  #endValue(end: number): void {
    this.#field = 0;
    this.#container = 0;
    const member = this.#member;
    if (member?.depth !== this.#depth) return;
    this.#sink.member(member.inLog, member.keyStart, member.keyEnd, member.start, end);
    this.#member = undefined;
  }

  /** Where a number or literal ends; -1 = damaged, or it waits for more bytes. */
  #scalar(byte: number, at: number, length: number, base: number, final: boolean): number {
    const bytes = this.buffer;
    const literal = byte === 0x74 ? TRUE : byte === 0x66 ? FALSE : byte === 0x6e ? NULL : undefined;
    let end: number;
    if (literal === undefined) {
      end = numberEnd(bytes, at, length);
      const stop = end < 0 ? ~end : end;
      if (stop - at >= RETAIN_BYTES) return this.#damaged(base + at, 'a number without end');
      if (stop >= length && !final) return -1;
      if (end < 0) return this.#damaged(base + stop, stop === at ? 'a value was expected' : 'not a number');
      if (end < length && endsScalar[bytes[end] as number] === 0)
        return this.#damaged(base + end, 'not a number');
    } else {
      end = at + literal.length;
      if (end >= length && !final) return -1;
      if (end > length || !equals(bytes, at, end, literal)) return this.#damaged(base + at, 'not a value');
      if (end < length && endsScalar[bytes[end] as number] === 0)
        return this.#damaged(base + end, 'not a value');
    }
    if (this.#isPlain()) return end;
    const field = this.#field;
    if (field !== 0 && field < HEADER_NAME) {
      if (literal === undefined) this.#sink.number(field as Field, parseNumber(bytes, at, end));
      else if (literal === TRUE) this.#sink.present(field as Field);
    }
    this.#startValue(
      base + at,
      literal === undefined ? 'number' : literal === TRUE ? 'true' : literal === FALSE ? 'false' : 'null',
    );
    this.#endValue(base + end);
    return end;
  }

  /** Opens a container that is of interest, or stands where one should. Returns its kind. */
  #open(offset: number, isObject: boolean): number {
    const wanted = this.#container;
    let kind = wanted;
    if (this.#depth === 0) kind = isObject ? this.#firstContainer : C.entries;
    if (kind === 0 || isArrayKind(kind) === isObject) kind = isObject ? C.otherObject : C.otherArray;
    if (this.#field !== 0 && this.#field < HEADER_NAME) this.#sink.present(this.#field as Field);
    if (wanted === C.entries && kind !== C.entries)
      this.#sink.entriesFound('not-an-array', offset, this.#depth);
    if (wanted === C.entry && kind !== C.entry) this.#sink.oddElement(offset, 'array');
    if (this.#member?.depth === this.#depth) this.#member.start = offset;
    this.#depth++;
    this.#kinds[this.#depth] = kind;
    this.#seen[this.#depth] = 0;
    this.#field = 0;
    this.#container = isObject ? 0 : itemOf(kind);
    switch (kind) {
      case C.entries:
        this.#sink.entriesFound(this.#sawEntries ? 'again' : 'array', offset, this.#depth);
        this.#sawEntries = true;
        break;
      case C.log:
        this.#sink.logFound();
        break;
      case C.entry:
        this.#sink.beginEntry(offset);
        break;
      case C.requestHeader:
      case C.responseHeader:
        this.#headerTracking = false;
        this.#headerStart = -1;
        break;
    }
    return kind;
  }

  #close(kind: number, offset: number): void {
    this.#depth--;
    if (kind < PLAIN) {
      if (kind === C.entry) this.#sink.endEntry(offset + 1);
      else if (kind === C.requestHeader) this.#endHeader(Field.requestTrackingId);
      else if (kind === C.responseHeader) this.#endHeader(Field.responseTrackingId);
    }
    if (this.#member !== undefined) this.#endValue(offset + 1);
    this.#state = this.#depth === 0 ? S.done : S.comma;
  }

  #endHeader(field: Field): void {
    if (this.#headerTracking && this.#headerStart >= 0)
      this.#sink.string(
        field,
        this.#headerBytes,
        this.#headerStart,
        this.#headerEnd,
        this.#headerEscaped,
        false,
      );
    this.#headerStart = -1;
  }

  #useKey(kind: number, start: number, end: number, base: number): void {
    this.#field = 0;
    this.#container = 0;
    let bytes = this.buffer;
    let from = start;
    let to = end;
    if (this.#escaped) {
      bytes = unescapeBytes(bytes, start, end);
      from = 0;
      to = bytes.length;
    }
    const keys = knownKeys[kind] as readonly KnownKey[];
    for (let index = 0; index < keys.length; index++) {
      const known = keys[index] as KnownKey;
      if (known.name.length !== to - from || !equals(bytes, from, to, known.name)) continue;
      const bit = 1 << index;
      const seen = this.#seen[this.#depth] as number;
      this.#seen[this.#depth] = seen | bit;
      this.#field = known.field;
      this.#container = known.container;
      // The last one counts, whatever it holds.
      if (known.field === HEADER_NAME) this.#headerTracking = false;
      else if (known.field === HEADER_VALUE) this.#headerStart = -1;
      else if ((seen & bit) !== 0 && kind >= C.entry) {
        this.#sink.duplicateKey(known.field as Field | 0);
        const part = partOf[known.container];
        if (part !== undefined) this.#sink.beginPart(part);
      }
      break;
    }
    if ((kind === C.root || kind === C.log) && this.#container === 0) {
      this.#member = {
        inLog: kind === C.log,
        keyStart: base + start,
        keyEnd: base + end,
        depth: this.#depth,
        start: -1,
      };
    }
  }
}

const CUT_IN_STRING = 'the file ends inside a string';
const TRUE = ascii('true');
const FALSE = ascii('false');
const NULL = ascii('null');

/** A run without anything special that is longer than this is likely to be much longer. */
const NEAR_BYTES = 16;
const FOUR_BLANKS = 0x20202020;
const EIGHT_BLANKS = new Float64Array(new Uint8Array(8).fill(0x20).buffer)[0];

/** Top bits of the bytes of `word` that are a quote, a backslash, below a blank, or above ASCII. */
function specialBytes(word: number): number {
  return specialBits(word) & -0x7f7f7f80;
}

/** The same of two words, not to be told apart. */
function specialBytes2(first: number, second: number): number {
  return (specialBits(first) | specialBits(second)) & -0x7f7f7f80;
}

/**
 * With bit 1 turned over, the quote lies below 0x21 and the blank above, so that one subtraction finds quotes and control characters.
 */
function specialBits(word: number): number {
  return ((word ^ 0x02020202) - 0x21212121) | ((word ^ 0x5c5c5c5c) - 0x01010101) | word;
}

/** What the elements of this kind of array are; 0 = of no interest. */
function itemOf(array: number): number {
  switch (array) {
    case C.entries:
      return C.entry;
    case C.requestHeaders:
      return C.requestHeader;
    case C.responseHeaders:
      return C.responseHeader;
    default:
      return 0;
  }
}

function isArrayKind(kind: number): boolean {
  return (
    kind === C.otherArray || kind === C.entries || kind === C.requestHeaders || kind === C.responseHeaders
  );
}

function equals(bytes: Uint8Array, from: number, to: number, name: Uint8Array): boolean {
  for (let at = from; at < to; at++) if (bytes[at] !== name[at - from]) return false;
  return true;
}

/** `trackingid` in any case, spelled with escapes perhaps. */
function isTrackingName(bytes: Uint8Array, start: number, end: number, escaped: boolean): boolean {
  if (escaped) {
    const name = unescapeBytes(bytes, start, end);
    return isTrackingName(name, 0, name.length, false);
  }
  if (end - start !== trackingIdHeader.length) return false;
  for (let at = start; at < end; at++)
    if (((bytes[at] as number) | 0x20) !== trackingIdHeader[at - start]) return false;
  return true;
}
