/**
 * `npm run sbom [file]`: what a release is made of, as CycloneDX 1.5 (npm's own `npm sbom` over the lock file, without what
 * only building and testing need). Goes to standard output without a file.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { npmCommand, root } from './ensure-ready.mjs';

const [command, ...args] = npmCommand([
  ...['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'],
  ...['--omit', 'dev', '--package-lock-only'],
]);
const { status, stdout } = spawnSync(command, args, {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
  maxBuffer: 64 << 20,
});
if (status !== 0) process.exit(status ?? 1);
const { components } = JSON.parse(stdout.toString('utf8'));
const [file] = process.argv.slice(2);
if (file === undefined) process.stdout.write(stdout);
else writeFileSync(path.resolve(process.env.INIT_CWD ?? '.', file), stdout);
process.stderr.write(`${components.length} components\n`);
