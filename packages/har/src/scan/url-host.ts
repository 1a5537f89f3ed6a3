/**
 * Where host and port of an absolute URL in bytes lie, without userinfo; empty where the scheme has no authority (`data:`,
 * `blob:`, `about:`) or the text is no URL. Never throws. Spec: RFC 3986 §3.2.
 */
export function urlHostRange(bytes: Uint8Array, start: number, end: number): readonly [number, number] {
  let at = start;
  while (at < end && bytes[at] !== COLON) {
    if (!isSchemeByte(bytes[at] as number)) return [start, start];
    at++;
  }
  if (at === start || bytes[at + 1] !== SLASH || bytes[at + 2] !== SLASH || at + 3 > end)
    return [start, start];
  let from = at + 3;
  at = from;
  while (at < end) {
    const byte = bytes[at] as number;
    if (byte === SLASH || byte === 0x3f || byte === 0x23 || byte === 0x5c) break;
    if (byte === 0x40) from = at + 1;
    at++;
  }
  return [from, at];
}

const COLON = 0x3a;
const SLASH = 0x2f;

function isSchemeByte(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === 0x2e
  );
}
