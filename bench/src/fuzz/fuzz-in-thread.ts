import { Worker } from 'node:worker_threads';
import type { Finding } from './finding.ts';
import type { FuzzJob } from './fuzz-thread.ts';

/** Far more than the processor time that one input may take, for a machine that does other things. */
const HANG_MS = 30_000;
const LOOK_MS = 1000;
const MOST_HEAP_MEGABYTES = 1024;
const MOST_INPUT_BYTES = 1024 * 1024;

/** What the thread says. */
type FuzzMessage =
  | { readonly reached: Uint8Array }
  | { readonly finding: Finding }
  | { readonly runs: number };

export interface FuzzRun {
  readonly target: string;
  readonly seed: number;
  readonly seconds: number;
  readonly corpus: readonly Uint8Array[];
  readonly onReached: (input: Uint8Array) => void;
  readonly onFinding: (finding: Finding) => void;
}

/**
 * Fuzzes a target for so long. An input that hangs, or takes the thread with it, is a finding, and another thread goes on
 * with another seed. Returns the number of runs, those of lost threads not among them. Error: a thread that tried nothing.
 */
export async function fuzzInThread({
  seconds,
  seed,
  onReached,
  onFinding,
  ...run
}: FuzzRun): Promise<number> {
  const endsAtMs = Date.now() + seconds * 1000;
  const corpus = [...run.corpus];
  let runs = 0;
  for (let thread = 0; Date.now() < endsAtMs; thread++) {
    const current = new SharedArrayBuffer(8 + MOST_INPUT_BYTES);
    const job: FuzzJob = { target: run.target, seed: seed + thread, endsAtMs, corpus, current };
    const worker = new Worker(new URL('./fuzz-thread.js', import.meta.url), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MEGABYTES },
    });
    const ended = await watch(worker, current, (message) => {
      if ('reached' in message) {
        corpus.push(message.reached);
        onReached(message.reached);
      } else if ('finding' in message) onFinding(message.finding);
      else runs += message.runs;
    });
    if (ended === undefined) break;
    // It would end like this for ever, and no input is to blame.
    if (inputsBegun(current) === 0)
      throw new Error(`The thread ended before its first input: ${ended.detail}`);
    onFinding({ ...ended, input: inputIn(current) });
  }
  return runs;
}

/** Until the thread has ended; what was wrong, if it did not end by itself. */
async function watch(
  worker: Worker,
  current: SharedArrayBuffer,
  onMessage: (message: FuzzMessage) => void,
): Promise<Omit<Finding, 'input'> | undefined> {
  const head = new Uint32Array(current, 0, 2);
  let last = -1;
  let sinceMs = performance.now();
  return await new Promise((resolve) => {
    const look = setInterval(() => {
      const number = Atomics.load(head, 0);
      if (number !== last) {
        last = number;
        sinceMs = performance.now();
      } else if (performance.now() - sinceMs > HANG_MS) {
        resolve({ kind: 'hang', key: 'hang', detail: `no answer for ${HANG_MS} ms` });
        void worker.terminate();
      }
    }, LOOK_MS);
    worker.on('message', onMessage);
    worker.on('error', (error: NodeJS.ErrnoException) =>
      resolve({
        kind: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'error',
        key: `the thread ended: ${error.code ?? error.name}`,
        detail: error.stack ?? '',
      }),
    );
    worker.on('exit', () => {
      clearInterval(look);
      resolve(undefined);
    });
  });
}

function inputsBegun(current: SharedArrayBuffer): number {
  return Atomics.load(new Uint32Array(current, 0, 1), 0);
}

function inputIn(current: SharedArrayBuffer): Uint8Array {
  const [, length] = new Uint32Array(current, 0, 2);
  return new Uint8Array(current, 8, length).slice();
}
