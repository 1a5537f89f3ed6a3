import { performance } from 'node:perf_hooks';
import type { Random } from '../generate/random.ts';
import { errorFinding, type Finding } from './finding.ts';
import { spliced } from './mutate.ts';
import type { FuzzTarget } from './target.ts';

/** Inputs have a quarter of a megabyte at most, so a second of a core is some hundred times what they need. */
const MOST_MS = 1000;
const MOST_RSS_GROWTH_BYTES = 512 * 1024 * 1024;
const MOST_SHRINKS = 300;
/** Four times the input, and room for what does not grow evenly. */
const GROWTH = 4;
const MOST_GROWTH = 10;

export interface Tried {
  readonly finding?: Finding;
  /** Processor time. */
  readonly tookMs: number;
}

/** Runs one input and says what was wrong with it. */
export async function tryInput(target: FuzzTarget, input: Uint8Array): Promise<Tried> {
  const rssBytes = process.memoryUsage.rss();
  const begin = process.cpuUsage();
  let error: { readonly cause: unknown } | undefined;
  try {
    await target.run(input);
  } catch (cause) {
    error = { cause };
  }
  const { user, system } = process.cpuUsage(begin);
  const tookMs = (user + system) / 1000;
  if (error !== undefined) return { finding: errorFinding(error.cause, input), tookMs };
  const grownBytes = process.memoryUsage.rss() - rssBytes;
  if (grownBytes > MOST_RSS_GROWTH_BYTES)
    return { finding: ofKind('memory', `${Math.round(grownBytes / 1e6)} MB more`, input), tookMs };
  if (tookMs > MOST_MS) return { finding: ofKind('slow', `${Math.round(tookMs)} ms`, input), tookMs };
  return { tookMs };
}

/** Whether the same trouble four times as long takes much more than four times as long. Measured twice, the better counts. */
export async function tryGrowth(target: FuzzTarget, input: Uint8Array): Promise<Finding | undefined> {
  if (target.grow === undefined) return undefined;
  const grown = target.grow(input);
  const short = Math.min((await tryInput(target, input)).tookMs, (await tryInput(target, input)).tookMs);
  const long = Math.min((await tryInput(target, grown)).tookMs, (await tryInput(target, grown)).tookMs);
  if (long < MOST_GROWTH * short) return undefined;
  return ofKind(
    'grows',
    `${Math.round(short)} ms, and ${Math.round(long)} ms for ${GROWTH} times as much`,
    grown,
  );
}

function ofKind(kind: Finding['kind'], detail: string, input: Uint8Array): Finding {
  return { kind, key: kind, detail, input };
}

/** The same finding with less input: halves, then smaller and smaller pieces are left out while it stays the same. */
export async function shrunk(target: FuzzTarget, finding: Finding, random: Random): Promise<Finding> {
  if (finding.kind !== 'error') return finding;
  let best = finding;
  const until = performance.now() + 10 * MOST_MS;
  for (let tries = 0; tries < MOST_SHRINKS && performance.now() < until; tries++) {
    const { length } = best.input;
    if (length < 2) break;
    const piece = Math.max(1, Math.floor(length / 2 ** random.integer(1, Math.ceil(Math.log2(length)))));
    const smaller = spliced(best.input, random.integer(0, length - piece), piece, new Uint8Array(0));
    const again = (await tryInput(target, smaller)).finding;
    if (again?.key === best.key) best = again;
  }
  return best;
}
