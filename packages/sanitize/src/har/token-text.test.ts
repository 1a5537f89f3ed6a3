import { expect, it } from 'vitest';
import { TokenText } from './token-text.ts';

it('decodes tokens up to the last byte of the memory that holds them, wherever they begin in it', () => {
  const tokens = new TokenText();
  for (let start = 0; start < 4; start++)
    for (let behind = 0; behind < 8; behind++) {
      const bytes = new TextEncoder().encode(`${' '.repeat(start)}"é" "a${'b'.repeat(behind)}"`).slice();
      const stretch = bytes.subarray(start);
      tokens.begin(new TextDecoder('latin1').decode(stretch), stretch);
      expect(tokens.decode(0, 4)).toBe('é');
      expect(tokens.decode(5, stretch.length)).toBe(`a${'b'.repeat(behind)}`);
      expect(tokens.decodeName(stretch.length - 2, stretch.length)).toBe('');
    }
});
