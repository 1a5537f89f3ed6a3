import type { StringTable } from './entry-index.ts';

/** A finished table, as it comes out of a worker. */
export function stringTableOf(strings: readonly string[]): StringTable {
  return {
    length: strings.length,
    get: (id) => strings[id] ?? '',
    toArray: () => strings,
  };
}
