import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { type CachedCapture, cachedCapture } from '../generate/capture-file.ts';
import type { Measurement } from './measurement.ts';
import { alternating } from './rounds.ts';
import { runNode } from './run-child.ts';

/** One way to do the work: what is known of it before it is measured. */
export interface Variant {
  readonly id: string;
  readonly label: string;
  /** Larger files are not given to it: it cannot read them, or nobody would wait. */
  readonly mostMegabytes: number;
  /** Of a large file, this much is measured in its place and the speed carried over. */
  readonly standInMegabytes?: number;
  /** Slow ones get fewer rounds than asked for. */
  readonly mostRounds?: number;
  /** Everything that is not to be timed; what it returns is timed and gives the number of entries. */
  prepare(path: string): Promise<() => Promise<number>>;
}

/** One variant on one file, with everything that was measured. */
export interface Result {
  readonly variant: string;
  readonly label: string;
  /** The size that the row stands for. */
  readonly megabytes: number;
  /** The size that was really read: less where a smaller file stood in. */
  readonly readMegabytes: number;
  readonly sizeBytes: number;
  readonly measurements: readonly Measurement[];
  /** Why there is none, or are fewer than asked for. */
  readonly remark?: string;
}

export interface CompareOptions {
  readonly megabytes: readonly number[];
  readonly rounds: number;
  readonly capture: CachedCapture;
  readonly variants: readonly Variant[];
  /** The script that measures one variant, called with its id and the path of the file. */
  readonly program: string;
  /** What else the script is told. */
  readonly programArguments?: readonly string[];
  readonly timeoutMs: number;
  readonly say: (line: string) => void;
}

/** Room for the objects of a 400 MB capture. */
const heapFlag = '--max-old-space-size=12000';

/** Measures every variant on every size, each time in a fresh process. */
export async function compare(options: CompareOptions): Promise<Result[]> {
  const results: Result[] = [];
  for (const megabytes of options.megabytes) results.push(...(await compareAt(megabytes, options)));
  return results;
}

interface Task {
  readonly variant: Variant;
  readonly readMegabytes: number;
  readonly path: string;
  readonly rounds: number;
  readonly measurements: Measurement[];
  trouble?: string;
}

async function compareAt(megabytes: number, options: CompareOptions): Promise<Result[]> {
  const tasks = options.variants.flatMap((variant) => taskFor(variant, megabytes, options));
  for (const path of new Set(tasks.map((task) => task.path))) warmPageCache(path);
  for (const task of alternating(tasks)) {
    if (task.trouble !== undefined) continue;
    const { program, programArguments = [] } = options;
    const args = [heapFlag, program, task.variant.id, task.path, ...programArguments];
    const run = await runNode(args, {
      timeoutMs: options.timeoutMs,
      stdout: 'keep',
    });
    if (run.end === 'done') task.measurements.push(JSON.parse(run.stdout));
    else
      task.trouble =
        run.end === 'timeout' ? `stopped after ${options.timeoutMs / 1000} s` : lastLine(run.stderr);
    const took = task.measurements.at(-1)?.firstMs;
    options.say(`  ${megabytes} MB  ${task.variant.label}: ${task.trouble ?? `${took?.toFixed(1)} ms`}`);
  }
  return tasks.map((task) => resultOf(task, megabytes));
}

function taskFor(variant: Variant, megabytes: number, { capture, rounds }: CompareOptions): Task[] {
  const readMegabytes = megabytes <= variant.mostMegabytes ? megabytes : variant.standInMegabytes;
  if (readMegabytes === undefined) return [];
  return [
    {
      variant,
      readMegabytes,
      path: cachedCapture(readMegabytes, capture),
      rounds: Math.min(rounds, variant.mostRounds ?? rounds),
      measurements: [],
    },
  ];
}

function resultOf({ variant, readMegabytes, path, measurements, trouble }: Task, megabytes: number): Result {
  const standsIn =
    readMegabytes === megabytes ? undefined : `measured at ${readMegabytes} MB, it cannot read more`;
  const remark = trouble ?? standsIn;
  return {
    variant: variant.id,
    label: variant.label,
    megabytes,
    readMegabytes,
    sizeBytes: statSync(path).size,
    measurements,
    ...(remark === undefined ? {} : { remark }),
  };
}

/** Reads the file once, so that nobody's first round pays for the disk. */
function warmPageCache(path: string): void {
  const buffer = new Uint8Array(1 << 20);
  const descriptor = openSync(path, 'r');
  try {
    while (readSync(descriptor, buffer) > 0);
  } finally {
    closeSync(descriptor);
  }
}

function lastLine(text: string): string {
  return (
    text
      .trim()
      .split('\n')
      .find((line) => /error/i.test(line)) ?? 'it failed'
  );
}
