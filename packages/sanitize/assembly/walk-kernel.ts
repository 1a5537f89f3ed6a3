// Reads a stretch of valid JSON into columns: its tokens, its keys, its containers. The same as
// src/har/walk/typescript-walker.ts, sixteen bytes at a time where it pays. It keeps what was found out about values and
// names as well, so that only what is new is asked about: see known.ts.
import { find, forget, HASH_KEYS, hashText, keep, MAX_BYTES, readyHash } from './known.ts';

/** Of each open container: its frame, and the position that its next item takes. */
const STACK: usize = 0x10000;
const NEXT: usize = 0x30000;
const MAX_DEPTH: u32 = 0x8000;

// Tables of known.ts, from 0x60000 on: words, then values.
const WORDS: usize = 0;
const WORD_SETS: u32 = 1 << 11;
const VALUES: usize = 0x40000;
const VALUE_SETS: u32 = 1 << 13;

/** What JavaScript said of each word, a byte each. */
const WORD_FLAGS: usize = 0x1a0000;
const MAX_WORDS: u32 = 0x8000;

// Columns, of 32-bit words but for the first. Those of src/har/walk/token-columns.ts.
const MAX_TOKENS: u32 = 0x8000;
const COLUMN: usize = 0x20000;
const KINDS: usize = 0x1c0000;
const TOKENS: usize = 0x1c8000;
const STARTS: usize = TOKENS;
const ENDS: usize = TOKENS + COLUMN;
const FRAMES: usize = TOKENS + 2 * COLUMN;
const POSITIONS: usize = TOKENS + 3 * COLUMN;
const KEYS: usize = TOKENS + 4 * COLUMN;
const ASKED: usize = TOKENS + 5 * COLUMN;
const KEY_STARTS: usize = TOKENS + 6 * COLUMN;
const KEY_ENDS: usize = TOKENS + 7 * COLUMN;
const KEY_WORDS: usize = TOKENS + 8 * COLUMN;
const ASKED_KEYS: usize = TOKENS + 9 * COLUMN;
const STILL: usize = TOKENS + 10 * COLUMN;
const STILL_KEYS: usize = STILL + 0x1000;

const MAX_FRAMES: u32 = 0x4000;
const FRAME_COLUMN: usize = 0x10000;
const FRAME_TABLE: usize = 0x310000;
const PARENTS: usize = FRAME_TABLE;
const FRAME_KEYS: usize = FRAME_TABLE + FRAME_COLUMN;
const FRAME_POSITIONS: usize = FRAME_TABLE + 2 * FRAME_COLUMN;
const ARE_ARRAYS: usize = FRAME_TABLE + 3 * FRAME_COLUMN;
const NAMES: usize = FRAME_TABLE + 4 * FRAME_COLUMN;
const MIME_TYPES: usize = FRAME_TABLE + 5 * FRAME_COLUMN;
const ENCODINGS: usize = FRAME_TABLE + 6 * FRAME_COLUMN;
/** The word of its key; 0 in an array. */
const OWN_WORDS: usize = FRAME_TABLE + 7 * FRAME_COLUMN;
/** The word under which it or the array that holds it stands. */
const CONTAINER_WORDS: usize = FRAME_TABLE + 8 * FRAME_COLUMN;
/** The word of its member `name`; 0 where that is not met. */
const NAME_WORDS: usize = FRAME_TABLE + 9 * FRAME_COLUMN;
const IN_RESPONSE: usize = FRAME_TABLE + 10 * FRAME_COLUMN;

/** Keys of `log`. */
const LOG_KEYS: usize = 0x3c0000;
const MAX_LOG_KEYS: u32 = 0x1000;

const INPUT: usize = 0x3d0000;

const STRING: u32 = 0;
const NUMBER: u32 = 1;
const LITERAL: u32 = 2;

/** Words that decide what a value is, in the order in which they are told. */
const HEADERS: u32 = 1;
const COOKIES: u32 = 2;
const QUERY: u32 = 3;
const PARAMS: u32 = 4;
const RESPONSE: u32 = 5;
const NAME: u32 = 6;
const MIME_TYPE: u32 = 7;
const ENCODING: u32 = 8;
const VALUE: u32 = 9;
const TEXT: u32 = 10;
const DATA: u32 = 11;
const PAYLOAD: u32 = 12;
const CONTENT: u32 = 13;
const LOG: u32 = 14;
const EMPTY: u32 = 15;
const PINNED_WORDS: u32 = 15;

/** Flags of words. */
const SAYS_NOTHING: u32 = 1;
const SETS_COOKIE: u32 = 2;
const STAYS_AS_KEY: u32 = 4;

/** What is known of a value: it is still. More is a number of JavaScript's. */
const IS_STILL: u32 = 1;

/** Keys that are none of the stretch. */
const NO_KEY: i32 = -1;
const PENDING: i32 = -2;

let at: usize = 0;
let end: usize = 0;
let depth: u32 = 0;
let floor: u32 = 0;
let expectsKey: bool = false;
let pendingKey: i32 = NO_KEY;
let pendingWord: u32 = 0;
let tokenCount: u32 = 0;
let keyCount: u32 = 0;
let frameCount: u32 = 0;
let logKeyCount: u32 = 0;
let logBrace: i32 = -1;
let wordCount: u32 = 0;
let askedCount: u32 = 0;
let askedKeyCount: u32 = 0;

// @ts-ignore: decorator
@external("names", "flagsOf")
declare function flagsOf(start: u32, end: u32): u32;

/** Where sixteen words of key for each block of the longest text go. */
export function hashKeysAddress(): u32 {
  readyHash();
  return <u32>HASH_KEYS;
}

export function inputAddress(): u32 {
  return <u32>INPUT;
}

/** Makes room for an input. */
export function prepare(length: u32): bool {
  const pages = <i32>((INPUT + length + 64 + 0xffff) >> 16);
  if (pages > memory.size() && memory.grow(pages - memory.size()) < 0) return false;
  memory.fill(INPUT + length, 0, 64);
  return true;
}

/** Forgets all words and values; the pinned words have to be told again. */
export function forgetAll(): void {
  forget(WORDS, WORD_SETS);
  forget(VALUES, VALUE_SETS);
  wordCount = 0;
}

/** Forgets what is known of values. */
export function forgetValues(): void {
  forget(VALUES, VALUE_SETS);
}

export function hasManyWords(): bool {
  return wordCount > MAX_WORDS;
}

/** The number of a word that stands at the beginning of the input; the same for the same word until all is forgotten. */
export function wordAtInput(length: u32): u32 {
  return wordOf(INPUT, INPUT + length);
}

/** In front of a stretch: nothing is open. */
export function begin(): void {
  depth = 0;
  tokenCount = 0;
  keyCount = 0;
  frameCount = 0;
  logKeyCount = 0;
  logBrace = -1;
}

/** A container that is open in front of the stretch, outermost first. */
export function openBefore(word: u32, position: i32, isArray: bool, next: i32): void {
  pendingKey = PENDING;
  pendingWord = word;
  open(isArray, position);
  store<i32>(NEXT + ((depth - 1) << 2), next);
}

/** Reads a stretch; `false` where TypeScript has to. `word` is that of the key that is pending, 0 where none is. */
export function walk(length: u32, wantsKey: bool, word: u32, hasPending: bool): bool {
  at = INPUT;
  end = INPUT + length;
  floor = depth;
  expectsKey = wantsKey;
  pendingKey = hasPending ? PENDING : NO_KEY;
  pendingWord = word;
  while (at < end) {
    const code = load<u8>(at);
    if (code <= 0x20) {
      at++;
      // The indentation of the next line.
      while (load<u8>(at) == 0x20) {
        const rest = i8x16.bitmask(i8x16.ne(v128.load(at), i8x16.splat(0x20)));
        if (rest != 0) {
          at += ctz(rest);
          break;
        }
        at += 16;
      }
      continue;
    }
    if (code == 0x22) {
      const start = at;
      const escapes = passString();
      if (expectsKey) {
        if (!addKey(start, escapes)) return false;
      } else if (!addToken(STRING | (escapes << 4), start)) return false;
      continue;
    }
    if (code == 0x2c) {
      expectsKey = depth > 0 && !innermostIsArray();
      at++;
      continue;
    }
    if (code == 0x3a) {
      expectsKey = false;
      at++;
      continue;
    }
    if (code == 0x7b || code == 0x5b) {
      if (depth >= MAX_DEPTH || frameCount >= MAX_FRAMES) return false;
      const isArray = code == 0x5b;
      if (pendingWord == LOG && depth == 1 && !isArray && logBrace < 0) logBrace = <i32>(at - INPUT);
      open(isArray, takePosition());
      expectsKey = !isArray;
      at++;
      continue;
    }
    if (code == 0x7d || code == 0x5d) {
      if (depth > 0) depth--;
      if (depth < floor) floor = depth;
      expectsKey = false;
      pendingKey = NO_KEY;
      pendingWord = 0;
      at++;
      continue;
    }
    const start = at;
    at++;
    while (at < end && !isDelimiter(load<u8>(at))) at++;
    if (!addToken(code == 0x2d || (code >= 0x30 && code <= 0x39) ? NUMBER : LITERAL, start)) return false;
  }
  return true;
}

/** Moves behind the string that begins here, and tells what escapes it has. */
// @ts-expect-error: decorator
@inline
function passString(): u32 {
  let escapes: u32 = 0;
  at++;
  for (;;) {
    const block = v128.load(at);
    const stops = i8x16.bitmask(
      v128.or(i8x16.eq(block, i8x16.splat(0x22)), i8x16.eq(block, i8x16.splat(0x5c))),
    );
    if (stops == 0) {
      at += 16;
      if (at >= end) break;
      continue;
    }
    at += ctz(stops);
    if (load<u8>(at) == 0x22) break;
    const escaped = load<u8>(at + 1);
    if (escaped == 0x75 || escaped == 0x2f) escapes = 2;
    else if (escapes == 0) escapes = 1;
    at += 2;
  }
  at = min(at + 1, end);
  return escapes;
}

function open(isArray: bool, position: i32): void {
  const frame = frameCount++;
  const column = frame << 2;
  const parent: i32 = depth > 0 ? load<i32>(STACK + ((depth - 1) << 2)) : -1;
  store<i32>(PARENTS + column, parent);
  store<i32>(FRAME_KEYS + column, pendingKey);
  store<i32>(FRAME_POSITIONS + column, position);
  store<u32>(ARE_ARRAYS + column, isArray ? 1 : 0);
  store<i32>(NAMES + column, -1);
  store<i32>(MIME_TYPES + column, -1);
  store<i32>(ENCODINGS + column, -1);
  store<u32>(OWN_WORDS + column, pendingWord);
  store<u32>(
    CONTAINER_WORDS + column,
    position >= 0 && parent >= 0 ? load<u32>(CONTAINER_WORDS + (parent << 2)) : pendingWord,
  );
  store<u32>(NAME_WORDS + column, 0);
  store<u32>(
    IN_RESPONSE + column,
    pendingWord == RESPONSE || (parent >= 0 && load<u32>(IN_RESPONSE + (parent << 2)) != 0) ? 1 : 0,
  );
  store<u32>(STACK + (depth << 2), frame);
  store<i32>(NEXT + (depth << 2), 0);
  depth++;
  pendingKey = NO_KEY;
  pendingWord = 0;
}

// @ts-expect-error: decorator
@inline
function innermostIsArray(): bool {
  return load<u32>(ARE_ARRAYS + (load<u32>(STACK + ((depth - 1) << 2)) << 2)) != 0;
}

/** The next position in the innermost array; -1 in an object. */
// @ts-expect-error: decorator
@inline
function takePosition(): i32 {
  if (depth == 0 || !innermostIsArray()) return -1;
  const next = NEXT + ((depth - 1) << 2);
  const position = load<i32>(next);
  store<i32>(next, position + 1);
  return position;
}

/** `false` where there is no room, or the key could be spelled otherwise than it reads. */
// @ts-expect-error: decorator
@inline
function addKey(start: usize, escapes: u32): bool {
  if (keyCount >= MAX_TOKENS || escapes == 2) return false;
  const column = keyCount << 2;
  pendingKey = keyCount++;
  pendingWord = wordOf(start + 1, at - 1);
  store<u32>(KEY_STARTS + column, <u32>(start - INPUT));
  store<u32>(KEY_ENDS + column, <u32>(at - INPUT));
  store<u32>(KEY_WORDS + column, pendingWord);
  if (depth == 2 && load<u32>(OWN_WORDS + (load<u32>(STACK + 4) << 2)) == LOG) {
    if (logKeyCount >= MAX_LOG_KEYS) return false;
    store<u32>(LOG_KEYS + (logKeyCount++ << 2), pendingKey);
  }
  return true;
}

// @ts-expect-error: decorator
@inline
function addToken(kind: u32, start: usize): bool {
  if (tokenCount >= MAX_TOKENS) return false;
  const token = tokenCount++;
  const column = token << 2;
  const frame: i32 = depth > 0 ? load<i32>(STACK + ((depth - 1) << 2)) : -1;
  store<u8>(KINDS + token, kind);
  store<u32>(STARTS + column, <u32>(start - INPUT));
  store<u32>(ENDS + column, <u32>(at - INPUT));
  store<i32>(FRAMES + column, frame);
  store<i32>(POSITIONS + column, takePosition());
  store<i32>(KEYS + column, pendingKey);
  if ((kind & 15) == STRING && frame >= 0) {
    if (pendingWord == NAME) {
      store<i32>(NAMES + (frame << 2), token);
      store<u32>(NAME_WORDS + (frame << 2), wordOf(start + 1, at - 1));
    } else if (pendingWord == MIME_TYPE) store<i32>(MIME_TYPES + (frame << 2), token);
    else if (pendingWord == ENCODING) store<i32>(ENCODINGS + (frame << 2), token);
  }
  pendingKey = NO_KEY;
  pendingWord = 0;
  return true;
}

/** The number of a word; 0 for one that is too long to be kept. */
function wordOf(start: usize, stop: usize): u32 {
  const length = <u32>(stop - start);
  if (length > MAX_BYTES) return 0;
  hashText(start, length);
  const known = find(WORDS, WORD_SETS, 0, length);
  if (known != 0) return known;
  const word = ++wordCount;
  keep(WORDS, WORD_SETS, 0, length, word, word <= PINNED_WORDS);
  store<u8>(WORD_FLAGS + word, flagsOf(<u32>(start - INPUT), <u32>(stop - INPUT)));
  return word;
}

/** Lists the tokens and keys that have to be asked about, and marks the others as still. */
export function sieve(): void {
  memory.fill(STILL, 0, (tokenCount + 7) >> 3);
  memory.fill(STILL_KEYS, 0, (keyCount + 7) >> 3);
  askedCount = 0;
  for (let token: u32 = 0; token < tokenCount; token++) {
    if (judge(token) == IS_STILL) mark(STILL, token);
    else store<u32>(ASKED + (askedCount++ << 2), token);
  }
  askedKeyCount = 0;
  for (let key: u32 = 0; key < keyCount; key++) {
    if (keyIsStill(key)) mark(STILL_KEYS, key);
    else store<u32>(ASKED_KEYS + (askedKeyCount++ << 2), key);
  }
}

// @ts-expect-error: decorator
@inline
function mark(bits: usize, place: u32): void {
  store<u8>(bits + (place >> 3), load<u8>(bits + (place >> 3)) | ((<u8>1) << <u8>(place & 7)));
}

/** A key that is known to stay, or too short to be looked at. */
export function keyIsStill(key: u32): bool {
  const column = key << 2;
  if (load<u32>(KEY_ENDS + column) - load<u32>(KEY_STARTS + column) < 10) return true;
  return hasFlag(load<u32>(KEY_WORDS + column), STAYS_AS_KEY);
}

/** Keeps of a key that it stays. */
export function keepKey(key: u32): void {
  const word = load<u32>(KEY_WORDS + (key << 2));
  if (word != 0) store<u8>(WORD_FLAGS + word, load<u8>(WORD_FLAGS + word) | <u8>STAYS_AS_KEY);
}

// @ts-expect-error: decorator
@inline
function hasFlag(word: u32, flag: u32): bool {
  return word != 0 && (load<u8>(WORD_FLAGS + word) & flag) != 0;
}

/** What is known of a token: 0 = nothing. The shortcuts are those of har-rewriter.ts. */
export function judge(token: u32): u32 {
  const column = token << 2;
  const kind: u32 = load<u8>(KINDS + token) & 15;
  if (kind == LITERAL) return IS_STILL;
  const start = load<u32>(STARTS + column);
  const length = load<u32>(ENDS + column) - start;
  const frame = load<i32>(FRAMES + column);
  const key = load<i32>(KEYS + column);
  if (kind == NUMBER) {
    if (!hasFlag(nameOf(key, frame), SAYS_NOTHING)) return 0;
    return length < 9 || !mayHoldCard(INPUT + start, INPUT + start + length) ? IS_STILL : 0;
  }
  if (length <= 2) return IS_STILL;
  if (length < 8 && isIdle(key, frame)) return IS_STILL;
  const sense = senseOf(key, frame);
  if (sense == 0 || length > MAX_BYTES) return 0;
  hashText(INPUT + start + 1, length - 2);
  return find(VALUES, VALUE_SETS, sense, length);
}

/** Keeps what was found out about a token; `false` where more decides about it than the sense of its place. */
export function keepValue(token: u32, known: u32): bool {
  const column = token << 2;
  if ((load<u8>(KINDS + token) & 15) != STRING) return false;
  const start = load<u32>(STARTS + column);
  const length = load<u32>(ENDS + column) - start;
  const sense = senseOf(load<i32>(KEYS + column), load<i32>(FRAMES + column));
  if (sense == 0 || length > MAX_BYTES) return false;
  hashText(INPUT + start + 1, length - 2);
  keep(VALUES, VALUE_SETS, sense, length, known, false);
  return true;
}

// @ts-expect-error: decorator
@inline
function keyWord(key: i32): u32 {
  return key >= 0 ? load<u32>(KEY_WORDS + (key << 2)) : 0;
}

/** The word of the name by which a value is judged that has none beside it; 0 where that is not known. */
function nameOf(key: i32, frame: i32): u32 {
  const word = keyWord(key);
  if (key >= 0 && word != EMPTY) return word;
  return frame < 0 || key == PENDING ? 0 : load<u32>(CONTAINER_WORDS + (frame << 2));
}

/** See har-rewriter.ts. */
function isIdle(key: i32, frame: i32): bool {
  const word = keyWord(key);
  if (word == 0 || word == EMPTY || word == VALUE || word == TEXT || frame < 0) return false;
  return load<u32>(OWN_WORDS + (frame << 2)) != HEADERS && hasFlag(word, SAYS_NOTHING);
}

/** What decides about a value beside its bytes; 0 where more does. See har-rewriter.ts, which decides the same by it. */
function senseOf(key: i32, frame: i32): u32 {
  const word = keyWord(key);
  if (frame < 0 || word == 0 || word == EMPTY) return 0;
  if (word == TEXT || word == DATA || word == PAYLOAD || word == CONTENT) return 0;
  const column = frame << 2;
  if (word != VALUE) return load<u32>(OWN_WORDS + column) == HEADERS ? 0 : word << 3;
  const name = load<u32>(NAME_WORDS + column);
  if (name == 0) return 0;
  const container = load<u32>(CONTAINER_WORDS + column);
  if (container == HEADERS) {
    if (hasFlag(name, SETS_COOKIE)) return 0;
    return (name << 3) | (load<u32>(IN_RESPONSE + column) != 0 ? 2 : 1);
  }
  if (container == COOKIES) return (name << 3) | 3;
  if (container == QUERY) return (name << 3) | 4;
  if (container == PARAMS) return (name << 3) | 5;
  return name << 3;
}

/** Whether a number has as many digits as a card, and nothing in front of them that says it is none. */
function mayHoldCard(from: usize, to: usize): bool {
  let digits = 0;
  let begins = true;
  for (let place = from; place < to; place++) {
    const code = load<u8>(place);
    if (code >= 0x30 && code <= 0x39) {
      if (begins && ++digits >= 14) return true;
      continue;
    }
    digits = 0;
    // Behind a point or a sign it is a part of a number.
    begins = code != 0x2e && code != 0x2b && code != 0x2d;
  }
  return false;
}

// @ts-expect-error: decorator
@inline
function isDelimiter(code: u8): bool {
  return code == 0x2c || code == 0x7d || code == 0x5d || code <= 0x20;
}

export function countOfTokens(): u32 {
  return tokenCount;
}
export function countOfKeys(): u32 {
  return keyCount;
}
export function countOfFrames(): u32 {
  return frameCount;
}
export function countOfLogKeys(): u32 {
  return logKeyCount;
}
export function countOfAsked(): u32 {
  return askedCount;
}
export function countOfAskedKeys(): u32 {
  return askedKeyCount;
}
export function openContainers(): u32 {
  return depth;
}
export function fewestOpen(): u32 {
  return floor;
}
export function logBraceAt(): i32 {
  return logBrace;
}
export function wantsKey(): bool {
  return expectsKey;
}
export function keyWithoutValue(): i32 {
  return pendingKey;
}
