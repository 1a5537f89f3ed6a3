import { ContentRewriter } from '../../content/content-rewriter.ts';
import type { ContentRules } from '../../content/content-rules.ts';
import { HarRewriter } from '../../har/har-rewriter.ts';
import type { HarTokens } from '../../har/har-tokens.ts';
import { type Still, stillOf } from '../../har/still.ts';
import { TokenSet } from '../../har/token-set.ts';
import { unchangedTokens } from '../../har/unchanged.ts';
import type { LearnedSecrets } from '../../learned/learned-secrets.ts';
import { oneByteText } from '../one-byte-text.ts';
import { createSafeNames } from '../safe-names.ts';
import { createSurvivorSearch } from '../survivor-search.ts';
import type { VerifyJob } from './hand.ts';

/** More would not help anybody to find the fault. */
export const MAX_PLACES = 20;

export type VerifyStretch = (tokens: HarTokens, text: string, job: VerifyJob) => string[];

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
  return (tokens, text, { offset, before }) => {
    const places: string[] = [];
    const { still, stillKeys } = judgedBefore(tokens, text, before, learned);
    const { count } = tokens;
    const keys = tokens.keyRanges.length >> 1;
    for (
      let token = still.nextOutside(0, count);
      token < count && places.length < MAX_PLACES;
      token = still.nextOutside(token + 1, count)
    ) {
      if (har.rewriteToken(tokens, token, text) === undefined) continue;
      places.push(`${names.pointer(tokens.pointer(token))} (${met})`);
    }
    for (
      let key = stillKeys.nextOutside(0, keys);
      key < keys && places.length < MAX_PLACES;
      key = stillKeys.nextOutside(key + 1, keys)
    ) {
      const [start, end] = [tokens.keyRanges[2 * key] as number, tokens.keyRanges[2 * key + 1] as number];
      if (har.rewriteKey(tokens, start, end) !== undefined) places.push(`a key at byte ${offset + start}`);
    }
    const found = search(text);
    if (found !== undefined) places.push(`byte ${offset + found} (a removed value)`);
    return places;
  };
}

/** What the rules have read already, as it stands here, and found nothing in. */
function judgedBefore(
  tokens: HarTokens,
  text: string,
  before: VerifyJob['before'],
  learned: LearnedSecrets,
): Still {
  const unchanged =
    before === undefined ? undefined : unchangedTokens(tokens, text, oneByteText(before.bytes), before.marks);
  if (before === undefined || unchanged === undefined)
    return { still: new TokenSet(tokens.count), stillKeys: new TokenSet(tokens.keyRanges.length >> 1) };
  const { stillKeys } = before.marks;
  return stillOf({ still: unchanged.bits, stillKeys }, tokens, learned.findWritten(tokens.bytes));
}
