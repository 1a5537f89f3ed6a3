import { seededRandom } from '../generate/random.ts';
import type { Coverage } from './coverage.ts';
import type { Finding } from './finding.ts';
import { mutated } from './mutate.ts';
import type { FuzzTarget } from './target.ts';
import { shrunk, tryGrowth, tryInput } from './try-input.ts';

/** Below this, processor time says nothing about growth. */
const WORTH_GROWING_MS = 20;
/** Taking coverage costs as much as some of these runs. */
const BATCH = 48;

export interface FuzzOptions {
  readonly seed: number;
  /** Asked before each batch. */
  readonly goesOn: (runs: number) => boolean;
  /** From earlier runs, besides the target's own seeds. */
  readonly corpus?: readonly Uint8Array[];
  /** Without it, nothing is learned from what ran. */
  readonly coverage?: Coverage;
  /** Each input before it is run, for who watches from outside. */
  readonly onInput?: (input: Uint8Array) => void;
  /** An input that reached code which none had reached. */
  readonly onReached?: (input: Uint8Array) => void;
  /** Once for each fault. */
  readonly onFinding: (finding: Finding) => void;
}

/** Changes inputs and runs them; those that reach something new are changed further. Returns the number of runs. */
export async function fuzz(target: FuzzTarget, options: FuzzOptions): Promise<number> {
  const { coverage, onInput, onReached, onFinding } = options;
  const random = seededRandom(options.seed);
  const inputs = [...(await target.seeds()), ...(options.corpus ?? [])];
  const told = new Set<string>();
  const seen = new Set<string>();
  let worstMsPerByte = 0;
  let runs = 0;

  const run = async (input: Uint8Array): Promise<void> => {
    runs++;
    onInput?.(input);
    const { finding, tookMs } = await tryInput(target, input);
    const msPerByte = tookMs / Math.max(1, input.length);
    const mayGrow = tookMs >= WORTH_GROWING_MS && msPerByte > worstMsPerByte;
    if (mayGrow) worstMsPerByte = msPerByte;
    const found = finding ?? (mayGrow ? await tryGrowth(target, input) : undefined);
    if (found === undefined || told.has(found.key)) return;
    told.add(found.key);
    onFinding(await shrunk(target, found, random));
  };

  for (const input of [...inputs]) await run(input);
  for (const block of coverage?.take() ?? []) seen.add(block);
  while (options.goesOn(runs)) {
    const batch = Array.from({ length: BATCH }, () => mutated(inputs, target, random));
    for (const input of batch) await run(input);
    const fresh = new Set([...(coverage?.take() ?? [])].filter((block) => !seen.has(block)));
    for (const block of fresh) seen.add(block);
    // Somebody of the batch reached them: each is run again alone until it is known who.
    for (const input of batch) {
      if (fresh.size === 0) break;
      onInput?.(input);
      await tryInput(target, input);
      const reached = [...(coverage?.take() ?? [])].filter((block) => fresh.delete(block));
      if (reached.length === 0) continue;
      inputs.push(input);
      onReached?.(input);
    }
  }
  return runs;
}
