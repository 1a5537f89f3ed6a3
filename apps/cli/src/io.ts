import type { Readable } from 'node:stream';

/** Where text or bytes go: standard output, standard error, or a string in a test. */
export interface Sink {
  /** Resolves when the sink takes more. Throws {@link OutputClosedError} when nobody reads any longer, and `OutputFailedError` when the system refuses. */
  write(data: string | Uint8Array): Promise<void>;
  readonly isTerminal: boolean;
  /** Character cells of a terminal's line; undefined = not a terminal, lines may be as long as they are. */
  readonly columns: number | undefined;
}

/** Everything a command sees of the world, so that tests can hand it another one. */
export interface CliIo {
  readonly stdin: Readable;
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Asks the person at the terminal for something that does not show while it is typed; undefined = nobody is there. */
  readonly askSecret: (question: string) => Promise<string | undefined>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted by Ctrl-C and its relatives. */
  readonly signal: AbortSignal;
  /** Milliseconds that only grow; paces the progress bar and nothing else. */
  readonly clock: () => number;
}

/** The reader at the other end has gone (`harrier table … | head`): no fault, but no use in going on. */
export class OutputClosedError extends Error {
  constructor() {
    super('the output was closed');
    this.name = 'OutputClosedError';
  }
}
