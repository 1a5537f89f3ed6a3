/**
 * Makes a fresh checkout runnable: installs from the lock file when that is needed and builds what is
 * stale. Uses nothing but Node, because it runs before anything is installed. All of its talk goes to
 * standard error, so that a command's output stays clean.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(fileURLToPath(import.meta.url), '../..');

const installStamp = path.join(root, 'node_modules/.harrier-install');
const buildStamp = path.join(root, 'node_modules/.harrier-build');
const lockFolder = path.join(root, 'node_modules/.harrier-lock');

/** Node 20.19 is the first 20 with `require(esm)` and everything the tools below ask for. */
const oldestNode = [20, 19];

/**
 * Installs and builds when needed; a no-op of some milliseconds otherwise.
 * Throws an Error with a sentence for the user when a step fails.
 * @param {{ quiet?: boolean }} [options] quiet: say nothing unless there is work
 */
export function ensureReady(options = {}) {
  checkNode();
  if (isInstalled() && isBuilt()) return;
  mkdirSync(path.join(root, 'node_modules'), { recursive: true });
  withLock(() => {
    if (!isInstalled()) install(options);
    if (!isBuilt()) build(options);
  });
}

/** The same at the beginning of a script: where a step fails it says the sentence alone, and the process ends with 1. */
export function readyOrExit() {
  try {
    ensureReady();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Error(`Harrier needs Node ${oldestNode.join('.')} or newer; this is ${process.versions.node}.`);
}

function isInstalled() {
  return readStamp(installStamp) === lockFileDigest();
}

function isBuilt() {
  return existsSync(path.join(root, 'apps/cli/dist/main.js')) && readStamp(buildStamp) === sourcesDigest();
}

function install({ quiet = false }) {
  const digest = lockFileDigest();
  say(quiet, 'Installing what the lock file names (once) …');
  run(
    npmCommand(['ci', '--no-audit', '--no-fund', '--loglevel=error']),
    'npm could not install the dependencies',
  );
  writeFileSync(installStamp, digest);
}

function build({ quiet = false }) {
  const digest = sourcesDigest();
  say(quiet, 'Building what changed …');
  run([process.execPath, 'packages/har/scripts/build-kernel.mjs'], 'the scanner kernel did not build');
  run([process.execPath, 'node_modules/typescript/bin/tsc', '-b'], 'the TypeScript build failed');
  buildPage();
  writeFileSync(buildStamp, digest);
}

/** Beside the page that is there and then in its place: somebody may be looking at it. */
function buildPage() {
  const page = path.join(root, 'apps/web/dist/page');
  const next = `${page}.${process.pid}`;
  const args = ['--outDir', next, '--emptyOutDir', '--logLevel', 'error'];
  run(
    [process.execPath, 'node_modules/vite/bin/vite.js', 'build', 'apps/web', ...args],
    'the page did not build',
  );
  rmSync(page, { recursive: true, force: true });
  renameSync(next, page);
}

/** npm is run through the node that runs us where npm says which file it is; a bare name needs a shell on Windows. */
export function npmCommand(args) {
  const npm = process.env.npm_execpath;
  return npm?.endsWith('.js') ? [process.execPath, npm, ...args] : ['npm', ...args];
}

function run([command, ...args], failure) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && command === 'npm',
  });
  if (result.status !== 0)
    throw new Error(`${failure} (${command} ended with ${result.status ?? result.signal}).`);
}

function say(quiet, text) {
  if (!quiet || process.stderr.isTTY) process.stderr.write(`${text}\n`);
}

function readStamp(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function lockFileDigest() {
  return digestOf([readFileSync(path.join(root, 'package-lock.json'))]);
}

/** Names, sizes and times of everything the build reads: cheaper than contents, and a needless build does no harm. */
function sourcesDigest() {
  const parts = [];
  for (const folder of ['packages', 'services', 'apps', 'bench', 'lab'])
    visit(path.join(root, folder), parts);
  for (const file of ['tsconfig.json', 'tsconfig.base.json', 'package-lock.json'])
    addFile(path.join(root, file), parts);
  return digestOf(parts);
}

const notSources = new Set(['node_modules', 'dist', 'fixtures', 'results', 'kernel.generated.ts']);

function visit(folder, parts) {
  if (!existsSync(folder)) return;
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    if (
      notSources.has(item.name) ||
      item.name.endsWith('.test.ts') ||
      item.name.startsWith('finds.') ||
      item.name.startsWith('quiet.')
    )
      continue;
    const full = path.join(folder, item.name);
    if (item.isDirectory()) visit(full, parts);
    else addFile(full, parts);
  }
}

function addFile(file, parts) {
  const stat = statSync(file);
  parts.push(`${path.relative(root, file)}:${stat.size}:${stat.mtimeMs}`);
}

function digestOf(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\n');
  return hash.digest('hex');
}

/** Two commands started at once must not install over each other: the second waits for the first. */
function withLock(work) {
  for (;;) {
    try {
      mkdirSync(lockFolder);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!ownerLives()) rmSync(lockFolder, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
  const release = () => rmSync(lockFolder, { recursive: true, force: true });
  process.once('exit', release);
  try {
    writeFileSync(path.join(lockFolder, 'pid'), String(process.pid));
    work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function ownerLives() {
  const pid = Number(readStamp(path.join(lockFolder, 'pid')));
  // The owner writes its pid right after it made the folder: give it that moment.
  if (!pid) return Date.now() - lockAge() < 2000;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function lockAge() {
  try {
    return statSync(lockFolder).mtimeMs;
  } catch {
    return Date.now();
  }
}
