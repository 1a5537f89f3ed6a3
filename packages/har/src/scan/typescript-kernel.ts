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
import { unescapeBytes } from './unescape-bytes.ts';

/** What may come next. */
const S = { value: 1, firstItem: 2, firstKey: 3, key: 4, colon: 5, comma: 6, done: 7 } as const;

/** 0: plain ASCII inside a string; 1: quote; 2: backslash; 3: control character; 4: beginning or middle of UTF-8. */
const stringClass = new Uint8Array(256).fill(4, 128);
stringClass.fill(3, 0, 32);
stringClass[0x22] = 1;
stringClass[0x5c] = 2;

/** Characters that make a two-character escape. */
const simpleEscape = new Uint8Array(256);
for (const char of '"\\/bfnrt') simpleEscape[char.charCodeAt(0)] = 1;

/** The scanner's kernel in plain TypeScript. */
export class TypeScriptKernel implements Kernel {
  readonly engine = 'typescript';
  readonly buffer: Uint8Array;
  readonly capacity: number;
  damage: Damage | undefined;
  #sink!: EntrySink;
  readonly #maxDepth: number;
  /** Container kinds from the root down. */
  readonly #stack: Uint8Array;
  /** Keys already met in each open container, as bits by their place in the list of known keys. */
  readonly #seen: Uint32Array;
  #depth = 0;
  #state: number = S.value;
  /** What the key just read means for its value. */
  #field = 0;
  #container = 0;
  #firstContainer: number = C.root;
  #sawEntries = false;
  /** A long string that the last chunk cut: absolute start of its content, or -1. */
  #longStart = -1;
  #longEscaped = false;
  #longIsKey = false;
  readonly #header: { tracking: boolean; value: Uint8Array | undefined; escaped: boolean } = {
    tracking: false,
    value: undefined,
    escaped: false,
  };
  /** The member of root or log being walked: its key, where its value starts, and the depth that ends it. */
  #member: { keyStart: number; keyEnd: number; start: number; depth: number; inLog: boolean } | undefined;

  constructor({ chunkBytes, maxDepth }: KernelOptions) {
    this.capacity = chunkBytes + RETAIN_BYTES;
    this.buffer = new Uint8Array(this.capacity + 1);
    this.#maxDepth = maxDepth;
    this.#stack = new Uint8Array(maxDepth + 4);
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
    this.#member = undefined;
    this.#firstContainer = start === 'bare-entry' ? C.entry : C.root;
    this.#sawEntries = start !== 'document' && start !== 'bare-entry';
    if (!this.#sawEntries) return;
    this.#stack.set([0, C.root, C.log, C.entries]);
    this.#depth = start === 'behind-entries' ? 2 : 3;
    this.#state = start === 'before-entry' ? S.value : S.comma;
    if (start === 'before-entry') this.#prepareItem(C.entries);
  }

  get done(): boolean {
    return this.#state === S.done;
  }

  get place(): KernelPlace {
    for (let depth = this.#depth; depth > 0; depth--) {
      if (this.#stack[depth] === C.entry) return 'in-entry';
      if (this.#stack[depth] === C.entries) return 'between-entries';
    }
    return this.#sawEntries ? 'after-entries' : 'before-entries';
  }

  walk(length: number, base: number, final: boolean): number {
    const bytes = this.buffer;
    // A quote behind the last byte: the loop over a string stops there without counting.
    bytes[length] = 0x22;
    let at = 0;
    if (this.#longStart >= 0) {
      at = this.#continueLongString(bytes, length, base, final);
      if (at < 0) return this.damage === undefined ? this.#stop : 0;
    }
    while (at < length) {
      const byte = bytes[at] as number;
      if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) {
        at++;
        continue;
      }
      if (byte < 0x20) {
        this.#fail(base + at, 'a control character');
        return at;
      }
      if (byte >= 0x80 && utf8Length(bytes, at, length) < 0) {
        this.#fail(base + at, 'not UTF-8');
        return at;
      }
      let next: number;
      switch (this.#state) {
        case S.value:
        case S.firstItem:
          next = this.#value(bytes, at, length, base, final, byte);
          break;
        case S.firstKey:
        case S.key:
          if (byte === 0x7d && this.#state === S.firstKey) {
            this.#close(base + at);
            next = at + 1;
          } else if (byte === 0x22) next = this.#key(bytes, at, length, base, final);
          else
            next = this.#fail(
              base + at,
              this.#state === S.key && byte === 0x7d ? 'trailing comma' : 'a key in quotes was expected',
            );
          break;
        case S.colon:
          if (byte !== 0x3a) next = this.#fail(base + at, 'a colon was expected');
          else {
            this.#state = S.value;
            next = at + 1;
          }
          break;
        case S.comma:
          next = this.#afterValue(at, base, byte);
          break;
        default:
          next = this.#fail(base + at, 'something follows the end');
      }
      if (next < 0) return this.damage === undefined ? this.#stop : at;
      at = next;
    }
    if (final && this.damage === undefined && this.#state !== S.done)
      this.#fail(base + at, 'the file ends too early');
    return at;
  }

  /** -1 = stop here: damage, or the token needs more bytes. */
  #fail(offset: number, reason: string): number {
    this.damage = { offset, reason };
    return -1;
  }

  #value(bytes: Uint8Array, at: number, length: number, base: number, final: boolean, byte: number): number {
    switch (byte) {
      case 0x22:
        return this.#string(bytes, at, length, base, final);
      case 0x7b:
        return this.#open(base + at, true) ? at + 1 : -1;
      case 0x5b:
        return this.#open(base + at, false) ? at + 1 : -1;
      case 0x5d:
        if (this.#state === S.firstItem) {
          this.#close(base + at);
          return at + 1;
        }
        return this.#fail(
          base + at,
          this.#stack[this.#depth] === C.otherArray ? 'trailing comma' : 'a value was expected',
        );
      case 0x74:
        return this.#literal(bytes, at, length, base, final, literalTrue);
      case 0x66:
        return this.#literal(bytes, at, length, base, final, literalFalse);
      case 0x6e:
        return this.#literal(bytes, at, length, base, final, literalNull);
      default:
        return this.#number(bytes, at, length, base, final);
    }
  }

  #afterValue(at: number, base: number, byte: number): number {
    const container = this.#stack[this.#depth] as number;
    const isArray = isArrayKind(container);
    if (byte === 0x2c) {
      this.#state = isArray ? S.value : S.key;
      if (isArray) this.#prepareItem(container);
      return at + 1;
    }
    if (byte === (isArray ? 0x5d : 0x7d)) {
      this.#close(base + at);
      return at + 1;
    }
    return this.#fail(base + at, isArray ? 'a comma or ] was expected' : 'a comma or } was expected');
  }

  /** What an element of this array is. */
  #prepareItem(array: number): void {
    this.#field = 0;
    this.#container =
      array === C.entries
        ? C.entry
        : array === C.requestHeaders
          ? C.requestHeader
          : array === C.responseHeaders
            ? C.responseHeader
            : 0;
  }

  #open(offset: number, isObject: boolean): boolean {
    if (this.#depth >= this.#maxDepth) {
      this.#fail(offset, 'nested too deep');
      return false;
    }
    let kind = this.#container;
    const wanted = kind;
    if (this.#depth === 0) kind = isObject ? this.#firstContainer : C.entries;
    if (kind === 0 || isArrayKind(kind) === isObject) kind = isObject ? C.otherObject : C.otherArray;
    if (this.#field !== 0) this.#sink.present(this.#field as Field);
    if (wanted === C.entries && kind !== C.entries)
      this.#sink.entriesFound('not-an-array', offset, this.#depth);
    if (wanted === C.entry && kind !== C.entry) this.#sink.oddElement(offset, 'array');
    if (this.#member !== undefined && this.#member.depth === this.#depth) this.#member.start = offset;
    this.#depth++;
    this.#stack[this.#depth] = kind;
    this.#seen[this.#depth] = 0;
    this.#field = 0;
    this.#container = 0;
    const part = partOf[kind];
    if (part !== undefined) this.#sink.beginPart(part);
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
        this.#header.tracking = false;
        this.#header.value = undefined;
        break;
    }
    this.#state = isObject ? S.firstKey : S.firstItem;
    if (!isObject) this.#prepareItem(kind);
    return true;
  }

  #close(offset: number): void {
    const kind = this.#stack[this.#depth] as number;
    this.#depth--;
    if (kind === C.entry) this.#sink.endEntry(offset + 1);
    else if (kind === C.requestHeader || kind === C.responseHeader) this.#endHeader(kind);
    this.#endValue(offset + 1);
  }

  #endValue(end: number): void {
    this.#field = 0;
    this.#container = 0;
    const member = this.#member;
    if (member !== undefined && member.depth === this.#depth) {
      this.#sink.member(member.inLog, member.keyStart, member.keyEnd, member.start, end);
      this.#member = undefined;
    }
    if (this.#depth === 0) {
      this.#state = S.done;
    } else this.#state = S.comma;
  }

  #endHeader(kind: number): void {
    const { tracking, value, escaped } = this.#header;
    if (!tracking || value === undefined) return;
    const field = kind === C.requestHeader ? Field.requestTrackingId : Field.responseTrackingId;
    this.#sink.string(field, value, 0, value.length, escaped, false);
  }

  #key(bytes: Uint8Array, at: number, length: number, base: number, final: boolean): number {
    const end = this.#scanString(bytes, at + 1, length, base, final);
    if (end < 0) return end === INCOMPLETE ? this.#keepOrSkip(at, length, base, true) : -1;
    this.#useKey(bytes, at + 1, end, base, this.#escaped);
    return end + 1;
  }

  #useKey(bytes: Uint8Array, start: number, end: number, base: number, escaped: boolean): void {
    this.#state = S.colon;
    this.#field = 0;
    this.#container = 0;
    const container = this.#stack[this.#depth] as number;
    if (container === C.otherObject) return;
    let name = bytes;
    let from = start;
    let to = end;
    if (escaped) {
      name = unescapeBytes(bytes, start, end);
      from = 0;
      to = name.length;
    }
    const keys = knownKeys[container] ?? [];
    for (let index = 0; index < keys.length; index++) {
      const known = keys[index] as KnownKey;
      if (!equals(name, from, to, known.name)) continue;
      const bit = 1 << index;
      const seen = this.#seen[this.#depth] as number;
      if ((seen & bit) !== 0 && container >= C.entry && container < C.requestHeader) {
        this.#sink.duplicateKey(known.field as Field | 0);
        const part = partOf[known.container];
        if (part !== undefined) this.#sink.beginPart(part);
      }
      this.#seen[this.#depth] = seen | bit;
      this.#field = known.field;
      this.#container = known.container;
      break;
    }
    if ((container === C.root || container === C.log) && this.#container === 0) {
      this.#member = {
        keyStart: base + start,
        keyEnd: base + end,
        start: -1,
        depth: this.#depth,
        inLog: container === C.log,
      };
    }
  }

  /** Set by `#scanString`: the string held a backslash. */
  #escaped = false;
  /** Set by `#scanString` when it is cut: where to go on, past whole characters and escapes only. */
  #safeAt = 0;

  /** Index of the closing quote, INCOMPLETE, or DAMAGED. */
  #scanString(bytes: Uint8Array, from: number, length: number, base: number, final: boolean): number {
    let at = from;
    this.#escaped = false;
    for (;;) {
      while (stringClass[bytes[at] as number] === 0) at++;
      if (at >= length) return this.#cut(at, length, base, final);
      const byte = bytes[at] as number;
      if (byte === 0x22) return at;
      if (byte === 0x5c) {
        this.#escaped = true;
        if (simpleEscape[bytes[at + 1] as number] === 1 && at + 1 < length) {
          at += 2;
          continue;
        }
        const step = escapeLength(bytes, at, length);
        if (step === 0) return this.#cut(at, length, base, final);
        if (step < 0) return this.#damaged(base + at, 'not an escape');
        at += step;
      } else if (byte < 0x20) {
        return this.#damaged(base + at, 'a control character');
      } else {
        const step = utf8Length(bytes, at, length);
        if (step === 0) return this.#cut(at, length, base, final);
        if (step < 0) return this.#damaged(base + at, 'not UTF-8');
        at += step;
      }
    }
  }

  #cut(at: number, length: number, base: number, final: boolean): number {
    this.#safeAt = at;
    if (final) return this.#damaged(base + length, 'the file ends inside a string');
    return INCOMPLETE;
  }

  #damaged(offset: number, reason: string): number {
    this.#fail(offset, reason);
    return DAMAGED;
  }

  /** A cut string: short ones wait for the next bytes whole, long ones are left behind. */
  #keepOrSkip(at: number, length: number, base: number, isKey: boolean): number {
    if (length - at < RETAIN_BYTES) {
      this.#stop = at;
      return -1;
    }
    this.#longStart = base + at + 1;
    this.#longEscaped = this.#escaped;
    this.#longIsKey = isKey;
    this.#stop = this.#safeAt;
    return -1;
  }

  /** Where a walk that needs more bytes has to start again. */
  #stop = 0;

  #continueLongString(bytes: Uint8Array, length: number, base: number, final: boolean): number {
    const end = this.#scanString(bytes, 0, length, base, final);
    this.#longEscaped ||= this.#escaped;
    if (end < 0) {
      if (end === INCOMPLETE) this.#stop = this.#safeAt;
      return -1;
    }
    const start = this.#longStart;
    this.#longStart = -1;
    if (this.#longIsKey) {
      // A key this long is none of ours.
      this.#state = S.colon;
      this.#field = 0;
      this.#container = 0;
    } else this.#stringValue(undefined, 0, 0, start, base + end, this.#longEscaped);
    return end + 1;
  }

  #string(bytes: Uint8Array, at: number, length: number, base: number, final: boolean): number {
    const end = this.#scanString(bytes, at + 1, length, base, final);
    if (end < 0) {
      if (end === DAMAGED) return -1;
      const next = this.#keepOrSkip(at, length, base, false);
      // Of a long string only its beginning can be had: now or never.
      if (this.#longStart >= 0)
        this.#emitString(bytes, at + 1, Math.min(length, at + 1 + KEEP_BYTES), this.#escaped, true);
      return next;
    }
    this.#emitString(bytes, at + 1, end, this.#escaped, false);
    this.#stringValue(bytes, at + 1, end, base + at + 1, base + end, this.#escaped);
    return end + 1;
  }

  #emitString(bytes: Uint8Array, start: number, end: number, escaped: boolean, cut: boolean): void {
    const field = this.#field;
    if (field === 0) return;
    if (field === HEADER_NAME) {
      const name = escaped ? unescapeBytes(bytes, start, end) : bytes.subarray(start, end);
      this.#header.tracking = equalsFolded(name, trackingIdHeader);
    } else if (field === HEADER_VALUE) {
      // The name may still follow. Tracking ids are short; a value as long as this is none.
      const keep = !cut && end - start <= KEEP_BYTES;
      this.#header.value = keep ? bytes.slice(start, end) : undefined;
      this.#header.escaped = escaped;
    } else if (field !== Field.contentText && field !== Field.postDataText) {
      // Always the same beginning, wherever a chunk ends.
      const kept = Math.min(end, start + KEEP_BYTES);
      this.#sink.string(field as Field, bytes, start, kept, escaped, cut || kept < end);
    }
  }

  #stringValue(
    _bytes: Uint8Array | undefined,
    _start: number,
    _end: number,
    absoluteStart: number,
    absoluteEnd: number,
    escaped: boolean,
  ): void {
    const field = this.#field;
    if (
      field === Field.url ||
      field === Field.contentText ||
      field === Field.postDataText ||
      field === Field.startedDateTime
    ) {
      this.#sink.range(field, absoluteStart, absoluteEnd, escaped);
    }
    this.#scalarDone(absoluteStart - 1, absoluteEnd + 1, 'string');
  }

  #scalarDone(start: number, end: number, found: string): void {
    if (this.#container === C.entry) this.#sink.oddElement(start, found);
    else if (this.#container === C.entries) this.#sink.entriesFound('not-an-array', start, this.#depth);
    if (this.#member !== undefined && this.#member.depth === this.#depth) this.#member.start = start;
    this.#endValue(end);
  }

  #number(bytes: Uint8Array, at: number, length: number, base: number, final: boolean): number {
    let end = at;
    while (end < length && isNumberByte(bytes[end] as number)) end++;
    if (end === length && !final) {
      if (end - at >= RETAIN_BYTES) return this.#fail(base + at, 'a number without end');
      this.#stop = at;
      return -1;
    }
    const bad = numberDamage(bytes, at, end);
    if (bad >= 0) return this.#fail(base + bad, bad === at ? 'a value was expected' : 'not a number');
    if (end < length && !endsScalar(bytes[end] as number)) return this.#fail(base + end, 'not a number');
    if (this.#field !== 0 && this.#field < HEADER_NAME)
      this.#sink.number(this.#field as Field, Number(latin1(bytes, at, end)));
    this.#scalarDone(base + at, base + end, 'number');
    return end;
  }

  #literal(
    bytes: Uint8Array,
    at: number,
    length: number,
    base: number,
    final: boolean,
    literal: Uint8Array,
  ): number {
    for (let index = 0; index < literal.length; index++) {
      if (at + index >= length) {
        if (final) return this.#fail(base + at, 'not a value');
        this.#stop = at;
        return -1;
      }
      if (bytes[at + index] !== literal[index]) return this.#fail(base + at, 'not a value');
    }
    const end = at + literal.length;
    if (end < length && !endsScalar(bytes[end] as number)) return this.#fail(base + end, 'not a value');
    if (literal === literalTrue && this.#field !== 0 && this.#field < HEADER_NAME)
      this.#sink.present(this.#field as Field);
    this.#scalarDone(base + at, base + at + literal.length, latin1(literal, 0, literal.length));
    return at + literal.length;
  }
}

const INCOMPLETE = -1;
const DAMAGED = -2;
const literalTrue = ascii('true');
const literalFalse = ascii('false');
const literalNull = ascii('null');

/** What may stand right behind a number or literal; control characters are told by the walk. */
function endsScalar(byte: number): boolean {
  return (
    byte <= 0x20 ||
    byte === 0x2c ||
    byte === 0x7d ||
    byte === 0x5d ||
    byte === 0x3a ||
    byte === 0x7b ||
    byte === 0x5b ||
    byte === 0x22
  );
}

function isArrayKind(kind: number): boolean {
  return (
    kind === C.entries || kind === C.otherArray || kind === C.requestHeaders || kind === C.responseHeaders
  );
}

function equals(bytes: Uint8Array, from: number, to: number, name: Uint8Array): boolean {
  if (to - from !== name.length) return false;
  for (let index = 0; index < name.length; index++) if (bytes[from + index] !== name[index]) return false;
  return true;
}

function equalsFolded(bytes: Uint8Array, name: Uint8Array): boolean {
  if (bytes.length !== name.length) return false;
  for (let index = 0; index < name.length; index++)
    if (((bytes[index] as number) | 0x20) !== name[index]) return false;
  return true;
}

/** Length of the escape at `at`; 0 = cut, -1 = not an escape. */
function escapeLength(bytes: Uint8Array, at: number, length: number): number {
  if (at + 1 >= length) return 0;
  switch (bytes[at + 1]) {
    case 0x22:
    case 0x5c:
    case 0x2f:
    case 0x62:
    case 0x66:
    case 0x6e:
    case 0x72:
    case 0x74:
      return 2;
    case 0x75: {
      for (let index = at + 2; index < at + 6; index++) {
        if (index >= length) return 0;
        if (!isHex(bytes[index] as number)) return -1;
      }
      return 6;
    }
    default:
      return -1;
  }
}

function isHex(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);
}

/** Length of the UTF-8 sequence at `at`; 0 = cut, -1 = not UTF-8 (RFC 3629: no surrogates, no overlong forms). */
function utf8Length(bytes: Uint8Array, at: number, length: number): number {
  const lead = bytes[at] as number;
  const size =
    lead >= 0xc2 && lead <= 0xdf
      ? 2
      : lead >= 0xe0 && lead <= 0xef
        ? 3
        : lead >= 0xf0 && lead <= 0xf4
          ? 4
          : 0;
  if (size === 0) return -1;
  for (let index = 1; index < size; index++) {
    if (at + index >= length) return 0;
    const byte = bytes[at + index] as number;
    const lowest = index > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const highest = index > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (byte < lowest || byte > highest) return -1;
  }
  return size;
}

function isNumberByte(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x2d ||
    byte === 0x2b ||
    byte === 0x2e ||
    byte === 0x65 ||
    byte === 0x45
  );
}

/** Index of the first byte that breaks JSON's number grammar, or -1. */
function numberDamage(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const digits = (): boolean => {
    const from = at;
    while (at < end && (bytes[at] as number) >= 0x30 && (bytes[at] as number) <= 0x39) at++;
    return at > from;
  };
  if (bytes[at] === 0x2d) at++;
  if (bytes[at] === 0x30 && at < end) at++;
  else if (at >= end || !digits()) return at;
  if (at < end && bytes[at] === 0x2e) {
    at++;
    if (!digits()) return at;
  }
  if (at < end && ((bytes[at] as number) | 0x20) === 0x65) {
    at++;
    if (at < end && (bytes[at] === 0x2b || bytes[at] === 0x2d)) at++;
    if (!digits()) return at;
  }
  return at === end ? -1 : at;
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let index = start; index < end; index++) text += String.fromCharCode(bytes[index] as number);
  return text;
}
