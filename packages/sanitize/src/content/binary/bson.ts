import { joinBytes } from '@harrier/har';
import {
  type ByteDocument,
  type ByteEdit,
  DocumentWriter,
  growthOf,
  notThisFormat,
  spliceBytes,
} from './byte-document.ts';
import { ByteReader, littleEndian } from './byte-reader.ts';

/** Where a length stands and what it is the length of, itself included where the specification says so. */
interface Measured {
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/** One document or several in a row. Spec: https://bsonspec.org/spec.html */
export function readBson(bytes: Uint8Array): ByteDocument {
  const reader = new ByteReader(bytes);
  const writer = new DocumentWriter(bytes.length);
  const measured: Measured[] = [];
  writer.beginList();
  while (!reader.isAtEnd) readDocument(false, reader, writer, measured);
  writer.end();
  const assemble = (edits: readonly ByteEdit[]): Uint8Array => {
    const growth = growthOf(edits);
    const lengths = measured.map(({ at, start, end }) => ({
      start: at,
      end: at + 4,
      bytes: Uint8Array.from(littleEndian(end - start + growth(end) - growth(start), 4)),
    }));
    return spliceBytes(
      bytes,
      [...lengths, ...edits].sort((a, b) => a.start - b.start),
    );
  };
  return { json: writer.json, slots: writer.slots, assemble };
}

/** `isList`: its keys count from 0 and are no names. */
function readDocument(
  isList: boolean,
  reader: ByteReader,
  writer: DocumentWriter,
  measured: Measured[],
): void {
  const start = reader.at;
  const end = start + Number(reader.unsigned(4, true));
  if (end > reader.bytes.length || reader.bytes[end - 1] !== 0) throw notThisFormat;
  if (isList) writer.beginList();
  else writer.beginMap();
  for (let type = reader.byte(); type !== 0; type = reader.byte()) {
    const at = reader.at - 1;
    const key = readKey(reader);
    if (!isList) writer.text(key);
    readElement(type, at, key, reader, writer, measured);
  }
  if (reader.at !== end) throw notThisFormat;
  writer.end();
  measured.push({ at: start, start, end });
}

function readKey(reader: ByteReader): string {
  const end = reader.bytes.indexOf(0, reader.at);
  if (end < 0) throw notThisFormat;
  const key = reader.text(end - reader.at);
  reader.skip(1);
  return key;
}

/** `at` is where its type stands: a number that becomes text changes it, and its key stays. */
function readElement(
  type: number,
  at: number,
  key: string,
  reader: ByteReader,
  writer: DocumentWriter,
  measured: Measured[],
): void {
  switch (type) {
    // Text, code, and what was once called a symbol.
    case 0x02:
    case 0x0d:
    case 0x0e: {
      const start = reader.at;
      const text = reader.text(reader.length(4, true) - 1);
      if (reader.byte() !== 0) throw notThisFormat;
      writer.text(text, { start, end: reader.at, write: writeText });
      break;
    }
    case 0x03:
    case 0x04:
      readDocument(type === 0x04, reader, writer, measured);
      break;
    case 0x05: {
      const start = reader.at;
      const length = reader.length(4, true);
      const sort = reader.byte();
      const bytes = reader.take(length);
      const write = (fresh: Uint8Array): Uint8Array =>
        joinBytes([Uint8Array.from([...littleEndian(fresh.length, 4), sort]), fresh]);
      writer.bytes(bytes, { start, end: reader.at, write });
      break;
    }
    case 0x10:
    case 0x12: {
      const value = reader.signed(type === 0x10 ? 4 : 8, true);
      const write = (written: string): Uint8Array => writeNumberOrText(key, written);
      writer.number(value, { start: at, end: reader.at, write });
      break;
    }
    case 0x0b:
      // A pattern and its options.
      readKey(reader);
      readKey(reader);
      writer.nothing();
      break;
    default: {
      const size = SIZES.get(type);
      if (size === undefined) throw notThisFormat;
      reader.skip(size);
      writer.nothing();
      break;
    }
  }
}

/** What has a fixed size and is no credential: fractions, ids of objects, switches, times, the ends of an order. */
const SIZES: ReadonlyMap<number, number> = new Map([
  [0x01, 8],
  [0x06, 0],
  [0x07, 12],
  [0x08, 1],
  [0x09, 8],
  [0x0a, 0],
  [0x11, 8],
  [0x13, 16],
  [0xff, 0],
  [0x7f, 0],
]);

/** With its type and its key in front. What takes the place of a number is a number of eight bytes, or text. */
function writeNumberOrText(key: string, value: string): Uint8Array {
  const isNumber = /^\d{1,15}$/.test(value);
  const head = [isNumber ? 0x12 : 0x02, ...new TextEncoder().encode(key), 0];
  return joinBytes([
    Uint8Array.from(head),
    isNumber ? Uint8Array.from(littleEndian(BigInt(value), 8)) : writeText(value),
  ]);
}

function writeText(value: string): Uint8Array {
  const bytes = new TextEncoder().encode(value);
  return joinBytes([Uint8Array.from(littleEndian(bytes.length + 1, 4)), bytes, Uint8Array.of(0)]);
}
