import { expect, it } from 'vitest';
import { EscalateError } from '../escalate-error.ts';
import { stripPicture } from './strip-picture.ts';

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
  const picture = stripPicture(new Uint8Array(bytes));
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
  const picture = stripPicture(new Uint8Array([0xff, 0xd8, ...told, ...shown, ...place]));
  expect([...picture.bytes]).toEqual([0xff, 0xd8, ...shown]);
  expect(picture.mediaType).toBe('image/jpeg');
});

it.each([
  ['a GIF', ascii('GIF89a')],
  ['nothing', []],
  ['an SVG', ascii('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a PNG that is cut', [...pngStart, ...chunk('IHDR', [1]).slice(0, 6)]],
  ['a PNG without end', [...pngStart, ...chunk('IHDR', [1])]],
  ['a JPEG that is cut', [0xff, 0xd8, ...scan]],
  ['a JPEG with a length that cannot be', [0xff, 0xd8, 0xff, 0xe1, 0, 0, 0xff, 0xd9]],
])('refuses %s', (_, bytes) => {
  expect(() => stripPicture(new Uint8Array(bytes))).toThrow(EscalateError);
});
