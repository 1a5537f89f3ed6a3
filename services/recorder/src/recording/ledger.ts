import type { AmendedField, PageLine } from './sink.ts';

/** Where bytes are put, to be had again by their place. */
export interface Shelf {
  put(bytes: Uint8Array): void;
  /** How much was put so far: the place of what comes next. */
  readonly sizeBytes: number;
}

/** A stretch of a composed capture: bytes of its own, or a place on the shelf. */
export type Stretch = { readonly bytes: Uint8Array } | { readonly offset: number; readonly length: number };

interface Place {
  readonly offset: number;
  readonly length: number;
}

interface Kept {
  order: number;
  entry: Place | undefined;
  readonly amendments: Map<AmendedField, Place[]>;
}

/** Amendments of one field; a page that logs an error a millisecond must not fill the file. */
const MAX_ITEMS = 5000;

const encoder = new TextEncoder();

/**
 * What a recording has come to: entries and what was learned of them later, put on a shelf as they come and composed to a HAR at
 * the end. Holds places, not bytes: some hundred bytes of memory an entry.
 */
export class Ledger {
  readonly #shelf: Shelf;
  readonly #kept = new Map<string, Kept>();
  readonly #log: Kept = { order: 0, entry: undefined, amendments: new Map() };
  readonly #pages = new Map<string, PageLine>();
  #head: Record<string, unknown> = {};
  /** Items that were one too many, by field. */
  readonly #left = new Map<AmendedField, number>();

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  get entryCount(): number {
    let count = 0;
    for (const { entry } of this.#kept.values()) if (entry !== undefined) count++;
    return count;
  }

  /** `entry` is the JSON text of an object. */
  addEntry(key: string, order: number, entry: string): void {
    const kept = this.#keptOf(key);
    kept.order = order;
    kept.entry = this.#put(entry);
  }

  amend(key: string | undefined, field: AmendedField, item: string): void {
    const { amendments } = key === undefined ? this.#log : this.#keptOf(key);
    const items = amendments.get(field);
    if (items === undefined) amendments.set(field, [this.#put(item)]);
    else if (items.length < MAX_ITEMS) items.push(this.#put(item));
    else this.#left.set(field, (this.#left.get(field) ?? 0) + 1);
  }

  setPage(page: PageLine): void {
    this.#pages.set(page.id, page);
  }

  setHead(fields: Readonly<Record<string, unknown>>): void {
    this.#head = { ...this.#head, ...fields };
  }

  /** HAR 1.2, stretch by stretch. Entries stand in the order of their start. */
  *compose(): Generator<Stretch> {
    const left = Object.fromEntries(this.#left);
    const head = {
      version: '1.2',
      ...this.#head,
      ...(this.#left.size === 0 ? {} : { _left: left }),
      pages: [...this.#pages.values()],
    };
    yield text(`{"log":${JSON.stringify(head).slice(0, -1)}`);
    yield* this.#amendmentsOf(this.#log);
    yield text(',"entries":[');
    const entries = [...this.#kept.values()].filter(({ entry }) => entry !== undefined);
    entries.sort((a, b) => a.order - b.order);
    for (const [at, kept] of entries.entries()) {
      yield text(at === 0 ? '\n' : ',\n');
      const { offset, length } = kept.entry as Place;
      // The amendments come in before the brace that ends the object.
      yield { offset, length: length - 1 };
      yield* this.#amendmentsOf(kept);
      yield text('}');
    }
    yield text('\n]}}\n');
  }

  *#amendmentsOf({ amendments }: Kept): Generator<Stretch> {
    for (const [field, items] of amendments) {
      yield text(`,${JSON.stringify(field)}:[`);
      for (const [at, place] of items.entries()) {
        if (at > 0) yield text(',');
        yield place;
      }
      yield text(']');
    }
  }

  #keptOf(key: string): Kept {
    let kept = this.#kept.get(key);
    if (kept === undefined) {
      kept = { order: 0, entry: undefined, amendments: new Map() };
      this.#kept.set(key, kept);
    }
    return kept;
  }

  #put(json: string): Place {
    const bytes = encoder.encode(json);
    const place = { offset: this.#shelf.sizeBytes, length: bytes.length };
    this.#shelf.put(bytes);
    return place;
  }
}

function text(characters: string): Stretch {
  return { bytes: encoder.encode(characters) };
}
