import { findTrackingIds } from '@harrier/tracking';
import { uuidKernelBase64 } from './uuid-kernel.ts';

/**
 * Called with each tracking id in bytes, half-open [start, end), and where its UUID begins. Numbers and no object: there
 * may be millions.
 */
export type VisitId = (start: number, uuidStart: number, end: number) => void;

/** Characters of a UUID up to the eighth of its last group: two registers. */
const UUID_CHARS = 32;
/** A chunk, what the kernel reads beyond it, and its results (one id in 16 bytes at most) fit the kernel's memory. */
const CHUNK_BYTES = 1024 * 1024;
const INPUT = 64 * 1024;
const BEYOND_BYTES = 64;
const OUTPUT = INPUT + CHUNK_BYTES + BEYOND_BYTES;

interface UuidKernel {
  readonly memory: WebAssembly.Memory;
  findUuids(start: number, end: number, out: number): number;
}

let kernel: UuidKernel | undefined;

function loadKernel(): UuidKernel {
  const module = new WebAssembly.Module(Buffer.from(uuidKernelBase64, 'base64'));
  kernel ??= new WebAssembly.Instance(module).exports as unknown as UuidKernel;
  return kernel;
}

/** Where UUIDs stand in bytes, by their first 32 characters: calls `visit` with the offset of each, in order. */
export function scanUuids(bytes: Uint8Array, visit: (offset: number) => void): void {
  const { memory, findUuids } = kernel ?? loadKernel();
  const input = new Uint8Array(memory.buffer, INPUT, CHUNK_BYTES + BEYOND_BYTES);
  const output = new Uint32Array(memory.buffer, OUTPUT);
  for (let from = 0; from < bytes.length; from += CHUNK_BYTES) {
    const piece = bytes.subarray(from, from + CHUNK_BYTES + BEYOND_BYTES);
    input.set(piece);
    input.fill(0, piece.length);
    const end = INPUT + Math.min(CHUNK_BYTES, piece.length);
    const count = findUuids(INPUT, end, OUTPUT);
    for (let at = 0; at < count; at++) visit(from + output[at]! - INPUT);
  }
}

/**
 * Every tracking id with a UUID in the bytes of a log (UTF-8), without reading its lines as records. What is plainly an id
 * is taken as it stands; where something is odd (a tail that is not counters, anything that may be a credential) the line
 * is judged by `findTrackingIds`, so the ids are the same as reading every line would give. Ids without a UUID are not
 * looked for.
 */
export function scanIds(bytes: Uint8Array, visit: VisitId): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let judgedTo = 0;
  scanUuids(bytes, (uuidStart) => {
    // An underscore stands before the UUID of an id; other UUIDs are not worth a look.
    if (uuidStart < judgedTo || bytes[uuidStart - 1] !== UNDERSCORE) return;
    const start = plainStart(bytes, uuidStart - 1);
    const end = start === -1 ? -1 : plainEnd(bytes, uuidStart);
    if (end !== -1) {
      visit(start, uuidStart, end);
      judgedTo = end;
      return;
    }
    judgedTo = judgeLine(buffer, uuidStart, judgedTo, visit);
  });
}

const UNDERSCORE = 0x5f;
/** As long as the names of services get. */
const MAX_PREFIX = 41;

/** What ends a credential, so that nothing before it can make a token of the id: blanks, controls, quotes, `<` `>` `,` `;` `&`. */
const isEdge = tableOf('\t\r\n "\'<>,;&');
/** What may follow an id that says nothing more about it. */
const isEnd = tableOf('\t\r\n "\'<>,;&)]}\\|#?/');
const isDigit = tableOf('0123456789');
const isHex = tableOf('0123456789abcdefABCDEF');
const isLetter = tableOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');
const isBracket = tableOf('[(');
/** Between a credential's name, which ends in n or r (`token`, `Bearer`), and its value. */
const isSeparator = tableOf('\\"\' \t:=');

/** Where a plain prefix begins that ends at `end`; -1 = look closer. */
function plainStart(bytes: Uint8Array, end: number): number {
  let start = end;
  while (
    start > 0 &&
    end - start <= MAX_PREFIX &&
    (isLetter[bytes[start - 1]!] || isDigit[bytes[start - 1]!])
  )
    start--;
  const length = end - start;
  // Four capitals and digits may be the tag of a token.
  if (length < 2 || length === 4 || length > MAX_PREFIX || !isLetter[bytes[start]!]) return -1;
  let edge = start - 1;
  if (edge >= 0 && isBracket[bytes[edge]!]) edge--;
  if (edge < 0) return start;
  if (!isEdge[bytes[edge]!]) return -1;
  // `token": "…`, `Bearer …`: what stands before the separators would name a credential.
  const lowest = Math.max(0, edge - CREDENTIAL_REACH);
  while (edge > lowest && isSeparator[bytes[edge]!]) edge--;
  if (isSeparator[bytes[edge]!]) return edge === 0 ? start : -1;
  const last = bytes[edge]! | 0x20;
  return last === 0x6e || last === 0x72 ? -1 : start;
}

/** More than the longest run of separators between a credential's name and its value. */
const CREDENTIAL_REACH = 24;

/** Where a plain tail of counters ends; -1 = look closer. */
function plainEnd(bytes: Uint8Array, uuidStart: number): number {
  let end = uuidStart + UUID_CHARS;
  for (let at = end; at < end + 4; at++) if (!isHex[bytes[at] ?? 0]) return -1;
  end += 4;
  while (bytes[end] === UNDERSCORE) {
    let next = end + 1;
    while (isDigit[bytes[next] ?? 0]) next++;
    if (next === end + 1 || next - end > 10) return -1;
    end = next;
  }
  return end === bytes.length || isEnd[bytes[end]!] ? end : -1;
}

/** Judges what is left of the line that holds `offset`; returns where the line ends. */
function judgeLine(buffer: Buffer, offset: number, from: number, visit: VisitId): number {
  const lineStart = buffer.lastIndexOf(0x0a, offset) + 1;
  const next = buffer.indexOf(0x0a, offset);
  const lineEnd = next === -1 ? buffer.length : next;
  const line = buffer.toString('utf8', lineStart, lineEnd);
  const isAscii = line.length === lineEnd - lineStart;
  const bytesTo = (chars: number) => (isAscii ? chars : Buffer.byteLength(line.slice(0, chars)));
  for (const found of findTrackingIds(line)) {
    const start = lineStart + bytesTo(found.start);
    if (found.id.uuid === undefined || start < from) continue;
    visit(start, start + found.id.prefix.length + 1, lineStart + bytesTo(found.end));
  }
  return lineEnd;
}

function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}
