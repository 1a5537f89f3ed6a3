/** A drop that does not have the file: it could not be reached, or answered with something else than "taken". Exit code 5. */
export class DropError extends Error {
  /** The drop's URL, which holds no credential. */
  readonly place: string;
  /** Its answer in HTTP; undefined where there was none. */
  readonly status: number | undefined;

  constructor(place: string, status: number | undefined, options: ErrorOptions) {
    super('the drop does not have the file', options);
    this.name = 'DropError';
    this.place = place;
    this.status = status;
  }
}
