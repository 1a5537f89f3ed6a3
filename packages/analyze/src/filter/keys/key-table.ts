import type { FilterKey } from './key.ts';
import { MARK_KEYS } from './mark-keys.ts';
import { NUMBER_KEYS } from './number-keys.ts';
import { TEXT_KEYS } from './text-keys.ts';

/**
 * Every key of the filter language. `text` is what stands without a key; `regexp` is the key Firefox
 * has for it. A new key is one row in one of the three lists.
 */
export const FILTER_KEYS: readonly FilterKey[] = [...TEXT_KEYS, ...NUMBER_KEYS, ...MARK_KEYS];

const byName = new Map<string, FilterKey>(
  FILTER_KEYS.flatMap((key) => [key.key, ...(key.aliases ?? [])].map((name) => [name, key] as const)),
);

/** A key by its name or alias, in any case. */
export function filterKey(name: string): FilterKey | undefined {
  return byName.get(name.toLowerCase());
}
