// Stage 2: walks the positions with a stack of containers and checks the grammar. What a value says is for other modules: entry-values.ts,
// header-fields.ts, known-keys.ts; what the host is told of it: events.ts. The same walk as src/scan/typescript-kernel.ts; a law holds
// the two together.
import { hasBackslash, layMasks, masksAt } from './backslashes';
import { endsInString, findPositions } from './blocks';
import { setPresent, tellText, useNumber, useText } from './entry-values';
import {
  BEGIN_ENTRY, BEGIN_PART, beginEvents, DUPLICATE, emit, END_ENTRY, ENTRIES_FOUND, hasRoom, layEvents, LOG_FOUND, MEMBER_END,
  MEMBER_KEY, MEMBER_START, ODD_ELEMENT, tellRow,
} from './events';
import {
  beginHeader, endHeader, forgetName, forgetValue, isNameKey, isValueKey, keepHeaderValue, mayBeTrackingName, useName, useValue,
} from './header-fields';
import { containerOf, fieldOf, findEscapedKey, findKey } from './known-keys';
import { DEEPEST, INPUT, KINDS, SEEN } from './layout';
import { numberEnd, scanNumber } from './number';
import { byteAt, closingQuote, layLetters, lettersAt } from './positions';
import { beginRange, beginRow, endRange, isRanged, moveRow, prepareRow } from './row';
import { CHECK_BYTES, suspect } from './string-checks';
import { checkString, CUT_IN_STRING, NO_DAMAGE, stoppedAt, wholeCharacters } from './strings';

export { eventBytes, eventsAddress } from './events';
export { forgetKnownStrings } from './known-strings';

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
const REQUEST_TRACKING_ID = 14;
const RESPONSE_TRACKING_ID = 24;
const HEADER_NAME = 62;
const HEADER_VALUE = 63;

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

let positionsAt: usize = 0;
let lettersStart: usize = 0;
let checksAt: usize = 0;

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

/** Depth of root or log while a member of it is read that is not the entries; -1 = none. */
let memberDepth: i32 = -1;

let damageReason: i32 = 0;
let damageOffset: usize = 0;

/** Lays memory out for chunks of this many bytes; returns how many bytes the input may have, 0 = no memory. */
export function prepare(chunkBytes: i32, depthLimit: i32): i32 {
  const inputBytes: usize = (<usize>chunkBytes + RETAIN_BYTES + 255) & ~63;
  positionsAt = INPUT + inputBytes;
  lettersStart = positionsAt + 4 * inputBytes + 64;
  const masks = lettersStart + inputBytes + 64;
  checksAt = masks + (inputBytes >> 3);
  const events = checksAt + CHECK_BYTES * ((inputBytes >> 6) + 1);
  // Enough for a chunk of ordinary JSON; where it fills up, the walk stops early and is called again.
  const end = events + max<usize>(inputBytes, 1 << 14);
  const pages = <i32>((end + 0xffff) >> 16) - memory.size();
  if (pages > 0 && memory.grow(pages) < 0) return 0;
  maxDepth = min(depthLimit, DEEPEST);
  layLetters(positionsAt, lettersStart);
  layMasks(masks);
  layEvents(events, end);
  prepareRow();
  return <i32>(inputBytes - 128);
}

export function inputAddress(): usize {
  return INPUT;
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
  beginHeader();
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

/** Walks the `length` bytes of the input; returns how many were used. `final`: nothing follows. */
export function walk(length: i32, final: bool): i32 {
  beginEvents();
  const given = INPUT + <usize>length;
  const end = final ? given : wholeCharacters(INPUT, given);
  // Stage 1 blanks what is behind `end`; the driver needs these few bytes again.
  const behind = v128.load(end);
  const listEnd = findPositions(INPUT, end, positionsAt, lettersStart, masksAt, checksAt, inLong);
  store<u32>(listEnd, <u32>end);
  store<u8>(lettersAt(listEnd), 0x20);
  const used = walkPositions(end, listEnd, final);
  v128.store(end, behind);
  moveRow(used);
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
    if (kind >= OTHER_OBJECT) {
      next = walkPlain(next, last, kind);
      kind = load<u8>(KINDS + depth);
    } else if (container == REQUEST_HEADER || container == RESPONSE_HEADER) {
      next = walkHeaders(next, last);
    }
    let address: usize = load<u32>(next);
    let byte: u32 = load<u8>(address);
    if (!hasRoom()) {
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
      address = load<u32>(next);
      byte = load<u8>(address);
    }

    if (state == COLON) {
      if (byte != 0x3a) return fail(address, NO_COLON);
      state = VALUE;
      next += 4;
      if (next >= last) break;
      address = load<u32>(next);
      byte = load<u8>(address);
    }

    if (state == VALUE || state == FIRST_ITEM) {
      if (byte == 0x22) {
        if (plain) {
          state = depth == 0 ? DONE : COMMA;
        } else if (field == HEADER_NAME) {
          useName(next);
          field = 0;
          state = COMMA;
        } else if (field == HEADER_VALUE) {
          useValue(address + 1, closingQuote(next + 4));
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
      address = load<u32>(next);
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
    const quote: usize = load<u32>(last);
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

/** `":",`: the letters of a member that is a string, and of the comma behind it. */
const STRING_MEMBER: u32 = 0x2c223a22;

/**
 * Goes through containers of no interest as long as all is as it should be and more than enough follows; whatever is not, the walk
 * finds and tells. Never leaves the container that it begins in. Returns the position that it came to, `state` and `depth` with it.
 */
function walkPlain(next: usize, last: usize, kind: i32): usize {
  const bottom = depth;
  let isObject = kind == OTHER_OBJECT;
  if (isObject ? state != KEY && state != FIRST_KEY : state != VALUE && state != FIRST_ITEM) return next;
  let isFirst = state == FIRST_KEY || state == FIRST_ITEM;
  let at = bottom;
  // A key, its colon, a value and what follows it.
  while (next + 16 < last) {
    if (isObject && load<u32>(lettersAt(next)) == STRING_MEMBER) {
      isFirst = false;
      next += 16;
      continue;
    }
    const item = next;
    if (isObject && byteAt(next) == 0x22 && byteAt(next + 4) == 0x3a) next += 8;
    const address: usize = load<u32>(next);
    const byte = byteAt(next);
    if (isObject == (next == item)) {
      // No key where one has to be; what is right is only the end of an empty object.
      if (byte != 0x7d || !isFirst) break;
    } else if (byte == 0x22) {
      next += 4;
    } else if (byte == 0x7b || byte == 0x5b) {
      if (at >= maxDepth) {
        next = item;
        break;
      }
      at++;
      isObject = byte == 0x7b;
      store<u8>(KINDS + at, <u8>(isObject ? OTHER_OBJECT : OTHER_ARRAY));
      isFirst = true;
      next += 4;
      continue;
    } else if (byte != 0x5d || !isFirst || isObject) {
      if (!isWholeScalar(address, byte, load<u32>(next, 4))) {
        next = item;
        break;
      }
      next += 4;
    }
    isFirst = false;
    let follows = byteAt(next);
    while (at > bottom && follows == (isObject ? <u32>0x7d : <u32>0x5d) && next + 4 < last) {
      at--;
      isObject = load<u8>(KINDS + at) == OTHER_OBJECT;
      next += 4;
      follows = byteAt(next);
    }
    if (follows != 0x2c || next + 4 >= last) {
      state = COMMA;
      depth = at;
      return next;
    }
    next += 4;
  }
  if (isObject) state = isFirst ? FIRST_KEY : KEY;
  else state = isFirst ? FIRST_ITEM : VALUE;
  depth = at;
  return next;
}

/** Whether a number or literal is right that ends, but for blanks, before the position at `limit`. */
function isWholeScalar(address: usize, byte: u32, limit: usize): bool {
  let stop = address + 4;
  if (byte == 0x74) {
    if (load<u32>(address) != 0x65757274) return false;
  } else if (byte == 0x6e) {
    if (load<u32>(address) != 0x6c6c756e) return false;
  } else if (byte == 0x66) {
    if (load<u32>(address, 1) != 0x65736c61) return false;
    stop++;
  } else {
    if (!scanNumber(address, limit)) return false;
    stop = numberEnd;
    if (stop - address >= RETAIN_BYTES) return false;
  }
  return stop <= limit && endsScalar(load<u8>(stop));
}

/** `{":",":"` and `},`: the letters of a header field and what follows it. */
const FIELD_LETTERS: u64 = 0x223a222c223a227b;
const FIELD_END: u32 = 0x2c7d;

/** Goes past header fields that are written as nearly all are, name before value, and hold no tracking id. */
function walkHeaders(next: usize, last: usize): usize {
  if (depth >= maxDepth) return next;
  while (next + 40 < last) {
    const letters = lettersAt(next);
    if (load<u64>(letters) != FIELD_LETTERS || load<u16>(letters, 8) != FIELD_END) break;
    const name: usize = load<u32>(next, 12);
    const isUsual = isNameKey(load<u32>(next, 4)) && isValueKey(load<u32>(next, 20));
    if (!isUsual || mayBeTrackingName(name)) break;
    state = VALUE;
    next += 40;
  }
  return next;
}

/** Position of the string that `findBadString` found; 0 = the long one that the bytes begin in. */
let badPosition: usize = 0;

/** Looks, from where stage 1 became suspicious, for the first string with damage; 0 = there is none. */
function findBadString(end: usize, listEnd: usize, final: bool): i32 {
  const from = suspect != 0 ? suspect : end;
  let at: usize = 0;
  let next = positionsAt;
  for (; next < listEnd && <usize>load<u32>(next) <= from; next += 4) {
    if (load<u8>(load<u32>(next)) == 0x22) at = next;
  }
  if (at == 0 && !inLong) at = nextString(positionsAt, listEnd);
  while (at < listEnd) {
    const result = checkString(at == 0 ? INPUT : load<u32>(at) + 1, end);
    if (result == CUT_IN_STRING && !final) return 0;
    badPosition = at;
    if (result != NO_DAMAGE) return result;
    at = nextString(at == 0 ? positionsAt : at + 4, listEnd);
  }
  return 0;
}

function nextString(position: usize, listEnd: usize): usize {
  while (position < listEnd && load<u8>(load<u32>(position)) != 0x22) position += 4;
  return position;
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

/** A string that the index wants something of. */
function useString(quote: usize, closing: usize): void {
  if (field != 0) useText(field, quote + 1, closing);
  tellStart(quote, A_STRING);
  finishValue(closing + 1);
}

/** A string whose end is not here: a short one waits, of a long one the beginning is told now or never. */
function cutString(quote: usize, end: usize): i32 {
  keepHeaderValue();
  if (end - quote < RETAIN_BYTES) return <i32>(quote - INPUT);
  inLong = true;
  longIsKey = state == KEY || state == FIRST_KEY;
  longEscaped = false;
  if (!longIsKey) {
    if (field == HEADER_NAME) forgetName();
    else if (field == HEADER_VALUE) forgetValue();
    else if (field != 0) tellText(field, quote + 1, end);
    if (isRanged(field)) {
      longEscaped = hasBackslash(quote + 1, end);
      beginRange(field, quote + 1);
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
  if (isRanged(field)) endRange(field, closing, longEscaped || hasBackslash(INPUT, closing));
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
    if (found == TRUE) setPresent(field);
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
    if (field != 0 && field < HEADER_NAME) useNumber(field, address, stop);
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
  setPresent(field);
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
    beginRow(address);
    emit(BEGIN_ENTRY, 0, 0, address, 0);
  } else if (kind == REQUEST_HEADER || kind == RESPONSE_HEADER) {
    beginHeader();
  }
  state = isObject ? FIRST_KEY : FIRST_ITEM;
  if (!isObject) prepareItem(kind);
}

function close(address: usize): void {
  const kind: i32 = load<u8>(KINDS + depth);
  depth--;
  if (kind < OTHER_OBJECT) tellEnd(kind, address);
  if (depth == memberDepth || depth == 0) finishValue(address + 1);
  else state = COMMA;
}

function tellEnd(kind: i32, address: usize): void {
  if (kind == ENTRY) {
    tellRow();
    emit(END_ENTRY, 0, 0, address + 1, 0);
  } else if (kind == REQUEST_HEADER || kind == RESPONSE_HEADER) {
    endHeader(kind == REQUEST_HEADER ? REQUEST_TRACKING_ID : RESPONSE_TRACKING_ID);
  }
}

function useHeaderKey(kind: i32, quote: usize, position: usize): void {
  container = 0;
  if (isNameKey(quote)) {
    field = HEADER_NAME;
  } else if (isValueKey(quote)) {
    field = HEADER_VALUE;
  } else {
    field = 0;
    const closing = closingQuote(position + 4);
    const row = findEscapedKey(kind, quote + 1, closing);
    if (row >= 0) field = fieldOf(kind, row);
  }
  // The last one counts, whatever it holds.
  if (field == HEADER_NAME) forgetName();
  else if (field == HEADER_VALUE) forgetValue();
}

function useKey(kind: i32, from: usize, to: usize): void {
  field = 0;
  container = 0;
  const row = findKey(kind, from, to);
  if (row >= 0) {
    const seenAt = SEEN + (<usize>depth << 2);
    const seen = load<u32>(seenAt);
    field = fieldOf(kind, row);
    container = containerOf(kind, row);
    if (((seen >> row) & 1) != 0 && kind >= ENTRY) {
      // What the earlier one said has to be there to be taken back.
      tellRow();
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

