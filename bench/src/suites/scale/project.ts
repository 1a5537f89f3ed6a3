import { hourOfUploads, simulateCases } from './simulate-cases.ts';
import type { UnitCosts } from './unit-costs.ts';

/** What is to be carried. */
export const DEMAND = { uploadsPerHour: 10_000, meanMegabytes: 20, logBytesPerDay: 1e12 } as const;
/** A quarter of an hour at the pace of the demand, to see where queues grow. */
const WATCHED_SHARE = 0.25;
const MOST_P95_MS = 60_000;
/** Above this, a queue grows at the next unevenness. */
const MOST_BUSY = 0.8;
const MACHINE_CORES = 8;
/** Incoming logs are three times as many at noon as on average. */
const PEAK = 3;
const MACHINE_KILLS = 1e-5;

/** So many processes, and how they did. */
export interface Projection {
  readonly servers: number;
  readonly workers: number;
  readonly p95Ms: number;
  readonly busiestProcess: number;
  readonly chainBusy: number;
  readonly isEnough: boolean;
}

/** Simulates the demand with more and more processes, until it is carried or until more of them do not help. */
export async function projectCases(costs: UnitCosts, uploadsPerHour: number): Promise<Projection[]> {
  const { meanMegabytes } = DEMAND;
  const count = Math.max(100, Math.round(uploadsPerHour * WATCHED_SHARE));
  const paceMs = (3_600_000 * count) / uploadsPerHour;
  const uploads = hourOfUploads(count, meanMegabytes, 1).map(({ atMs, megabytes }) => ({
    atMs: (atMs / 3_600_000) * paceMs,
    megabytes,
  }));
  const workMs = costs.workMs + costs.workMsPerMegabyte * meanMegabytes;
  const takeMs = costs.takeMs + costs.takeMsPerMegabyte * meanMegabytes;
  const leastProcesses = Math.ceil(((workMs + takeMs) * uploadsPerHour) / 3_600_000);
  const projections: Projection[] = [];
  for (const share of [1, 1.15, 1.3, 1.6, 2]) {
    const processes = Math.ceil(leastProcesses * share);
    const servers = Math.max(1, Math.ceil((takeMs * uploadsPerHour) / 3_600_000 / 0.3));
    const workers = Math.max(0, processes - servers);
    const { tookMs, busiestProcess, chainBusy } = await simulateCases({
      costs,
      seed: 1,
      uploads,
      servers,
      workers,
      cores: MACHINE_CORES,
      processesOnMachine: processesOnMachine(costs),
      speed: 1,
      killChance: MACHINE_KILLS,
      sliceMs: 250,
    });
    const sorted = tookMs.toSorted((a, b) => a - b);
    const p95Ms = sorted[Math.ceil(0.95 * sorted.length) - 1] ?? 0;
    const isEnough = p95Ms <= MOST_P95_MS && busiestProcess <= MOST_BUSY + 0.15;
    projections.push({ servers, workers, p95Ms, busiestProcess, chainBusy, isEnough });
    if (isEnough || chainBusy > 0.97) break;
  }
  return projections;
}

/** Of eight cores, as many as their helpers leave room for. */
export function processesOnMachine({ helperShare }: UnitCosts): number {
  return Math.max(1, Math.floor(MACHINE_CORES / (1 + helperShare)));
}

/** How far the audit chain goes, whatever the number of processes: uploads an hour. */
export function chainCeiling({ auditEntries, transactionMs }: UnitCosts): number {
  return (3_600_000 * MOST_BUSY) / (auditEntries * transactionMs);
}

/** What a day of logs takes. */
export function projectLogs({ logMsPerThousandLines, logBytesPerLine, storedBytesPerLine }: UnitCosts) {
  const linesPerDay = DEMAND.logBytesPerDay / logBytesPerLine;
  const linesPerSecond = linesPerDay / 86_400;
  const coresBusy = (linesPerSecond / 1000) * (logMsPerThousandLines / 1000);
  return {
    linesPerSecond,
    coresOnAverage: coresBusy,
    coresAtPeak: (coresBusy * PEAK) / MOST_BUSY,
    storedBytesPerDay: linesPerDay * storedBytesPerLine,
    /** One process writes an embedded store. */
    mostBytesPerDayEmbedded:
      (86_400_000 / logMsPerThousandLines) * 1000 * logBytesPerLine * (MOST_BUSY / PEAK),
  };
}

/** Originals, sealed and compressed, and clean files of a day. */
export function storedPerDay({ storedShare }: UnitCosts): number {
  return DEMAND.uploadsPerHour * 24 * DEMAND.meanMegabytes * 1e6 * storedShare;
}
