/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** [0, 1) */
  next(): number;
  /** Whole number in [from, below). */
  between(from: number, below: number): number;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** A version 4 UUID, lower case. */
  uuid(): string;
}

const hexPairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** xorshift32: good enough for names and delays, and the same in every engine. */
export function randomFrom(seed: number): Random {
  // Zero is the one state that xorshift never leaves.
  let state = (Math.imul(seed | 0, 0x9e3779b1) ^ 0x5f3759df) | 0 || 1;
  const step = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  const between = (from: number, below: number) => from + (step() % (below - from));
  return {
    next: () => step() / 0x1_0000_0000,
    between,
    pick: (list) => list[between(0, list.length)]!,
    uuid: () => uuidOf(step(), step(), step(), step()),
  };
}

/** Four words of 32 bits as a UUID; version and variant are set (RFC 9562 §5.4). */
function uuidOf(a: number, b: number, c: number, d: number): string {
  const versioned = (b & 0xffff0fff) | 0x4000;
  const varied = (c & 0x3fffffff) | 0x80000000;
  return `${hex(a >>> 16)}${hex(a)}-${hex(versioned >>> 16)}-${hex(versioned)}-${hex(varied >>> 16)}-${hex(varied)}${hex(d >>> 16)}${hex(d)}`;
}

/** The low 16 bits. */
function hex(word: number): string {
  return hexPairs[(word >>> 8) & 0xff]! + hexPairs[word & 0xff]!;
}
