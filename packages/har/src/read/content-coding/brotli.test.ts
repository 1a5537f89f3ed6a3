import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../gzip/checksum.ts';
import { decodeBrotli } from './brotli.ts';
import { dictionaryWords } from './brotli-dictionary.ts';

const sample = readFileSync(
  new URL('../../../../../fixtures/corpus/mitmproxy+mitmproxy--safari.har', import.meta.url),
).subarray(0, 300_000);
const plenty = 64 * 1024 * 1024;

it('knows the words of the specification', () => {
  expect(dictionaryWords().length).toBe(122_784);
  expect(crc32(dictionaryWords())).toBe(0x5136cb04);
});

describe('decodes what Node compresses', () => {
  it.each([0, 1, 3, 5, 9, 10, 11])('at quality %d', (quality) => {
    for (const mode of [
      constants.BROTLI_MODE_TEXT,
      constants.BROTLI_MODE_GENERIC,
      constants.BROTLI_MODE_FONT,
    ]) {
      const packed = brotliCompressSync(sample.subarray(0, quality > 9 ? 60_000 : undefined), {
        params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_MODE]: mode },
      });
      const { bytes, trouble } = decodeBrotli(packed, plenty);
      expect(trouble).toBeUndefined();
      expect(Buffer.compare(bytes, sample.subarray(0, bytes.length))).toBe(0);
    }
  });

  it('with any window', () => {
    for (let window = 10; window <= 24; window++) {
      const packed = brotliCompressSync(sample, {
        params: { [constants.BROTLI_PARAM_LGWIN]: window, [constants.BROTLI_PARAM_QUALITY]: 5 },
      });
      expect(Buffer.compare(decodeBrotli(packed, plenty).bytes, sample)).toBe(0);
    }
  });

  it('of any bytes and words', () => {
    const text = fc.array(
      fc.oneof(
        fc.string(),
        fc.constantFrom(' the ', 'The Government of', 'время', 'ﬁ', '<a href="', '\0\0\0'),
      ),
      { maxLength: 60 },
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 3000 }),
      text.map((words) => Buffer.from(words.join(''))),
    );
    fc.assert(
      fc.property(bytes, fc.integer({ min: 0, max: 11 }), (plain, quality) => {
        const packed = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
        expect(Buffer.compare(decodeBrotli(packed, plenty).bytes, plain)).toBe(0);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a damaged body', () => {
  const packed = brotliCompressSync(sample, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });

  it('that is cut gives a beginning of the whole', () => {
    for (const share of [0.1, 0.5, 0.9]) {
      const { bytes, trouble } = decodeBrotli(packed.subarray(0, packed.length * share), plenty);
      expect(trouble).toBe('cut');
      expect(bytes.length).toBeGreaterThan(sample.length * share * 0.5);
      expect(Buffer.compare(bytes, sample.subarray(0, bytes.length))).toBe(0);
    }
  });

  it('that unfolds too far stops at the cap', () => {
    const bomb = brotliCompressSync(Buffer.alloc(4_000_000));
    const { bytes, trouble } = decodeBrotli(bomb, 100_000);
    expect({ length: bytes.length, trouble }).toEqual({ length: 100_000, trouble: 'limit' });
  });

  it('of any bytes ends without an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(decodeBrotli(bytes, 100_000).bytes.length).toBeLessThanOrEqual(100_000);
      }),
    );
  });
});
