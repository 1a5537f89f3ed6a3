import { type AllWords, wordsFor } from '../words/for-language.ts';

/** Armenian letters: as wide as Latin ones, no captured text of ours has them, and no terminal escapes them. */
const firstLetter = 0x561;

/** The text with its Latin letters exchanged, so that whatever was said past the words still has its own. */
function pseudo(text: string): string {
  return text.replace(/[a-z]/gi, (letter) =>
    String.fromCharCode(firstLetter + (letter.toLowerCase().charCodeAt(0) - 97)),
  );
}

/** English with every text exchanged, those that functions return included. */
export async function pseudoWords(): Promise<AllWords> {
  const english = await wordsFor('en');
  const exchanged = exchange(english) as AllWords;
  // The language is no text: rules of writing hang on it.
  return { ...exchanged, knowledge: { ...exchanged.knowledge, language: 'fr' } };
}

function exchange(value: unknown): unknown {
  if (typeof value === 'string') return pseudo(value);
  if (typeof value === 'function')
    return (...given: readonly unknown[]) =>
      exchange((value as (...given: readonly unknown[]) => unknown)(...given));
  if (Array.isArray(value)) return value.map(exchange);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, exchange(inner)]));
}
