/**
 * `npm run check`: format, lint, types, and beside them the tests that are quick and need no outside program; stops at the
 * first that fails. It takes a minute, `npm test` runs the other tests. `--no-tests` leaves all of them to another step.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readyOrExit, root } from './ensure-ready.mjs';

readyOrExit();
const node = process.execPath;
const tsc = 'node_modules/typescript/bin/tsc';
// Against what each other room declares, built just now: with its sources, every room would be checked many times over.
const testProjects = ['packages', 'services', 'apps', '.']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder)).map((room) => path.join(folder, room, 'tsconfig.test.json')),
  )
  .filter((file) => existsSync(path.join(root, file)));

const steps = [
  ['format and lint', ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.']],
  ['dependencies', ['scripts/check-dependencies.mjs']],
  ...testProjects.map((project) => [`types of ${path.dirname(project)}`, [tsc, '-p', project]]),
];
const tests = process.argv.includes('--no-tests')
  ? undefined
  : begin('quick tests', ['node_modules/vitest/vitest.mjs', 'run'], {
      HARRIER_QUICK_TESTS: '1',
      HARRIER_PEERS: '',
    });
for (const [name, args] of steps) await end(begin(name, args));
if (tests !== undefined) await end(tests);

/** Starts a step; what it says is kept until it is waited for. */
function begin(name, args, env = {}) {
  const child = spawn(node, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => said.push(piece));
  const ended = new Promise((resolve) => child.once('close', (status) => resolve(status ?? 1)));
  return { name, child, said, ended };
}

/** Says what a step said, and ends everything where it failed. */
async function end({ name, said, ended }) {
  const status = await ended;
  process.stdout.write(`— ${name}\n`);
  process.stdout.write(Buffer.concat(said));
  if (status === 0) return;
  process.stderr.write(`check: ${name} failed\n`);
  tests?.child.kill();
  process.exit(status);
}
