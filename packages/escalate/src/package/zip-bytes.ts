import { zipSync } from 'fflate';

/** DOS times have no zone; the first moment that they know says that no time is told. */
const NO_TIME = new Date(1980, 0, 1);

/** A zip of files in the order given, with nothing of this machine or this moment in it: equal input, equal bytes. */
export function zipBytes(files: readonly PackageFile[]): Uint8Array {
  return zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), {
    level: 9,
    mtime: NO_TIME,
  });
}

/** One file of a package. */
export interface PackageFile {
  /** ASCII, with `/` between folder and file. */
  readonly name: string;
  readonly bytes: Uint8Array;
}
