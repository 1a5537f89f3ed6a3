import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeBase64, encodeBase64 } from './base64.ts';

const ascii = (text: string) => new TextEncoder().encode(text);
const decoded = (text: string, truncated = false) => {
  const bytes = decodeBase64(ascii(text), truncated);
  return bytes && new TextDecoder().decode(bytes);
};

it('decodes what Node encodes, and the other way round', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const reference = Buffer.from(bytes).toString('base64');
      expect(encodeBase64(bytes)).toBe(reference);
      expect(decodeBase64(ascii(reference))).toEqual(bytes);
      expect(decodeBase64(ascii(Buffer.from(bytes).toString('base64url')))).toEqual(bytes);
    }),
  );
});

it('encodes more than one piece', () => {
  const bytes = new Uint8Array(100_000).map((_, at) => at * 7);
  expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
});

it('skips line breaks and blanks', () => {
  expect(decoded('aGVs\r\nbG8=\n')).toBe('hello');
  expect(decoded('aGVsbG8 =')).toBe('hello');
});

it.each(['aGVsbG8=x', 'not base64!', 'aGVsb', 'a', 'é'])('refuses %j', (text) => {
  expect(decoded(text)).toBeUndefined();
});

it('gives the whole bytes of a text that was cut anywhere', () => {
  const whole = Buffer.from('a longer text').toString('base64');
  for (let length = 0; length <= whole.length; length++) {
    expect('a longer text'.startsWith(decoded(whole.slice(0, length), true) ?? 'no base64')).toBe(true);
  }
});
