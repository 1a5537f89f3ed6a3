// Stage 2: walks the positions with a stack of containers, checks the grammar, and writes an event for everything
// that the index wants. The same walk as src/scan/typescript-kernel.ts; a law holds the two together.
import {
  endsInString,
  cutSequence,
  findPositions,
  illegalAt,
  illegalReason,
  lastEscape,
} from './blocks';
import { CARRY, CARRY_BYTES, DEEPEST, EVENT_BYTES, INPUT, KINDS, ROW_BYTES, SEEN, TABLE_BYTES, TABLES } from './layout';
import { numberEnd, numberValue, scanNumber } from './number';

/** The host compares keys and header names that hold escapes. Returns a row of the table + 1, 0 = none. */
declare function matchEscapedKey(kind: i32, start: usize, end: usize): i32;
declare function isEscapedTrackingName(start: usize, end: usize): i32;

// Container kinds, states, fields, events and reasons: the numbers are shared with the host.
const ROOT = 1;
const LOG = 2;
const ENTRIES = 3;
const ENTRY = 4;
const REQUEST = 5;
const REQUEST_HEADERS = 10;
const RESPONSE_HEADERS = 11;
const REQUEST_HEADER = 12;
const RESPONSE_HEADER = 13;
const OTHER_OBJECT = 14;
const OTHER_ARRAY = 15;

const VALUE = 1;
const FIRST_ITEM = 2;
const FIRST_KEY = 3;
const KEY = 4;
const COLON = 5;
const COMMA = 6;
const DONE = 7;

const STARTED_DATE_TIME = 1;
const URL = 10;
const POST_DATA_TEXT = 12;
const REQUEST_TRACKING_ID = 14;
const CONTENT_TEXT = 21;
const RESPONSE_TRACKING_ID = 24;
const HEADER_NAME = 62;
const HEADER_VALUE = 63;

const BEGIN_ENTRY = 1;
const END_ENTRY = 2;
const STRING = 3;
const RANGE = 4;
const NUMBER = 5;
const NUMBER_TEXT = 6;
const PRESENT = 7;
const BEGIN_PART = 8;
const DUPLICATE = 9;
const ODD_ELEMENT = 10;
const MEMBER = 11;
const LOG_FOUND = 12;
const ENTRIES_FOUND = 13;

/** A cut string shorter than this waits for its rest; a longer one is walked in pieces. */
const RETAIN_BYTES: usize = 8192;
/** Beginnings of strings that the index wants are kept to this length. */
const KEEP_BYTES: usize = 4096;

let positionsAt: usize = 0;
let eventsAt: usize = 0;
let eventsEnd: usize = 0;
let event: usize = 0;

let maxDepth: i32 = 1024;
let depth: i32 = 0;
let state: i32 = VALUE;
let field: i32 = 0;
let container: i32 = 0;
let firstContainer: i32 = ROOT;
let sawEntries: bool = false;
let base: f64 = 0;

/** A long string that was cut: absolute start of its content, -1 = none. */
let longStart: f64 = -1;
let longEscaped: bool = false;
let longIsKey: bool = false;

let headerTracking: bool = false;
let headerValue: usize = 0;
let headerValueEnd: usize = 0;
let headerEscaped: bool = false;
let carrySide: usize = 0;

let memberKeyStart: f64 = -1;
let memberKeyEnd: f64 = 0;
let memberStart: f64 = 0;
let memberDepth: i32 = -1;
let memberInLog: bool = false;

let damageReason: i32 = 0;
let damageOffset: f64 = 0;

/** Lays memory out for chunks of this many bytes; returns how many bytes the input may have. */
export function prepare(chunkBytes: i32, depthLimit: i32): i32 {
  const inputBytes: usize = (<usize>chunkBytes + RETAIN_BYTES + 192) & ~63;
  positionsAt = INPUT + inputBytes;
  eventsAt = positionsAt + 4 * inputBytes + 64;
  // Enough for a chunk of ordinary JSON; where it fills up, the walk stops early and is called again.
  eventsEnd = eventsAt + max<usize>(inputBytes * 2, 1 << 16);
  const pages = <i32>((eventsEnd + 0xffff) >> 16) - memory.size();
  if (pages > 0 && memory.grow(pages) < 0) return 0;
  maxDepth = min(depthLimit, DEEPEST);
  return <i32>(inputBytes - 64);
}

export function inputAddress(): usize {
  return INPUT;
}

export function eventsAddress(): usize {
  return eventsAt;
}

/** 0 = at a document, 1 = at a bare entry, 2 = before an entry, 3 = behind an entry, 4 = behind the entries. */
export function restart(start: i32): void {
  depth = 0;
  state = VALUE;
  field = 0;
  container = 0;
  firstContainer = start == 1 ? ENTRY : ROOT;
  sawEntries = start >= 2;
  longStart = -1;
  memberDepth = -1;
  headerValue = 0;
  damageReason = 0;
  if (start < 2) return;
  store<u8>(KINDS + 1, ROOT);
  store<u8>(KINDS + 2, LOG);
  store<u8>(KINDS + 3, ENTRIES);
  depth = start == 4 ? 2 : 3;
  state = start == 2 ? VALUE : COMMA;
  if (start == 2) container = ENTRY;
}

export function getDamageReason(): i32 {
  return damageReason;
}

export function getDamageOffset(): f64 {
  return damageOffset;
}

export function isDone(): bool {
  return state == DONE;
}

/** 0 = before the entries, 1 = between entries, 2 = in an entry, 3 = behind the entries. */
export function getPlace(): i32 {
  for (let at = depth; at > 0; at--) {
    const kind = load<u8>(KINDS + at);
    if (kind == ENTRY) return 2;
    if (kind == ENTRIES) return 1;
  }
  return sawEntries ? 3 : 0;
}

/** How many bytes of events the last walk wrote. */
export function eventBytes(): i32 {
  return <i32>(event - eventsAt);
}

/** Walks the `length` bytes of the input, the first of which has the absolute offset `at`; returns how many were used. */
export function walk(length: i32, at: f64, final: bool): i32 {
  base = at;
  event = eventsAt;
  const start = INPUT;
  const end = INPUT + <usize>length;
  const inString = longStart >= 0;
  const last = findPositions(start, end, positionsAt, inString);
  const limit = illegalAt != 0 ? illegalAt : end;
  let next = positionsAt;

  if (inString) {
    // The rest of a long string: its closing quote is the first position.
    const hasQuote = next < last && start + <usize>load<u32>(next) < limit;
    const stringEnd = hasQuote ? start + <usize>load<u32>(next) : illegalAt != 0 ? illegalAt : cutOf(start, end);
    if (!longEscaped && !longIsKey && isRanged(field)) longEscaped = hasBackslash(start, stringEnd);
    if (!hasQuote) {
      if (illegalAt != 0) return failIllegal();
      if (final) return fail(end, 20);
      return <i32>(stringEnd - start);
    }
    const from = longStart;
    longStart = -1;
    if (longIsKey) {
      state = COLON;
      field = 0;
      container = 0;
    } else {
      finishString(from, absolute(stringEnd), longEscaped);
    }
    next += 4;
  }

  while (next < last) {
    const address = start + <usize>load<u32>(next);
    if (address >= limit) break;
    if (event + 8 * EVENT_BYTES > eventsEnd) {
      keepHeaderValue();
      return <i32>(address - start);
    }
    const byte: u32 = load<u8>(address);
    let failed = false;
    switch (state) {
      case VALUE:
      case FIRST_ITEM: {
        if (byte == 0x22) {
          const closing = next + 4 < last ? start + <usize>load<u32>(next + 4) : end;
          if (closing >= limit) {
            if (illegalAt != 0) return failIllegal();
            return cutString(address, start, end, final, false);
          }
          emitString(address + 1, closing, false);
          finishString(absolute(address) + 1, absolute(closing), isRanged(field) && hasBackslash(address + 1, closing));
          next += 8;
          continue;
        }
        if (byte == 0x7b || byte == 0x5b) {
          if (depth >= maxDepth) return fail(address, 10);
          open(address, byte == 0x7b);
        } else if (byte == 0x5d && state == FIRST_ITEM) {
          close(address);
        } else if (byte == 0x5d) {
          return fail(address, load<u8>(KINDS + depth) == OTHER_ARRAY ? 1 : 2);
        } else {
          const used = scalar(address, byte, end, final);
          if (used < 0) return damageReason != 0 ? 0 : <i32>(address - start);
        }
        break;
      }
      case FIRST_KEY:
      case KEY: {
        if (byte == 0x22) {
          const closing = next + 4 < last ? start + <usize>load<u32>(next + 4) : end;
          if (closing >= limit) {
            if (illegalAt != 0) return failIllegal();
            return cutString(address, start, end, final, true);
          }
          useKey(address + 1, closing);
          next += 8;
          continue;
        }
        if (byte == 0x7d && state == FIRST_KEY) close(address);
        else return fail(address, state == KEY && byte == 0x7d ? 1 : 3);
        break;
      }
      case COLON: {
        if (byte != 0x3a) return fail(address, 4);
        state = VALUE;
        break;
      }
      case COMMA: {
        const kind: i32 = load<u8>(KINDS + depth);
        const inArray = isArray(kind);
        if (byte == 0x2c) {
          state = inArray ? VALUE : KEY;
          if (inArray) prepareItem(kind);
        } else if (byte == (inArray ? <u32>0x5d : <u32>0x7d)) {
          close(address);
        } else {
          return fail(address, inArray ? 5 : 6);
        }
        break;
      }
      default:
        failed = true;
    }
    if (failed) return fail(address, 7);
    next += 4;
  }

  if (illegalAt != 0) return failIllegal();
  if (final && state != DONE) return fail(end, 8);
  keepHeaderValue();
  return length;
}

// @ts-ignore: decorator
@inline
function absolute(address: usize): f64 {
  return base + <f64>(address - INPUT);
}

// @ts-ignore: decorator
@inline
function isRanged(which: i32): bool {
  return which == URL || which == CONTENT_TEXT || which == POST_DATA_TEXT || which == STARTED_DATE_TIME;
}

// @ts-ignore: decorator
@inline
function isArray(kind: i32): bool {
  return kind == ENTRIES || kind == OTHER_ARRAY || kind == REQUEST_HEADERS || kind == RESPONSE_HEADERS;
}

function fail(address: usize, reason: i32): i32 {
  damageReason = reason;
  damageOffset = absolute(address);
  return 0;
}

/** Reasons of stage 1 come after those of stage 2. */
function failIllegal(): i32 {
  return fail(illegalAt, 20 + illegalReason);
}

function emit(kind: i32, which: i32, flags: i32, from: usize, to: usize, a: f64, b: f64): void {
  store<u32>(event, kind | (which << 8) | (flags << 16));
  store<u32>(event, <u32>from, 4);
  store<u32>(event, <u32>to, 8);
  store<f64>(event, a, 16);
  store<f64>(event, b, 24);
  event += EVENT_BYTES;
}

function hasBackslash(from: usize, to: usize): bool {
  let at = from;
  const backslash = i8x16.splat(0x5c);
  while (at + 16 <= to) {
    if (v128.any_true(i8x16.eq(v128.load(at), backslash))) return true;
    at += 16;
  }
  while (at < to) {
    if (load<u8>(at) == 0x5c) return true;
    at++;
  }
  return false;
}

/** Where a string that goes on may be cut: never inside an escape or a character. */
function cutOf(start: usize, end: usize): usize {
  if (lastEscape != 0) {
    const size: usize = lastEscape + 1 < end && load<u8>(lastEscape + 1) == 0x75 ? 6 : 2;
    if (lastEscape + size > end) return lastEscape;
  }
  return cutSequence != 0 ? cutSequence : end;
}

/** A string whose end is not here: a short one waits, of a long one its beginning is told now. */
function cutString(quote: usize, start: usize, end: usize, final: bool, isKey: bool): i32 {
  if (final) return fail(end, 20);
  keepHeaderValue();
  if (end - quote < RETAIN_BYTES) return <i32>(quote - start);
  const cut = cutOf(start, end);
  longStart = absolute(quote) + 1;
  longIsKey = isKey;
  longEscaped = !isKey && isRanged(field) && hasBackslash(quote + 1, cut);
  if (!isKey) emitString(quote + 1, min(cut, quote + 1 + KEEP_BYTES), true);
  return <i32>(cut - start);
}

function emitString(from: usize, to: usize, cut: bool): void {
  if (field == 0) return;
  if (field == HEADER_NAME) {
    headerTracking = hasBackslash(from, to) ? isEscapedTrackingName(from, to) != 0 : isTrackingName(from, to);
    return;
  }
  if (field == HEADER_VALUE) {
    // Tracking ids are short; a value this long is none.
    headerValue = 0;
    if (cut || to - from > KEEP_BYTES) return;
    headerValue = from;
    headerValueEnd = to;
    return;
  }
  if (field == CONTENT_TEXT || field == POST_DATA_TEXT) return;
  // Always the same beginning, wherever a chunk ends.
  const kept = min(to, from + KEEP_BYTES);
  emit(STRING, field, (hasBackslash(from, kept) ? 1 : 0) | (cut || kept < to ? 2 : 0), from, kept, 0, 0);
}

/** `trackingid` in any case: ten letters. */
function isTrackingName(from: usize, to: usize): bool {
  if (to - from != 10) return false;
  return (
    (load<u64>(from) | 0x2020202020202020) == 0x676e696b63617274 && (load<u16>(from, 8) | 0x2020) == 0x6469
  );
}

function finishString(from: f64, to: f64, escaped: bool): void {
  if (isRanged(field)) emit(RANGE, field, escaped ? 1 : 0, 0, 0, from, to);
  finishScalar(from - 1, to + 1, 1);
}

/** `found`: 1 string, 2 number, 3 true, 4 false, 5 null. */
function finishScalar(from: f64, to: f64, found: i32): void {
  if (container == ENTRY) emit(ODD_ELEMENT, 0, found, 0, 0, from, 0);
  else if (container == ENTRIES) emit(ENTRIES_FOUND, 2, depth, 0, 0, from, 0);
  if (memberDepth == depth) memberStart = from;
  finishValue(to);
}

function finishValue(to: f64): void {
  field = 0;
  container = 0;
  if (memberDepth == depth) {
    emit(MEMBER, memberInLog ? 1 : 0, 0, <usize>(memberKeyEnd - memberKeyStart), 0, memberKeyStart, memberStart);
    emit(MEMBER, 2, 0, 0, 0, to, 0);
    memberDepth = -1;
  }
  state = depth == 0 ? DONE : COMMA;
}

/** A number or literal; -1 = damaged, or it waits for more bytes. */
function scalar(address: usize, byte: u32, end: usize, final: bool): i32 {
  let stop: usize;
  let found: i32 = 2;
  if (byte == 0x74 || byte == 0x6e || byte == 0x66) {
    const size: usize = byte == 0x66 ? 5 : 4;
    if (address + size > end && !final) return waitFor(end - address);
    const word = load<u32>(address);
    const matches =
      byte == 0x74 ? word == 0x65757274 : byte == 0x6e ? word == 0x6c6c756e : word == 0x736c6166 && load<u8>(address, 4) == 0x65;
    if (!matches || address + size > end) {
      fail(address, 9);
      return -1;
    }
    stop = address + size;
    found = byte == 0x74 ? 3 : byte == 0x66 ? 4 : 5;
    if (found == 3 && field != 0 && field < HEADER_NAME) emit(PRESENT, field, 0, 0, 0, 0, 0);
  } else {
    const read = scanNumber(address, end);
    stop = numberEnd;
    if (stop >= end && !final) return waitFor(end - address);
    if (read == 0) {
      fail(stop, stop == address ? 2 : 11);
      return -1;
    }
    if (field != 0 && field < HEADER_NAME) {
      if (read == 1) emit(NUMBER, field, 0, 0, 0, numberValue, 0);
      else emit(NUMBER_TEXT, field, 0, address, stop, 0, 0);
    }
  }
  // Positions name beginnings only: what is glued to a scalar's end has none of its own.
  if (stop < end) {
    const after: u32 = load<u8>(stop);
    const ends =
      after <= 0x20 || after == 0x2c || after == 0x7d ||
      after == 0x5d || after == 0x3a || after == 0x7b || after == 0x5b || after == 0x22;
    if (!ends) {
      fail(stop, found == 2 ? 11 : 9);
      return -1;
    }
  }
  finishScalar(absolute(address), absolute(stop), found);
  return 0;
}

/** A scalar that the end of the bytes cuts waits for more; one without end is damage. */
function waitFor(length: usize): i32 {
  if (length >= RETAIN_BYTES) {
    damageReason = 11;
    damageOffset = base + <f64>length;
  } else keepHeaderValue();
  return -1;
}

function prepareItem(kind: i32): void {
  field = 0;
  container =
    kind == ENTRIES ? ENTRY : kind == REQUEST_HEADERS ? REQUEST_HEADER : kind == RESPONSE_HEADERS ? RESPONSE_HEADER : 0;
}

function open(address: usize, isObject: bool): void {
  const wanted = container;
  let kind = wanted;
  if (depth == 0) kind = isObject ? firstContainer : ENTRIES;
  if (kind == 0 || isArray(kind) == isObject) kind = isObject ? OTHER_OBJECT : OTHER_ARRAY;
  if (field != 0 && field < HEADER_NAME) emit(PRESENT, field, 0, 0, 0, 0, 0);
  if (wanted == ENTRIES && kind != ENTRIES) emit(ENTRIES_FOUND, 2, depth, 0, 0, absolute(address), 0);
  if (wanted == ENTRY && kind != ENTRY) emit(ODD_ELEMENT, 0, 6, 0, 0, absolute(address), 0);
  if (memberDepth == depth) memberStart = absolute(address);
  depth++;
  store<u8>(KINDS + depth, <u8>kind);
  store<u32>(SEEN + (<usize>depth << 2), 0);
  field = 0;
  container = 0;
  if (kind == ENTRIES) {
    emit(ENTRIES_FOUND, sawEntries ? 1 : 0, depth, 0, 0, absolute(address), 0);
    sawEntries = true;
  } else if (kind == LOG) {
    emit(LOG_FOUND, 0, 0, 0, 0, 0, 0);
  } else if (kind == ENTRY) {
    emit(BEGIN_ENTRY, 0, 0, 0, 0, absolute(address), 0);
  } else if (kind >= REQUEST && kind <= RESPONSE_HEADERS) {
    emit(BEGIN_PART, kind - REQUEST + 1, 0, 0, 0, 0, 0);
  } else if (kind == REQUEST_HEADER || kind == RESPONSE_HEADER) {
    headerTracking = false;
    headerValue = 0;
  }
  state = isObject ? FIRST_KEY : FIRST_ITEM;
  if (!isObject) prepareItem(kind);
}

function close(address: usize): void {
  const kind: i32 = load<u8>(KINDS + depth);
  depth--;
  if (kind == ENTRY) {
    emit(END_ENTRY, 0, 0, 0, 0, absolute(address) + 1, 0);
  } else if ((kind == REQUEST_HEADER || kind == RESPONSE_HEADER) && headerTracking && headerValue != 0) {
    const which = kind == REQUEST_HEADER ? REQUEST_TRACKING_ID : RESPONSE_TRACKING_ID;
    emit(STRING, which, hasBackslash(headerValue, headerValueEnd) ? 1 : 0, headerValue, headerValueEnd, 0, 0);
  }
  finishValue(absolute(address) + 1);
}

/** Before the bytes move: the value of a header that is still open is kept aside. */
function keepHeaderValue(): void {
  if (headerValue < INPUT) return;
  const kind: i32 = load<u8>(KINDS + depth);
  if (kind != REQUEST_HEADER && kind != RESPONSE_HEADER) return;
  const size = headerValueEnd - headerValue;
  const side = CARRY + carrySide;
  carrySide ^= CARRY_BYTES;
  memory.copy(side, headerValue, size);
  headerValue = side;
  headerValueEnd = side + size;
}

function useKey(from: usize, to: usize): void {
  state = COLON;
  field = 0;
  container = 0;
  const kind: i32 = load<u8>(KINDS + depth);
  if (kind == OTHER_OBJECT) return;
  const table = TABLES + <usize>kind * TABLE_BYTES;
  const count: i32 = load<u8>(table);
  const size = to - from;
  let row: usize = 0;
  if (hasBackslash(from, to)) {
    const match = matchEscapedKey(kind, from, to);
    if (match > 0) row = table + 8 + <usize>(match - 1) * ROW_BYTES;
  } else {
    for (let index = 0; index < count; index++) {
      const candidate = table + 8 + <usize>index * ROW_BYTES;
      if (load<u8>(candidate) == size && isSame(candidate + 4, from, size)) {
        row = candidate;
        break;
      }
    }
  }
  if (row != 0) {
    const bit = <u32>1 << load<u8>(row, 3);
    const seenAt = SEEN + (<usize>depth << 2);
    const seen = load<u32>(seenAt);
    field = load<u8>(row, 1);
    container = load<u8>(row, 2);
    if ((seen & bit) != 0 && kind >= ENTRY && kind < REQUEST_HEADER) {
      emit(DUPLICATE, field, 0, 0, 0, 0, 0);
      if (container >= REQUEST && container <= RESPONSE_HEADERS) emit(BEGIN_PART, container - REQUEST + 1, 0, 0, 0, 0, 0);
    }
    store<u32>(seenAt, seen | bit);
  }
  if ((kind == ROOT || kind == LOG) && container == 0) {
    memberKeyStart = absolute(from);
    memberKeyEnd = absolute(to);
    memberDepth = depth;
    memberInLog = kind == LOG;
  }
}

// @ts-ignore: decorator
@inline
function isSame(a: usize, b: usize, size: usize): bool {
  for (let index: usize = 0; index < size; index++) {
    if (load<u8>(a + index) != load<u8>(b + index)) return false;
  }
  return true;
}
