/**
 * Where the values of an entry's row lie that the kernel in WebAssembly hands over (assembly/row.ts): numbers in doubles, the rest in
 * words, from the row's first byte. A number that was not told is NaN, a range that was not told has the length NO_RANGE.
 */
export const RowAt = {
  // Doubles.
  startEpochMs: 0,
  timeMs: 1,
  blocked: 2,
  dns: 3,
  connect: 4,
  ssl: 5,
  send: 6,
  wait: 7,
  receive: 8,
  status: 9,
  transferSize: 10,
  headersSize: 11,
  bodySize: 12,
  contentSize: 13,
  // Words: start relative to the entry, then length.
  url: 28,
  started: 30,
  content: 32,
  postData: 34,
  /** `EntryFlag`s. */
  flags: 36,
  // Words: slot + 1 of a string that the kernel knows, 0 = none.
  method: 37,
  mimeType: 38,
  resourceType: 39,
  host: 40,
} as const;

export const ROW_BYTES = 176;
