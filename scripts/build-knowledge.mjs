/** `npm run build:knowledge [folder]`: writes the knowledge base as a static site, into dist/knowledge unless told otherwise. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { readyOrExit, root } from './ensure-ready.mjs';

readyOrExit();
const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
// The site has no part in what users build, so it is built here.
const steps = [
  [tsc, '-b', path.join(root, 'apps/site')],
  [path.join(root, 'apps/site/dist/main.js'), ...process.argv.slice(2)],
];
for (const step of steps) {
  const { status } = spawnSync(process.execPath, step, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
