import { createValueMask, type ValueMask } from '@harrier/sanitize';

/** More different values than a person looks at; the oldest are forgotten and masked anew when they are seen again. */
const MAX_REMEMBERED = 100_000;

/** A mask that can show one value again: for the deliberate click on a lock. Values stay in the worker until then. */
export interface RevealingMask extends ValueMask {
  /** What a masked text stands for; undefined = this mask has not shown it. */
  reveal(shown: string): string | undefined;
}

/** The same key gives the same pseudonyms, so that two captures in one page show the same credential as the same. */
export function createRevealingMask(key: Uint8Array): RevealingMask {
  const hidden = new Map<string, string>();
  const mask = createValueMask(key, {
    onMasked: (shown, value) => {
      if (hidden.size >= MAX_REMEMBERED) hidden.delete(hidden.keys().next().value as string);
      hidden.set(shown, value);
    },
  });
  return { ...mask, reveal: (shown) => hidden.get(shown) };
}
