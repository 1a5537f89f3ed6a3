import { BitReader, EndOfBits } from './bit-reader.ts';
import { CONTEXT_OF_FIRST, CONTEXT_OF_SECOND, CONTEXT_OF_SIGNED } from './brotli-contexts.ts';
import { dictionaryWord } from './brotli-dictionary.ts';
import { readContextMap, readCount, readPrefixCode } from './brotli-headers.ts';
import { type Decoded, DecodedBytes } from './decoded.ts';
import type { PrefixCode } from './prefix-code.ts';

/**
 * Decodes brotli. Ours because no decoder on npm both stops at a cap and gives the beginning of a cut
 * body; Node has one, browsers and workers have none. Spec: RFC 7932, the sections named below.
 */
export function decodeBrotli(bytes: Uint8Array, maxBytes: number): Decoded {
  const out = new DecodedBytes(bytes.length * 4, maxBytes);
  try {
    new BrotliStream(new BitReader(bytes), out).decode();
    return { bytes: out.toBytes() };
  } catch (error) {
    if (error instanceof EndOfBits) return { bytes: out.toBytes(), trouble: 'cut' };
    if (error instanceof CapMet) return { bytes: out.toBytes(), trouble: 'limit' };
    if (error instanceof RangeError) return { bytes: out.toBytes(), trouble: 'damaged' };
    throw error;
  }
}

class CapMet extends Error {}

// §5: insert and copy lengths. A command's upper bits choose a cell, which adds to both codes.
const INSERT_BASE = [
  0, 1, 2, 3, 4, 5, 6, 8, 10, 14, 18, 26, 34, 50, 66, 98, 130, 194, 322, 578, 1090, 2114, 6210, 22594,
];
const INSERT_EXTRA = [0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9, 10, 12, 14, 24];
const COPY_BASE = [
  2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 18, 22, 30, 38, 54, 70, 102, 134, 198, 326, 582, 1094, 2118,
];
const COPY_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9, 10, 24];
const CELL_INSERT = [0, 0, 0, 0, 8, 8, 0, 16, 8, 16, 16];
const CELL_COPY = [0, 8, 0, 8, 0, 8, 16, 0, 16, 8, 16];
/** Commands below this repeat the last distance. */
const IMPLICIT_DISTANCE_BELOW = 128;
// §4: the 16 short distance codes: which of the last distances, and what is added.
const SHORT_WHICH = [0, 1, 2, 3, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1];
const SHORT_DELTA = [0, 0, 0, 0, -1, 1, -2, 2, -3, 3, -1, 1, -2, 2, -3, 3];
// §6: lengths of blocks.
const BLOCK_BASE = [
  1, 5, 9, 13, 17, 25, 33, 41, 49, 65, 81, 97, 113, 145, 177, 209, 241, 305, 369, 497, 753, 1265, 2289, 4337,
  8433, 16625,
];
const BLOCK_EXTRA = [2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 6, 6, 7, 8, 9, 10, 11, 12, 13, 24];

class BrotliStream {
  readonly #bits: BitReader;
  readonly #out: DecodedBytes;
  /** The last four distances, latest first. */
  readonly #distances = [4, 11, 15, 16];
  #windowBytes = 0;

  constructor(bits: BitReader, out: DecodedBytes) {
    this.#bits = bits;
    this.#out = out;
  }

  decode(): void {
    this.#windowBytes = 2 ** readWindowBits(this.#bits) - 16;
    while (this.#decodeMetaBlock()) {
      // Each call is one meta-block.
    }
  }

  /** §9.2. Returns whether another one follows. */
  #decodeMetaBlock(): boolean {
    const bits = this.#bits;
    const isLast = bits.read(1) === 1;
    if (isLast && bits.read(1) === 1) return false;
    const nibbles = bits.read(2) + 4;
    if (nibbles === 7) {
      if (isLast || bits.read(1) === 1) throw new RangeError('meta-block header');
      skipMetadata(bits);
      return true;
    }
    let length = 1;
    for (let nibble = 0; nibble < nibbles; nibble++) length += bits.read(4) * 16 ** nibble;
    if (!isLast && bits.read(1) === 1) this.#copyStored(length);
    else this.#decodeCompressed(length);
    return !isLast;
  }

  #copyStored(length: number): void {
    this.#bits.alignToByte();
    const bytes = this.#bits.takeBytes(length);
    this.#out.append(bytes);
    if (this.#out.isFull) throw new CapMet();
    if (bytes.length < length) throw new EndOfBits();
  }

  #decodeCompressed(length: number): void {
    const bits = this.#bits;
    const out = this.#out;
    const literalBlocks = new BlockSwitch(bits);
    const commandBlocks = new BlockSwitch(bits);
    const distanceBlocks = new BlockSwitch(bits);
    const postfixBits = bits.read(2);
    const directDistances = bits.read(4) << postfixBits;
    const contextModes = Uint8Array.from({ length: literalBlocks.types }, () => bits.read(2));
    const literalMap = readContextMap(bits, literalBlocks.types * 64);
    const distanceMap = readContextMap(bits, distanceBlocks.types * 4);
    const literalCodes = readCodes(bits, literalMap.trees, 256);
    const commandCodes = readCodes(bits, commandBlocks.types, 704);
    const distanceCodes = readCodes(bits, distanceMap.trees, 16 + directDistances + (48 << postfixBits));

    const end = out.length + length;
    while (out.length < end) {
      commandBlocks.next();
      const command = (commandCodes[commandBlocks.type] as PrefixCode).read(bits);
      const cell = command >>> 6;
      const insertCode = (CELL_INSERT[cell] as number) + ((command >>> 3) & 7);
      const copyCode = (CELL_COPY[cell] as number) + (command & 7);
      const insertLength =
        (INSERT_BASE[insertCode] as number) + bits.read(INSERT_EXTRA[insertCode] as number);
      const copyLength = (COPY_BASE[copyCode] as number) + bits.read(COPY_EXTRA[copyCode] as number);
      if (out.length + insertLength > end) throw new RangeError('literals beyond the meta-block');

      for (let n = insertLength; n > 0; n--) {
        literalBlocks.next();
        const context = literalContext(contextModes[literalBlocks.type] as number, out);
        const tree = literalMap.map[literalBlocks.type * 64 + context] as number;
        this.#put((literalCodes[tree] as PrefixCode).read(bits));
      }
      if (out.length >= end) break;

      let distanceCode = 0;
      if (command >= IMPLICIT_DISTANCE_BELOW) {
        distanceBlocks.next();
        const tree = distanceMap.map[distanceBlocks.type * 4 + Math.min(copyLength - 2, 3)] as number;
        distanceCode = (distanceCodes[tree] as PrefixCode).read(bits);
      }
      const distance = this.#readDistance(distanceCode, postfixBits, directDistances);
      const reach = Math.min(this.#windowBytes, out.length);
      if (distance > reach) {
        this.#putWord(copyLength, distance - reach - 1, end);
        continue;
      }
      if (distanceCode !== 0) {
        this.#distances.pop();
        this.#distances.unshift(distance);
      }
      if (out.length + copyLength > end) throw new RangeError('copy beyond the meta-block');
      this.#copy(distance, copyLength);
    }
  }

  #put(byte: number): void {
    const out = this.#out;
    if (out.reserve(1) === 0) throw new CapMet();
    out.array[out.length] = byte;
    out.grow(1);
  }

  /** The source may overlap what is being written, so bytes go one by one. */
  #copy(distance: number, length: number): void {
    const out = this.#out;
    const count = out.reserve(length);
    const { array } = out;
    const to = out.length;
    for (let at = 0; at < count; at++) array[to + at] = array[to + at - distance] as number;
    out.grow(count);
    if (count < length) throw new CapMet();
  }

  /** §8: a distance behind all output names a word of the dictionary. */
  #putWord(length: number, id: number, end: number): void {
    const word = dictionaryWord(length, id);
    if (this.#out.length + word.length > end) throw new RangeError('word beyond the meta-block');
    for (const byte of word) this.#put(byte);
  }

  /** §4. */
  #readDistance(code: number, postfixBits: number, directDistances: number): number {
    if (code < 16) {
      const distance =
        (this.#distances[SHORT_WHICH[code] as number] as number) + (SHORT_DELTA[code] as number);
      if (distance <= 0) throw new RangeError('distance');
      return distance;
    }
    if (code < 16 + directDistances) return code - 15;
    const rest = code - directDistances - 16;
    const extraBits = 1 + (rest >>> (postfixBits + 1));
    const high = rest >>> postfixBits;
    const low = rest & ((1 << postfixBits) - 1);
    const offset = (2 + (high & 1)) * 2 ** extraBits - 4;
    return (offset + this.#bits.read(extraBits)) * 2 ** postfixBits + low + directDistances + 1;
  }
}

/** §9.1. */
function readWindowBits(bits: BitReader): number {
  if (bits.read(1) === 0) return 16;
  const high = bits.read(3);
  if (high !== 0) return 17 + high;
  const low = bits.read(3);
  if (low === 1) throw new RangeError('window');
  return low === 0 ? 17 : 8 + low;
}

function skipMetadata(bits: BitReader): void {
  const lengthBytes = bits.read(2);
  let length = 0;
  for (let at = 0; at < lengthBytes; at++) length += bits.read(8) * 256 ** at;
  if (lengthBytes > 0) length++;
  bits.alignToByte();
  if (bits.takeBytes(length).length < length) throw new EndOfBits();
}

function readCodes(bits: BitReader, count: number, alphabetSize: number): PrefixCode[] {
  return Array.from({ length: count }, () => readPrefixCode(bits, alphabetSize));
}

/** §7.1. */
function literalContext(mode: number, out: DecodedBytes): number {
  const first = out.length > 0 ? (out.array[out.length - 1] as number) : 0;
  const second = out.length > 1 ? (out.array[out.length - 2] as number) : 0;
  if (mode === 0) return first & 0x3f;
  if (mode === 1) return first >>> 2;
  if (mode === 2) return (CONTEXT_OF_FIRST[first] as number) | (CONTEXT_OF_SECOND[second] as number);
  return ((CONTEXT_OF_SIGNED[first] as number) << 3) | (CONTEXT_OF_SIGNED[second] as number);
}

/** §6: one of the three sequences of blocks (literals, commands, distances). */
class BlockSwitch {
  readonly types: number;
  /** The type of the current block. */
  type = 0;
  #previousType = 1;
  #left: number;
  readonly #bits: BitReader;
  readonly #typeCode: PrefixCode | undefined;
  readonly #countCode: PrefixCode | undefined;

  constructor(bits: BitReader) {
    this.#bits = bits;
    this.types = readCount(bits);
    this.#left = Number.POSITIVE_INFINITY;
    if (this.types < 2) return;
    this.#typeCode = readPrefixCode(bits, this.types + 2);
    this.#countCode = readPrefixCode(bits, 26);
    this.#left = this.#readLength();
  }

  /** Counts one element; begins a new block where the last one is used up. */
  next(): void {
    if (this.#left === 0) {
      const code = (this.#typeCode as PrefixCode).read(this.#bits);
      const type = code === 0 ? this.#previousType : code === 1 ? this.type + 1 : code - 2;
      this.#previousType = this.type;
      this.type = type >= this.types ? type - this.types : type;
      this.#left = this.#readLength();
    }
    this.#left--;
  }

  #readLength(): number {
    const code = (this.#countCode as PrefixCode).read(this.#bits);
    return (BLOCK_BASE[code] as number) + this.#bits.read(BLOCK_EXTRA[code] as number);
  }
}
