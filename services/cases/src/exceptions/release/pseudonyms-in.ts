import { isNumericPseudonym, isPseudonymAt, pseudonymLength } from '@harrier/sanitize';

const number = /\d{15}/g;

/**
 * The pseudonyms in a text, each once: what has to be looked up for "everything in this request". `text` is the clean
 * file's, so that nobody needs the original to know what to ask for.
 */
export function pseudonymsIn(text: string): string[] {
  const found = new Set<string>();
  for (let at = text.indexOf('hx-'); at >= 0; at = text.indexOf('hx-', at + 1))
    if (isPseudonymAt(text, at)) found.add(text.slice(at, at + pseudonymLength));
  for (const [digits] of text.matchAll(number)) if (isNumericPseudonym(Number(digits))) found.add(digits);
  return [...found];
}
