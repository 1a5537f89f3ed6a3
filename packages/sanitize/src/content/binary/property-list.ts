import { joinBytes } from '@harrier/har';
import {
  type ByteDocument,
  type ByteEdit,
  DocumentWriter,
  growthOf,
  notThisFormat,
  spliceBytes,
  type ValueSlot,
} from './byte-document.ts';
import { ByteReader, bigEndian, sizeOf } from './byte-reader.ts';

/** What a binary property list begins with. */
const MAGIC = 'bplist00';

/** The description of the table at the end: how wide places and references are, how many objects there are. */
const TRAILER_BYTES = 32;

/** An object as it is written. */
type Item =
  | { readonly sort: 'other' }
  | {
      readonly sort: 'text' | 'bytes' | 'number';
      readonly slot: ValueSlot;
      readonly value: string | Uint8Array | bigint;
    }
  | { readonly sort: 'list'; readonly items: readonly number[] }
  | { readonly sort: 'map'; readonly keys: readonly number[]; readonly values: readonly number[] }
  /** Names an object of an archive by its place in the list of all. */
  | { readonly sort: 'uid'; readonly place: number };

/**
 * A binary property list of Apple; the archives of objects that programs keep in one are followed from name to value.
 * Spec: CFBinaryPList.c of Core Foundation, and NSKeyedArchiver.
 */
export function readPropertyList(bytes: Uint8Array): ByteDocument {
  const reader = new ByteReader(bytes);
  const table = readTable(reader);
  let read = 0;
  const items = table.places.map((place) => {
    reader.at = place;
    const item = readItem(reader, table.referenceSize);
    read += reader.at - place;
    // Objects that lie in each other are made to take for ever.
    if (read > bytes.length) throw notThisFormat;
    return item;
  });
  const writer = new DocumentWriter(bytes.length);
  const walk = new Walk(items, writer, archiveOf(items, table.root));
  walk.visit(table.root);
  const assemble = (edits: readonly ByteEdit[]): Uint8Array => assembleList(bytes, table, edits);
  return { json: writer.json, slots: writer.slots, assemble };
}

interface Table {
  readonly places: readonly number[];
  readonly referenceSize: number;
  readonly root: number;
  /** Where the table of places begins. */
  readonly start: number;
}

function readTable(reader: ByteReader): Table {
  const { bytes } = reader;
  if (new TextDecoder('latin1').decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) throw notThisFormat;
  const trailer = new ByteReader(bytes, bytes.length - TRAILER_BYTES + 6);
  const placeSize = trailer.byte();
  const referenceSize = trailer.byte();
  const [count = 0, root = 0, start = 0] = [0, 0, 0].map(() => Number(trailer.unsigned(8)));
  const end = bytes.length - TRAILER_BYTES;
  if (placeSize < 1 || placeSize > 8 || referenceSize < 1 || referenceSize > 8) throw notThisFormat;
  if (start + count * placeSize > end || root >= count) throw notThisFormat;
  const places = Array.from({ length: count }, (_, at) => numberAt(bytes, start + at * placeSize, placeSize));
  if (places.some((place) => place < MAGIC.length || place >= start)) throw notThisFormat;
  return { places, referenceSize, root, start };
}

/** A number without a sign, the highest byte first. */
function numberAt(bytes: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let step = 0; step < size; step++) value = value * 256 + (bytes[at + step] ?? 0);
  return value;
}

function readItem(reader: ByteReader, referenceSize: number): Item {
  const start = reader.at;
  const head = reader.byte();
  const sort = head >> 4;
  const references = (count: number): number[] =>
    Array.from({ length: count }, () => {
      const { at } = reader;
      reader.skip(referenceSize);
      return numberAt(reader.bytes, at, referenceSize);
    });
  switch (sort) {
    case 0x1: {
      const size = 1 << (head & 15);
      if (size > 8) return { sort: 'other' };
      // Only numbers of eight bytes have a sign.
      const value = BigInt(size === 8 ? reader.signed(8) : reader.unsigned(size));
      return { sort: 'number', value, slot: { start, end: reader.at, write: writeNumberOrText } };
    }
    case 0x4: {
      const value = reader.take(countOf(head, reader));
      return { sort: 'bytes', value, slot: { start, end: reader.at, write: writeText } };
    }
    case 0x5: {
      const value = new TextDecoder('latin1').decode(reader.take(countOf(head, reader)));
      return { sort: 'text', value, slot: { start, end: reader.at, write: writeText } };
    }
    case 0x6: {
      const value = new TextDecoder('utf-16be').decode(reader.take(2 * countOf(head, reader)));
      return { sort: 'text', value, slot: { start, end: reader.at, write: writeText } };
    }
    case 0x8:
      return { sort: 'uid', place: numberAt(reader.bytes, reader.at, (head & 15) + 1) };
    case 0xa:
    case 0xc:
      return { sort: 'list', items: references(countOf(head, reader)) };
    case 0xd: {
      const count = countOf(head, reader);
      return { sort: 'map', keys: references(count), values: references(count) };
    }
    default:
      return { sort: 'other' };
  }
}

/** How long or how many: in the head, or from fifteen on in a number behind it. */
function countOf(head: number, reader: ByteReader): number {
  const count = head & 15;
  return count < 15 ? count : reader.length(1 << (reader.byte() & 3));
}

/** The list of all objects of an archive; `undefined` where the list is none. */
function archiveOf(items: readonly Item[], root: number): readonly number[] | undefined {
  const objects = memberOf(items, items[root], '$objects');
  return objects?.sort === 'list' ? objects.items : undefined;
}

function memberOf(items: readonly Item[], map: Item | undefined, name: string): Item | undefined {
  if (map?.sort !== 'map') return undefined;
  const at = map.keys.findIndex((key) => textOf(items[key]) === name);
  return at < 0 ? undefined : items[map.values[at] as number];
}

function textOf(item: Item | undefined): string | undefined {
  return item?.sort === 'text' ? (item.value as string) : undefined;
}

/**
 * Writes what an object holds, and what that holds. A list or a map is written where it is met first: the objects of an archive know
 * each other, and written at every mention they would be more than the archive has bytes, many times over.
 */
class Walk {
  readonly #items: readonly Item[];
  readonly #writer: DocumentWriter;
  readonly #archive: readonly number[] | undefined;
  readonly #written = new Set<number>();

  constructor(items: readonly Item[], writer: DocumentWriter, archive: readonly number[] | undefined) {
    this.#items = items;
    this.#writer = writer;
    this.#archive = archive;
  }

  visit(reference: number, isKey = false): void {
    const item = this.#items[reference];
    if (item === undefined) throw notThisFormat;
    if (item.sort === 'list' || item.sort === 'map') {
      // The names of an archive's dictionary can be objects.
      if (isKey || this.#written.has(reference)) {
        this.#writer.nothing();
        return;
      }
      this.#written.add(reference);
    }
    this.#write(item, isKey);
  }

  #write(item: Item, isKey: boolean): void {
    switch (item.sort) {
      case 'text':
        this.#writer.text(item.value as string, item.slot);
        break;
      case 'number':
        this.#writer.number(item.value as bigint, item.slot);
        break;
      case 'bytes': {
        const { start, end } = item.slot;
        const write = (fresh: Uint8Array): Uint8Array => withHead(0x40, fresh.length, fresh);
        this.#writer.bytes(item.value as Uint8Array, { start, end, write });
        break;
      }
      case 'uid': {
        const place = this.#archive?.[item.place] ?? -1;
        const sort = this.#items[place]?.sort ?? 'other';
        // What holds others and lies deep is met in the list of all objects as well; what names another names nothing.
        const isElsewhere = this.#writer.isDeep && (sort === 'list' || sort === 'map');
        if (sort === 'other' || sort === 'uid' || isElsewhere) this.#writer.nothing();
        else this.visit(place, isKey);
        break;
      }
      case 'list':
        this.#writer.beginList();
        for (const reference of item.items) this.visit(reference);
        this.#writer.end();
        break;
      case 'map':
        this.#map(item.keys, item.values);
        break;
      default:
        this.#writer.nothing();
        break;
    }
  }

  #map(keys: readonly number[], values: readonly number[]): void {
    this.#writer.beginMap();
    const names = keys.map((key) => textOf(this.#items[key]));
    const archived = [names.indexOf('NS.keys'), names.indexOf('NS.objects')].map(
      (at) => this.#items[values[at] ?? -1],
    );
    const [archivedKeys, archivedValues] = archived;
    // A dictionary in an archive: its names in one list, its values in another. First, because values are told by their names.
    if (archivedKeys?.sort === 'list' && archivedValues?.sort === 'list')
      for (const [at, key] of archivedKeys.items.entries()) {
        const value = archivedValues.items[at];
        if (value === undefined) throw notThisFormat;
        this.visit(key, true);
        this.visit(value);
      }
    for (const [at, key] of keys.entries()) {
      this.visit(key, true);
      this.visit(values[at] as number);
    }
    this.#writer.end();
  }
}

/** The list with some objects changed, and a new table of where they are. */
function assembleList(bytes: Uint8Array, table: Table, edits: readonly ByteEdit[]): Uint8Array {
  const growth = growthOf(edits);
  const objects = spliceBytes(bytes.subarray(0, table.start), edits);
  const places = table.places.map((place) => place + growth(place));
  const size = sizeOf(objects.length);
  const trailer = Uint8Array.from(bytes.subarray(bytes.length - TRAILER_BYTES));
  trailer[6] = size;
  trailer.set(bigEndian(objects.length, 8), TRAILER_BYTES - 8);
  return joinBytes([objects, Uint8Array.from(places.flatMap((place) => bigEndian(place, size))), trailer]);
}

function writeNumberOrText(value: string): Uint8Array {
  if (!/^\d{1,15}$/.test(value)) return writeText(value);
  return Uint8Array.from([0x13, ...bigEndian(BigInt(value), 8)]);
}

/** ASCII, else UTF-16. */
function writeText(value: string): Uint8Array {
  if (/^[\x20-\x7e\t\r\n]*$/.test(value))
    return withHead(0x50, value.length, new TextEncoder().encode(value));
  const units = Array.from({ length: value.length }, (_, at) => bigEndian(value.charCodeAt(at), 2));
  return withHead(0x60, value.length, Uint8Array.from(units.flat()));
}

function withHead(sort: number, length: number, content: Uint8Array): Uint8Array {
  if (length < 15) return joinBytes([Uint8Array.of(sort | length), content]);
  const size = sizeOf(length);
  const head = [sort | 15, 0x10 | Math.log2(size), ...bigEndian(length, size)];
  return joinBytes([Uint8Array.from(head), content]);
}
