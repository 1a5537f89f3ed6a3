import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../../../fixtures/corpus/', import.meta.url);

/** Third parties' captures: names, and their paths by `corpusFile`. */
export const corpusNames: readonly string[] = readdirSync(folder).filter((name) =>
  /\.(?:har|saz)$/.test(name),
);

export function corpusFile(name: string): string {
  return fileURLToPath(new URL(name, folder));
}
