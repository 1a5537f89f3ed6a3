import type { StringTable } from './entry-index.ts';

/** Collects strings by their bytes, each once; what a scan interns hosts, methods and ids with. */
export class StringTableBuilder implements StringTable {
  readonly #strings: string[] = [''];
  readonly #ids = new Map<string, number>([['', 0]]);

  get length(): number {
    return this.#strings.length;
  }

  get(id: number): string {
    return this.#strings[id] ?? '';
  }

  toArray(): readonly string[] {
    return this.#strings;
  }

  /** The id of a string, new or known. */
  intern(text: string): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = this.#strings.length;
    this.#strings.push(text);
    this.#ids.set(text, id);
    return id;
  }
}

/** A finished table, as it comes out of a worker. */
export function stringTableOf(strings: readonly string[]): StringTable {
  return {
    length: strings.length,
    get: (id) => strings[id] ?? '',
    toArray: () => strings,
  };
}
