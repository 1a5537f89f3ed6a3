import { joinBytes } from '@harrier/har';
import { type ByteDocument, DocumentWriter, notThisFormat, spliceBytes } from './byte-document.ts';
import { ByteReader, bigEndian, sizeOf } from './byte-reader.ts';

/** Kinds of items, the upper three bits of their first byte. Spec: RFC 8949 §3.1. */
const UNSIGNED = 0;
const NEGATIVE = 1;
const BYTES = 2;
const TEXT = 3;
const LIST = 4;
const MAP = 5;
const TAG = 6;

/** The end of an item whose length was not told. Spec: RFC 8949 §3.2. */
const BREAK = 0xff;

/** One item or several in a row, each a map or a list, with or without tags. Specs: RFC 8949, RFC 8742. */
export function readCbor(bytes: Uint8Array): ByteDocument {
  const reader = new ByteReader(bytes);
  const writer = new DocumentWriter(bytes.length);
  writer.beginList();
  while (!reader.isAtEnd) {
    while (kindAt(reader) === TAG) readHead(reader);
    const kind = kindAt(reader);
    if (kind !== LIST && kind !== MAP) throw notThisFormat;
    readItem(reader, writer);
  }
  writer.end();
  return { json: writer.json, slots: writer.slots, assemble: (edits) => spliceBytes(bytes, edits) };
}

function kindAt(reader: ByteReader): number {
  return (reader.bytes[reader.at] ?? 0) >> 5;
}

/** The number in an item's head: its value, length or count; `undefined` where it is not told. */
function readHead(reader: ByteReader): number | bigint | undefined {
  const sort = reader.byte() & 31;
  if (sort < 24) return sort;
  if (sort === 31) return undefined;
  if (sort > 27) throw notThisFormat;
  return reader.unsigned(1 << (sort - 24));
}

function readItem(reader: ByteReader, writer: DocumentWriter): void {
  const start = reader.at;
  const kind = kindAt(reader);
  const head = readHead(reader);
  switch (kind) {
    case UNSIGNED:
      writer.number(known(head), { start, end: reader.at, write: writeNumberOrText });
      break;
    case NEGATIVE:
      writer.number(-1n - BigInt(known(head)), { start, end: reader.at, write: writeNumberOrText });
      break;
    case BYTES: {
      const bytes = readString(BYTES, head, reader);
      writer.bytes(bytes, { start, end: reader.at, write: (fresh) => withHead(BYTES, fresh) });
      break;
    }
    case TEXT: {
      const bytes = readString(TEXT, head, reader);
      const text = new ByteReader(bytes).text(bytes.length);
      writer.text(text, { start, end: reader.at, write: writeText });
      break;
    }
    case LIST:
    case MAP:
      readContainer(kind, head, reader, writer);
      break;
    case TAG:
      known(head);
      // A tag says of one item what it is.
      if (kindAt(reader) === TAG) while (kindAt(reader) === TAG) known(readHead(reader));
      readItem(reader, writer);
      break;
    default:
      if (head === undefined) throw notThisFormat;
      writer.nothing();
      break;
  }
}

function readContainer(
  kind: number,
  head: number | bigint | undefined,
  reader: ByteReader,
  writer: DocumentWriter,
): void {
  if (kind === MAP) writer.beginMap();
  else writer.beginList();
  const each = kind === MAP ? 2 : 1;
  const count = head === undefined ? Number.POSITIVE_INFINITY : each * lengthOf(head, reader);
  for (let item = 0; item < count; item++) {
    if (head === undefined && reader.bytes[reader.at] === BREAK) {
      if (item % each !== 0) throw notThisFormat;
      reader.skip(1);
      break;
    }
    readItem(reader, writer);
  }
  writer.end();
}

/** Bytes or text, in one piece or in several up to a break. */
function readString(kind: number, head: number | bigint | undefined, reader: ByteReader): Uint8Array {
  if (head !== undefined) return reader.take(lengthOf(head, reader));
  const pieces: Uint8Array[] = [];
  while (reader.bytes[reader.at] !== BREAK) {
    if (kindAt(reader) !== kind) throw notThisFormat;
    pieces.push(reader.take(lengthOf(known(readHead(reader)), reader)));
  }
  reader.skip(1);
  return joinBytes(pieces);
}

function known(head: number | bigint | undefined): number | bigint {
  if (head === undefined) throw notThisFormat;
  return head;
}

function lengthOf(head: number | bigint, reader: ByteReader): number {
  if (head > reader.bytes.length - reader.at) throw notThisFormat;
  return Number(head);
}

/** What takes the place of a number is a number without a sign, or text. */
function writeNumberOrText(value: string): Uint8Array {
  return /^\d{1,15}$/.test(value) ? headOf(UNSIGNED, BigInt(value)) : writeText(value);
}

function writeText(value: string): Uint8Array {
  return withHead(TEXT, new TextEncoder().encode(value));
}

function withHead(kind: number, bytes: Uint8Array): Uint8Array {
  return joinBytes([headOf(kind, bytes.length), bytes]);
}

function headOf(kind: number, value: number | bigint): Uint8Array {
  if (value < 24) return Uint8Array.of((kind << 5) | Number(value));
  const size = sizeOf(value);
  return Uint8Array.from([(kind << 5) | (24 + Math.log2(size)), ...bigEndian(value, size)]);
}
