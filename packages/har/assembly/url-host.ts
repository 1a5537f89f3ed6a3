// Where host and port lie in an absolute URL; the same as src/scan/url-host.ts.

/** Set by `findHost`; equal where there is none. */
export let hostFrom: usize = 0;
export let hostTo: usize = 0;

/** Looks for the host of the URL [start, end). RFC 3986 §3.2. */
export function findHost(start: usize, end: usize): void {
  hostFrom = start;
  hostTo = start;
  let at = start;
  while (at < end && load<u8>(at) != 0x3a) {
    if (!isSchemeByte(load<u8>(at))) return;
    at++;
  }
  if (at == start || at + 3 > end || load<u8>(at, 1) != 0x2f || load<u8>(at, 2) != 0x2f) return;
  at += 3;
  hostFrom = at;
  for (; at < end; at++) {
    const byte: u32 = load<u8>(at);
    if (byte == 0x2f || byte == 0x3f || byte == 0x23 || byte == 0x5c) break;
    // What was before it is a name and perhaps a password.
    if (byte == 0x40) hostFrom = at + 1;
  }
  hostTo = at;
}

function isSchemeByte(byte: u32): bool {
  return byte - 0x30 < 10 || (byte | 0x20) - 0x61 < 26 || byte == 0x2b || byte == 0x2d || byte == 0x2e;
}
