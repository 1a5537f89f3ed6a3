import type { Random } from '../generate/random.ts';
import type { FuzzTarget } from './target.ts';

/** More changes to one input mostly leave rubbish that the first check refuses. */
const MOST_CHANGES = 6;
const MOST_PIECE_BYTES = 512;

/** Another input, made of one of `inputs` and sometimes of a second. */
export function mutated(
  inputs: readonly Uint8Array[],
  { words, mostBytes, reshape }: Pick<FuzzTarget, 'words' | 'mostBytes' | 'reshape'>,
  random: Random,
): Uint8Array {
  let input = random.pick(inputs);
  // In form first, so that what follows meets code behind the first check.
  if (reshape !== undefined && random.chance(0.5)) input = reshape(input, random) ?? input;
  const changes = reshape !== undefined && random.chance(0.3) ? 0 : random.integer(1, MOST_CHANGES);
  for (let change = 0; change < changes; change++) input = changed(input, random, words, inputs);
  return input.subarray(0, mostBytes);
}

function changed(
  input: Uint8Array,
  random: Random,
  words: readonly string[],
  inputs: readonly Uint8Array[],
): Uint8Array {
  const at = random.integer(0, input.length);
  const length = Math.min(random.integer(1, random.pick([4, 32, MOST_PIECE_BYTES])), input.length - at);
  const piece = input.subarray(at, at + length);
  switch (random.integer(0, 9)) {
    case 0:
      return spliced(input, at, length, new Uint8Array(0));
    case 1:
      return spliced(input, at, 0, repeated(piece, random.pick([1, 2, 5, 50])));
    case 2: {
      const from = random.integer(0, input.length);
      return spliced(input, from, 0, piece);
    }
    case 3: {
      const flipped = input.slice();
      if (at < input.length) flipped[at] = flipped[at]! ^ (1 << random.integer(0, 7));
      return flipped;
    }
    case 4:
      return spliced(
        input,
        at,
        random.pick([0, length]),
        Uint8Array.from({ length: random.integer(1, 8) }, () => random.integer(0, 255)),
      );
    case 5:
      return input.subarray(0, at);
    case 6: {
      const other = random.pick(inputs);
      const from = random.integer(0, other.length);
      return spliced(input, at, length, other.subarray(from, from + random.integer(1, MOST_PIECE_BYTES)));
    }
    case 7:
      return withNumber(input, random);
    default:
      return words.length === 0
        ? input
        : spliced(input, at, random.pick([0, length]), new TextEncoder().encode(random.pick(words)));
  }
}

/** A number at a limit in the place of one that stands there, in digits or as little-endian bytes. */
function withNumber(input: Uint8Array, random: Random): Uint8Array {
  const at = random.integer(0, Math.max(0, input.length - 8));
  if (random.chance(0.5)) {
    const bytes = new Uint8Array(random.pick([2, 4, 8]));
    bytes.fill(random.pick([0, 1, 0x7f, 0x80, 0xff]));
    return spliced(input, at, bytes.length, bytes);
  }
  let from = at;
  while (from < input.length && !isDigit(input[from]!)) from++;
  let to = from;
  while (to < input.length && isDigit(input[to]!)) to++;
  return spliced(input, from, to - from, new TextEncoder().encode(random.pick(LIMITS)));
}

const LIMITS = [
  '0',
  '-1',
  '65536',
  '2147483648',
  '4294967295',
  '9007199254740993',
  '1e308',
  '1e999',
  '-0',
  '0.1e-400',
];

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

/** `input` with `removed` bytes at `at` taken out and `added` put there. */
export function spliced(input: Uint8Array, at: number, removed: number, added: Uint8Array): Uint8Array {
  const rest = input.subarray(at + removed);
  const output = new Uint8Array(at + added.length + rest.length);
  output.set(input.subarray(0, at));
  output.set(added, at);
  output.set(rest, at + added.length);
  return output;
}

export function repeated(piece: Uint8Array, times: number): Uint8Array {
  const output = new Uint8Array(piece.length * times);
  for (let at = 0; at < output.length; at += Math.max(1, piece.length)) output.set(piece, at);
  return output;
}
