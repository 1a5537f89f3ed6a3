import { rmSync } from 'node:fs';

/** Where a variant writes what it made of a capture; one at a time runs, and the next one overwrites it. */
export function outputBeside(path: string): string {
  return `${path}.clean`;
}

/** Deletes what {@link outputBeside} names, if anything was written. */
export function removeOutput(path: string): void {
  rmSync(outputBeside(path), { force: true });
}
