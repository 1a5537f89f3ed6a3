/**
 * What must hold of everything that is installed: it comes from npm's registry with a digest and under a licence that we can
 * pass on, nothing of it runs while it is installed, and everything that we name ourselves is explained in docs/dependencies.md.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './ensure-ready.mjs';

/**
 * Packages that may run a script while they are installed. A native binary comes as a package of its platform and needs none,
 * so the list is empty; whoever adds to it says what the script does.
 * @type {readonly string[]}
 */
const mayRunScripts = [];
/** Licences of what runs with Harrier, and of what only builds and tests it: none of them asks more of a user than its text. */
const atRunTime = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '(MIT OR CC0-1.0)'];
const forBuilding = [...atRunTime, 'MPL-2.0', 'MIT OR Apache-2.0'];
/** Kept as a package and a file of its own, so that anybody can replace it, as the LGPL asks. */
const replaceable = ['openpgp'];
const registry = 'https://registry.npmjs.org/';
const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
const explained = readFileSync(path.join(root, 'docs/dependencies.md'), 'utf8');

/** @type {string[]} */
const faults = [];
for (const [place, found] of Object.entries(lock.packages)) {
  if (found.link === true || !place.includes('node_modules/')) continue;
  const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
  if (found.hasInstallScript === true && !mayRunScripts.includes(name))
    faults.push(`${name} runs a script while it is installed`);
  const allowed = found.dev === true ? forBuilding : atRunTime;
  if (!allowed.includes(found.license) && !replaceable.includes(name))
    faults.push(`${name} has the licence ${found.license ?? 'that nobody named'}`);
  if (found.resolved !== undefined && !found.resolved.startsWith(registry))
    faults.push(`${name} does not come from ${registry}`);
  if (found.resolved !== undefined && found.integrity === undefined) faults.push(`${name} has no digest`);
}

/** @param {string} name */
function isExplained(name) {
  return [name, name.split('/').at(-1)].some((word) => explained.includes(`\`${word}\``));
}

const rooms = ['packages', 'services', 'apps'].flatMap((folder) =>
  readdirSync(path.join(root, folder)).map((room) => path.join(folder, room)),
);
for (const room of ['.', 'bench', 'lab', ...rooms]) {
  const file = path.join(root, room, 'package.json');
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(file, 'utf8'));
  // Several of one family stand in one line, the others by their last word.
  for (const name of Object.keys({ ...dependencies, ...devDependencies }))
    if (!name.startsWith('@harrier/') && !isExplained(name))
      faults.push(`${name} (${room}) has no line in docs/dependencies.md`);
}

for (const fault of new Set(faults)) process.stderr.write(`${fault}\n`);
process.exit(faults.length === 0 ? 0 : 1);
