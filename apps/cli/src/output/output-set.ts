import path from 'node:path';
import { UsageError } from '../arguments/usage-error.ts';
import type { CliIo } from '../io.ts';
import { createOutputFile, type OutputFile } from './output-file.ts';

/** Several files that belong together: none of them appears before all are written. */
export class OutputSet {
  readonly #io: CliIo;
  readonly #files = new Map<string, OutputFile>();
  /** Where each of them goes, as the option and the path that were given. */
  readonly #places = new Map<string, string>();

  constructor(io: CliIo) {
    this.#io = io;
  }

  /**
   * Begins one file under a name of the caller's, mostly its option's. `-` is standard output. Errors: as `createOutputFile`, and
   * {@link UsageError} where another one goes to the same place.
   */
  async add(role: string, given: string | undefined, input: string, force: boolean): Promise<void> {
    if (given === undefined) return;
    const place = given === '-' ? '-' : path.resolve(given);
    const option = `--${role} ${given}`;
    const other = this.#places.get(place);
    if (other !== undefined) throw new UsageError({ kind: 'exclude-each-other', options: [other, option] });
    this.#places.set(place, option);
    const file =
      given === '-'
        ? this.#standardOutput()
        : await createOutputFile(given, input === '-' ? undefined : input, force ? 'replace' : 'refuse');
    this.#files.set(role, file);
  }

  /** The same for a file that the caller has begun. */
  addFile(role: string, file: OutputFile): void {
    this.#files.set(role, file);
  }

  has(role: string): boolean {
    return this.#files.has(role);
  }

  async write(role: string, bytes: Uint8Array | string): Promise<void> {
    this.#io.signal.throwIfAborted();
    await this.#files.get(role)?.write(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
  }

  /** Makes the files what was written, in the order in which they were added. */
  async commit(): Promise<void> {
    this.#io.signal.throwIfAborted();
    for (const file of this.#files.values()) await file.prepare();
    for (const file of this.#files.values()) await file.commit();
  }

  /** Leaves no trace of what was not committed. */
  async discard(): Promise<void> {
    for (const file of this.#files.values()) await file.discard();
  }

  #standardOutput(): OutputFile {
    return {
      write: (bytes) => this.#io.stdout.write(bytes),
      prepare: async () => {},
      commit: async () => {},
      discard: async () => {},
    };
  }
}
