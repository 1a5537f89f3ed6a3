/** As `sanitize` writes them. Each of them is looked up: what only looks like one stays as it is. */
const PSEUDONYM = /hx-[a-z]{3}-[0-9a-z]{13}/g;

/**
 * Words with the values that pseudonyms in them stand for. What a person copies from the screen is a pseudonym, and the file
 * holds the value; in a sanitized file the pseudonym is the value. `reveal`: undefined = it was not shown here.
 */
export function withValues(words: string, reveal: (shown: string) => string | undefined): string {
  return words.replace(PSEUDONYM, (shown) => reveal(shown) ?? shown);
}

/** Whether words need a look at what was shown. Asking another thread for nothing would keep somebody waiting. */
export function mayHoldPseudonym(words: string): boolean {
  return words.includes('hx-');
}
