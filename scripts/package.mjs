/**
 * `npm run build:package [folder]`: the command and the workbench as one npm package, for machines without a checkout. Our own
 * packages travel inside it as bundled dependencies; those of others stay dependencies and are installed beside it.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { npmCommand, readyOrExit, root } from './ensure-ready.mjs';

const OWN = '@harrier/';
const stage = path.join(root, '.cache/package');

/** What is only for those who build it. */
const leftOut = /\.(?:map|d\.ts|tsbuildinfo)$/;

/** Packs into `folder` and returns the file. */
export async function buildPackage(folder) {
  rmSync(stage, { recursive: true, force: true });
  const rooms = roomsOf('@harrier/cli');
  const cli = rooms.get('@harrier/cli');
  copy('apps/cli/bin');
  copy('apps/cli/dist');
  copy('apps/cli/package.json');
  copy('apps/web/dist/page');
  for (const file of ['README.md', 'LICENSE', 'CHANGELOG.md']) copy(file);

  await writeManual();

  const dependencies = {};
  for (const [name, room] of rooms) {
    Object.assign(dependencies, othersOf(room.manifest));
    if (room === cli) continue;
    copy(path.join(room.folder, 'dist'), path.join('node_modules', name, 'dist'));
    const { devDependencies: _, dependencies: __, ...manifest } = room.manifest;
    writeJson(path.join('node_modules', name, 'package.json'), manifest);
    dependencies[name] = room.manifest.version;
  }
  const { name, license, description, type, engines } = readJson('package.json');
  writeJson('package.json', {
    name,
    version: cli.manifest.version,
    description,
    license,
    type,
    engines,
    bin: { harrier: 'apps/cli/bin/harrier.js' },
    // A list: npm links no page that is named alone.
    man: ['man/harrier.1'],
    dependencies,
    bundleDependencies: Object.keys(dependencies).filter((dependency) => dependency.startsWith(OWN)),
  });

  mkdirSync(folder, { recursive: true });
  const [command, ...args] = npmCommand(['pack', '--json', '--loglevel=error', '--pack-destination', folder]);
  const packed = spawnSync(command, args, {
    cwd: stage,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (packed.status !== 0) throw new Error('npm pack failed.');
  return path.join(folder, JSON.parse(packed.stdout)[0].filename);
}

/** `man harrier`, made of what `--help` says. */
async function writeManual() {
  const built = (file) => import(pathToFileURL(path.join(root, 'apps/cli/dist', file)).href);
  const [{ manualPage }, { wordsFor }] = await Promise.all([
    built('manual.js'),
    built('words/for-language.js'),
  ]);
  const today = new Date().toISOString().slice(0, 10);
  mkdirSync(path.join(stage, 'man'));
  writeFileSync(path.join(stage, 'man/harrier.1'), await manualPage(await wordsFor('en'), today));
}

/** A room and all of ours that it needs, by name. */
function roomsOf(name, found = new Map()) {
  if (found.has(name)) return found;
  const folder = allRooms().get(name);
  const manifest = readJson(path.join(folder, 'package.json'));
  found.set(name, { folder, manifest });
  for (const dependency of Object.keys(manifest.dependencies ?? {}))
    if (dependency.startsWith(OWN)) roomsOf(dependency, found);
  return found;
}

/** Folder of every workspace by its package's name. */
function allRooms() {
  const folders = ['packages', 'services', 'apps'].flatMap((group) =>
    readdirSync(path.join(root, group)).map((room) => path.join(group, room)),
  );
  return new Map(folders.map((folder) => [readJson(path.join(folder, 'package.json')).name, folder]));
}

function othersOf({ dependencies = {} }) {
  return Object.fromEntries(Object.entries(dependencies).filter(([name]) => !name.startsWith(OWN)));
}

function copy(from, to = from) {
  cpSync(path.join(root, from), path.join(stage, to), {
    recursive: true,
    filter: (file) => !leftOut.test(file),
  });
}

function readJson(file) {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}

function writeJson(file, value) {
  const target = path.join(stage, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, `${JSON.stringify(value, undefined, 2)}\n`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  readyOrExit();
  const file = await buildPackage(path.resolve(process.argv[2] ?? path.join(root, '.cache')));
  process.stdout.write(`${path.relative(process.cwd(), file)}\n`);
}
