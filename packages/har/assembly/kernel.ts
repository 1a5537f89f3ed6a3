// Stage 2: walks the positions with a stack of containers, checks the grammar, and writes an event for everything
// that the index wants. The same walk as src/scan/typescript-kernel.ts; a law holds the two together.
import { endsInString, findPositions, suspect } from './blocks';
import {
  CARRY, CARRY_BYTES, DEEPEST, EVENT_BYTES, INPUT, KINDS, ROW_BYTES, SEEN, TABLE_BYTES, TABLES,
} from './layout';
import { exactValue, numberEnd, numberValue, scanNumber } from './number';
import { checkString, CUT_IN_STRING, NO_DAMAGE, stoppedAt, wholeCharacters } from './strings';

/** The host compares keys and header names that hold escapes. Returns a row of the table + 1, 0 = none. */
declare function matchEscapedKey(kind: i32, start: usize, end: usize): i32;
declare function isEscapedTrackingName(start: usize, end: usize): i32;

// Kinds of containers: src/scan/known-keys.ts.
const ROOT = 1;
const LOG = 2;
const ENTRIES = 3;
const ENTRY = 4;
const REQUEST = 5;
const REQUEST_HEADERS = 10;
const RESPONSE_HEADERS = 11;
const REQUEST_HEADER = 12;
const RESPONSE_HEADER = 13;
/** From here on nothing inside is of interest. */
const OTHER_OBJECT = 14;
const OTHER_ARRAY = 15;

// What may come next.
const VALUE = 1;
const FIRST_ITEM = 2;
const FIRST_KEY = 3;
const KEY = 4;
const COLON = 5;
const COMMA = 6;
const DONE = 7;

// Fields: src/scan/entry-sink.ts.
const STARTED_DATE_TIME = 1;
const URL = 10;
const POST_DATA_TEXT = 12;
const REQUEST_TRACKING_ID = 14;
const CONTENT_TEXT = 21;
const RESPONSE_TRACKING_ID = 24;
const HEADER_NAME = 62;
const HEADER_VALUE = 63;

// Events: src/scan/wasm/wasm-kernel.ts.
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
const MEMBER_KEY = 11;
const MEMBER_START = 12;
const MEMBER_END = 13;
const LOG_FOUND = 14;
const ENTRIES_FOUND = 15;
const LONG_START = 16;
const LONG_END = 17;

// Damage: src/scan/wasm/wasm-kernel.ts. Damage of strings: strings.ts.
const TRAILING_COMMA = 1;
const NO_VALUE = 2;
const NO_KEY = 3;
const NO_COLON = 4;
const NO_COMMA_IN_ARRAY = 5;
const NO_COMMA_IN_OBJECT = 6;
const BEHIND_THE_END = 7;
const CUT = 8;
const BAD_LITERAL = 9;
const TOO_DEEP = 10;
const BAD_NUMBER = 11;
const ENDLESS_NUMBER = 12;

// What a value is called that stands where an entry should.
const A_STRING = 1;
const A_NUMBER = 2;
const TRUE = 3;
const FALSE = 4;
const NULL = 5;
const AN_ARRAY = 6;

/** A cut string shorter than this waits for its rest; a longer one is walked in pieces. */
const RETAIN_BYTES: usize = 8192;
/** Beginnings of strings that the index wants are kept to this length. */
const KEEP_BYTES: usize = 4096;
/** One turn of the walk writes no more events than this. */
const EVENTS_PER_TURN: usize = 16;

let positionsAt: usize = 0;
let masksAt: usize = 0;
let eventsAt: usize = 0;
let eventsEnd: usize = 0;
let event: usize = 0;

let maxDepth: i32 = 1024;
let depth: i32 = 0;
let state: i32 = VALUE;
/** What the key that was just read means for its value; 0 = nothing. */
let field: i32 = 0;
let container: i32 = 0;
let firstContainer: i32 = ROOT;
let sawEntries: bool = false;

/** A long string was cut: the bytes begin inside it. */
let inLong: bool = false;
let longEscaped: bool = false;
let longIsKey: bool = false;

let headerTracking: bool = false;
/** Content of the value of the header field that is open, 0 = none yet. */
let headerValue: usize = 0;
let headerValueEnd: usize = 0;
let carrySide: usize = 0;

/** Depth of root or log while a member of it is read that is not the entries; -1 = none. */
let memberDepth: i32 = -1;

let damageReason: i32 = 0;
let damageOffset: usize = 0;

/** Lays memory out for chunks of this many bytes; returns how many bytes the input may have, 0 = no memory. */
export function prepare(chunkBytes: i32, depthLimit: i32): i32 {
  const inputBytes: usize = (<usize>chunkBytes + RETAIN_BYTES + 255) & ~63;
  positionsAt = INPUT + inputBytes;
  masksAt = positionsAt + 4 * inputBytes + 64;
  eventsAt = masksAt + (inputBytes >> 3);
  // Enough for a chunk of ordinary JSON; where it fills up, the walk stops early and is called again.
  eventsEnd = eventsAt + max<usize>(inputBytes, 1 << 14);
  const pages = <i32>((eventsEnd + 0xffff) >> 16) - memory.size();
  if (pages > 0 && memory.grow(pages) < 0) return 0;
  maxDepth = min(depthLimit, DEEPEST);
  return <i32>(inputBytes - 128);
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
  inLong = false;
  memberDepth = -1;
  headerTracking = false;
  headerValue = 0;
  damageReason = 0;
  if (start < 2) return;
  store<u8>(KINDS + 1, ROOT);
  store<u8>(KINDS + 2, LOG);
  store<u8>(KINDS + 3, ENTRIES);
  store<u32>(SEEN + 4, 0);
  store<u32>(SEEN + 8, 0);
  depth = start == 4 ? 2 : 3;
  state = start == 2 ? VALUE : COMMA;
  if (start == 2) container = ENTRY;
}

export function getDamageReason(): i32 {
  return damageReason;
}

/** Relative to the input. */
export function getDamageOffset(): usize {
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

/** Walks the `length` bytes of the input; returns how many were used. `final`: nothing follows. */
export function walk(length: i32, final: bool): i32 {
  event = eventsAt;
  const given = INPUT + <usize>length;
  const end = final ? given : wholeCharacters(INPUT, given);
  // Stage 1 blanks what is behind `end`; the driver needs these few bytes again.
  const behind = v128.load(end);
  const listEnd = findPositions(INPUT, end, positionsAt, masksAt, inLong);
  store<u32>(listEnd, <u32>(end - INPUT));
  const used = walkPositions(end, listEnd, final);
  v128.store(end, behind);
  return used;
}

function walkPositions(end: usize, listEnd: usize, final: bool): i32 {
  let next = positionsAt;
  let last = listEnd;

  // The walk goes as far as the strings are good.
  let badString: i32 = 0;
  if (suspect != 0 || (final && endsInString)) {
    badString = findBadString(end, listEnd, final);
    if (badString != 0) {
      if (badPosition == 0) return fail(stoppedAt, badString);
      last = badPosition;
    }
  }
  const badAt = stoppedAt;
  const cut = endsInString && badString == 0;

  if (inLong) {
    if (cut && last == positionsAt) {
      if (!longEscaped && !longIsKey && isRanged(field)) longEscaped = hasBackslash(INPUT, end);
      return <i32>(end - INPUT);
    }
    endLongString(closingQuote(next));
  }
  // Of a cut string the opening quote is the last position.
  if (cut) last -= 4;

  let kind: i32 = load<u8>(KINDS + depth);
  /** The next value is of no interest: only its grammar counts. */
  let plain = isPlain();
  while (next < last) {
    let address = INPUT + load<u32>(next);
    let byte: u32 = load<u8>(address);
    if (event + EVENTS_PER_TURN * EVENT_BYTES > eventsEnd) {
      keepHeaderValue();
      return <i32>(address - INPUT);
    }

    if (state == KEY || state == FIRST_KEY) {
      if (byte != 0x22) {
        if (byte != 0x7d || state == KEY) return fail(address, byte == 0x7d ? TRAILING_COMMA : NO_KEY);
        close(address);
        kind = load<u8>(KINDS + depth);
        next += 4;
        continue;
      }
      if (kind == OTHER_OBJECT) {
        plain = true;
      } else {
        if (kind == REQUEST_HEADER || kind == RESPONSE_HEADER) useHeaderKey(kind, address, next);
        else useKey(kind, address + 1, closingQuote(next + 4));
        plain = isPlain();
      }
      state = COLON;
      next += 4;
      if (next >= last) break;
      address = INPUT + load<u32>(next);
      byte = load<u8>(address);
    }

    if (state == COLON) {
      if (byte != 0x3a) return fail(address, NO_COLON);
      state = VALUE;
      next += 4;
      if (next >= last) break;
      address = INPUT + load<u32>(next);
      byte = load<u8>(address);
    }

    if (state == VALUE || state == FIRST_ITEM) {
      if (byte == 0x22) {
        if (plain) {
          state = depth == 0 ? DONE : COMMA;
        } else if (field == HEADER_NAME) {
          headerTracking = isTrackingName(address, next);
          field = 0;
          state = COMMA;
        } else if (field == HEADER_VALUE) {
          headerValue = address + 1;
          headerValueEnd = closingQuote(next + 4);
          field = 0;
          state = COMMA;
        } else {
          useString(address, closingQuote(next + 4));
        }
      } else if (byte == 0x7b || byte == 0x5b) {
        if (depth >= maxDepth) return fail(address, TOO_DEEP);
        const isObject = byte == 0x7b;
        if (plain && depth > 0) {
          depth++;
          kind = isObject ? OTHER_OBJECT : OTHER_ARRAY;
          store<u8>(KINDS + depth, <u8>kind);
          state = isObject ? FIRST_KEY : FIRST_ITEM;
        } else {
          open(address, isObject);
          kind = load<u8>(KINDS + depth);
          plain = isPlain();
        }
        next += 4;
        continue;
      } else if (byte == 0x5d) {
        if (state != FIRST_ITEM) return fail(address, kind == OTHER_ARRAY ? TRAILING_COMMA : NO_VALUE);
        field = 0;
        container = 0;
        close(address);
        kind = load<u8>(KINDS + depth);
        next += 4;
        continue;
      } else {
        const read = useScalar(address, byte, end, final);
        if (read == WAITS) {
          keepHeaderValue();
          return <i32>(address - INPUT);
        }
        if (read == FAILED) return 0;
      }
      next += 4;
      if (next >= last) break;
      address = INPUT + load<u32>(next);
      byte = load<u8>(address);
    }

    if (state != COMMA) return fail(address, BEHIND_THE_END);
    const inArray = isArray(kind);
    if (byte == 0x2c) {
      next += 4;
      if (inArray) {
        state = VALUE;
        if (kind != OTHER_ARRAY) prepareItem(kind);
        plain = isPlain();
      } else {
        state = KEY;
      }
    } else if (byte == (inArray ? <u32>0x5d : <u32>0x7d)) {
      close(address);
      kind = load<u8>(KINDS + depth);
      next += 4;
    } else {
      return fail(address, inArray ? NO_COMMA_IN_ARRAY : NO_COMMA_IN_OBJECT);
    }
  }

  if (badString != 0 || cut) {
    const quote = INPUT + load<u32>(last);
    if (state == COLON) return fail(quote, NO_COLON);
    if (state == COMMA) return fail(quote, isArray(kind) ? NO_COMMA_IN_ARRAY : NO_COMMA_IN_OBJECT);
    if (state == DONE) return fail(quote, BEHIND_THE_END);
    if (badString != 0) return fail(badAt, badString);
    return cutString(quote, end);
  }
  if (final && state != DONE) return fail(end, CUT);
  keepHeaderValue();
  return <i32>(end - INPUT);
}

/** Position of the string that `findBadString` found; 0 = the long one that the bytes begin in. */
let badPosition: usize = 0;

/** Looks, from where stage 1 became suspicious, for the first string with damage; 0 = there is none. */
function findBadString(end: usize, listEnd: usize, final: bool): i32 {
  const from = suspect != 0 ? suspect : end;
  let at: usize = 0;
  let next = positionsAt;
  for (; next < listEnd && INPUT + load<u32>(next) <= from; next += 4) {
    if (load<u8>(INPUT + load<u32>(next)) == 0x22) at = next;
  }
  if (at == 0 && !inLong) at = nextString(positionsAt, listEnd);
  while (at < listEnd) {
    const result = checkString(at == 0 ? INPUT : INPUT + load<u32>(at) + 1, end);
    if (result == CUT_IN_STRING && !final) return 0;
    badPosition = at;
    if (result != NO_DAMAGE) return result;
    at = nextString(at == 0 ? positionsAt : at + 4, listEnd);
  }
  return 0;
}

function nextString(position: usize, listEnd: usize): usize {
  while (position < listEnd && load<u8>(INPUT + load<u32>(position)) != 0x22) position += 4;
  return position;
}

// @ts-ignore: decorator
@inline
function isRanged(which: i32): bool {
  return which == URL || which == CONTENT_TEXT || which == POST_DATA_TEXT || which == STARTED_DATE_TIME;
}

// @ts-ignore: decorator
@inline
function isArray(kind: i32): bool {
  return kind == OTHER_ARRAY || kind == ENTRIES || kind == REQUEST_HEADERS || kind == RESPONSE_HEADERS;
}

// @ts-ignore: decorator
@inline
function isPlain(): bool {
  return (field | container) == 0 && depth != memberDepth;
}

function fail(address: usize, reason: i32): i32 {
  damageReason = reason;
  damageOffset = address - INPUT;
  return 0;
}

/** `from` and `to`: addresses; they may lie in the carry, before the input. */
// @ts-ignore: decorator
@inline
function emit(kind: i32, which: i32, flags: i32, from: usize, to: usize): void {
  store<u32>(event, kind | (which << 8) | (flags << 16));
  store<u32>(event, <u32>from, 8);
  store<u32>(event, <u32>to, 12);
  event += EVENT_BYTES;
}

/** The closing quote of a string: the last thing, but for blanks, before the position behind it. */
// @ts-ignore: decorator
@inline
function closingQuote(behind: usize): usize {
  let at = INPUT + load<u32>(behind) - 1;
  while (load<u8>(at) != 0x22) at--;
  return at;
}

/** Whether [from, to) of the input holds a backslash. */
function hasBackslash(from: usize, to: usize): bool {
  if (from >= to) return false;
  const first = from - INPUT;
  const behind = to - 1 - INPUT;
  let mask = masksAt + ((first >> 6) << 3);
  const lastMask = masksAt + ((behind >> 6) << 3);
  const low: u64 = ~(<u64>0) << (first & 63);
  const high: u64 = ~(<u64>0) >> (63 - (behind & 63));
  if (mask == lastMask) return (load<u64>(mask) & low & high) != 0;
  if ((load<u64>(mask) & low) != 0) return true;
  for (mask += 8; mask < lastMask; mask += 8) {
    if (load<u64>(mask) != 0) return true;
  }
  return (load<u64>(mask) & high) != 0;
}

/** A string that the index wants something of. */
function useString(quote: usize, closing: usize): void {
  if (field != 0) {
    tellString(quote + 1, closing);
    if (isRanged(field)) emit(RANGE, field, hasBackslash(quote + 1, closing) ? 1 : 0, quote + 1, closing);
  }
  tellStart(quote, A_STRING);
  finishValue(closing + 1);
}

function tellString(from: usize, to: usize): void {
  if (field == CONTENT_TEXT || field == POST_DATA_TEXT) return;
  // Always the same beginning, wherever a chunk ends.
  const kept = min(to, from + KEEP_BYTES);
  emit(STRING, field, (hasBackslash(from, kept) ? 1 : 0) | (kept < to ? 2 : 0), from, kept);
}

/** A string whose end is not here: a short one waits, of a long one the beginning is told now or never. */
function cutString(quote: usize, end: usize): i32 {
  keepHeaderValue();
  if (end - quote < RETAIN_BYTES) return <i32>(quote - INPUT);
  inLong = true;
  longIsKey = state == KEY || state == FIRST_KEY;
  longEscaped = false;
  if (!longIsKey) {
    if (field == HEADER_NAME) headerTracking = false;
    else if (field == HEADER_VALUE) headerValue = 0;
    else if (field != 0) tellString(quote + 1, end);
    if (isRanged(field)) {
      longEscaped = hasBackslash(quote + 1, end);
      emit(LONG_START, field, 0, quote + 1, 0);
    }
    tellStart(quote, A_STRING);
  }
  return <i32>(end - INPUT);
}

function endLongString(closing: usize): void {
  inLong = false;
  if (longIsKey) {
    // A key this long is none of ours.
    field = 0;
    container = 0;
    state = COLON;
    return;
  }
  if (isRanged(field)) emit(LONG_END, field, longEscaped || hasBackslash(INPUT, closing) ? 1 : 0, closing, 0);
  finishValue(closing + 1);
}

/** A value begins: where a member's value starts, and what is no entry. */
function tellStart(address: usize, found: i32): void {
  if (container == ENTRY) emit(ODD_ELEMENT, found, 0, address, 0);
  else if (container == ENTRIES) emit(ENTRIES_FOUND, 2, depth, address, 0);
  if (memberDepth == depth) emit(MEMBER_START, 0, 0, address, 0);
}

function finishValue(behind: usize): void {
  field = 0;
  container = 0;
  if (memberDepth == depth) {
    emit(MEMBER_END, 0, 0, behind, 0);
    memberDepth = -1;
  }
  state = depth == 0 ? DONE : COMMA;
}

const USED: i32 = 0;
const WAITS: i32 = 1;
const FAILED: i32 = 2;

/** A number or literal. */
function useScalar(address: usize, byte: u32, end: usize, final: bool): i32 {
  let stop: usize;
  let found: i32 = A_NUMBER;
  if (byte == 0x74 || byte == 0x6e || byte == 0x66) {
    const word = load<u32>(address);
    found = byte == 0x74 ? TRUE : byte == 0x6e ? NULL : FALSE;
    stop = address + (found == FALSE ? 5 : 4);
    if (stop >= end && !final) return WAITS;
    const matches =
      found == TRUE
        ? word == 0x65757274
        : found == NULL
          ? word == 0x6c6c756e
          : word == 0x736c6166 && load<u8>(address, 4) == 0x65;
    if (!matches || stop > end) {
      fail(address, BAD_LITERAL);
      return FAILED;
    }
    if (found == TRUE && field != 0 && field < HEADER_NAME) emit(PRESENT, field, 0, 0, 0);
  } else {
    const good = scanNumber(address, end);
    stop = numberEnd;
    if (stop - address >= RETAIN_BYTES) {
      fail(address, ENDLESS_NUMBER);
      return FAILED;
    }
    if (stop >= end && !final) return WAITS;
    if (!good) {
      fail(stop, stop == address ? NO_VALUE : BAD_NUMBER);
      return FAILED;
    }
    if (field != 0 && field < HEADER_NAME) {
      if (exactValue()) {
        emit(NUMBER, field, 0, 0, 0);
        store<f64>(event - EVENT_BYTES, numberValue, 8);
      } else {
        emit(NUMBER_TEXT, field, 0, address, stop);
      }
    }
  }
  // Positions name beginnings only: what is glued to a scalar's end has none of its own.
  if (stop < end && !endsScalar(load<u8>(stop))) {
    fail(stop, found == A_NUMBER ? BAD_NUMBER : BAD_LITERAL);
    return FAILED;
  }
  if (isPlain()) {
    state = depth == 0 ? DONE : COMMA;
  } else {
    tellStart(address, found);
    finishValue(stop);
  }
  return USED;
}

// @ts-ignore: decorator
@inline
function endsScalar(byte: u32): bool {
  return (
    byte == 0x2c || byte == 0x0a || byte == 0x7d || byte == 0x5d || byte == 0x20 || byte == 0x0d || byte == 0x09 ||
    byte == 0x3a || byte == 0x7b || byte == 0x5b || byte == 0x22
  );
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
  if (field != 0 && field < HEADER_NAME) emit(PRESENT, field, 0, 0, 0);
  if (wanted == ENTRIES && kind != ENTRIES) emit(ENTRIES_FOUND, 2, depth, address, 0);
  if (wanted == ENTRY && kind != ENTRY) emit(ODD_ELEMENT, AN_ARRAY, 0, address, 0);
  if (memberDepth == depth) emit(MEMBER_START, 0, 0, address, 0);
  depth++;
  store<u8>(KINDS + depth, <u8>kind);
  store<u32>(SEEN + (<usize>depth << 2), 0);
  field = 0;
  container = 0;
  if (kind == ENTRIES) {
    emit(ENTRIES_FOUND, sawEntries ? 1 : 0, depth, address, 0);
    sawEntries = true;
  } else if (kind == LOG) {
    emit(LOG_FOUND, 0, 0, 0, 0);
  } else if (kind == ENTRY) {
    emit(BEGIN_ENTRY, 0, 0, address, 0);
  } else if (kind == REQUEST_HEADER || kind == RESPONSE_HEADER) {
    headerTracking = false;
    headerValue = 0;
  }
  state = isObject ? FIRST_KEY : FIRST_ITEM;
  if (!isObject) prepareItem(kind);
}

// @ts-ignore: decorator
@inline
function close(address: usize): void {
  const kind: i32 = load<u8>(KINDS + depth);
  depth--;
  if (kind < OTHER_OBJECT) tellEnd(kind, address);
  if (depth == memberDepth || depth == 0) finishValue(address + 1);
  else state = COMMA;
}

function tellEnd(kind: i32, address: usize): void {
  if (kind == ENTRY) {
    emit(END_ENTRY, 0, 0, address + 1, 0);
  } else if (kind == REQUEST_HEADER || kind == RESPONSE_HEADER) {
    // Tracking ids are short; a value longer than what is kept of strings is none.
    if (headerTracking && headerValue != 0 && headerValueEnd - headerValue <= KEEP_BYTES) {
      const which = kind == REQUEST_HEADER ? REQUEST_TRACKING_ID : RESPONSE_TRACKING_ID;
      // The masks do not cover a value that was kept aside: it passes for escaped.
      const escaped = headerValue < INPUT || hasBackslash(headerValue, headerValueEnd);
      emit(STRING, which, escaped ? 1 : 0, headerValue, headerValueEnd);
    }
    headerValue = 0;
  }
}

/** Before the bytes move: the value of a header that is still open is kept aside. */
function keepHeaderValue(): void {
  if (headerValue < INPUT) return;
  const size = headerValueEnd - headerValue;
  if (size > CARRY_BYTES) {
    headerValue = 0;
    return;
  }
  const side = CARRY + carrySide;
  carrySide ^= CARRY_BYTES;
  memory.copy(side, headerValue, size);
  headerValue = side;
  headerValueEnd = side + size;
}

function useHeaderKey(kind: i32, quote: usize, position: usize): void {
  container = 0;
  const word = load<u32>(quote, 1);
  if (word == 0x656d616e && load<u8>(quote, 5) == 0x22) {
    field = HEADER_NAME;
  } else if (word == 0x756c6176 && load<u16>(quote, 5) == 0x2265) {
    field = HEADER_VALUE;
  } else {
    field = 0;
    const closing = closingQuote(position + 4);
    if (hasBackslash(quote + 1, closing)) {
      const match = matchEscapedKey(kind, quote + 1, closing);
      if (match > 0) field = load<u8>(rowOf(kind, match - 1), 1);
    }
  }
  // The last one counts, whatever it holds.
  if (field == HEADER_NAME) headerTracking = false;
  else if (field == HEADER_VALUE) headerValue = 0;
}

/** `trackingid` in any case, spelled with escapes perhaps. */
// @ts-ignore: decorator
@inline
function isTrackingName(quote: usize, position: usize): bool {
  if (load<u8>(quote, 11) == 0x22) {
    if (
      (load<u64>(quote, 1) | 0x2020202020202020) == 0x676e696b63617274 &&
      (load<u16>(quote, 9) | 0x2020) == 0x6469
    )
      return true;
  }
  // Escaped, the name is sixty bytes long at most, so a backslash stands in this or the next block of 64.
  const mask = masksAt + (((quote - INPUT) >> 6) << 3);
  if ((load<u64>(mask) | load<u64>(mask, 8)) == 0) return false;
  const closing = closingQuote(position + 4);
  return hasBackslash(quote + 1, closing) && isEscapedTrackingName(quote + 1, closing) != 0;
}

// @ts-ignore: decorator
@inline
function rowOf(kind: i32, index: i32): usize {
  return TABLES + <usize>kind * TABLE_BYTES + 8 + <usize>index * ROW_BYTES;
}

function useKey(kind: i32, from: usize, to: usize): void {
  field = 0;
  container = 0;
  const count: i32 = load<u8>(TABLES + <usize>kind * TABLE_BYTES);
  const size = to - from;
  let row: i32 = -1;
  for (let index = 0; index < count; index++) {
    const candidate = rowOf(kind, index);
    if (load<u8>(candidate) == size && isSame(candidate + 4, from, size)) {
      row = index;
      break;
    }
  }
  if (row < 0 && hasBackslash(from, to)) row = matchEscapedKey(kind, from, to) - 1;
  if (row >= 0) {
    const match = rowOf(kind, row);
    const seenAt = SEEN + (<usize>depth << 2);
    const seen = load<u32>(seenAt);
    field = load<u8>(match, 1);
    container = load<u8>(match, 2);
    if (((seen >> row) & 1) != 0 && kind >= ENTRY) {
      emit(DUPLICATE, field, 0, 0, 0);
      if (container >= REQUEST && container <= RESPONSE_HEADERS) emit(BEGIN_PART, container - REQUEST + 1, 0, 0, 0);
    }
    store<u32>(seenAt, seen | (<u32>1 << row));
  }
  if ((kind == ROOT || kind == LOG) && container == 0) {
    memberDepth = depth;
    emit(MEMBER_KEY, kind == LOG ? 1 : 0, 0, from, to);
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
