import type { Figure } from '../goals/figure.ts';
import { goalTable } from '../goals/goal-table.ts';
import { type Machine, machineLine } from '../measure/machine.ts';
import { inMegabytes, table } from '../measure/markdown-table.ts';
import type { AuditVerdict } from './look-for-losses.ts';
import { type MemorySample, slopePerHour } from './memory-samples.ts';
import type { SoakOptions } from './soak.ts';
import type { Traffic } from './traffic.ts';

const MOST_GROWTH_BYTES_PER_HOUR = 50e6;
/** Below this, the line through the samples is mostly a heap that fills. */
const WORTH_JUDGING_MINUTES = 30;

/** Everything that a soak found out. */
export interface SoakFacts {
  readonly startedAt: string;
  readonly machine: Machine;
  readonly options: SoakOptions;
  readonly traffic: Traffic;
  readonly kills: number;
  readonly memory: ReadonlyMap<string, readonly MemorySample[]>;
  readonly faults: readonly string[];
  readonly audit: AuditVerdict;
}

/** The goals, judged; memory only where it was watched for long enough. */
export function soakFigures({ options, traffic, memory, faults, audit }: SoakFacts): Figure[] {
  const figures: Figure[] = [
    {
      goal: 'one clean file, one sealed file that opens, one note, no original, all records of every log',
      measured: `${faults.length} faults`,
      // Of what was never taken nothing can be lost.
      isMet: faults.length === 0 && traffic.uploads.length > 0 && traffic.logs.length > 0,
    },
    { goal: 'the audit chain is whole', measured: audit.told, isMet: audit.isWhole },
  ];
  if (options.minutes < WORTH_JUDGING_MINUTES) return figures;
  for (const [name, samples] of memory) {
    const slope = slopePerHour(samples);
    figures.push({
      goal: `memory of ${name}: at most ${inMegabytes(MOST_GROWTH_BYTES_PER_HOUR)} more an hour`,
      measured: `${inMegabytes(slope)} an hour`,
      isMet: slope <= MOST_GROWTH_BYTES_PER_HOUR,
    });
  }
  return figures;
}

/** The report as Markdown, which reads well enough in a terminal. */
export function soakLines(facts: SoakFacts): string[] {
  const { startedAt, machine, options, traffic, kills, memory, faults } = facts;
  const store = options.database === undefined ? 'libsql' : 'PostgreSQL';
  return [
    `Measured ${startedAt.slice(0, 10)} on ${machineLine(machine)}.`,
    `${options.minutes} minutes, ${options.visitors} visitors, a server and two workers, ${store} and a folder, seed ${options.seed}: ${traffic.uploads.length} uploads and ${traffic.logs.length} logs taken, ${traffic.searches} searches, ${traffic.notTaken} things not taken, ${kills} kills.`,
    '',
    ...goalTable(soakFigures(facts)),
    '',
    ...table(
      ['memory in the half without kills', 'first', 'last', 'slope', 'samples'],
      [...memory].map(([name, samples]) => [
        name,
        inMegabytes(samples[0]?.rssBytes ?? 0),
        inMegabytes(samples.at(-1)?.rssBytes ?? 0),
        `${inMegabytes(slopePerHour(samples))} an hour`,
        String(samples.length),
      ]),
    ),
    ...(options.minutes < WORTH_JUDGING_MINUTES
      ? ['', `Slopes of less than ${WORTH_JUDGING_MINUTES} minutes are not judged.`]
      : []),
    ...faults.slice(0, 50).map((fault) => `- ${fault}`),
  ];
}
