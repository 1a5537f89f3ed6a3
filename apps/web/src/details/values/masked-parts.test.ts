import { describe, expect, it } from 'vitest';
import { maskedParts } from './masked-parts.ts';

const pseudonym = 'hx-tok-7k3m9qp2rt5w6';

describe('a text with masked values', () => {
  it('is split at them', () => {
    expect(maskedParts(`Bearer ${pseudonym}; more`)).toEqual([
      { text: 'Bearer ', masked: false },
      { text: pseudonym, masked: true },
      { text: '; more', masked: false },
    ]);
  });

  it('takes a token as one value, with the parts of it that can be read', () => {
    const token = `eyJhbGciOiJub25lIn0.eyJleHAiOjF9.${pseudonym}`;
    expect(maskedParts(`Bearer ${token}`).at(-1)).toEqual({ text: token, masked: true });
  });

  it('does not take a sentence for a token', () => {
    expect(maskedParts(`a.b.${pseudonym}`)[1]).toEqual({ text: pseudonym, masked: true });
  });

  it('gives a text without any back as it is, the empty one too', () => {
    expect(maskedParts('plain')).toEqual([{ text: 'plain', masked: false }]);
    expect(maskedParts('')).toEqual([{ text: '', masked: false }]);
  });
});
