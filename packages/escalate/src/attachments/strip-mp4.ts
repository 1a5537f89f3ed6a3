import { EscalateError } from '../escalate-error.ts';

// ISO/IEC 14496-12, table 1.
const containers = new Set(['moov', 'trak', 'mdia', 'moof', 'traf']);
/** What a player needs at the top of the file; the contents of these stay as they are. */
const kept = new Set(['ftyp', 'styp', 'mdat', 'sidx', 'ssix', 'prft', 'mfra', 'emsg']);
const described = new Set(['udta', 'meta', 'uuid', 'free', 'skip', 'wide']);
const timed = new Set(['mvhd', 'tkhd', 'mdhd']);

export function isMp4(bytes: Uint8Array): boolean {
  return typeAt(bytes, 0) === 'ftyp';
}

/** Blanks what describes a recording (places, titles, moments, programs), in place: samples are found by their offsets. */
export function stripMp4(bytes: Uint8Array): Uint8Array {
  const out = bytes.slice();
  stripBoxes(out, { from: 0, to: bytes.length, depth: 0 });
  return out;
}

interface Range {
  readonly from: number;
  readonly to: number;
  /** 0: the top of the file. */
  readonly depth: number;
}

/** `moov` > `trak` > `mdia` is the deepest that there is; more is no recording. */
const MAX_DEPTH = 8;

function stripBoxes(out: Uint8Array, { from, to, depth }: Range): void {
  if (depth > MAX_DEPTH) throw new EscalateError('escalate/picture', String(from), 'MP4');
  const view = new DataView(out.buffer, out.byteOffset, out.byteLength);
  for (let at = from; at < to; ) {
    if (at + 8 > to) throw new EscalateError('escalate/picture', String(at), 'MP4');
    const type = typeAt(out, at);
    const written = view.getUint32(at);
    const isLong = written === 1 && at + 16 <= to;
    const headBytes = isLong ? 16 : 8;
    // 0: to the end of the file.
    const sizeBytes = isLong ? Number(view.getBigUint64(at + 8)) : written === 0 ? to - at : written;
    const end = at + sizeBytes;
    if (sizeBytes < headBytes || end > to) throw new EscalateError('escalate/picture', String(at), 'MP4');
    const body = at + headBytes;
    if (containers.has(type)) stripBoxes(out, { from: body, to: end, depth: depth + 1 });
    else if (described.has(type) || (depth === 0 && !kept.has(type))) {
      out.set([0x66, 0x72, 0x65, 0x65], at + 4);
      out.fill(0, body, end);
    } else if (timed.has(type)) out.fill(0, body + 4, Math.min(end, body + (out[body] === 1 ? 20 : 12)));
    // The name of the program's own handler, behind version, kind and reserved fields (8.4.3).
    else if (type === 'hdlr') out.fill(0, Math.min(end, body + 24), end);
    at = end;
  }
}

function typeAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at + 4, at + 8));
}
