import { bigEndian, littleEndian, sizeOf } from '../byte-reader.ts';

/** Writes a value in a format of bytes, plainly: written from the specifications, to check the readers. */
export type Formats = Readonly<Record<string, (value: object) => Uint8Array>>;

const encode = (text: string): number[] => [...new TextEncoder().encode(text)];

function messagePack(value: unknown): number[] {
  if (value === null) return [0xc0];
  if (typeof value === 'boolean') return [value ? 0xc3 : 0xc2];
  if (typeof value === 'number') return messagePackNumber(value);
  if (value instanceof Uint8Array) return [0xc5, ...bigEndian(value.length, 2), ...value];
  if (typeof value === 'string') return [...textHead(encode(value).length), ...encode(value)];
  if (Array.isArray(value)) return [0xdc, ...bigEndian(value.length, 2), ...value.flatMap(messagePack)];
  const entries = Object.entries(value as object);
  const head = entries.length < 16 ? [0x80 | entries.length] : [0xde, ...bigEndian(entries.length, 2)];
  return [...head, ...entries.flatMap(([key, item]) => [...messagePack(key), ...messagePack(item)])];
}

function messagePackNumber(value: number): number[] {
  if (value >= 128) {
    const size = sizeOf(value);
    return [0xcc + Math.log2(size), ...bigEndian(value, size)];
  }
  return value < -32 ? [0xd1, ...bigEndian(value, 2)] : [value & 255];
}

function textHead(length: number): number[] {
  if (length < 32) return [0xa0 | length];
  return length < 256 ? [0xd9, length] : [0xda, ...bigEndian(length, 2)];
}

function cborHead(kind: number, value: number): number[] {
  if (value < 24) return [(kind << 5) | value];
  const size = sizeOf(value);
  return [(kind << 5) | (24 + Math.log2(size)), ...bigEndian(value, size)];
}

/** `isOpen`: the ends of maps, lists and texts are told by a break and not by their lengths. */
function cbor(value: unknown, isOpen: boolean): number[] {
  if (value === null) return [0xf6];
  if (typeof value === 'boolean') return [value ? 0xf5 : 0xf4];
  if (typeof value === 'number') return value < 0 ? cborHead(1, -1 - value) : cborHead(0, value);
  if (value instanceof Uint8Array) return [...cborHead(2, value.length), ...value];
  if (typeof value === 'string') {
    const bytes = encode(value);
    const half = Math.floor(bytes.length / 2);
    const piece = (part: number[]): number[] => [...cborHead(3, part.length), ...part];
    const isAscii = bytes.length === value.length;
    return isOpen && isAscii && bytes.length > 20
      ? [0x7f, ...piece(bytes.slice(0, half)), ...piece(bytes.slice(half)), 0xff]
      : piece(bytes);
  }
  const kind = Array.isArray(value) ? 4 : 5;
  const items = Array.isArray(value) ? value : Object.entries(value as object).flat();
  const content = items.flatMap((item) => cbor(item, isOpen));
  if (isOpen) return [(kind << 5) | 31, ...content, 0xff];
  return [...cborHead(kind, kind === 4 ? items.length : items.length / 2), ...content];
}

function bson(value: object): number[] {
  const elements = Object.entries(value).flatMap(([key, item]) => {
    const [type, content] = bsonElement(item);
    return [type, ...encode(key), 0, ...content];
  });
  return [...littleEndian(elements.length + 5, 4), ...elements, 0];
}

function bsonElement(value: unknown): [type: number, content: number[]] {
  if (value === null) return [0x0a, []];
  if (typeof value === 'boolean') return [0x08, [value ? 1 : 0]];
  // Of four bytes and of eight, by whether it fits.
  if (typeof value === 'number')
    return value < 2 ** 31 ? [0x10, littleEndian(value, 4)] : [0x12, littleEndian(value, 8)];
  if (value instanceof Uint8Array) return [0x05, [...littleEndian(value.length, 4), 0, ...value]];
  if (typeof value === 'string') {
    const bytes = encode(value);
    return [0x02, [...littleEndian(bytes.length + 1, 4), ...bytes, 0]];
  }
  return [Array.isArray(value) ? 0x04 : 0x03, bson(value as object)];
}

/** Each value is an object of its own, in the order in which it is met. */
function propertyList(root: unknown, toObjects: (root: unknown) => unknown = (same) => same): number[] {
  const objects: number[][] = [];
  const head = (sort: number, length: number): number[] =>
    length < 15 ? [sort | length] : [sort | 15, 0x11, ...bigEndian(length, 2)];
  const add = (value: unknown): number => {
    const place = objects.push([]) - 1;
    objects[place] = written(value);
    return place;
  };
  const references = (places: number[]): number[] => places.flatMap((place) => bigEndian(place, 2));
  const written = (value: unknown): number[] => {
    if (value === null) return [0x00];
    if (typeof value === 'boolean') return [value ? 9 : 8];
    if (typeof value === 'number')
      return value >= 0 && value < 2 ** 31 ? [0x12, ...bigEndian(value, 4)] : [0x13, ...bigEndian(value, 8)];
    if (value instanceof Uint8Array) return [...head(0x40, value.length), ...value];
    if (value instanceof Uid) return [0x81, ...bigEndian(value.place, 2)];
    if (typeof value === 'string') {
      if (encode(value).length === value.length) return [...head(0x50, value.length), ...encode(value)];
      const units = Array.from({ length: value.length }, (_, at) => bigEndian(value.charCodeAt(at), 2));
      return [...head(0x60, value.length), ...units.flat()];
    }
    if (Array.isArray(value)) return [...head(0xa0, value.length), ...references(value.map(add))];
    const entries = Object.entries(value as object);
    const keys = entries.map(([key]) => add(key));
    return [...head(0xd0, keys.length), ...references([...keys, ...entries.map(([, item]) => add(item))])];
  };
  add(toObjects(root));
  const bytes = encode('bplist00');
  const places = objects.flatMap((object) => {
    const at = bytes.length;
    bytes.push(...object);
    return bigEndian(at, 2);
  });
  const trailer = [
    0,
    0,
    0,
    0,
    0,
    0,
    2,
    2,
    ...[objects.length, 0, bytes.length].flatMap((n) => bigEndian(n, 8)),
  ];
  return [...bytes, ...places, ...trailer];
}

/** Names an object of an archive. */
class Uid {
  readonly place: number;

  constructor(place: number) {
    this.place = place;
  }
}

/** A value as the archives of programs hold it: every object in one list, and its members by their places there. */
function archived(root: unknown): unknown {
  const objects: unknown[] = ['$null'];
  const add = (value: unknown): Uid => {
    const place = objects.push(null) - 1;
    if (Array.isArray(value)) objects[place] = { 'NS.objects': value.map(add) };
    else if (typeof value !== 'object' || value === null || value instanceof Uint8Array)
      objects[place] = value;
    else
      objects[place] = {
        'NS.keys': Object.keys(value).map(add),
        'NS.objects': Object.values(value).map(add),
      };
    return new Uid(place);
  };
  const top = { root: add(root) };
  return { $archiver: 'NSKeyedArchiver', $objects: objects, $top: top, $version: 100_000 };
}

/** A hub's message in front of the one that is meant, which is behind it. */
function hubMessages(value: object): number[] {
  const framed = (message: number[]): number[] => {
    const { length } = message;
    return [...(length < 128 ? [length] : [(length & 127) | 128, length >> 7]), ...message];
  };
  const ping = [0x91, 6];
  const call = [0x95, 1, 0x80, 0xc0, ...messagePack('Login'), 0x91, ...messagePack(value)];
  return [...framed(ping), ...framed(call)];
}

export const formats: Formats = {
  MessagePack: (value) => Uint8Array.from(messagePack(value)),
  'messages of a SignalR hub': (value) => Uint8Array.from(hubMessages(value)),
  CBOR: (value) => Uint8Array.from(cbor(value, false)),
  'CBOR without lengths': (value) => Uint8Array.from(cbor(value, true)),
  'CBOR behind a tag': (value) => Uint8Array.from([0xd9, 0xd9, 0xf7, ...cbor(value, false)]),
  BSON: (value) => Uint8Array.from(bson(value)),
  'a property list': (value) => Uint8Array.from(propertyList(value)),
  'an archive in a property list': (value) => Uint8Array.from(propertyList(value, archived)),
};
