/** Bytes that make way for others, half-open; equal ends put something in. */
export interface Change {
  readonly start: number;
  readonly end: number;
  /** JSON. */
  readonly json: string;
}

const encoder = new TextEncoder();

/** The bytes with the changes made; the same array where there are none. No two changes overlap. */
export function splice(bytes: Uint8Array<ArrayBuffer>, changes: readonly Change[]): Uint8Array<ArrayBuffer> {
  if (changes.length === 0) return bytes;
  const pieces: Uint8Array[] = [];
  let at = 0;
  let size = 0;
  const push = (piece: Uint8Array): void => {
    if (piece.length === 0) return;
    pieces.push(piece);
    size += piece.length;
  };
  for (const { start, end, json } of changes.toSorted((a, b) => a.start - b.start)) {
    push(bytes.subarray(at, start));
    push(encoder.encode(json));
    at = end;
  }
  push(bytes.subarray(at));
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}
