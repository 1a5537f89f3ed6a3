import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Seen from `bench/dist/measure`.
const root = fileURLToPath(new URL('../../../', import.meta.url));

/** An older commit's engine, built beside this one. */
export interface BaseBuild {
  readonly commit: string;
  readonly folder: string;
}

/** The short name of a commit, or undefined when git does not know it. */
export function findCommit(reference: string): string | undefined {
  const args = ['rev-parse', '--short', '--verify', '--quiet', '--end-of-options', `${reference}^{commit}`];
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/**
 * Builds `packages/har` of a commit in the cache, with the dependencies installed here; once per commit.
 * The checkout is not touched. Error: when that commit does not build.
 */
export function buildBase(commit: string): BaseBuild {
  const folder = `${root}.cache/bench/base-${commit}`;
  if (!existsSync(`${folder}/packages/har/dist/adapters/node/index.js`)) {
    mkdirSync(folder, { recursive: true });
    execFileSync(
      'sh',
      ['-c', 'git archive "$1" packages/har tsconfig.base.json | tar -x -C "$2"', 'sh', commit, folder],
      {
        cwd: root,
      },
    );
    if (!existsSync(`${folder}/node_modules`)) symlinkSync(`${root}node_modules`, `${folder}/node_modules`);
    for (const args of [
      ['packages/har/scripts/build-kernel.mjs'],
      ['node_modules/typescript/bin/tsc', '-b', 'packages/har', 'packages/har/src/adapters/node'],
    ])
      execFileSync(process.execPath, args, { cwd: folder, stdio: ['ignore', 2, 2] });
  }
  return { commit, folder };
}
