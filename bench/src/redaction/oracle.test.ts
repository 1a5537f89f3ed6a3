import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { readDeeply } from './oracle.ts';

const needle = 'Aq7/x+Zp"2&n9Lm4';
const base64 = (data: string | Buffer) => Buffer.from(data).toString('base64');

const hidings: Readonly<Record<string, unknown>> = {
  'as it is': { note: needle },
  'a key': { [needle]: 1 },
  'percent-encoded twice': encodeURIComponent(encodeURIComponent(needle)),
  'every character percent-encoded': `%${Buffer.from(needle).toString('hex').match(/../g)?.join('%')}`,
  'JSON in JSON': JSON.stringify({ data: JSON.stringify({ inner: needle }) }),
  'escapes outside JSON': `data: {"v":${JSON.stringify(needle)}} trailing`,
  'unicode escapes': Array.from(
    needle,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  ).join(''),
  'named entities': needle.replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
  'numeric entities': Array.from(needle, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`).join(''),
  'base64 after one character': base64(`a${needle}`),
  'base64 after two characters': base64(`ab${needle}`),
  'base64 behind other letters': `x${base64(needle)}`,
  base64url: Buffer.from(`??>${needle}`).toString('base64url'),
  'base64 in lines': base64(`${needle} and more of it to fill the line`).replace(/(.{16})/g, '$1\r\n'),
  'hex in capitals': Buffer.from(needle).toString('hex').toUpperCase(),
  gzip: base64(gzipSync(needle)),
  zlib: base64(deflateSync(needle)),
  'raw deflate': base64(deflateRawSync(needle)),
  brotli: base64(brotliCompressSync(needle)),
  'UTF-16': base64(Buffer.from(needle, 'utf16le')),
  'gzip in base64 in JSON in a query': encodeURIComponent(
    JSON.stringify({ z: base64(gzipSync(JSON.stringify({ needle }))) }),
  ),
};

it.each(Object.entries(hidings))('finds a needle hidden as %s', (_, hidden) => {
  expect(readDeeply({ deep: [hidden] }).some((text) => text.includes(needle))).toBe(true);
});

it('finds a number', () => {
  expect(readDeeply({ pin: 48120937 })).toContain('48120937');
});

it('finds nothing that is not there', () => {
  expect(readDeeply(hidings).some((text) => text.includes('another needle'))).toBe(false);
});
