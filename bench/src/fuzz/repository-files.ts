import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// Seen from `bench/dist/fuzz`, and from `bench/src/fuzz` in tests.
const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** Files below a folder of the repository, in the order of their names, no longer than `mostBytes`. */
export function repositoryFiles(folder: string, pattern: RegExp, mostBytes: number): Uint8Array[] {
  const root = path.join(repository, folder);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => new Uint8Array(readFileSync(path.join(root, name))))
    .filter((bytes) => bytes.length <= mostBytes);
}
