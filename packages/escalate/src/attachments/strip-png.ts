import { EscalateError } from '../escalate-error.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** What a picture needs to look as it did: the critical chunks, and transparency. PNG, third edition, §11.2 and §11.3.1.1. */
const kept = new Set(['IHDR', 'PLTE', 'IDAT', 'tRNS', 'IEND']);

export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/** Drops every chunk that only describes, and whatever follows the end: cropped screenshots were found whole there. */
export function stripPng(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const out = new Uint8Array(bytes.length);
  out.set(signature);
  let written = signature.length;
  for (let at = signature.length; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) break;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (kept.has(type)) {
      out.set(bytes.subarray(at, end), written);
      written += end - at;
    }
    if (type === 'IEND') return out.slice(0, written);
    at = end;
  }
  throw new EscalateError('escalate/picture', String(bytes.length), 'IEND');
}
