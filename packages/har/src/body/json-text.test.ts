import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutToWholeCharacters, decodeJsonText } from './json-text.ts';

const encoder = new TextEncoder();
const anyText = fc.string({
  unit: fc.constantFrom('a', '\\', '"', '\n', '\u0001', 'é', '€', '😀', '\ud83d', '\ude00', '/', 'u'),
  maxLength: 12,
});

it('cuts at any byte to a beginning of the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      // Written by JSON.stringify, and with everything beyond ASCII escaped.
      const plain = JSON.stringify(text);
      const escaped = plain.replace(
        /[\u0080-\uffff]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
      for (const written of [plain, escaped]) {
        const bytes = encoder.encode(written).subarray(1, -1);
        for (let length = 0; length <= bytes.length; length++) {
          const cut = cutToWholeCharacters(bytes.subarray(0, length));
          expect(length - cut.length).toBeLessThanOrEqual(12);
          expect(text.startsWith(decodeJsonText(cut, true))).toBe(true);
        }
      }
    }),
    { numRuns: 200 },
  );
});

it('keeps the two halves of an escaped emoji together', () => {
  const cut = (text: string) => decodeJsonText(cutToWholeCharacters(encoder.encode(text)), true);
  expect(cut('ab\\ud83d\\ude00')).toBe('ab😀');
  expect(cut('ab\\ud83d\\ude0')).toBe('ab');
  expect(cut('ab\\ud83d')).toBe('ab');
  expect(cut('ab\\\\ud83d')).toBe('ab\\ud83d');
});
