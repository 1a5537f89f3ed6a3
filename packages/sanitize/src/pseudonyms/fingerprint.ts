import { isPseudonym } from './grammar.ts';

/**
 * The pseudonym that stands for a replaced credential. A replacement that still decodes (JWT, Basic) holds several;
 * the last one is of its proof.
 */
export function fingerprintOf(replacement: string): string {
  if (isPseudonym(replacement)) return replacement;
  const basic = /^[A-Za-z0-9+/]+={0,2}$/.test(replacement) ? decodeBasic(replacement) : replacement;
  return basic.match(/hx-[a-z]{3}-[0-9a-z]{13}/g)?.at(-1) ?? replacement.slice(0, 100);
}

function decodeBasic(text: string): string {
  try {
    return atob(text);
  } catch {
    return text;
  }
}
