/** `npm run lab -- [command] [options]`: builds what is stale, then runs one command of the lab. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureReady, root } from '../scripts/ensure-ready.mjs';

try {
  ensureReady();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
// The lab has no part in what users build, so it is built here.
const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
const build = spawnSync(process.execPath, [tsc, '-b', path.join(root, 'lab')], { stdio: ['ignore', 2, 2] });
if (build.status !== 0) process.exit(1);

const { main } = await import('./dist/main.js');
process.exitCode = await main(process.argv.slice(2));
