import { findShapes } from '../shapes/find-shapes.ts';
import { literalBits, literalHeads } from './shape-scan.ts';
import { kernelBase64 } from './sift-kernel.ts';
import {
  endsUserinfo,
  isBeyondSuspicion as isBeyondSuspicionHere,
  isEntity,
  isHarmlessItem,
  isHarmlessUnder,
  isTellingSegment,
  MIN_CARD,
  MIN_OPAQUE,
  MIN_RUN,
  mayHoldCard,
  parts,
  type Reading,
  sextets,
  sorts,
} from './suspicion.ts';
import { tellsOf } from './telling-names.ts';
import { writeCodes } from './text-codes.ts';

/** What assembly/sift-kernel.ts exports. Addresses and lengths are in bytes. */
interface KernelExports {
  readonly memory: WebAssembly.Memory;
  prepare(length: number): number;
  isBeyondSuspicion(
    length: number,
    isJson: number,
    minRun: number,
    minCard: number,
    minOpaque: number,
  ): number;
}

/** Where the kernel expects its tables. */
const ADDRESSES = {
  sorts: 0x10000,
  parts: 0x10100,
  sextets: 0x10200,
  literalHeads: 0x11000,
  literalBits: 0x20000,
} as const;

/** What is larger is looked at here: memory that WebAssembly took it never gives back. Most bodies are a tenth of it. */
const MAX_BYTES = 512 * 1024;

/** Behind the longest text that fits, so much is still read. */
const ROOM = 64;

/** The text and its reading that the kernel is at work on. */
let text = '';
let reading: Reading = 'json';
let codes: Uint8Array = new Uint8Array(0);
/** `undefined`: not tried yet; `null`: there is no WebAssembly. */
let kernel: KernelExports | null | undefined;

/** See `suspicion.ts`, of which this is the same in WebAssembly, where there is any. */
export function isBeyondSuspicion(body: string, howRead: Reading): boolean {
  if (kernel === undefined) kernel = createKernel();
  const { length } = body;
  if (kernel === null || length > MAX_BYTES) return isBeyondSuspicionHere(body, howRead);
  // The names of a multipart body stand in no pair.
  if (body.includes('form-data')) return false;
  const input = kernel.prepare(length);
  if (input === 0) return isBeyondSuspicionHere(body, howRead);
  // The memory may have grown, which makes a new buffer.
  codes = new Uint8Array(kernel.memory.buffer, input, length + ROOM);
  writeCodes(body, codes);
  text = body;
  reading = howRead;
  const isClear =
    kernel.isBeyondSuspicion(length, Number(howRead === 'json'), MIN_RUN, MIN_CARD, MIN_OPAQUE) === 1;
  text = '';
  return isClear;
}

function createKernel(): KernelExports | null {
  try {
    const compiled = new WebAssembly.Module(
      Uint8Array.from(atob(kernelBase64), (sign) => sign.charCodeAt(0)),
    );
    const instance = new WebAssembly.Instance(compiled, { suspicion: questions });
    const created = instance.exports as unknown as KernelExports;
    const memory = new Uint8Array(created.memory.buffer);
    memory.set(sorts, ADDRESSES.sorts);
    memory.set(parts, ADDRESSES.parts);
    memory.set(sextets, ADDRESSES.sextets);
    memory.set(new Uint8Array(literalHeads.buffer), ADDRESSES.literalHeads);
    memory.set(new Uint8Array(literalBits.buffer), ADDRESSES.literalBits);
    return created;
  } catch {
    return null;
  }
}

/** What the kernel asks about the text. */
const questions = {
  shapesAt: (at: number): boolean => findShapes(text, at).length > 0,
  mayHoldCard: (start: number, end: number): boolean => mayHoldCard(text, start, end),
  isTellingSegment: (start: number, end: number): boolean => isTellingSegment(text, start, end),
  tellsOf: (start: number, end: number): number => tellsOf(text.slice(start, end)),
  isHarmlessUnder: (start: number, end: number, at: number, tells: number): boolean =>
    isHarmlessUnder(text, text.slice(start, end), at, tells, reading),
  isHarmlessItem: (comma: number): boolean => isHarmlessItem(text, codes, comma),
  isEntity: (at: number): boolean => isEntity(text, at),
  endsUserinfo: (at: number): boolean => endsUserinfo(text, at),
};
