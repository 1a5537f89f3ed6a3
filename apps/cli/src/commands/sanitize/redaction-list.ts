import type { ByteSource, Spool } from '@harrier/har';
import { nodeSpool } from '@harrier/har/node';
import type { Redaction } from '@harrier/sanitize';
import { jsonText } from '../../json/json-text.ts';

/** Lines that wait in memory before they go to the temporary file. */
const BATCH_LINES = 1000;

const CHUNK_BYTES = 1024 * 1024;

/** Every redaction as JSON, kept outside of memory: a large capture has a million of them. */
export class RedactionList {
  readonly #spool: Spool | undefined;
  #lines: string[] = [];
  #isFirst = true;
  #written: Promise<void> = Promise.resolve();
  #source: ByteSource | undefined;

  constructor(wanted: boolean) {
    this.#spool = wanted ? nodeSpool()() : undefined;
  }

  add(redaction: Redaction): void {
    if (this.#spool === undefined) return;
    this.#lines.push(jsonText(redaction));
    if (this.#lines.length >= BATCH_LINES) this.#flush();
  }

  /** The members of a JSON array, to be written after its bracket. */
  async *read(): AsyncGenerator<Uint8Array> {
    if (this.#spool === undefined) return;
    this.#flush();
    await this.#written;
    this.#source = await this.#spool.finish();
    for await (const piece of this.#source.stream(CHUNK_BYTES)) yield piece;
  }

  async close(): Promise<void> {
    if (this.#source !== undefined) await this.#source.close?.();
    else if (this.#spool !== undefined) {
      await this.#written.catch(() => {});
      await this.#spool.discard();
    }
  }

  #flush(): void {
    const lines = this.#lines;
    this.#lines = [];
    if (lines.length === 0) return;
    const text = `${this.#isFirst ? '' : ','}\n    ${lines.join(',\n    ')}`;
    this.#isFirst = false;
    this.#written = this.#written.then(() => this.#spool?.write(new TextEncoder().encode(text)));
  }
}
