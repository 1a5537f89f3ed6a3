import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (file) => readFileSync(path.join(root, file), 'utf8');

/** Packages that a script imports when it begins, with those of the files that it imports. */
function packagesOf(file) {
  const imported = [...read(file).matchAll(/^import (?:[^'"]* from )?'([^']+)';/gm)].map(([, from]) => from);
  const own = imported.filter((from) => from.startsWith('.'));
  return [
    ...imported.filter((from) => !from.startsWith('.') && !from.startsWith('node:')),
    ...own.flatMap((from) => packagesOf(path.posix.join(path.posix.dirname(file), from))),
  ];
}

it('begins each command of package.json with something that a checkout without packages can run', () => {
  const { scripts } = JSON.parse(read('package.json'));
  const first = Object.values(scripts).flatMap(
    (line) => /^node (scripts\/[\w-]+\.mjs)/.exec(line)?.[1] ?? [],
  );
  expect(first.length).toBeGreaterThan(10);
  expect(first.filter((file) => packagesOf(file).length > 0)).toEqual([]);
});

it('says what did not install in a sentence, and no place in our scripts', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'harrier-first-run-'));
  try {
    mkdirSync(path.join(folder, 'scripts'));
    for (const file of ['scripts/build.mjs', 'scripts/ensure-ready.mjs', 'package-lock.json'])
      cpSync(path.join(root, file), path.join(folder, file));
    const npm = path.join(folder, 'npm.js');
    writeFileSync(npm, 'process.exit(3);\n');
    const { status, stderr } = spawnSync(process.execPath, [path.join(folder, 'scripts/build.mjs')], {
      encoding: 'utf8',
      env: { ...process.env, npm_execpath: npm },
    });
    expect(status).toBe(1);
    expect(stderr).toContain('npm could not install the dependencies');
    expect(stderr).not.toMatch(/^ +at /m);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
