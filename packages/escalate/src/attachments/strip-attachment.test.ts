import { expect, it } from 'vitest';
import { EscalateError } from '../escalate-error.ts';
import { stripAttachment } from './strip-attachment.ts';

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));
const place = ascii('48.137 N 11.575 E');

// The checksums are left at 0: what is kept is kept as it is.
const chunk = (type: string, data: number[]): number[] => [
  0,
  0,
  0,
  data.length,
  ...ascii(type),
  ...data,
  0,
  0,
  0,
  0,
];
const pngStart = [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a];

const segment = (marker: number, data: number[]): number[] => [0xff, marker, 0, data.length + 2, ...data];
const adobe = [...ascii('Adobe'), 0, 100, 0, 0, 0, 0, 1];
// Coded data with a stuffed byte and a restart marker.
const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 1, 0xff, 0, 2, 0xff, 0xd0, 3];

it('keeps of a PNG what it looks like, and drops texts, times and what follows the end', () => {
  const shown = [
    chunk('IHDR', [1]),
    chunk('PLTE', [2]),
    chunk('tRNS', [3]),
    chunk('IDAT', [4]),
    chunk('IEND', []),
  ];
  const told = [chunk('tEXt', place), chunk('eXIf', place), chunk('tIME', [1])];
  const [head = [], ...rest] = shown;
  const bytes = [...pngStart, ...head, ...told.flat(), ...rest.flat(), ...place];
  const picture = stripAttachment(new Uint8Array(bytes));
  expect([...picture.bytes]).toEqual([...pngStart, ...shown.flat()]);
  expect(picture.mediaType).toBe('image/png');
});

it('keeps of a JPEG what it looks like, and drops EXIF, comments and what follows the end', () => {
  const shown = [
    ...segment(0xee, adobe),
    ...segment(0xdb, [0, 1]),
    ...scan,
    ...segment(0xc4, [0]),
    ...scan,
    0xff,
    0xd9,
  ];
  const told = [
    ...segment(0xe0, ascii('JFIF\0')),
    ...segment(0xe1, [...ascii('Exif\0\0'), ...place]),
    ...segment(0xfe, place),
  ];
  const picture = stripAttachment(new Uint8Array([0xff, 0xd8, ...told, ...shown, ...place]));
  expect([...picture.bytes]).toEqual([0xff, 0xd8, ...shown]);
  expect(picture.mediaType).toBe('image/jpeg');
});

/** An EBML element with a size of one byte. */
const element = (id: number[], data: number[]): number[] => [...id, 0x80 | data.length, ...data];
const ebml = element([0x1a, 0x45, 0xdf, 0xa3], [0x42, 0x82, 0x84, ...ascii('webm')]);
const block = element([0xa3], [0x81, 0, 0, 0x80, 1, 2, 3]);
const clusterOfUnknownSize = [0x1f, 0x43, 0xb6, 0x75, 0x01, 255, 255, 255, 255, 255, 255, 255];
const segmentOfUnknownSize = [0x18, 0x53, 0x80, 0x67, 0x01, 255, 255, 255, 255, 255, 255, 255];
const info = element(
  [0x15, 0x49, 0xa9, 0x66],
  [...element([0x7b, 0xa9], place), ...element([0x4d, 0x80], ascii('Camera 7'))],
);
const tags = element([0x12, 0x54, 0xc3, 0x67], place);

it.each([
  ['a whole one', (body: number[]) => [0x18, 0x53, 0x80, 0x67, 0x40, body.length, ...body]],
  ['one written live', (body: number[]) => [...segmentOfUnknownSize, ...body]],
])('blanks titles, tags and programs of a WebM, %s, and moves no frame', (name, segment) => {
  const isLive = name.includes('live');
  const body = [...info, ...(isLive ? clusterOfUnknownSize : []), ...block, ...tags];
  const bytes = new Uint8Array([...ebml, ...segment(body), ...(isLive ? [] : place)]);
  const { bytes: stripped, mediaType } = stripAttachment(bytes);
  expect(mediaType).toBe('video/webm');
  const text = String.fromCharCode(...stripped);
  expect(text).not.toMatch(/48\.137|Camera/);
  const at = String.fromCharCode(...bytes).indexOf(String.fromCharCode(...block));
  expect([...stripped.subarray(at, at + block.length)]).toEqual(block);
  // What was blanked is read over again, and nothing of it is left.
  expect(stripAttachment(stripped).bytes).toEqual(stripped);
});

const box = (type: string, data: number[]): number[] => [0, 0, 0, data.length + 8, ...ascii(type), ...data];

it('blanks places, moments and programs of an MP4, and moves no frame', () => {
  const moment = [0, 0, 0, 0, 0xe1, 2, 3, 4, 0xe1, 2, 3, 4, 9, 9, 9, 9];
  const handler = [...new Array(8).fill(0), ...ascii('vide'), ...new Array(12).fill(0), ...ascii('Camera 7')];
  const frames = box('mdat', [1, 2, 3, 4]);
  const bytes = new Uint8Array([
    ...box('ftyp', ascii('isom')),
    ...box('moov', [
      ...box('mvhd', moment),
      ...box('trak', box('mdia', box('hdlr', handler))),
      ...box('udta', place),
    ]),
    ...frames,
    ...box('uuid', place),
  ]);
  const { bytes: stripped, mediaType } = stripAttachment(bytes);
  expect(mediaType).toBe('video/mp4');
  expect(stripped).toHaveLength(bytes.length);
  const text = String.fromCharCode(...stripped);
  expect(text).not.toMatch(/48\.137|Camera|\u00e1/);
  expect(text).toContain(String.fromCharCode(...frames));
  expect(text).toContain(String.fromCharCode(9, 9, 9, 9));
});

/** `moov` in `moov` in `moov` …; each is nothing but its head and the next one. */
function boxesWithinBoxes(count: number): number[] {
  const view = new DataView(new ArrayBuffer(count * 8));
  for (let at = 0; at < count; at++) {
    view.setUint32(at * 8, (count - at) * 8);
    view.setUint32(at * 8 + 4, 0x6d6f6f76);
  }
  return [...new Uint8Array(view.buffer)];
}

it.each([
  ['a GIF', ascii('GIF89a')],
  ['nothing', []],
  ['an SVG', ascii('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a PNG that is cut', [...pngStart, ...chunk('IHDR', [1]).slice(0, 6)]],
  ['a PNG without end', [...pngStart, ...chunk('IHDR', [1])]],
  ['a JPEG that is cut', [0xff, 0xd8, ...scan]],
  ['a WebM that is cut', [...ebml, ...segmentOfUnknownSize, ...tags.slice(0, 9)]],
  ['an MP4 that is cut', [...box('ftyp', ascii('isom')), ...box('moov', place).slice(0, 12)]],
  ['an MP4 with a size that cannot be', [...box('ftyp', ascii('isom')), 0, 0, 0, 3, ...ascii('moov')]],
  ['an MP4 of boxes within boxes', [...box('ftyp', ascii('isom')), ...boxesWithinBoxes(20_000)]],
  ['a JPEG with a length that cannot be', [0xff, 0xd8, 0xff, 0xe1, 0, 0, 0xff, 0xd9]],
])('refuses %s', (_, bytes) => {
  expect(() => stripAttachment(new Uint8Array(bytes))).toThrow(EscalateError);
});
