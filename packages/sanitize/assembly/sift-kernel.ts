// Sifts a text: whether it certainly holds no credential. The same as src/content/suspicion.ts, which says why; whatever
// needs more than its characters is asked for there.

/** Classes of characters, and what names are made of, as suspicion.ts has them. */
const SORTS: usize = 0x10000;
const PARTS: usize = 0x10100;
const SEXTETS: usize = 0x10200;
const HEAD: usize = 0x10300;
const LITERAL_HEADS: usize = 0x11000;
/** The literals themselves, in chains by a hash of their first three characters: the next one's place, length, case, text. */
const LITERAL_CHAINS: usize = 0x12000;
const LITERALS: usize = 0x1a000;
/** What may-mean.ts knows of names: how they end, and the letters that are one by themselves. */
const LONE: usize = 0x10400;
const ENDS: usize = 0x16000;
/** The same, with what is only called a label. */
const TELLING_ENDS: usize = 0x18000;
const LITERAL_BITS: usize = 0x20000;
/** Names that were met, and what they tell: as in telling-names.ts. */
const NAMES: usize = 0x40000;
const LENGTHS: usize = 0x80000;
const TELLS: usize = 0x81000;
/** Pairs of JSON that were asked for and are harmless, from the name to the quotation mark behind the value. */
const PAIRS: usize = 0x82000;
const PAIR_LENGTHS: usize = 0x92000;
const INPUT: usize = 0x93000;

/** Bytes behind a text: a block of sixteen may be written there, and some are read. */
const GAP: u32 = 64;

const SLOTS: u32 = 1 << 12;
const SLOT_BYTES: u32 = 64;
const PAIR_SLOTS: u32 = 1 << 10;

const RUN: u8 = 0;
const DIGIT: u8 = 1;
const FILLER: u8 = 1;
const NAME: u8 = 2;
const MAX_FILLERS: u32 = 6;
const NOT_ASCII: u8 = 128;
const QUOTE: u8 = 34;
const SLASH: u8 = 47;
const BACKSLASH: u8 = 92;
const LABEL: u32 = 1;
const VALUE: u32 = 2;

// @ts-ignore: decorator
@external("suspicion", "shapesAt")
declare function shapesAt(at: u32): bool;
// @ts-ignore: decorator
@external("suspicion", "mayHoldCard")
declare function mayHoldCard(start: u32, end: u32): bool;
// @ts-ignore: decorator
@external("suspicion", "isTellingSegment")
declare function isTellingSegment(start: u32, end: u32): bool;
// @ts-ignore: decorator
@external("suspicion", "tellsOf")
declare function tellsOf(start: u32, end: u32): u32;
// @ts-ignore: decorator
@external("suspicion", "isHarmlessUnder")
declare function isHarmlessUnder(start: u32, end: u32, at: u32, tells: u32): bool;
// @ts-ignore: decorator
@external("suspicion", "isHarmlessItem")
declare function isHarmlessItem(comma: u32): bool;
// @ts-ignore: decorator
@external("suspicion", "isEntity")
declare function isEntity(at: u32): bool;
// @ts-ignore: decorator
@external("suspicion", "endsUserinfo")
declare function endsUserinfo(at: u32): bool;

/** Makes room for an input; its address, or 0. */
export function prepare(length: u32): u32 {
  const pages = <i32>((INPUT + length + 64 + 0xffff) >> 16);
  if (pages > memory.size() && memory.grow(pages - memory.size()) < 0) return 0;
  return <u32>INPUT;
}

/** Where the inside of a string of JSON goes, for {@link readWritten}; 0 where there is no room. */
export function prepareWritten(length: u32): u32 {
  return prepare(2 * length + GAP) == 0 ? 0 : <u32>INPUT + length + GAP;
}

/**
 * Turns the inside of a string of JSON into the characters it stands for, one byte for each UTF-16 unit, and tells their
 * number. It is valid UTF-8 without escapes by number.
 */
export function readWritten(length: u32): u32 {
  let from = INPUT + length + GAP;
  let to = INPUT;
  const end = from + length;
  while (from < end) {
    const block = v128.load(from);
    v128.store(to, block);
    const odd = i8x16.bitmask(v128.or(i8x16.eq(block, i8x16.splat(92)), i8x16.lt_s(block, i8x16.splat(0))));
    const plain: usize = odd == 0 ? 16 : <usize>ctz(odd);
    from += plain;
    to += plain;
    if (odd == 0 || from >= end) continue;
    const code = load<u8>(from);
    if (code == 92) {
      store<u8>(to++, escaped(load<u8>(from, 1)));
      from += 2;
    } else {
      store<u8>(to++, NOT_ASCII);
      if (code >= 0xf0) store<u8>(to++, NOT_ASCII);
      from += code >= 0xf0 ? 4 : code >= 0xe0 ? 3 : 2;
    }
  }
  // A last block went beyond the end.
  const count = <u32>(to - INPUT - (from - end));
  memory.fill(INPUT + count, 0, GAP);
  return count;
}

function escaped(sign: u8): u8 {
  if (sign == 110) return 10;
  if (sign == 116) return 9;
  if (sign == 114) return 13;
  if (sign == 98) return 8;
  if (sign == 102) return 12;
  return sign;
}

/** `isJson`: markup and labels count. Eight zeros stand behind the text. */
export function isBeyondSuspicion(length: u32, isJson: bool, minRun: u32, minCard: u32, minOpaque: u32): bool {
  let hash: u32 = 0;
  let digits: u32 = 0;
  let digitsFrom: u32 = 0;
  let runStart: u32 = 0;
  let lastSlash: i32 = -1;
  let pieceStart: u32 = 0;
  let escaped: u32 = 0;
  for (let at: u32 = 0; at < length; at++) {
    const code = load<u8>(INPUT + at);
    hash = ((hash << 5) | (code & 31)) & 0x7fff;
    if (
      (load<u8>(LITERAL_HEADS + (hash >> 3)) & (1 << (hash & 7))) != 0 &&
      at >= 2 &&
      (load<u32>(LITERAL_BITS + (hash << 2)) & (1 << (load<u8>(INPUT + at + 1) & 31))) != 0 &&
      beginsLiteral(at - 2) &&
      shapesAt(at - 2)
    )
      return false;
    const sort = load<u8>(SORTS + code);
    if (sort == RUN) {
      if (digits != 0) {
        if (digits >= minCard && mayHoldCard(digitsFrom, at)) return false;
        digits = 0;
      }
      continue;
    }
    if (at == escaped && at > 0) continue;
    if (sort == DIGIT) {
      if (digits++ == 0) digitsFrom = at;
      continue;
    }
    if (code != 32 && code != 45) {
      if (digits >= minCard && mayHoldCard(digitsFrom, at)) return false;
      digits = 0;
    }
    if (code == 45) {
      // The names of a multipart body stand in no pair.
      if (at >= 4 && load<u32>(INPUT + at - 4) == 0x6d726f66 && load<u32>(INPUT + at + 1) == 0x61746164) return false;
      continue;
    }
    if (code == 95) continue;
    if (code == SLASH) {
      if (lastSlash >= 0) {
        const segment = <i32>at - lastSlash;
        if (segment > 3 && segment < 40 && mayTellSegment(lastSlash + 1, at) && isTellingSegment(lastSlash + 1, at))
          return false;
      }
      if (at - pieceStart >= minRun && pieceStart > runStart && mayDecode(pieceStart, at, minOpaque)) return false;
      lastSlash = at;
      pieceStart = at + 1;
      continue;
    }
    if (at - runStart >= minRun) {
      if (mayDecode(runStart, at, minOpaque)) return false;
      if (at - pieceStart >= minRun && pieceStart > runStart && mayDecode(pieceStart, at, minOpaque)) return false;
    }
    runStart = at + 1;
    pieceStart = runStart;
    if (code == 58 || code == 61) {
      if (!isHarmlessPair(at, length, isJson)) return false;
    } else if (code == 37) {
      if (isHex(load<u8>(INPUT + at + 1)) && isHex(load<u8>(INPUT + at + 2))) return false;
    } else if (code == 38) {
      if (isEntity(at)) return false;
    } else if (code == 92) {
      if (!isPlainEscape(at)) return false;
      escaped = at + 1;
      runStart = at + 2;
      pieceStart = runStart;
    } else if (code == 44) {
      if (at > 0 && load<u8>(INPUT + at - 1) == QUOTE && mayNameItem(at) && !isHarmlessItem(at)) return false;
    } else if (code == 60) {
      if (isJson) return false;
    } else if (code == 64) {
      if (mayEndUserinfo(at) && endsUserinfo(at)) return false;
    }
  }
  if (length > runStart && length - runStart >= minRun) {
    if (mayDecode(runStart, length, minOpaque)) return false;
    if (length - pieceStart >= minRun && pieceStart > runStart && mayDecode(pieceStart, length, minOpaque))
      return false;
  }
  return digits < minCard || !mayHoldCard(digitsFrom, length);
}

// @ts-ignore: decorator
@inline
function isHex(sign: u8): bool {
  const code = sign | 32;
  return (sign >= 48 && sign <= 57) || (code >= 97 && code <= 102);
}

function isPlainEscape(at: u32): bool {
  const code = load<u8>(INPUT + at + 1);
  if (code == 117 || code == 120) return false;
  if (code == 92) {
    const inner = load<u8>(INPUT + at + 2);
    return inner != 117 && inner != 120 && inner != SLASH;
  }
  return !(code == SLASH && at > 0 && load<u8>(INPUT + at - 1) == 58);
}

/** Whether a literal stands at `at`. */
function beginsLiteral(at: u32): bool {
  const start = INPUT + at;
  const first = fold(load<u8>(start)) | (fold(load<u8>(start, 1)) << 8) | (fold(load<u8>(start, 2)) << 16);
  let place: usize = load<u16>(LITERAL_CHAINS + (((first * 0x9e3779b1) >>> 21) << 1));
  while (place != 0) {
    const literal = LITERALS + place;
    if (standsAt(start, literal + 4, load<u8>(literal, 2), load<u8>(literal, 3) != 0)) return true;
    place = load<u16>(literal);
  }
  return false;
}

function standsAt(start: usize, literal: usize, length: u32, anyCase: bool): bool {
  for (let at: u32 = 0; at < length; at++) {
    const code = load<u8>(start + at);
    // Of another script, it can be a letter in other clothes.
    if (code == NOT_ASCII && anyCase) continue;
    if ((anyCase ? fold(code) : <u32>code) != load<u8>(literal + at)) return false;
  }
  return true;
}

// @ts-ignore: decorator
@inline
function fold(code: u8): u32 {
  return code >= 65 && code <= 90 ? code | 32 : code;
}

// @ts-ignore: decorator
@inline
function hasBit(table: usize, key: u32): bool {
  const slot = (key * 0x9e3779b1) >>> 16;
  return (load<u8>(table + (slot >>> 3)) & (1 << (slot & 7))) != 0;
}

/** See may-mean.ts: whether a name can mean anything. */
function mayMean(table: usize, start: u32, end: u32): bool {
  let letters: u32 = 0;
  let hexDigits: u32 = 4;
  for (let at = start; at < end; at++) {
    let code = load<u8>(INPUT + at);
    if (code == NOT_ASCII) return true;
    if (load<u8>(LONE + ((code | 32) & 127)) != 0 && isLone(start, end, at)) return true;
    if (code >= 65 && code <= 90) code |= 32;
    else if (!((code >= 97 && code <= 122) || (code >= 48 && code <= 57))) continue;
    letters = (letters << 8) | code;
    hexDigits = code <= 102 ? hexDigits + 1 : 0;
    if (hexDigits >= 4) continue;
    if (
      hasBit(table, letters ^ <u32>(4 << 29)) ||
      hasBit(table, (letters & 0xffffff) ^ <u32>(3 << 29)) ||
      hasBit(table, (letters & 0xffff) ^ <u32>(2 << 29))
    )
      return true;
  }
  return false;
}

function isLone(start: u32, end: u32, at: u32): bool {
  let next = at + 1;
  while (next < end && isDigit(load<u8>(INPUT + next))) next++;
  if (next - at > 3) return false;
  if (next < end && load<u8>(INPUT + next) >= 97 && load<u8>(INPUT + next) <= 122) return false;
  if (load<u8>(INPUT + at) < 97 || at == start) return true;
  const before = load<u8>(INPUT + at - 1);
  return !((before >= 97 && before <= 122) || (before >= 65 && before <= 90) || isDigit(before));
}

// @ts-ignore: decorator
@inline
function isDigit(code: u8): bool {
  return code >= 48 && code <= 57;
}

function mayTellSegment(start: u32, end: u32): bool {
  for (let at = start; at < end; at++) {
    const code = load<u8>(INPUT + at);
    if (code <= 32 || code == QUOTE || code == 46) return false;
  }
  return mayMean(ENDS, start, end);
}

/** Whether a string of six characters and more stands behind the comma, and what stands in front of it can be its name. */
function mayNameItem(comma: u32): bool {
  let at = comma + 1;
  while (load<u8>(INPUT + at) == 32) at++;
  // In JSON that stands in a string, quotation marks have backslashes in front of them.
  while (load<u8>(INPUT + at) == BACKSLASH) at++;
  if (load<u8>(INPUT + at) != QUOTE) return false;
  for (let step: u32 = 1; step <= 6; step++) if (load<u8>(INPUT + at + step) == QUOTE) return false;
  let end = comma - 1;
  while (end > 0 && load<u8>(INPUT + end - 1) == BACKSLASH) end--;
  let open = end;
  while (open > 0 && end - open <= 66) {
    open--;
    if (load<u8>(INPUT + open) == QUOTE) return mayMean(ENDS, open + 1, end);
  }
  // Longer than a name, unless the text begins with it.
  return open == 0;
}

/** Whether two slashes, and then sixteen characters that are no slash and no blank, stand in front of `at`. */
function mayEndUserinfo(at: u32): bool {
  let start = at;
  while (start > 0 && at - start <= 200) {
    const code = load<u8>(INPUT + start - 1);
    if (code <= 32 || code == SLASH || code == 64) break;
    start--;
  }
  const length = at - start;
  return (
    length >= 16 && length <= 200 && start >= 2 && load<u8>(INPUT + start - 1) == SLASH && load<u8>(INPUT + start - 2) == SLASH
  );
}

function isHarmlessPair(at: u32, length: u32, isJson: bool): bool {
  let end = at;
  while (end > 0 && load<u8>(PARTS + load<u8>(INPUT + end - 1)) == FILLER && at - end < MAX_FILLERS) end--;
  if (at - end == MAX_FILLERS) return false;
  let start = end;
  let hash: u32 = 0;
  for (; start > 0 && end - start < SLOT_BYTES; start--) {
    const part = load<u8>(INPUT + start - 1);
    if (load<u8>(PARTS + part) != NAME) break;
    hash = hash * 31 + part;
  }
  if (start > 0 && load<u8>(INPUT + start - 1) == NOT_ASCII) return false;
  if (end == start) return true;
  // The end of an escape: behind a line end that stands in a string of JSON, a name begins with a letter less.
  if (start > 0 && end - start > 2 && load<u8>(INPUT + start - 1) == BACKSLASH) {
    const rest = mayMean(TELLING_ENDS, start + 1, end) ? tellsOf(start + 1, end) : 0;
    if (rest != 0 && !isHarmlessUnder(start + 1, end, at, rest)) return false;
  }
  const nameLength = end - start;
  const slot = (hash ^ (hash >> 12)) & (SLOTS - 1);
  const name = NAMES + slot * SLOT_BYTES;
  if (load<u8>(LENGTHS + slot) != nameLength || memory.compare(name, INPUT + start, nameLength) != 0) {
    memory.copy(name, INPUT + start, nameLength);
    store<u8>(LENGTHS + slot, nameLength);
    store<u8>(TELLS + slot, mayMean(TELLING_ENDS, start, end) ? tellsOf(start, end) : 0);
  }
  const tells: u32 = load<u8>(TELLS + slot);
  if (tells == 0 || (!isJson && (tells & VALUE) == 0 && !isQuotedName(at))) return true;
  return isJson ? isHarmlessMember(start, end, at, tells, length) : isHarmlessUnder(start, end, at, tells);
}

/** Whether the name in front of the sign at `at` stands in quotation marks. */
function isQuotedName(at: u32): bool {
  let before = at - 1;
  while (before > 0 && at - before < MAX_FILLERS && load<u8>(INPUT + before) == 32) before--;
  return load<u8>(INPUT + before) == QUOTE;
}

/** A member of JSON under a telling name. What is a string and was asked for once is not asked for again. */
function isHarmlessMember(start: u32, end: u32, at: u32, tells: u32, length: u32): bool {
  let open = at + 1;
  while (load<u8>(INPUT + open) == 32 && open - at < 10) open++;
  if (load<u8>(INPUT + open) != QUOTE) return isHarmlessUnder(start, end, at, tells);
  let close = open + 1;
  while (close < length && close - open <= 64 && load<u8>(INPUT + close) != QUOTE) close++;
  if (close >= length) return isHarmlessUnder(start, end, at, tells);
  const isWhole = load<u8>(INPUT + close) == QUOTE;
  // A label has sixty-three characters at most.
  if (tells == LABEL && (!isWhole || !mayMean(ENDS, open + 1, close))) return true;
  const size = close + 1 - start;
  if (!isWhole || size > SLOT_BYTES) return isHarmlessUnder(start, end, at, tells);
  let hash: u32 = 0;
  for (let sign = start; sign <= close; sign++) {
    const code = load<u8>(INPUT + sign);
    // It can stand for any of many.
    if (code == NOT_ASCII) return isHarmlessUnder(start, end, at, tells);
    hash = hash * 31 + code;
  }
  const slot = (hash ^ (hash >> 15)) & (PAIR_SLOTS - 1);
  const pair = PAIRS + slot * SLOT_BYTES;
  if (load<u8>(PAIR_LENGTHS + slot) == size && memory.compare(pair, INPUT + start, size) == 0) return true;
  if (!isHarmlessUnder(start, end, at, tells)) return false;
  memory.copy(pair, INPUT + start, size);
  store<u8>(PAIR_LENGTHS + slot, size);
  return true;
}

function mayDecode(start: u32, end: u32, minOpaque: u32): bool {
  if (beginsCompressed(start)) return true;
  const length = end - start;
  if (isHexRun(start, end)) return length % 2 == 0 && hexMayDecode(start);
  if (length >= minOpaque) {
    const before = start == 0 ? 34 : load<u8>(INPUT + start - 1);
    if (before == 34 || before == 61 || before == 32) return true;
  }
  const groups = min(length / 4, 21);
  for (let group: u32 = 0; group < groups; group++) {
    const at = INPUT + start + group * 4;
    const bits =
      (<u32>load<u8>(SEXTETS + load<u8>(at)) << 18) |
      (<u32>load<u8>(SEXTETS + load<u8>(at, 1)) << 12) |
      (<u32>load<u8>(SEXTETS + load<u8>(at, 2)) << 6) |
      <u32>load<u8>(SEXTETS + load<u8>(at, 3));
    const to = HEAD + group * 3;
    store<u8>(to, bits >> 16);
    store<u8>(to, bits >> 8, 1);
    store<u8>(to, bits, 2);
    if (group == 1 && !beginsLikeText(6)) return false;
  }
  return beginsLikeText(groups * 3);
}

function beginsCompressed(at: u32): bool {
  const first = load<u8>(INPUT + at);
  const second = load<u8>(INPUT + at + 1);
  if (first == 101) return second == 65 || second == 70 || second == 74 || second == 78;
  return first == 72 && second == 52 && load<u8>(INPUT + at + 2) == 115 && load<u8>(INPUT + at + 3) == 73;
}

function isHexRun(start: u32, end: u32): bool {
  for (let at = start; at < end; at++) if (!isHex(load<u8>(INPUT + at))) return false;
  return true;
}

function hexMayDecode(start: u32): bool {
  for (let pair: u32 = 0; pair < 6; pair++) {
    const at = INPUT + start + pair * 2;
    store<u8>(HEAD + pair, (hexValue(load<u8>(at)) << 4) | hexValue(load<u8>(at, 1)));
  }
  return beginsLikeText(6);
}

function hexValue(sign: u8): u32 {
  return sign <= 57 ? sign - 48 : (sign | 32) - 87;
}

/** See bytes.ts. */
function beginsLikeText(end: u32): bool {
  for (let at: u32 = 0; at < end; ) {
    const first = load<u8>(HEAD + at);
    if (first < 128) {
      if (first < 9 || (first > 13 && first < 32) || first == 127) return false;
      at++;
      continue;
    }
    const size: u32 =
      first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
    if (size == 0) return false;
    for (let step: u32 = 1; step < size && at + step < end; step++)
      if ((load<u8>(HEAD + at + step) & 0xc0) != 0x80) return false;
    at += size;
  }
  return true;
}
