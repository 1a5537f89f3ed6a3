import { ContentRewriter, type ContentRules } from '../../content/content-rewriter.ts';
import { HarRewriter } from '../../har/har-rewriter.ts';
import type { HarTokens } from '../../har/har-tokens.ts';
import type { LearnedSecrets } from '../../learned/learned-secrets.ts';
import { createSafeNames } from '../safe-names.ts';
import { createSurvivorSearch } from '../survivor-search.ts';

/** More would not help anybody to find the fault. */
export const MAX_PLACES = 20;

export type VerifyStretch = (tokens: HarTokens, text: string, offset: number) => string[];

/** Finds the places of one stretch after the other in which the rules, or a search for removed values, find something. */
export function createVerifying(
  rules: Omit<ContentRules, 'onSecret' | 'learned'>,
  learned: LearnedSecrets,
): VerifyStretch {
  let met = '';
  const names = createSafeNames({ ...rules, onSecret: () => {} }, learned);
  const content = new ContentRewriter({
    ...rules,
    learned,
    onSecret: ({ rule, inside }) => {
      met = [rule, ...inside.map((step) => names.step(step))].join(' › ');
    },
  });
  const har = new HarRewriter(content);
  const search = createSurvivorSearch(learned.values());
  return (tokens, text, offset) => {
    const places: string[] = [];
    for (let token = 0; token < tokens.count && places.length < MAX_PLACES; token++) {
      if (har.rewriteToken(tokens, token, text) === undefined) continue;
      places.push(`${names.pointer(tokens.pointer(token))} (${met})`);
    }
    for (let key = 0; key < tokens.keyRanges.length && places.length < MAX_PLACES; key += 2) {
      const [start, end] = [tokens.keyRanges[key] as number, tokens.keyRanges[key + 1] as number];
      if (har.rewriteKey(tokens, start, end) !== undefined) places.push(`a key at byte ${offset + start}`);
    }
    const found = search(text);
    if (found !== undefined) places.push(`byte ${offset + found} (a removed value)`);
    return places;
  };
}
