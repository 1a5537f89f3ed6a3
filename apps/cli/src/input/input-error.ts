/** The input could not be opened; `cause` says why. Exit code 3 when that is a `HarReadError`. */
export class InputError extends Error {
  /** As given on the command line; `-` is standard input. */
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super('the input could not be opened', { cause });
    this.name = 'InputError';
    this.file = file;
  }
}
