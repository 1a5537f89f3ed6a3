import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Figure } from '../../goals/figure.ts';
import { keepFigures } from '../../goals/keep-figures.ts';
import { type Machine, machine, machineLine } from '../../measure/machine.ts';
import { replaceSection } from '../../measure/markdown-section.ts';
import { table } from '../../measure/markdown-table.ts';
import { keepResults } from '../../measure/results-file.ts';
import { numberOf, type Suite } from '../suite.ts';
import { measureCaseCosts, Office, type RealRun } from './measure-cases.ts';
import { measureLogCosts } from './measure-logs.ts';
import {
  chainCeiling,
  DEMAND,
  type Projection,
  processesOnMachine,
  projectCases,
  projectLogs,
  storedPerDay,
} from './project.ts';
import { simulateCases } from './simulate-cases.ts';
import type { UnitCosts } from './unit-costs.ts';

// Seen from `bench/dist/suites/scale`.
const scaleDocument = fileURLToPath(new URL('../../../../docs/scale.md', import.meta.url));
const MOST_ERROR = 0.25;
const UPLOADS_PER_HOUR = [100, 1000, DEMAND.uploadsPerHour] as const;

/** What one upload and one log line cost here, and what that comes to for many. */
export const scaleSuite: Suite = {
  name: 'scale',
  summary:
    'Measures what uploads and log lines cost, holds a simulation against one and two processes that really work, and projects.',
  usage: ['[--uploads 8] [--megabytes 2] [--markdown]'],
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        uploads: { type: 'string', default: '8' },
        megabytes: { type: 'string', default: '2' },
        markdown: { type: 'boolean', default: false },
      },
    });
    const [uploads, megabytes] = [
      numberOf('--uploads', values.uploads),
      numberOf('--megabytes', values.megabytes),
    ];
    const startedAt = new Date().toISOString();
    const before = machine();
    const say = (line: string) => process.stderr.write(`${line}\n`);
    const costs: UnitCosts = { ...(await measureCaseCosts(say)), ...(await measureLogCosts()) };
    const trials: Trial[] = [];
    for (const workers of [0, 1]) {
      const alone = trials[0]?.real.share;
      trials.push(await trial(costs, { workers, uploads, megabytes, ...(alone && { share: alone }) }));
    }
    const projections = new Map<number, Projection[]>();
    for (const perHour of UPLOADS_PER_HOUR) projections.set(perHour, await projectCases(costs, perHour));
    const facts = { startedAt, machine: before, costs, trials, projections: [...projections] };
    const lines = scaleLines(facts);
    process.stdout.write(`${lines.join('\n')}\n`);
    keepResults('scale', facts);
    const figures = trials.map(figureOf);
    if (values.markdown) {
      replaceSection(scaleDocument, 'scale', lines);
      keepFigures('scale', facts, figures);
    }
    return figures.every(({ isMet }) => isMet) ? 0 : 1;
  },
};

/** The same work, done and simulated. */
interface Trial {
  readonly uploads: number;
  readonly megabytes: number;
  readonly real: RealRun;
  readonly simulatedMs: number;
}

interface Tried {
  readonly workers: number;
  readonly uploads: number;
  readonly megabytes: number;
  /** What others leave of a core, as one process found it: several wait for each other, too, which the simulation knows by itself. */
  readonly share?: number;
}

async function trial(costs: UnitCosts, { workers, uploads, megabytes, share }: Tried): Promise<Trial> {
  const office = await Office.open(workers);
  try {
    // Each process has to have compiled what it runs.
    for (let round = 0; round < 3; round++) await office.work(2 + 2 * workers, megabytes);
    const real = await office.work(uploads, megabytes);
    const { tookMs } = await simulateCases({
      costs,
      seed: 1,
      uploads: Array.from({ length: uploads }, () => ({ atMs: 0, megabytes })),
      servers: 1,
      workers,
      cores: 2,
      processesOnMachine: 2,
      speed: share ?? real.share,
    });
    return { uploads, megabytes, real, simulatedMs: Math.max(...tookMs) };
  } finally {
    await office.close();
  }
}

function errorOf({ real, simulatedMs }: Trial): number {
  return (simulatedMs - real.tookMs) / real.tookMs;
}

function figureOf(one: Trial): Figure {
  const { uploads, megabytes, real } = one;
  const percent = `${(100 * errorOf(one)).toFixed(0)} %`;
  return {
    goal: `${real.processes} process${real.processes === 1 ? '' : 'es'}, ${uploads} uploads of ${megabytes} MB: simulated within ${100 * MOST_ERROR} % of what was run`,
    measured: `${percent} (${(one.simulatedMs / 1000).toFixed(1)} s, ran in ${(real.tookMs / 1000).toFixed(1)} s)`,
    isMet: Math.abs(errorOf(one)) <= MOST_ERROR,
  };
}

interface ScaleFacts {
  readonly startedAt: string;
  readonly machine: Machine;
  readonly costs: UnitCosts;
  readonly trials: readonly Trial[];
  readonly projections: readonly (readonly [perHour: number, projections: readonly Projection[]])[];
}

function scaleLines({ startedAt, machine: on, costs, trials, projections }: ScaleFacts): string[] {
  const logs = projectLogs(costs);
  const round = (value: number, digits = 0): string => value.toFixed(digits);
  return [
    `Measured ${startedAt.slice(0, 10)} on ${machineLine(on)}.`,
    '',
    '### What one costs',
    '',
    ...table(
      ['', 'once', 'for each MB'],
      [
        [
          'a server takes a file in, its thread',
          `${round(costs.takeMs)} ms`,
          `${round(costs.takeMsPerMegabyte, 1)} ms`,
        ],
        [
          'all nine steps, a worker’s thread',
          `${round(costs.workMs)} ms`,
          `${round(costs.workMsPerMegabyte)} ms`,
        ],
        ['other threads besides, for each ms of it', `${round(costs.helperShare, 2)} ms`, ''],
        ['waiting, all steps together', `${round(costs.waitMs)} ms`, ''],
        ['audit entries, each a transaction on the disk', round(costs.auditEntries, 1), ''],
        ['one transaction', `${round(costs.transactionMs, 1)} ms`, ''],
        ['stays in the object store', '', `${round(costs.storedShare, 2)} MB`],
        ['a thousand log lines, processor', `${round(costs.logMsPerThousandLines, 1)} ms`, ''],
        ['a log line', `${round(costs.logBytesPerLine)} bytes`, ''],
        [
          'the same in the embedded store, index and full text with it',
          `${round(costs.storedBytesPerLine)} bytes`,
          '',
        ],
        ['finding a request by its id, processor, median', `${round(costs.lookUpMs, 1)} ms`, ''],
      ],
    ),
    '',
    '### The simulation against what was run',
    '',
    ...table(
      ['processes', 'uploads', 'of a core, each thread', 'ran in', 'simulated', 'error'],
      trials.map((one) => [
        String(one.real.processes),
        `${one.uploads} of ${one.megabytes} MB`,
        round(one.real.share, 2),
        `${round(one.real.tookMs / 1000, 1)} s`,
        `${round(one.simulatedMs / 1000, 1)} s`,
        `${round(100 * errorOf(one))} %`,
      ]),
    ),
    '',
    `### Uploads of ${DEMAND.meanMegabytes} MB on average, simulated`,
    '',
    ...table(
      [
        'uploads an hour',
        'servers',
        'workers besides',
        'upload to note, p95',
        'busiest process',
        'audit chain',
        '',
      ],
      projections.flatMap(([perHour, tried]) =>
        tried.map((one) => [
          String(perHour),
          String(one.servers),
          String(one.workers),
          `${round(one.p95Ms / 1000)} s`,
          `${round(100 * one.busiestProcess)} %`,
          `${round(100 * one.chainBusy)} %`,
          one.isEnough ? 'enough' : 'not enough',
        ]),
      ),
    ),
    '',
    ...table(
      ['at full demand', ''],
      [
        ['processes on a machine of eight cores', String(processesOnMachine(costs))],
        ['the audit chain alone carries', `${round(chainCeiling(costs))} uploads an hour`],
        ['object store, a day', `${round(storedPerDay(costs) / 1e12, 1)} TB`],
        ['log lines a second, for 1 TB a day', round(logs.linesPerSecond)],
        [
          'cores that read them, on average and at three times that',
          `${round(logs.coresOnAverage, 1)} and ${round(logs.coresAtPeak, 1)}`,
        ],
        ['the same in the embedded format, a day', `${round(logs.storedBytesPerDay / 1e12, 2)} TB`],
        ['one process with an embedded store takes', `${round(logs.mostBytesPerDayEmbedded / 1e9)} GB a day`],
      ],
    ),
  ];
}
