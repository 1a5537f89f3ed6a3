/** Fills a table of 256 from runs of `[first byte, value]`, each up to the next. */
function tableOfRuns(runs: readonly (readonly [from: number, value: number])[]): Uint8Array {
  const table = new Uint8Array(256);
  for (const [from, value] of runs) table.fill(value, from);
  return table;
}

/**
 * What the last byte says about the next one in text: control, blank, quote, digit, vowel, consonant …
 * Spec: RFC 7932 §7.1, Lut0.
 */
export const CONTEXT_OF_FIRST: Uint8Array = (() => {
  const table = new Uint8Array(256);
  table.set([4, 4, 0, 0, 4], 9);
  table.set([8, 12, 16, 12, 12, 20, 12, 16, 24, 28, 12, 12, 32, 12, 36, 12], 0x20);
  table.set([44, 44, 44, 44, 44, 44, 44, 44, 44, 44, 32, 32, 24, 40, 28, 12, 12], 0x30);
  table.fill(52, 0x41, 0x5b);
  table.set([24, 12, 28, 12, 12, 12], 0x5b);
  table.fill(60, 0x61, 0x7b);
  table.set([24, 12, 28, 12, 0], 0x7b);
  for (const vowel of 'AEIOU') table[vowel.charCodeAt(0)] = 48;
  for (const vowel of 'aeiou') table[vowel.charCodeAt(0)] = 56;
  for (let byte = 0x80; byte < 0x100; byte++) table[byte] = (byte < 0xc0 ? 0 : 2) + (byte & 1);
  return table;
})();

/** What the byte before the last says. Spec: RFC 7932 §7.1, Lut1. */
export const CONTEXT_OF_SECOND: Uint8Array = tableOfRuns([
  [0x00, 0],
  [0x21, 1],
  [0x30, 2],
  [0x3a, 1],
  [0x41, 2],
  [0x5b, 1],
  [0x61, 3],
  [0x7b, 1],
  [0x7f, 0],
  [0xe0, 2],
]);

/** The size of a signed number. Spec: RFC 7932 §7.1, Lut2. */
export const CONTEXT_OF_SIGNED: Uint8Array = tableOfRuns([
  [0x00, 0],
  [0x01, 1],
  [0x10, 2],
  [0x40, 3],
  [0x80, 4],
  [0xc0, 5],
  [0xf0, 6],
  [0xff, 7],
]);
