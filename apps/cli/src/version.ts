import { readFileSync } from 'node:fs';

/** `harrier 0.1.0`; read from the package, so that there is one place to raise it. */
export function versionText(): string {
  const manifest: { version?: string } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  return `harrier ${manifest.version ?? '?'}`;
}
