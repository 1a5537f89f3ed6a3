import { type Random, seededRandom } from '../../generate/random.ts';
import { SimulatedMachine, SimulatedProcess, Simulation } from './simulate.ts';
import type { UnitCosts } from './unit-costs.ts';

/** What of `services/cases` shapes the queue: its own constants are not exported. */
const LEASE_MS = 60_000;
const LOOK_MS = 1000;
const HANDS = 2;
const STEPS = 9;

export interface CaseLoad {
  readonly costs: UnitCosts;
  readonly seed: number;
  /** When uploads come, ms, and how large they are. */
  readonly uploads: readonly { readonly atMs: number; readonly megabytes: number }[];
  /** Processes that serve; each works on cases as well, as `harrier serve` does. */
  readonly servers: number;
  /** Processes that only work on cases. */
  readonly workers: number;
  /** Cores of each machine, and processes that share one. */
  readonly cores: number;
  readonly processesOnMachine: number;
  /** Of the machine on which costs were measured, in [0, 1]: less where others use it, too. */
  readonly speed: number;
  /** How likely a process is killed while it does one step. */
  readonly killChance?: number;
  /** Of a thread, 20 unless given. */
  readonly sliceMs?: number;
}

export interface CaseOutcome {
  /** From the upload to the note, ms, in the order in which they ended. */
  readonly tookMs: readonly number[];
  readonly endMs: number;
  /** Of the time of its thread. */
  readonly busiestProcess: number;
  /** Of the one thing that all processes write through: the database with the audit chain. */
  readonly chainBusy: number;
  readonly retries: number;
}

/** Uploads through servers, a queue with leases, workers and one audit chain, on a clock that jumps. */
export async function simulateCases(load: CaseLoad): Promise<CaseOutcome> {
  const { costs, servers, workers, cores, processesOnMachine, speed, killChance = 0 } = load;
  const simulation = new Simulation();
  const random = seededRandom(load.seed);
  const machines: SimulatedMachine[] = [];
  const processes = Array.from({ length: servers + workers }, (_, at) => {
    if (at % processesOnMachine === 0) machines.push(new SimulatedMachine(simulation, cores, speed));
    const { helperShare } = costs;
    const sliceMs = load.sliceMs ?? 20;
    return new SimulatedProcess(machines.at(-1)!, { helperShare, sliceMs });
  });
  // One writer at a time: the chain's next entry needs the hash of the last.
  const chain = new SimulatedProcess(new SimulatedMachine(simulation, 1));
  const queue: { readonly megabytes: number; readonly sinceMs: number; readonly heldUntilMs: number }[] = [];
  const tookMs: number[] = [];
  let [left, retries] = [load.uploads.length, 0];

  const workOn = async (process: SimulatedProcess, megabytes: number, sinceMs: number): Promise<void> => {
    const computeMs = costs.workMs + costs.workMsPerMegabyte * megabytes;
    for (let step = 0; step < STEPS; step++) {
      await process.compute(computeMs / STEPS);
      if (random.chance(killChance)) {
        retries++;
        queue.push({ megabytes, sinceMs, heldUntilMs: simulation.nowMs + LEASE_MS });
        return;
      }
      await simulation.wait(costs.waitMs / STEPS);
      await chain.compute((costs.auditEntries * costs.transactionMs) / STEPS);
    }
    left--;
    tookMs.push(simulation.nowMs - sinceMs);
  };

  const bells: (() => void)[] = [];
  const hand = async (process: SimulatedProcess, firstLookMs: number): Promise<void> => {
    await simulation.wait(firstLookMs);
    while (left > 0) {
      const at = queue.findIndex(({ heldUntilMs }) => heldUntilMs <= simulation.nowMs);
      const job = at < 0 ? undefined : queue.splice(at, 1)[0];
      if (job !== undefined) await workOn(process, job.megabytes, job.sinceMs);
      else await rungOrLater(simulation, bells);
    }
  };
  for (const [at, process] of processes.entries())
    for (let each = 0; each < HANDS; each++) void hand(process, (at * LOOK_MS) / processes.length);

  for (const [at, { atMs, megabytes }] of load.uploads.entries())
    simulation.after(atMs, () => {
      const process = processes[at % servers]!;
      void (async () => {
        const sinceMs = simulation.nowMs;
        await process.compute(costs.takeMs + costs.takeMsPerMegabyte * megabytes);
        queue.push({ megabytes, sinceMs, heldUntilMs: 0 });
        for (const ring of bells.splice(0)) ring();
      })();
    });
  await simulation.run();
  const busiest = Math.max(...processes.map(({ busyMs }) => busyMs));
  return {
    tookMs,
    endMs: simulation.nowMs,
    busiestProcess: busiest / simulation.nowMs / speed,
    chainBusy: chain.busyMs / simulation.nowMs,
    retries,
  };
}

/** Somebody has work, or it is time to look again. */
async function rungOrLater(simulation: Simulation, bells: (() => void)[]): Promise<void> {
  await new Promise<void>((resolve) => {
    bells.push(resolve);
    simulation.after(LOOK_MS, resolve);
  });
}

/** Uploads of an hour, as they come by chance; sizes are log-normal about a mean, as captures are. */
export function hourOfUploads(
  count: number,
  meanMegabytes: number,
  seed: number,
): { atMs: number; megabytes: number }[] {
  const random = seededRandom(seed);
  const uploads = Array.from({ length: count }, () => ({
    atMs: random.between(0, 3_600_000),
    megabytes: meanMegabytes * logNormal(random),
  }));
  return uploads.sort((a, b) => a.atMs - b.atMs);
}

/** Of mean 1; half are smaller than 0.6, one in fifty is larger than 4.7. */
function logNormal(random: Random): number {
  const sigma = 1;
  const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  return Math.exp(sigma * normal - sigma ** 2 / 2);
}
