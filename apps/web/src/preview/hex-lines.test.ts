import { expect, it } from 'vitest';
import { hexLine } from './hex-lines.ts';

it('shows bytes as a dump, control characters as dots', () => {
  const bytes = Uint8Array.from([...'Hello, world 1234'].map((sign) => sign.charCodeAt(0)).concat(0x1b));
  expect(hexLine(bytes, 0)).toBe(
    '00000000  48 65 6c 6c 6f 2c 20 77  6f 72 6c 64 20 31 32 33  Hello, world 123',
  );
  expect(hexLine(bytes, 1)).toBe(`00000010  34 1b${' '.repeat(18)}  ${' '.repeat(23)}  4·`);
});
