import type { SearchWord } from '../store/log-store.ts';

/** Letters and digits of any script make words: what SQLite's `unicode61` cuts, and what RE2 calls `\pL` and `\pN`. */
const TOKEN = /[\p{L}\p{N}\p{Co}]+/gu;

/**
 * Cuts what somebody typed into words that all have to be there. `"no access"` is a phrase, and so is what is joined by
 * other characters (`error.key` is `error` directly followed by `key`); `record*` finds what begins so.
 */
export function readWords(text: string): SearchWord[] {
  const words: SearchWord[] = [];
  for (const [, phrase, plain] of text.matchAll(/"([^"]*)"?|([^\s"]+)/g)) {
    const written = phrase ?? plain ?? '';
    const tokens = written.match(TOKEN) ?? [];
    if (tokens.length > 0) words.push({ tokens, prefix: written.endsWith('*') });
  }
  return words;
}

/** Whether a text holds a word, for sources that cannot say so themselves. */
export function holdsWord(text: string, word: SearchWord): boolean {
  return wordPattern(word).test(text);
}

function wordPattern({ tokens, prefix }: SearchWord): RegExp {
  const between = '[^\\p{L}\\p{N}\\p{Co}]+';
  const end = prefix ? '' : '(?![\\p{L}\\p{N}\\p{Co}])';
  return new RegExp(`(?<![\\p{L}\\p{N}\\p{Co}])${tokens.join(between)}${end}`, 'iu');
}
