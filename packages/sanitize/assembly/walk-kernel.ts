// Walks a stretch of valid JSON and tells its strings, scalars and brackets as events of three words: what it is, where
// it begins, where it ends. The same as src/har/walk/typescript-walker.ts, sixteen bytes at a time where it pays.

/** Bytes that say of each open container whether it is an array. */
const STACK: usize = 0x10000;
const MAX_DEPTH: u32 = 0x10000;
const EVENTS: usize = 0x20000;
/** Events at once. */
const MAX_EVENTS: u32 = 0x4000;
const INPUT: usize = 0x50000;

let at: usize = 0;
let end: usize = 0;
let depth: u32 = 0;
let expectsKey: bool = false;

/** Makes room for an input; 0 where there is none. Zeros behind it are read and never met. */
export function prepare(length: u32): u32 {
  const pages = <i32>((INPUT + length + 64 + 0xffff) >> 16);
  if (pages > memory.size() && memory.grow(pages - memory.size()) < 0) return 0;
  memory.fill(INPUT + length, 0, 64);
  at = INPUT;
  end = INPUT + length;
  depth = 0;
  expectsKey = false;
  return <u32>INPUT;
}

export function stackAddress(): u32 {
  return <u32>STACK;
}

export function eventsAddress(): u32 {
  return <u32>EVENTS;
}

/** What is open where the input begins. */
export function beginIn(open: u32, wantsKey: bool): void {
  depth = open;
  expectsKey = wantsKey;
}

export function wantsKey(): bool {
  return expectsKey;
}

/** How many events were written; 0 at the end; -1 where the containers are nested too deep for this. */
export function walk(): i32 {
  let out = EVENTS;
  const full = EVENTS + MAX_EVENTS * 12;
  while (at < end && out < full) {
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
      out = tell(out, expectsKey ? 3 : 0, escapes, start);
      continue;
    }
    if (code == 0x2c) {
      expectsKey = depth > 0 && load<u8>(STACK + depth - 1) == 0;
      at++;
      continue;
    }
    if (code == 0x3a) {
      expectsKey = false;
      at++;
      continue;
    }
    if (code == 0x7b || code == 0x5b) {
      if (depth >= MAX_DEPTH) return -1;
      const isArray: u32 = code == 0x5b ? 1 : 0;
      store<u8>(STACK + depth, isArray);
      depth++;
      expectsKey = isArray == 0;
      at++;
      out = tell(out, 4 + isArray, 0, at - 1);
      continue;
    }
    if (code == 0x7d || code == 0x5d) {
      if (depth > 0) depth--;
      expectsKey = false;
      at++;
      out = tell(out, 6, 0, at - 1);
      continue;
    }
    const start = at;
    at++;
    while (at < end && !isDelimiter(load<u8>(at))) at++;
    out = tell(out, code == 0x2d || (code >= 0x30 && code <= 0x39) ? 1 : 2, 0, start);
  }
  return <i32>((out - EVENTS) / 12);
}

// @ts-expect-error: decorator
@inline
function tell(out: usize, kind: u32, escapes: u32, start: usize): usize {
  store<u32>(out, kind | (escapes << 4));
  store<u32>(out, <u32>(start - INPUT), 4);
  store<u32>(out, <u32>(at - INPUT), 8);
  return out + 12;
}

// @ts-expect-error: decorator
@inline
function isDelimiter(code: u8): bool {
  return code == 0x2c || code == 0x7d || code == 0x5d || code <= 0x20;
}
