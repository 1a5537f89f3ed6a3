// Sifts a text: whether it certainly holds no credential. The same as src/content/suspicion.ts, which says why; whatever
// needs more than its characters is asked for there.

/** Classes of characters, and what names are made of, as suspicion.ts has them. */
const SORTS: usize = 0x10000;
const PARTS: usize = 0x10100;
const SEXTETS: usize = 0x10200;
const HEAD: usize = 0x10300;
const LITERAL_HEADS: usize = 0x11000;
const LITERAL_BITS: usize = 0x20000;
/** Names that were met, and what they tell: as in telling-names.ts. */
const NAMES: usize = 0x40000;
const LENGTHS: usize = 0x80000;
const TELLS: usize = 0x81000;
const INPUT: usize = 0x90000;

const SLOTS: u32 = 1 << 12;
const SLOT_BYTES: u32 = 64;

const RUN: u8 = 0;
const DIGIT: u8 = 1;
const FILLER: u8 = 1;
const NAME: u8 = 2;
const MAX_FILLERS: u32 = 6;
const NOT_ASCII: u8 = 128;
const SLASH: u8 = 47;

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

/** `isJson`: markup and labels count. Eight zeros stand behind the text. */
export function isBeyondSuspicion(length: u32, isJson: bool, minRun: u32, minCard: u32, minOpaque: u32): bool {
  let hash: u32 = 0;
  let digits: u32 = 0;
  let digitsFrom: u32 = 0;
  let runStart: u32 = 0;
  let lastSlash: i32 = -1;
  let pieceStart: u32 = 0;
  for (let at: u32 = 0; at < length; at++) {
    const code = load<u8>(INPUT + at);
    hash = ((hash << 5) | (code & 31)) & 0x7fff;
    if (
      (load<u8>(LITERAL_HEADS + (hash >> 3)) & (1 << (hash & 7))) != 0 &&
      at >= 2 &&
      (load<u32>(LITERAL_BITS + (hash << 2)) & (1 << (load<u8>(INPUT + at + 1) & 31))) != 0 &&
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
    if (sort == DIGIT) {
      if (digits++ == 0) digitsFrom = at;
      continue;
    }
    if (code != 32 && code != 45) {
      if (digits >= minCard && mayHoldCard(digitsFrom, at)) return false;
      digits = 0;
    }
    if (code == 45 || code == 95) continue;
    if (code == SLASH) {
      if (lastSlash >= 0) {
        const segment = <i32>at - lastSlash;
        if (segment > 3 && segment < 40 && isTellingSegment(lastSlash + 1, at)) return false;
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
      if (!isHarmlessPair(at)) return false;
    } else if (code == 37) {
      if (isHex(load<u8>(INPUT + at + 1)) && isHex(load<u8>(INPUT + at + 2))) return false;
    } else if (code == 38) {
      if (isEntity(at)) return false;
    } else if (code == 92) {
      if (!isPlainEscape(at)) return false;
      at++;
      runStart = at + 1;
      pieceStart = runStart;
    } else if (code == 44) {
      if (at > 0 && load<u8>(INPUT + at - 1) == 34 && !isHarmlessItem(at)) return false;
    } else if (code == 60) {
      if (isJson) return false;
    } else if (code == 64) {
      if (endsUserinfo(at)) return false;
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

function isHarmlessPair(at: u32): bool {
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
  const length = end - start;
  const slot = (hash ^ (hash >> 12)) & (SLOTS - 1);
  const name = NAMES + slot * SLOT_BYTES;
  if (load<u8>(LENGTHS + slot) != length || memory.compare(name, INPUT + start, length) != 0) {
    memory.copy(name, INPUT + start, length);
    store<u8>(LENGTHS + slot, length);
    store<u8>(TELLS + slot, tellsOf(start, end));
  }
  const tells = load<u8>(TELLS + slot);
  return tells == 0 || isHarmlessUnder(start, end, at, tells);
}

function mayDecode(start: u32, end: u32, minOpaque: u32): bool {
  if (beginsCompressed(start)) return true;
  const length = end - start;
  if (isHexRun(start, end)) return length % 2 == 0 && hexMayDecode(start);
  if (length >= minOpaque && (start == 0 || load<u8>(INPUT + start - 1) == 34)) return true;
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
