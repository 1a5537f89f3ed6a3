/** `npm run check`: format, lint, types, tests; stops at the first that fails. `--no-tests` leaves the tests to another step. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ensureReady, root } from './ensure-ready.mjs';

ensureReady();
const node = process.execPath;
const tsc = 'node_modules/typescript/bin/tsc';
const testProjects = ['packages', 'services', 'apps', '.']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder)).map((room) => path.join(folder, room, 'tsconfig.test.json')),
  )
  .filter((file) => existsSync(path.join(root, file)));

const steps = [
  ['format and lint', [node, 'node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.']],
  ['dependencies', [node, 'scripts/check-dependencies.mjs']],
  ...testProjects.map((project) => [`types of ${path.dirname(project)}`, [node, tsc, '-p', project]]),
  ...(process.argv.includes('--no-tests') ? [] : [['tests', [node, 'scripts/test.mjs']]]),
];
for (const [name, [command, ...args]] of steps) {
  process.stdout.write(`— ${name}\n`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    process.stderr.write(`check: ${name} failed\n`);
    process.exit(status ?? 1);
  }
}
