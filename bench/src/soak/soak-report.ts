import { type Machine, machineLine } from '../measure/machine.ts';
import { inMegabytes, table } from '../measure/markdown-table.ts';
import type { AuditVerdict } from './look-for-losses.ts';
import { type MemorySample, slopePerHour } from './memory-samples.ts';
import type { SoakOptions } from './soak.ts';
import type { Traffic } from './traffic.ts';

const MOST_GROWTH_BYTES_PER_HOUR = 50e6;
/** Below this, the line through the samples is mostly a heap that fills. */
const WORTH_JUDGING_MS = 15 * 60_000;

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

export interface SoakReport {
  readonly startedAt: string;
  readonly machine: Machine;
  readonly seed: number;
  readonly lines: readonly string[];
  readonly isMet: boolean;
  readonly raw: unknown;
}

export function soakReport({
  startedAt,
  machine,
  options,
  traffic,
  kills,
  memory,
  faults,
  audit,
}: SoakFacts): SoakReport {
  const { uploads, logs, searches, notTaken } = traffic;
  const isLong = options.minutes * 30_000 >= WORTH_JUDGING_MS;
  const rows = [...memory].map(([name, samples]) => {
    const slope = slopePerHour(samples);
    const verdict = isLong ? (slope <= MOST_GROWTH_BYTES_PER_HOUR ? 'met' : 'MISSED') : 'too short to judge';
    const [first, last] = [samples[0]?.rssBytes ?? 0, samples.at(-1)?.rssBytes ?? 0];
    return {
      isMet: !isLong || slope <= MOST_GROWTH_BYTES_PER_HOUR,
      row: [
        name,
        inMegabytes(first),
        inMegabytes(last),
        `${inMegabytes(slope)} an hour`,
        String(samples.length),
        verdict,
      ],
    };
  });
  const lines = [
    `Measured ${startedAt.slice(0, 16)} on ${machineLine(machine)}.`,
    `${options.minutes} minutes, ${options.visitors} visitors, a server and two workers, ${options.database === undefined ? 'libsql' : 'PostgreSQL'} and a folder: ${uploads.length} uploads and ${logs.length} logs taken, ${searches} searches, ${notTaken} things not taken, ${kills} kills.`,
    '',
    ...table(
      ['goal', 'measured', ''],
      [
        [
          'one clean file, one sealed file that opens, one note, no original, all records of every log',
          `${faults.length} faults`,
          faults.length === 0 ? 'met' : 'MISSED',
        ],
        ['the audit chain is whole', audit.told, audit.isWhole ? 'met' : 'MISSED'],
      ],
    ),
    '',
    ...table(
      [
        'memory, half the time without kills',
        'first',
        'last',
        'slope',
        'samples',
        `at most ${inMegabytes(MOST_GROWTH_BYTES_PER_HOUR)} an hour`,
      ],
      rows.map(({ row }) => row),
    ),
    ...faults.slice(0, 50).map((fault) => `- ${fault}`),
  ];
  const isMet = faults.length === 0 && audit.isWhole && rows.every((row) => row.isMet);
  return {
    startedAt,
    machine,
    seed: options.seed,
    lines,
    isMet,
    raw: { faults, kills, memory: [...memory] },
  };
}
