import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Lets a built extension have sites from the beginning: nobody is there to answer the browser's own question. */
export function grantSites(built: string, sites: readonly string[]): void {
  const file = path.join(built, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: sites }));
}
