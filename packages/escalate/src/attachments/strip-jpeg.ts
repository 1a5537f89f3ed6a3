import { EscalateError } from '../escalate-error.ts';

// ITU-T T.81, table B.1.
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP14 = 0xee;
const APP15 = 0xef;
const COM = 0xfe;

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === SOI && bytes[2] === 0xff;
}

/** Drops comments and the segments of applications (EXIF with places and thumbnails, XMP), and whatever follows the end. */
export function stripJpeg(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  out.set(bytes.subarray(0, 2));
  let written = 2;
  const keep = (from: number, to: number): void => {
    out.set(bytes.subarray(from, to), written);
    written += to - from;
  };
  for (let at = 2; at + 1 < bytes.length; ) {
    const marker = bytes[at + 1] as number;
    if (bytes[at] !== 0xff) break;
    if (marker === 0xff) {
      // Fill bytes before a marker (B.1.1.2).
      at++;
      continue;
    }
    if (marker === EOI) {
      keep(at, at + 2);
      return out.slice(0, written);
    }
    const end = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
    if (end > bytes.length || end < at + 4) break;
    const scanEnd = marker === SOS ? endOfScan(bytes, end) : end;
    if (!isDropped(marker, bytes.subarray(at + 4, end))) keep(at, scanEnd);
    at = scanEnd;
  }
  throw new EscalateError('escalate/picture', String(bytes.length), 'EOI');
}

/** Adobe's APP14 of twelve bytes says how colours are coded: without it they come out wrong. */
function isDropped(marker: number, payload: Uint8Array): boolean {
  if (marker === COM) return true;
  if (marker < APP0 || marker > APP15) return false;
  const isAdobe = String.fromCharCode(...payload.subarray(0, 5)) === 'Adobe' && payload.length === 12;
  return !(marker === APP14 && isAdobe);
}

/** In coded data 0xff is followed by 0 or by a restart marker; anything else begins the next segment (B.1.1.5). */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] as number;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}
