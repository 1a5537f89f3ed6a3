import { readFileSync } from 'node:fs';
import type { Variant } from './compare.ts';

/** A string of V8 ends at 2^29 - 24 characters: no JSON.parse beyond 512 MiB. Of a larger file, a smaller one stands in. */
export const asLargeAsStrings = { mostMegabytes: 500, standInMegabytes: 400 } as const;

/** The yardstick of most suites: JSON.parse of a string that is read and decoded before. */
export const jsonParse: Variant = {
  id: 'json-parse',
  label: 'JSON.parse of the decoded string',
  ...asLargeAsStrings,
  prepare: async (path) => {
    const text = readFileSync(path, 'utf8');
    return async () => entriesOf(JSON.parse(text));
  },
};

/** How many entries a capture has that is parsed. */
export function entriesOf(har: { readonly log: { readonly entries: readonly unknown[] } }): number {
  return har.log.entries.length;
}
