import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeContent } from './decode-content.ts';

const plain = Buffer.from(
  Array.from({ length: 3000 }, (_, at) => `{"item":${(at * 7919) % 10_007}}`).join('\n'),
);
const plenty = 1024 * 1024;

describe('a body', () => {
  it.each([
    ['gzip', gzipSync(plain)],
    ['x-gzip', gzipSync(plain)],
    ['GZIP', gzipSync(plain)],
    ['deflate', deflateSync(plain)],
    ['deflate', deflateRawSync(plain)],
    ['br', brotliCompressSync(plain)],
    ['identity', plain],
    ['', plain],
    ['gzip, br', brotliCompressSync(gzipSync(plain))],
  ])('with Content-Encoding "%s" comes out as it was', (coding, packed) => {
    const decoded = decodeContent(packed, coding, plenty);
    expect(decoded.trouble).toBeUndefined();
    expect(Buffer.compare(decoded.bytes, plain)).toBe(0);
  });

  it('with zstd comes out as it was', () => {
    expect(new TextDecoder().decode(decodeContent(zstdOfHello, 'zstd', plenty).bytes)).toBe(
      'hello hello hello\n',
    );
  });

  it('that a tool decoded already stays as it is', () => {
    for (const coding of ['gzip', 'br', 'zstd']) {
      expect(decodeContent(plain, coding, plenty)).toMatchObject({ bytes: plain, stoppedAt: coding });
    }
  });

  it('with a coding that nobody knows stays as it is', () => {
    expect(decodeContent(plain, 'aws-chunked', plenty)).toEqual({ bytes: plain, stoppedAt: 'aws-chunked' });
    expect(decodeContent(plain, '__proto__', plenty)).toEqual({ bytes: plain, stoppedAt: '__proto__' });
  });

  it('that is cut gives its beginning', () => {
    for (const [coding, packed] of [
      ['gzip', gzipSync(plain)],
      ['br', brotliCompressSync(plain)],
    ] as const) {
      const { bytes, trouble } = decodeContent(packed.subarray(0, packed.length - 12), coding, plenty);
      expect(trouble).toBe('cut');
      expect(plain.toString().startsWith(new TextDecoder().decode(bytes))).toBe(true);
    }
  });

  it('that unfolds beyond the cap stops there', () => {
    for (const [coding, packed] of [
      ['gzip', gzipSync(Buffer.alloc(9_000_000))],
      ['br', brotliCompressSync(Buffer.alloc(9_000_000))],
    ] as const) {
      expect(decodeContent(packed, coding, plenty)).toMatchObject({ trouble: 'limit' });
    }
  });

  it('whose zstd frame asks for a gigabyte of memory is left alone', () => {
    const frame = Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 20 << 3, 1, 0, 0]);
    expect(decodeContent(frame, 'zstd', plenty)).toMatchObject({ stoppedAt: 'zstd', trouble: 'limit' });
  });
});

/** `printf 'hello hello hello\n' | zstd`. */
const zstdOfHello = Uint8Array.from([
  0x28, 0xb5, 0x2f, 0xfd, 0x04, 0x58, 0x6d, 0x00, 0x00, 0x38, 0x68, 0x65, 0x6c, 0x6c, 0x6f, 0x20, 0x0a, 0x01,
  0x00, 0x31, 0x4a, 0x11, 0xa3, 0xaa, 0x74, 0xce,
]);
