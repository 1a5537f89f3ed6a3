import { expect, it } from 'vitest';
import { createPseudonymiser } from '../../pseudonyms/pseudonymiser.ts';
import { bytesToLatin1 } from '../bytes.ts';
import { ContentRewriter } from '../content-rewriter.ts';
import { bigEndian } from './byte-reader.ts';
import { readByteDocument } from './read-byte-document.ts';

const password = 'CedarIndigoEmber';

function rewrite(bytes: Uint8Array): Uint8Array | undefined {
  const pseudonymiser = createPseudonymiser(new Uint8Array(32).fill(3));
  const rules = { pseudonymiser, strictness: 'default', onSecret: () => {} } as const;
  return new ContentRewriter(rules).rewriteBytes(bytes, '');
}

const head = (sort: number, length: number): number[] =>
  length < 15 ? [sort | length] : [sort | 15, 0x12, ...bigEndian(length, 4)];
const wide = (numbers: readonly number[]): number[] => numbers.flatMap((number) => bigEndian(number, 4));
const text = (value: string): number[] => [...head(0x50, value.length), ...new TextEncoder().encode(value)];
const list = (places: readonly number[]): number[] => [...head(0xa0, places.length), ...wide(places)];
const map = (keys: readonly number[], values: readonly number[]): number[] => [
  ...head(0xd0, keys.length),
  ...wide([...keys, ...values]),
];
const uid = (place: number): number[] => [0x83, ...bigEndian(place, 4)];

/** The first object is the root; `offsets`: where objects are instead of behind each other. */
function listOf(objects: readonly (readonly number[])[], offsets: ReadonlyMap<number, number> = new Map()) {
  const bytes = [...new TextEncoder().encode('bplist00')];
  const places = objects.map((object, at) => {
    const place = offsets.get(at) ?? bytes.length;
    if (!offsets.has(at)) for (const byte of object) bytes.push(byte);
    return place;
  });
  const counts = [objects.length, 0, bytes.length].flatMap((number) => bigEndian(number, 8));
  return Uint8Array.from([...bytes, ...wide(places), 0, 0, 0, 0, 0, 0, 4, 4, ...counts]);
}

it('an archive whose objects all know each other loses its secrets, and is written once', () => {
  const count = 60;
  // The root, a name and the list of all objects; then objects with uids of their own, which stand behind the objects.
  const names = [text('$objects'), text('next'), text('password'), text(password)];
  const first = 2 + names.length;
  const objects = Array.from({ length: count }, (_, at) => at);
  const uids = [...objects.map((at) => uid(at)), uid(count)];
  const known = list(objects.map((at) => first + count + at));
  const body = objects.map((at) => map([3, 4], [first + 2 * count + 1 + at, first + 2 * count]));
  const bytes = listOf([
    map([2], [1]),
    list([...objects.map((at) => first + at), 5]),
    ...names,
    ...body,
    ...uids,
    ...objects.map(() => known),
  ]);
  expect(readByteDocument(bytes)?.json.length).toBeLessThan(40 * bytes.length);
  const rewritten = rewrite(bytes) as Uint8Array;
  expect(bytesToLatin1(rewritten)).toMatch(/hx-pwd-/);
  expect(bytesToLatin1(rewritten)).not.toContain(password);
});

it('a chain of objects that do nothing but name the next one ends nothing', () => {
  const count = 50_000;
  const chain = Array.from({ length: count }, (_, at) => uid(at + 1));
  const bytes = listOf([map([1], [2]), text('$objects'), list(chain.map((_, at) => 3 + at)), ...chain]);
  expect(rewrite(bytes)).toBe(bytes);
});

it('a secret in which another one lies goes with the whole list', () => {
  const inner = text('QwertzUiopAsdf');
  const outer = text(`AA${String.fromCharCode(...inner)}${password}`);
  const objects = [map([1, 2], [3, 4]), text('password'), text('db_password'), outer, []];
  const place = 8 + [...objects.slice(0, 3)].reduce((sum, { length }) => sum + length, 0);
  const bytes = listOf(objects, new Map([[4, place + head(0x50, outer.length).length + 2]]));
  expect(readByteDocument(bytes)?.json).toContain('"db_password":"QwertzUiopAsdf"');
  expect(rewrite(bytes)).toBeUndefined();
});

it('lists inside of lists, each named over and over, take no longer than they may say', () => {
  const bytes = (value: Uint8Array): number[] => [...head(0x40, value.length), ...value];
  const namesOver = (content: readonly number[]): Uint8Array =>
    listOf([map([1], [2]), text('a'), list(new Array(400).fill(3)), content]);
  let nested = namesOver(text('words '.repeat(400)));
  for (let depth = 0; depth < 3; depth++) nested = namesOver(bytes(nested));
  const rewritten = rewrite(nested);
  expect(rewritten === undefined || rewritten.length <= 2 * nested.length).toBe(true);
});
