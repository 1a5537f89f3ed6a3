import type { BitReader } from './bit-reader.ts';
import { PrefixCode } from './prefix-code.ts';

const LENGTH_ORDER = [1, 2, 3, 4, 0, 5, 17, 6, 16, 7, 8, 9, 10, 11, 12, 13, 14, 15];
// §3.5: the fixed code of the code-length code lengths, by its next four bits: value and bits.
const FIXED_VALUE = [0, 4, 3, 2, 0, 4, 3, 1, 0, 4, 3, 2, 0, 4, 3, 5];
const FIXED_BITS = [2, 2, 2, 3, 2, 2, 2, 4, 2, 2, 2, 3, 2, 2, 2, 4];
const REPEAT_PREVIOUS = 16;
/** The code space of 15 bits, which lengths must fill exactly. */
const SPACE = 1 << 15;

/** How many types or trees there are, 1 to 256. Spec: RFC 7932 §9.2, NBLTYPES. */
export function readCount(bits: BitReader): number {
  if (bits.read(1) === 0) return 1;
  const extra = bits.read(3);
  return 2 ** extra + 1 + bits.read(extra);
}

/** Spec: RFC 7932 §3.4, §3.5. */
export function readPrefixCode(bits: BitReader, alphabetSize: number): PrefixCode {
  const kind = bits.read(2);
  return new PrefixCode(kind === 1 ? readSimple(bits, alphabetSize) : readComplex(bits, alphabetSize, kind));
}

/** One to four symbols, named. */
function readSimple(bits: BitReader, alphabetSize: number): Uint8Array {
  const count = bits.read(2) + 1;
  const symbolBits = 32 - Math.clz32(alphabetSize - 1);
  const symbols = Array.from({ length: count }, () => bits.read(symbolBits));
  if (symbols.some((symbol) => symbol >= alphabetSize) || new Set(symbols).size < count) {
    throw new RangeError('simple code');
  }
  const isSteep = count === 4 && bits.read(1) === 1;
  const lengths = new Uint8Array(alphabetSize);
  const ofCount = isSteep ? [1, 2, 3, 3] : [[1], [1, 1], [1, 2, 2], [2, 2, 2, 2]][count - 1];
  for (const [at, symbol] of symbols.entries()) lengths[symbol] = ofCount?.[at] as number;
  return lengths;
}

function readComplex(bits: BitReader, alphabetSize: number, skipped: number): Uint8Array {
  const ofLengths = new Uint8Array(LENGTH_ORDER.length);
  let space = 32;
  let used = 0;
  for (let at = skipped; at < LENGTH_ORDER.length && space > 0; at++) {
    const next = bits.peek(4);
    bits.skip(FIXED_BITS[next] as number);
    const length = FIXED_VALUE[next] as number;
    ofLengths[LENGTH_ORDER[at] as number] = length;
    if (length > 0) {
      space -= 32 >> length;
      used++;
    }
  }
  if (used !== 1 && space !== 0) throw new RangeError('code of code lengths');
  return readLengths(bits, new PrefixCode(ofLengths), alphabetSize);
}

function readLengths(bits: BitReader, code: PrefixCode, alphabetSize: number): Uint8Array {
  const lengths = new Uint8Array(alphabetSize);
  let symbol = 0;
  let previous = 8;
  let repeated = 0;
  let repeatedLength = -1;
  let space = SPACE;
  while (symbol < alphabetSize && space > 0) {
    const next = code.read(bits);
    if (next < REPEAT_PREVIOUS) {
      lengths[symbol++] = next;
      repeated = 0;
      repeatedLength = -1;
      if (next > 0) {
        previous = next;
        space -= SPACE >> next;
      }
      continue;
    }
    const extraBits = next === REPEAT_PREVIOUS ? 2 : 3;
    const length = next === REPEAT_PREVIOUS ? previous : 0;
    if (length !== repeatedLength) repeated = 0;
    repeatedLength = length;
    const before = repeated;
    // A repeat behind a repeat of the same length multiplies.
    if (repeated > 0) repeated = (repeated - 2) << extraBits;
    repeated += bits.read(extraBits) + 3;
    const count = repeated - before;
    if (symbol + count > alphabetSize) throw new RangeError('repeated length');
    lengths.fill(length, symbol, symbol + count);
    symbol += count;
    if (length > 0) space -= count * (SPACE >> length);
  }
  if (space !== 0) throw new RangeError('code lengths');
  return lengths;
}

/** Which tree serves which context. Spec: RFC 7932 §7.3. */
export function readContextMap(
  bits: BitReader,
  size: number,
): { readonly trees: number; readonly map: Uint8Array } {
  const map = new Uint8Array(size);
  const trees = readCount(bits);
  if (trees < 2) return { trees, map };
  const maxRun = bits.read(1) === 0 ? 0 : bits.read(4) + 1;
  const code = readPrefixCode(bits, trees + maxRun);
  for (let at = 0; at < size; ) {
    const symbol = code.read(bits);
    if (symbol > maxRun) {
      map[at++] = symbol - maxRun;
    } else {
      at += symbol === 0 ? 1 : 2 ** symbol + bits.read(symbol);
      if (at > size) throw new RangeError('context map');
    }
  }
  if (bits.read(1) === 1) undoMoveToFront(map);
  return { trees, map };
}

function undoMoveToFront(map: Uint8Array): void {
  const recent = Array.from({ length: 256 }, (_, value) => value);
  for (const [at, index] of map.entries()) {
    const [value] = recent.splice(index, 1) as [number];
    map[at] = value;
    recent.unshift(value);
  }
}
