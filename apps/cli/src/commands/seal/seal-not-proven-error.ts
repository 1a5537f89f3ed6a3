/** What was written does not give the original back. The original must be kept. Exit code 4. */
export class SealNotProvenError extends Error {
  readonly path: string;

  constructor(path: string) {
    super('the sealed file does not give the original back');
    this.name = 'SealNotProvenError';
    this.path = path;
  }
}
