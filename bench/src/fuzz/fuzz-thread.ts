/** One target in a thread of its own, so that an input that never comes back can be ended and kept. */
import { parentPort, workerData } from 'node:worker_threads';
import { watchCoverage } from './coverage.ts';
import { fuzz } from './fuzz-loop.ts';

/** What the thread is started with. */
export interface FuzzJob {
  readonly target: string;
  readonly seed: number;
  /** `Date.now()` at which it ends. */
  readonly endsAtMs: number;
  readonly corpus: readonly Uint8Array[];
  /** Where the input lies that is being run: its number, its length (both Uint32), its bytes. */
  readonly current: SharedArrayBuffer;
}

if (parentPort === null) throw new Error('This file is for a thread.');
const port = parentPort;
const { target: name, seed, endsAtMs, corpus, current } = workerData as FuzzJob;
// First of all: code that is compiled before is counted by functions only, not by blocks.
const coverage = watchCoverage();
const { fuzzTargets } = await import('./targets/target-table.ts');
const target = fuzzTargets.find((candidate) => candidate.name === name);
if (target === undefined) throw new Error(`no target is called ${name}`);

const head = new Uint32Array(current, 0, 2);
const bytes = new Uint8Array(current, 8);
const runs = await fuzz(target, {
  seed,
  goesOn: () => Date.now() < endsAtMs,
  corpus,
  coverage,
  onInput: (input) => {
    head[1] = Math.min(input.length, bytes.length);
    bytes.set(input.subarray(0, bytes.length));
    Atomics.add(head, 0, 1);
  },
  onReached: (input) => port.postMessage({ reached: input }),
  onFinding: (finding) => port.postMessage({ finding }),
});
coverage.stop();
port.postMessage({ runs });
