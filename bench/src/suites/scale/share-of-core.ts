import { Worker } from 'node:worker_threads';

const PROBE_MS = 400;
/** As many as the processes of a trial. */
const THREADS = 2;

/** How much of a core each of two busy threads gets at the moment: 1 on a quiet machine, less where others work. */
export async function shareOfCore(): Promise<number> {
  const before = process.cpuUsage();
  const begin = performance.now();
  const spinners = Array.from(
    { length: THREADS },
    () => new Worker(`const end = Date.now() + ${PROBE_MS}; while (Date.now() < end);`, { eval: true }),
  );
  await Promise.all(
    spinners.map(
      async (spinner) => await new Promise<void>((resolve) => spinner.once('exit', () => resolve())),
    ),
  );
  const { user, system } = process.cpuUsage(before);
  return Math.min(1, (user + system) / 1000 / (performance.now() - begin) / THREADS);
}
