import { Ledger } from './ledger.ts';
import { MemoryShelf } from './memory-shelf.ts';
import type { AmendedField, PageLine, RecordingSink } from './sink.ts';

/** Keeps a recording in this memory: for the extension, and for tests. */
export class MemoryRecording implements RecordingSink {
  readonly #shelf = new MemoryShelf();
  readonly #ledger = new Ledger(this.#shelf);
  readonly pictures = new Map<string, string>();
  readonly waitingBytes = 0;

  entry(key: string, order: number, entry: object): void {
    this.#ledger.addEntry(key, order, JSON.stringify(entry));
  }

  amend(key: string | undefined, field: AmendedField, item: object): void {
    this.#ledger.amend(key, field, JSON.stringify(item));
  }

  page(page: PageLine): void {
    this.#ledger.setPage(page);
  }

  picture(name: string, pngBase64: string): void {
    this.pictures.set(name, pngBase64);
  }

  head(fields: Readonly<Record<string, unknown>>): void {
    this.#ledger.setHead(fields);
  }

  get sizeBytes(): number {
    return this.#shelf.sizeBytes;
  }

  get entryCount(): number {
    return this.#ledger.entryCount;
  }

  /** The capture as it stands, in pieces. */
  *pieces(): Generator<Uint8Array<ArrayBuffer>> {
    for (const stretch of this.#ledger.compose())
      yield this.#shelf.bytesOf(stretch) as Uint8Array<ArrayBuffer>;
  }
}
