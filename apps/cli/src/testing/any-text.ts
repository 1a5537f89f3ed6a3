import fc from 'fast-check';

/** Any code point, lone surrogates included. */
const anyCharacter = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));

/** Text of any code points, with `likely` pieces in every second place. */
export function anyText(likely: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(fc.constantFrom(...likely), anyCharacter);
  return fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
}
