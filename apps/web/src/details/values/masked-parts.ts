/** A stretch of a shown text. */
export interface TextPart {
  readonly text: string;
  /** It stands for a value that is not shown. */
  readonly masked: boolean;
}

/** Pseudonyms as the sanitizer writes them: packages/sanitize/src/pseudonyms/grammar.ts. */
export const PSEUDONYM = /hx-[a-z]{3}-[0-9a-hjkmnp-tv-z]{13}/g;

/** Header and claims of a token are looked for so far in front of what stands for its signature. */
const MAX_TOKEN = 8192;

/**
 * Splits a text at its pseudonyms. A JSON Web Token keeps its readable parts when it is masked, and what stands for it is the
 * whole of it.
 */
export function maskedParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const { 0: pseudonym, index } of text.matchAll(PSEUDONYM)) {
    const start = tokenStart(text, index, at);
    if (start > at) parts.push({ text: text.slice(at, start), masked: false });
    at = index + pseudonym.length;
    parts.push({ text: text.slice(start, at), masked: true });
  }
  if (at < text.length || parts.length === 0) parts.push({ text: text.slice(at), masked: false });
  return parts;
}

/** Where `eyJ….eyJ….` in front of a pseudonym begins; the pseudonym's own start where nothing like it stands there. */
function tokenStart(text: string, index: number, floor: number): number {
  if (text[index - 1] !== '.') return index;
  let dots = 0;
  let at = index;
  const lowest = Math.max(floor, index - MAX_TOKEN);
  while (at > lowest) {
    const character = text[at - 1] as string;
    if (character === '.') dots++;
    else if (!/[\w-]/.test(character)) break;
    if (dots > 2) break;
    at--;
  }
  return dots === 2 && text.startsWith('ey', at) ? at : index;
}
