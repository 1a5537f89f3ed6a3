/** The SHA-2 functions that Subresource Integrity knows. FIPS 180-4. */
export type Sha2 = 'sha256' | 'sha384' | 'sha512';

/** 32-bit words that one 64-bit or 32-bit word is made of. */
const MASK = 0xffffffffn;

/**
 * Digest of bytes, at once and without a promise, so that rules can ask for it. Not for secrets: it takes no care of time.
 * Spec: FIPS 180-4 §6.2, §6.4, §6.5.
 */
export function sha2(name: Sha2, bytes: Uint8Array): Uint8Array {
  return name === 'sha256' ? sha256(bytes) : sha512(bytes, name === 'sha384' ? 48 : 64);
}

/** First so many primes. */
function primes(count: number): bigint[] {
  const found: bigint[] = [];
  for (let candidate = 2n; found.length < count; candidate++)
    if (found.every((prime) => candidate % prime !== 0n)) found.push(candidate);
  return found;
}

/** Largest whole number whose `power`th power is not above `value`. */
function root(value: bigint, power: bigint): bigint {
  let low = 0n;
  let high = 1n << 80n;
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** power <= value) low = middle;
    else high = middle - 1n;
  }
  return low;
}

/** The first 64 bits behind the point of the roots of primes: FIPS 180-4 §4.2.3, §5.3. */
const rounds = primes(80).map((prime) => BigInt.asUintN(64, root(prime << 192n, 3n)));
const starts = primes(16).map((prime) => BigInt.asUintN(64, root(prime << 128n, 2n)));

const high = (word: bigint) => Number(word >> 32n) | 0;
const low = (word: bigint) => Number(word & MASK) | 0;
const roundsHigh = Int32Array.from(rounds, high);
const roundsLow = Int32Array.from(rounds, low);

/** Bytes, a one bit, zeros, and the length in bits at the end of a whole block. */
function padded(bytes: Uint8Array, blockBytes: 64 | 128): DataView {
  const tail = blockBytes === 64 ? 9 : 17;
  const padding = new Uint8Array(Math.ceil((bytes.length + tail) / blockBytes) * blockBytes);
  padding.set(bytes);
  padding[bytes.length] = 0x80;
  const view = new DataView(padding.buffer);
  view.setUint32(padding.length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(padding.length - 4, (bytes.length << 3) >>> 0);
  return view;
}

function sha256(bytes: Uint8Array): Uint8Array {
  const blocks = padded(bytes, 64);
  const state = Int32Array.from(starts.slice(0, 8), high);
  const w = new Int32Array(64);
  const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by));
  for (let at = 0; at < blocks.byteLength; at += 64) {
    for (let t = 0; t < 16; t++) w[t] = blocks.getInt32(at + 4 * t);
    for (let t = 16; t < 64; t++) {
      const x = w[t - 15] as number;
      const y = w[t - 2] as number;
      const small0 = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
      const small1 = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
      w[t] = ((w[t - 16] as number) + small0 + (w[t - 7] as number) + small1) | 0;
    }
    let [a, b, c, d, e, f, g, h] = state as unknown as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    for (let t = 0; t < 64; t++) {
      const big1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
      const one = (h + big1 + ((e & f) ^ (~e & g)) + (roundsHigh[t] as number) + (w[t] as number)) | 0;
      const big0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
      const two = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    for (const [position, word] of [a, b, c, d, e, f, g, h].entries())
      state[position] = ((state[position] as number) + word) | 0;
  }
  const digest = new DataView(new ArrayBuffer(32));
  for (const [position, word] of state.entries()) digest.setInt32(4 * position, word);
  return new Uint8Array(digest.buffer);
}

/** 64-bit words as pairs of 32-bit ones: `BigInt` would take a hundred times as long. */
function sha512(bytes: Uint8Array, digestBytes: 48 | 64): Uint8Array {
  const blocks = padded(bytes, 128);
  const first = digestBytes === 48 ? starts.slice(8) : starts.slice(0, 8);
  const stateHigh = Int32Array.from(first, high);
  const stateLow = Int32Array.from(first, low);
  const wHigh = new Int32Array(80);
  const wLow = new Int32Array(80);
  const sum = (parts: readonly (readonly [number, number])[]): [number, number] => {
    let lows = 0;
    let highs = 0;
    for (const [h, l] of parts) {
      highs += h >>> 0;
      lows += l >>> 0;
    }
    return [(highs + Math.floor(lows / 0x100000000)) | 0, lows | 0];
  };
  const turn = (h: number, l: number, by: number): [number, number] =>
    by < 32
      ? [(h >>> by) | (l << (32 - by)), (l >>> by) | (h << (32 - by))]
      : [(l >>> (by - 32)) | (h << (64 - by)), (h >>> (by - 32)) | (l << (64 - by))];
  const shift = (h: number, l: number, by: number): [number, number] => [
    h >>> by,
    (l >>> by) | (h << (32 - by)),
  ];
  const mix = (...words: readonly [number, number][]): [number, number] =>
    words.reduce(([h, l], [h2, l2]) => [h ^ h2, l ^ l2], [0, 0]);
  for (let at = 0; at < blocks.byteLength; at += 128) {
    for (let t = 0; t < 16; t++) {
      wHigh[t] = blocks.getInt32(at + 8 * t);
      wLow[t] = blocks.getInt32(at + 8 * t + 4);
    }
    const word = (t: number): [number, number] => [wHigh[t] as number, wLow[t] as number];
    for (let t = 16; t < 80; t++) {
      const x = word(t - 15);
      const y = word(t - 2);
      const small0 = mix(turn(...x, 1), turn(...x, 8), shift(...x, 7));
      const small1 = mix(turn(...y, 19), turn(...y, 61), shift(...y, 6));
      const [h, l] = sum([word(t - 16), small0, word(t - 7), small1]);
      wHigh[t] = h;
      wLow[t] = l;
    }
    let v = Array.from(stateHigh, (h, position): [number, number] => [h, stateLow[position] as number]);
    for (let t = 0; t < 80; t++) {
      const [a, b, c, d, e, f, g, h] = v as [
        [number, number],
        [number, number],
        [number, number],
        [number, number],
        [number, number],
        [number, number],
        [number, number],
        [number, number],
      ];
      const big1 = mix(turn(...e, 14), turn(...e, 18), turn(...e, 41));
      const choice: [number, number] = [(e[0] & f[0]) ^ (~e[0] & g[0]), (e[1] & f[1]) ^ (~e[1] & g[1])];
      const one = sum([h, big1, choice, [roundsHigh[t] as number, roundsLow[t] as number], word(t)]);
      const big0 = mix(turn(...a, 28), turn(...a, 34), turn(...a, 39));
      const most: [number, number] = [
        (a[0] & b[0]) ^ (a[0] & c[0]) ^ (b[0] & c[0]),
        (a[1] & b[1]) ^ (a[1] & c[1]) ^ (b[1] & c[1]),
      ];
      v = [sum([one, big0, most]), a, b, c, sum([d, one]), e, f, g];
    }
    for (const [position, pair] of v.entries()) {
      const [h, l] = sum([[stateHigh[position] as number, stateLow[position] as number], pair]);
      stateHigh[position] = h;
      stateLow[position] = l;
    }
  }
  const digest = new DataView(new ArrayBuffer(64));
  for (let position = 0; position < 8; position++) {
    digest.setInt32(8 * position, stateHigh[position] as number);
    digest.setInt32(8 * position + 4, stateLow[position] as number);
  }
  return new Uint8Array(digest.buffer, 0, digestBytes);
}
