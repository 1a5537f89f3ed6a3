/**
 * `npm test`: every test that this machine can run. Sets up first, names the outside peers that were
 * not found, and ends with one plain line of counts. Arguments go to vitest (`npm test -- packages/har`).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readyOrExit, root } from './ensure-ready.mjs';
import { lookForPeers } from './peers.mjs';

readyOrExit();

const { found, missing } = lookForPeers();
for (const peer of missing) {
  process.stdout.write(
    `Peer not found: ${peer.id} (${peer.package.startsWith('npm:') ? 'npm package' : 'Debian package'} ${peer.package.replace('npm:', '')}). Left out: the tests that ${peer.provesThat}.\n`,
  );
}
if (missing.length > 0 && process.env.HARRIER_REQUIRE_PEERS === '1') {
  process.stdout.write('HARRIER_REQUIRE_PEERS=1, so a missing peer is a failure.\n');
  process.exit(1);
}

const results = path.join(root, '.cache/test-results.json');
mkdirSync(path.dirname(results), { recursive: true });
rmSync(results, { force: true });
const vitest = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
    ...(process.env.HARRIER_NOTE_LONG_TESTS === '1' ? ['--reporter=./scripts/long-tests.mjs'] : []),
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, HARRIER_PEERS: found.map((peer) => peer.id).join(',') },
  },
);

let counts;
try {
  counts = JSON.parse(readFileSync(results, 'utf8'));
} catch {
  process.stdout.write('No test was counted.\n');
  process.exit(vitest.status || 1);
}
process.stdout.write(`tests: ${counts.numPassedTests} passed, ${counts.numFailedTests} failed\n`);
process.exit(vitest.status ?? 1);
