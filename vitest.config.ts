import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { longTests, testFile } from './scripts/long-tests.mjs';
import { peers } from './scripts/peers.mjs';

const isQuick = process.env.HARRIER_QUICK_TESTS === '1';
const present = new Set((process.env.HARRIER_PEERS ?? '').split(','));
const everyPeer = peers.map((peer) => peer.id);

/** What takes long first: a clean checkout has no times of its own. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const seconds = ({ moduleId }: TestSpecification) => longTests[testFile(moduleId)] ?? 0;
    return (await super.sort(files)).sort((one, other) => seconds(other) - seconds(one));
  }
}

export default defineConfig({
  // Tests run the TypeScript sources of every room, so they need no build of ours.
  ssr: { resolve: { conditions: ['harrier-source', 'node', 'default'] } },
  test: {
    include: [
      'packages/**/src/**/*.test.ts',
      'services/**/src/**/*.test.ts',
      'apps/**/src/**/*.test.ts',
      'bench/**/*.test.ts',
      'lab/**/*.test.ts',
      'scripts/**/*.test.mjs',
    ],
    // A test that meets an outside program is named for it; scripts/test.mjs says which ones are here.
    exclude: [
      '**/node_modules/**',
      '**/dist/**',
      ...everyPeer.filter((peer) => !present.has(peer)).map((peer) => `**/*.${peer}.peer.test.ts`),
      ...(isQuick ? Object.keys(longTests) : []),
    ],
    sequence: { sequencer: LongestFirst },
    restoreMocks: true,
    // No test changes a module or a global and leaves it so: sharing what a worker has loaded halves the wait.
    isolate: false,
    maxWorkers: availableParallelism(),
    // Twice what a page is waited for (Playwright: 30 s), so that the one that waits in vain says for what.
    testTimeout: 60_000,
    // What is set up for a test may take as long as one: building a site takes a busy machine longer than the usual ten seconds.
    hookTimeout: 60_000,
    // What is waited for comes late on a busy machine, and is waited for no longer than the test.
    expect: { poll: { timeout: 20_000 } },
  },
});
