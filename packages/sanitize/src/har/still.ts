import type { NeedleHit } from '../learned/gram-index.ts';
import type { HarTokens } from './har-tokens.ts';
import { TokenSet } from './token-set.ts';

/** The tokens and keys of a stretch in which nothing is to be done. */
export interface Still {
  readonly still: TokenSet;
  readonly stillKeys: TokenSet;
}

/** Those that were marked as still, but for the ones in which one of the hits lies. */
export function stillOf(
  marks: { readonly still: Uint8Array; readonly stillKeys: Uint8Array },
  tokens: HarTokens,
  hits: readonly NeedleHit[],
): Still {
  const still = TokenSet.copyOf(marks.still);
  const stillKeys = TokenSet.copyOf(marks.stillKeys);
  const { keyRanges, starts, ends, count } = tokens;
  for (const { start } of hits) {
    const token = lastFrom(count, start, (at) => starts[at] as number);
    if (token >= 0 && start < (ends[token] as number)) still.delete(token);
    else {
      const key = lastFrom(keyRanges.length >> 1, start, (at) => keyRanges[2 * at] as number);
      if (key >= 0) stillKeys.delete(key);
    }
  }
  return { still, stillKeys };
}

/** The last of `count` things in order that begins at `offset` or before it; -1 where none does. */
function lastFrom(count: number, offset: number, startOf: (at: number) => number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(middle) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
