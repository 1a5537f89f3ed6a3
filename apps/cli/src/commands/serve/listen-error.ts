/** The system does not let the server have its address. Exit code 5. */
export class ListenError extends Error {
  /** `127.0.0.1:4780`. */
  readonly place: string;

  constructor(place: string, cause: unknown) {
    super(`cannot listen at ${place}`, { cause });
    this.name = 'ListenError';
    this.place = place;
  }
}
