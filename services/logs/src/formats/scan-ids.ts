import { findTrackingIds } from '@harrier/tracking';
import { uuidKernelBase64 } from './uuid-kernel.ts';

/**
 * Called with each tracking id in bytes, half-open [start, end), and where its UUID begins. Numbers and no object: there
 * may be millions.
 */
export type VisitId = (start: number, uuidStart: number, end: number) => void;

/** A chunk, what the kernel looks at around it, and its results (one in 16 bytes at most) fit the kernel's memory. */
const CHUNK_BYTES = 1024 * 1024;
const INPUT = 64 * 1024;
/** A prefix, a bracket and the separators before it. */
const BEFORE_BYTES = 128;
/** A UUID and what the kernel reads with it; of the counters behind it, what there is room for. */
const BEYOND_BYTES = 128;
const OUTPUT = INPUT + CHUNK_BYTES + BEYOND_BYTES;

interface UuidKernel {
  readonly memory: WebAssembly.Memory;
  findUuids(start: number, end: number, out: number): number;
  findIds(start: number, end: number, out: number, low: number, limit: number, isLast: number): number;
}

let kernel: UuidKernel | undefined;

function loadKernel(): UuidKernel {
  const module = new WebAssembly.Module(Buffer.from(uuidKernelBase64, 'base64'));
  kernel ??= new WebAssembly.Instance(module).exports as unknown as UuidKernel;
  new Uint8Array(kernel.memory.buffer, CLASSES, 256).set(characterClasses());
  return kernel;
}

/** Where the kernel looks a character's classes up. */
const CLASSES = 32 * 1024;

/** The classes of every byte, a bit each. */
function characterClasses(): Uint8Array {
  const classes = new Uint8Array(256);
  const characters = [
    // What ends a credential, so that nothing before it can make a token of the id.
    '\t\r\n "\'<>,;&',
    // What may follow an id that says nothing more about it.
    '\t\r\n "\'<>,;&)]}\\|#?/',
    '0123456789',
    '0123456789abcdefABCDEF',
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
    '[(',
    // Between a credential's name, which ends in n or r (`token`, `Bearer`), and its value.
    '\\"\' \t:=',
  ];
  for (const [bit, members] of characters.entries())
    for (const byte of Buffer.from(members)) classes[byte] = classes[byte]! | (1 << bit);
  return classes;
}

/** Where UUIDs stand in bytes, by their first 32 characters: calls `visit` with the offset of each, in order. */
export function scanUuids(bytes: Uint8Array, visit: (offset: number) => void): void {
  const { memory, findUuids } = kernel ?? loadKernel();
  const output = new Uint32Array(memory.buffer, OUTPUT);
  for (let from = 0; from < bytes.length; from += CHUNK_BYTES) {
    const { end } = fillInput(memory, bytes, from);
    const count = findUuids(INPUT, end, OUTPUT);
    for (let at = 0; at < count; at++) visit(from + output[at]! - INPUT);
  }
}

/** Puts a chunk into the kernel's memory, with what stands around it. Addresses: of the chunk's end, and of the first and last byte there. */
function fillInput(
  memory: WebAssembly.Memory,
  bytes: Uint8Array,
  from: number,
): { readonly end: number; readonly low: number; readonly limit: number } {
  const before = Math.min(from, BEFORE_BYTES);
  const piece = bytes.subarray(from - before, from + CHUNK_BYTES + BEYOND_BYTES);
  const limit = INPUT - before + piece.length;
  const input = new Uint8Array(memory.buffer);
  input.set(piece, INPUT - before);
  // Of the chunk before, which was longer.
  input.fill(0, limit, OUTPUT);
  return { end: Math.min(INPUT + CHUNK_BYTES, limit), low: INPUT - before, limit };
}

/**
 * Every tracking id with a UUID in the bytes of a log (UTF-8), without reading its lines as records. What is plainly an id
 * is taken as it stands; where something is odd (a tail that is not counters, anything that may be a credential) the line
 * is judged by `findTrackingIds`, so the ids are the same as reading every line would give. Ids without a UUID are not
 * looked for.
 */
export function scanIds(bytes: Uint8Array, visit: VisitId): void {
  const { memory, findIds } = kernel ?? loadKernel();
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const output = new Uint32Array(memory.buffer);
  let judgedTo = 0;
  for (let from = 0; from < bytes.length; from += CHUNK_BYTES) {
    const { end, low, limit } = fillInput(memory, bytes, from);
    const isLast = from - INPUT + limit === bytes.length;
    const shift = from - INPUT;
    const count = findIds(INPUT, end, OUTPUT, low, limit, Number(isLast));
    for (let at = OUTPUT >> 2, left = count; left > 0; at += 3, left--) {
      const uuidStart = output[at + 1]! + shift;
      if (uuidStart < judgedTo) continue;
      if (output[at + 2] === 0) judgedTo = judgeLine(buffer, uuidStart, judgedTo, visit);
      else {
        judgedTo = output[at + 2]! + shift;
        visit(output[at]! + shift, uuidStart, judgedTo);
      }
    }
  }
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
