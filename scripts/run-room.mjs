/** `npm run bench|lab -- [words]`: builds what is stale and the room itself, which users never build, then runs it. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readyOrExit, root } from './ensure-ready.mjs';

const [room, ...words] = process.argv.slice(2);
readyOrExit();
const folder = path.join(root, room);
const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
const build = spawnSync(process.execPath, [tsc, '-b', folder], { stdio: ['ignore', 2, 2] });
if (build.status !== 0) process.exit(1);

const { main } = await import(pathToFileURL(path.join(folder, 'dist/main.js')).href);
process.exitCode = await main(words);
