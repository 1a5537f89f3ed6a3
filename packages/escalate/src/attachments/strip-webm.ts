import { EscalateError } from '../escalate-error.ts';

// Ids of elements: RFC 9559 §5.1, RFC 8794 §11.
const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const INFO = 0x1549a966;
const TRACKS = 0x1654ae6b;
const TRACK_ENTRY = 0xae;
const VOID = 0xec;

/** Elements whose children are looked at; of a cluster that is written live nobody knows the end. */
const opened = new Set([SEGMENT, CLUSTER, INFO, TRACKS, TRACK_ENTRY]);

/** What only describes: tags, attachments, chapters; title, date, names of files, names of tracks. */
const described = new Set([
  0x1254c367,
  0x1941a469,
  0x1043a770,
  0x7ba9,
  0x4461,
  0x7384,
  0x3c83ab,
  0x3e83bb,
  0x73a4,
  0x536e,
  VOID,
]);

/** Programs by which it was made: a player wants them to be there. */
const programs = new Set([0x4d80, 0x5741]);

const BLANK = 0x20;

export function isWebm(bytes: Uint8Array): boolean {
  return bytes.length > 4 && elementAt(bytes, 0)?.id === EBML;
}

/** Blanks what describes a recording, in place: cues and sizes point at offsets. Whatever follows the segment goes. */
export function stripWebm(bytes: Uint8Array): Uint8Array {
  const out = bytes.slice();
  let end = bytes.length;
  for (let at = 0; at < end; ) {
    const element = elementAt(bytes, at);
    if (element === undefined) throw new EscalateError('escalate/picture', String(at), 'WebM');
    const { id, dataStart, sizeBytes } = element;
    const next = sizeBytes === undefined ? end : dataStart + sizeBytes;
    if (next > bytes.length) throw new EscalateError('escalate/picture', String(at), 'WebM');
    if (id === SEGMENT && sizeBytes !== undefined) end = next;
    if (opened.has(id)) {
      at = dataStart;
      continue;
    }
    if (sizeBytes === undefined) throw new EscalateError('escalate/picture', String(at), 'WebM');
    if (described.has(id)) writeVoid(out, at, next);
    if (programs.has(id)) out.fill(BLANK, dataStart, next);
    at = next;
  }
  return out.slice(0, end);
}

interface Element {
  readonly id: number;
  readonly dataStart: number;
  /** undefined: until the next one of its level. */
  readonly sizeBytes: number | undefined;
}

function elementAt(bytes: Uint8Array, at: number): Element | undefined {
  const idLength = lengthOf(bytes[at], 4);
  if (idLength === undefined) return undefined;
  const sizeLength = lengthOf(bytes[at + idLength], 8);
  if (sizeLength === undefined || at + idLength + sizeLength > bytes.length) return undefined;
  let id = 0;
  for (let byte = 0; byte < idLength; byte++) id = id * 256 + (bytes[at + byte] as number);
  let size = (bytes[at + idLength] as number) & (0xff >> sizeLength);
  let isUnknown = size === 0xff >> sizeLength;
  for (let byte = 1; byte < sizeLength; byte++) {
    const value = bytes[at + idLength + byte] as number;
    isUnknown &&= value === 0xff;
    size = size * 256 + value;
  }
  return { id, dataStart: at + idLength + sizeLength, sizeBytes: isUnknown ? undefined : size };
}

/** The zeros in front of the first byte's first 1 tell how many bytes follow (RFC 8794 §4). */
function lengthOf(first: number | undefined, most: number): number | undefined {
  if (first === undefined || first === 0) return undefined;
  const length = Math.clz32(first) - 23;
  return length > most ? undefined : length;
}

/** Two bytes are the least that an element takes: its id and a size. */
function writeVoid(out: Uint8Array, from: number, to: number): void {
  const sizeLength = to - from - 2 < 0x7f ? 1 : 8;
  out.fill(0, from, to);
  out[from] = VOID;
  let size = to - from - 1 - sizeLength;
  for (let byte = sizeLength; byte >= 1; byte--) {
    out[from + byte] = size % 256;
    size = Math.floor(size / 256);
  }
  out[from + 1] = (out[from + 1] as number) | (sizeLength === 1 ? 0x80 : 0x01);
}
