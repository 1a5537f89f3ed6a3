import { Worker } from 'node:worker_threads';

const PROBE_MS = 400;

/**
 * How many cores this machine has for us at the moment, of `wanted`: two on a quiet one with two, less where others work.
 * Spins for less than half a second.
 */
export async function availableCores(wanted: number): Promise<number> {
  const before = process.cpuUsage();
  const begin = performance.now();
  const spinners = Array.from(
    { length: wanted },
    () => new Worker(`const end = Date.now() + ${PROBE_MS}; while (Date.now() < end);`, { eval: true }),
  );
  await Promise.all(
    spinners.map(
      async (spinner) => await new Promise<void>((resolve) => spinner.once('exit', () => resolve())),
    ),
  );
  const { user, system } = process.cpuUsage(before);
  return Math.min(wanted, (user + system) / 1000 / (performance.now() - begin));
}
