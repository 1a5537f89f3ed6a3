import { LABEL_KEYS } from '../formats/json-text.ts';
import { mayBeTable } from '../formats/table.ts';
import { endSlot, loneLetters, nameEnds } from '../names/may-mean.ts';
import { oneByteText } from '../run/one-byte-text.ts';
import { isSuspectAt, literalBits, literalHeads, suspectLiterals } from './shape-scan.ts';
import { kernelBase64 } from './sift-kernel.ts';
import { hasTheirLetters, spokenSecrets } from './spoken.ts';
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
  READING_LENGTH,
  type Reading,
  readingOf,
  sextets,
  sorts,
} from './suspicion.ts';
import { tellsOf } from './telling-names.ts';
import { NOT_ASCII, writeCodes } from './text-codes.ts';
import { mayBeMisread } from './wide-text.ts';

/** What assembly/sift-kernel.ts exports. Addresses and lengths are in bytes. */
interface KernelExports {
  readonly memory: WebAssembly.Memory;
  prepare(length: number): number;
  prepareWritten(length: number): number;
  readWritten(length: number): number;
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
  loneLetters: 0x10400,
  literalHeads: 0x11000,
  literalChains: 0x12000,
  nameEnds: 0x16000,
  tellingEnds: 0x18000,
  literals: 0x1a000,
  literalBits: 0x20000,
} as const;

/** Where it puts what it has read. */
const INPUT = 0x93000;

/** What is larger is looked at here: memory that WebAssembly took it never gives back. Most bodies are a hundredth of it. */
const MAX_BYTES = 1024 * 1024;

/** Behind the longest text that fits, so much is still read. */
const ROOM = 64;

/** The text that the kernel is at work on: made when something is asked about it. */
let text: string | undefined;
let readText = (): string => '';
let length = 0;
let reading: Reading = 'json';
let codes: Uint8Array = new Uint8Array(0);
/** `undefined`: not tried yet; `null`: there is no WebAssembly. */
let kernel: KernelExports | null | undefined;

/** See `suspicion.ts`, of which this is the same in WebAssembly, where there is any. */
export function isBeyondSuspicion(body: string, howRead: Reading): boolean {
  const sifter = theKernel();
  if (sifter === null || body.length > MAX_BYTES) return isBeyondSuspicionHere(body, howRead);
  const input = sifter.prepare(body.length);
  if (input === 0) return isBeyondSuspicionHere(body, howRead);
  codes = new Uint8Array(sifter.memory.buffer, input, body.length + ROOM);
  writeCodes(body, codes);
  length = body.length;
  reading = howRead;
  if (mayBeTable(body)) return false;
  if (codes.subarray(0, length).includes(NOT_ASCII) && spokenSecrets(body).length > 0) return false;
  return sift(sifter, () => body);
}

/**
 * The same of a body by the inside of the string of JSON that it stands in, in UTF-8 and without escapes by number: where
 * it is clear at once, no text is made of it. `false` says nothing, as of a text shorter than `leastLength`, or where
 * there is no WebAssembly. `decode` gives the text.
 */
export function isWrittenBeyondSuspicion(
  written: Uint8Array,
  mimeType: string,
  leastLength: number,
  decode: () => string,
): boolean {
  const sifter = theKernel();
  if (sifter === null || written.length > MAX_BYTES) return false;
  const room = sifter.prepareWritten(written.length);
  if (room === 0) return false;
  const { buffer } = sifter.memory;
  new Uint8Array(buffer, room, written.length).set(written);
  length = sifter.readWritten(written.length);
  if (length < leastLength) return false;
  codes = new Uint8Array(buffer, INPUT, length + ROOM);
  const begin = beginOf(codes.subarray(0, length)) ?? decode();
  const howRead = readingOf(begin, mimeType);
  if (howRead === undefined || mayBeTable(begin) || mayBeSpoken(written, decode)) return false;
  reading = howRead;
  return sift(sifter, decode);
}

/** Whether a sentence tells a password in a language that the kernel does not see. */
function mayBeSpoken(written: Uint8Array, decode: () => string): boolean {
  const first = codes.subarray(0, length).indexOf(NOT_ASCII);
  // What is written is never shorter than what it says.
  return first >= 0 && hasTheirLetters(written, first) && spokenSecrets(decode()).length > 0;
}

/** As much of a text as decides how it is read; `undefined` where it is not all ASCII. */
function beginOf(all: Uint8Array): string | undefined {
  const begin = all.subarray(0, READING_LENGTH);
  return begin.includes(NOT_ASCII) ? undefined : oneByteText(begin);
}

function sift(sifter: KernelExports, decode: () => string): boolean {
  if (mayBeMisread(codes, length)) return false;
  text = undefined;
  readText = decode;
  const isJson = Number(reading === 'json');
  const isClear = sifter.isBeyondSuspicion(length, isJson, MIN_RUN, MIN_CARD, MIN_OPAQUE) === 1;
  const isOfItsText = agrees();
  text = undefined;
  readText = nothing;
  return isClear && isOfItsText;
}

/** Whether the text that was asked about is as long as what the kernel read: answers about another would be worth nothing. */
function agrees(): boolean {
  return text === undefined || text.length === length;
}

const nothing = (): string => '';

function theText(): string {
  text ??= readText();
  return text;
}

function theKernel(): KernelExports | null {
  if (kernel === undefined) kernel = createKernel();
  return kernel;
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
    memory.set(loneLetters, ADDRESSES.loneLetters);
    writeNameTables(memory);
    writeLiterals(memory);
    return created;
  } catch {
    return null;
  }
}

/** What names can mean anything, a bit for each slot. */
function writeNameTables(memory: Uint8Array): void {
  const add = (table: number, slot: number): void => {
    memory[table + (slot >>> 3)] = (memory[table + (slot >>> 3)] as number) | (1 << (slot & 7));
  };
  for (const [slot, isEnd] of nameEnds.entries()) {
    if (isEnd === 0) continue;
    add(ADDRESSES.nameEnds, slot);
    add(ADDRESSES.tellingEnds, slot);
  }
  for (const label of LABEL_KEYS) add(ADDRESSES.tellingEnds, endSlot(label.toLowerCase()));
}

/** The literals of the shapes, in chains by a hash of their first three characters. */
function writeLiterals(memory: Uint8Array): void {
  const view = new DataView(memory.buffer);
  // A place of 0 ends a chain.
  let place = 2;
  for (const { text: literal, anyCase } of suspectLiterals) {
    const folded = literal.toLowerCase();
    const first = folded.charCodeAt(0) | (folded.charCodeAt(1) << 8) | (folded.charCodeAt(2) << 16);
    const chain = ADDRESSES.literalChains + 2 * (Math.imul(first, 0x9e3779b1) >>> 21);
    const at = ADDRESSES.literals + place;
    const next = place + 4 + literal.length + (literal.length & 1);
    if (ADDRESSES.literals + next > ADDRESSES.literalBits)
      throw new RangeError('The literals need more room.');
    view.setUint16(at, view.getUint16(chain, true), true);
    view.setUint8(at + 2, literal.length);
    view.setUint8(at + 3, Number(anyCase));
    for (let sign = 0; sign < literal.length; sign++) view.setUint8(at + 4 + sign, literal.charCodeAt(sign));
    view.setUint16(chain, place, true);
    place = next;
  }
}

/** What the kernel asks about the text. */
const questions = {
  shapesAt: (at: number): boolean => isSuspectAt(theText(), at),
  mayHoldCard: (start: number, end: number): boolean => mayHoldCard(theText(), start, end),
  isTellingSegment: (start: number, end: number): boolean => isTellingSegment(theText(), start, end),
  tellsOf: (start: number, end: number): number => tellsOf(theText().slice(start, end)),
  isHarmlessUnder: (start: number, end: number, at: number, tells: number): boolean =>
    isHarmlessUnder(theText(), theText().slice(start, end), at, tells, reading),
  isHarmlessItem: (comma: number): boolean => isHarmlessItem(theText(), codes, comma),
  isEntity: (at: number): boolean => isEntity(theText(), at),
  endsUserinfo: (at: number): boolean => endsUserinfo(theText(), at),
};
