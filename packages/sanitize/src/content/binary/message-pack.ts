import { joinBytes } from '@harrier/har';
import { readLength, writeLength } from '../mqtt-fields.ts';
import {
  type ByteDocument,
  type ByteEdit,
  DocumentWriter,
  growthOf,
  notThisFormat,
  spliceBytes,
} from './byte-document.ts';
import { ByteReader, bigEndian, sizeOf } from './byte-reader.ts';

/** One message or several in a row, each a map or a list. Spec: https://github.com/msgpack/msgpack/blob/master/spec.md */
export function readMessagePack(bytes: Uint8Array): ByteDocument {
  const reader = new ByteReader(bytes);
  const writer = new DocumentWriter(bytes.length);
  writer.beginList();
  while (!reader.isAtEnd) readMessage(reader, writer);
  writer.end();
  return { json: writer.json, slots: writer.slots, assemble: (edits) => spliceBytes(bytes, edits) };
}

/**
 * Messages of a SignalR hub, each behind its length: seven bits a byte, the lowest first.
 * Spec: SignalR hub protocol, "Binary encoding".
 */
export function readHubMessages(bytes: Uint8Array): ByteDocument {
  const reader = new ByteReader(bytes);
  const writer = new DocumentWriter(bytes.length);
  /** Where each length and its message begin. */
  const frames: { readonly at: number; readonly start: number; readonly end: number }[] = [];
  writer.beginList();
  while (!reader.isAtEnd) {
    const { at } = reader;
    const length = readLength(bytes, at);
    if (length === undefined) throw notThisFormat;
    const start = length.end;
    reader.skip(start - at);
    if (((reader.bytes[start] ?? 0) & 0xf0) !== 0x90) throw notThisFormat;
    readMessage(reader, writer);
    if (reader.at !== start + length.value) throw notThisFormat;
    frames.push({ at, start, end: reader.at });
  }
  writer.end();
  const assemble = (edits: readonly ByteEdit[]): Uint8Array => {
    const growth = growthOf(edits);
    const lengths = frames.map(({ at, start, end }) => ({
      start: at,
      end: start,
      bytes: writeLength(end - start + growth(end) - growth(start)),
    }));
    return spliceBytes(
      bytes,
      [...lengths, ...edits].sort((a, b) => a.start - b.start),
    );
  };
  return { json: writer.json, slots: writer.slots, assemble };
}

function readMessage(reader: ByteReader, writer: DocumentWriter): void {
  const first = reader.bytes[reader.at] ?? 0;
  const isContainer = (first >= 0x80 && first < 0xa0) || (first >= 0xdc && first <= 0xdf);
  if (!isContainer) throw notThisFormat;
  readValue(reader, writer);
}

function readValue(reader: ByteReader, writer: DocumentWriter): void {
  const start = reader.at;
  const head = reader.byte();
  if (head < 0x80) writeNumber(head, start, reader, writer);
  else if (head < 0x90) readMap(head & 15, reader, writer);
  else if (head < 0xa0) readList(head & 15, reader, writer);
  else if (head < 0xc0) readText(head & 31, start, reader, writer);
  else if (head >= 0xe0) writeNumber(head - 256, start, reader, writer);
  else readWithHead(head, start, reader, writer);
}

/** A value whose head says nothing but its type. */
function readWithHead(head: number, start: number, reader: ByteReader, writer: DocumentWriter): void {
  switch (head) {
    case 0xc0:
    case 0xc2:
    case 0xc3:
      writer.nothing();
      break;
    case 0xc4:
    case 0xc5:
    case 0xc6:
      readBytes(reader.length(1 << (head - 0xc4)), start, reader, writer);
      break;
    case 0xca:
    case 0xcb:
      reader.skip(head === 0xca ? 4 : 8);
      writer.nothing();
      break;
    case 0xcc:
    case 0xcd:
    case 0xce:
    case 0xcf:
      writeNumber(reader.unsigned(1 << (head - 0xcc)), start, reader, writer);
      break;
    case 0xd0:
    case 0xd1:
    case 0xd2:
    case 0xd3:
      writeNumber(reader.signed(1 << (head - 0xd0)), start, reader, writer);
      break;
    case 0xd9:
    case 0xda:
    case 0xdb:
      readText(reader.length(1 << (head - 0xd9)), start, reader, writer);
      break;
    case 0xdc:
    case 0xdd:
      readList(reader.length(head === 0xdc ? 2 : 4), reader, writer);
      break;
    case 0xde:
    case 0xdf:
      readMap(reader.length(head === 0xde ? 2 : 4), reader, writer);
      break;
    case 0xc7:
    case 0xc8:
    case 0xc9:
      readExtension(reader.length(1 << (head - 0xc7)), start, reader, writer);
      break;
    case 0xd4:
    case 0xd5:
    case 0xd6:
    case 0xd7:
    case 0xd8:
      readExtension(1 << (head - 0xd4), start, reader, writer);
      break;
    default:
      throw notThisFormat;
  }
}

function readMap(count: number, reader: ByteReader, writer: DocumentWriter): void {
  writer.beginMap();
  for (let entry = 0; entry < 2 * count; entry++) readValue(reader, writer);
  writer.end();
}

function readList(count: number, reader: ByteReader, writer: DocumentWriter): void {
  writer.beginList();
  for (let item = 0; item < count; item++) readValue(reader, writer);
  writer.end();
}

function readText(length: number, start: number, reader: ByteReader, writer: DocumentWriter): void {
  const text = reader.text(length);
  writer.text(text, { start, end: reader.at, write: writeText });
}

function readBytes(length: number, start: number, reader: ByteReader, writer: DocumentWriter): void {
  const bytes = reader.take(length);
  writer.bytes(bytes, { start, end: reader.at, write: (fresh) => withHead(fresh, 0xc4) });
}

/** Bytes whose meaning is an application's own, but for the type -1: a time. */
function readExtension(length: number, start: number, reader: ByteReader, writer: DocumentWriter): void {
  const type = reader.byte();
  const bytes = reader.take(length);
  if (type === 255) {
    writer.nothing();
    return;
  }
  const write = (fresh: Uint8Array): Uint8Array => {
    const size = shortSize(fresh.length);
    const head = [0xc7 + Math.log2(size), ...bigEndian(fresh.length, size), type];
    return joinBytes([Uint8Array.from(head), fresh]);
  };
  writer.bytes(bytes, { start, end: reader.at, write });
}

function writeNumber(
  value: number | bigint,
  start: number,
  reader: ByteReader,
  writer: DocumentWriter,
): void {
  writer.number(value, { start, end: reader.at, write: writeNumberOrText });
}

/** What takes the place of a number is a number without a sign, or text. */
function writeNumberOrText(value: string): Uint8Array {
  if (!/^\d{1,15}$/.test(value)) return writeText(value);
  const size = sizeOf(BigInt(value));
  return Uint8Array.from([0xcc + Math.log2(size), ...bigEndian(BigInt(value), size)]);
}

function writeText(value: string): Uint8Array {
  const bytes = new TextEncoder().encode(value);
  return bytes.length < 32 ? joinBytes([Uint8Array.of(0xa0 | bytes.length), bytes]) : withHead(bytes, 0xd9);
}

/** `first` is the head for a length of one byte; those for two and four follow it. */
function withHead(bytes: Uint8Array, first: number): Uint8Array {
  const size = shortSize(bytes.length);
  return joinBytes([Uint8Array.from([first + Math.log2(size), ...bigEndian(bytes.length, size)]), bytes]);
}

function shortSize(length: number): 1 | 2 | 4 {
  const size = sizeOf(length);
  return size === 8 ? 4 : size;
}
