import { table } from '../../measure/markdown-table.ts';
import type { Contest, Plant, Probe } from '../../redaction/contest-capture.ts';
import type { Score, Share } from '../../redaction/score.ts';

/** How one contestant did, and what is to be said about it. */
export interface ContestRun {
  readonly id: string;
  readonly label: string;
  readonly score: Score;
  readonly missed: readonly Plant[];
  readonly lost: readonly Probe[];
  readonly remark?: string;
}

/** The contest as Markdown, which reads well enough in a terminal. */
export function reportLines(seed: number, contest: Contest, runs: readonly ContestRun[]): string[] {
  const labels = runs.map(({ label }) => label);
  const ours = runs[0];
  return [
    `${contest.plants.length} credentials and ${contest.probes.length} facts to keep in a capture of ${contest.har.log?.entries?.length} entries, seed ${seed}.`,
    'A credential is removed when its entry gives it away in no encoding; a fact is kept when it still reads as it did.',
    '',
    ...table(
      ['', 'credentials removed', 'facts kept', 'harmonic mean'],
      runs.map(({ label, score }) => [
        label,
        `${written(score.removed)} (${percent(score.removed)})`,
        `${written(score.kept)} (${percent(score.kept)})`,
        score.harmonicMean.toFixed(3),
      ]),
    ),
    '',
    ...runs.flatMap(({ label, remark }) => (remark === undefined ? [] : [`${label}: ${remark}.`])),
    '',
    '### Credentials removed',
    '',
    ...table(
      ['', ...labels],
      classRows(runs, ({ removedByClass }) => removedByClass),
    ),
    '',
    '### Facts kept',
    '',
    ...table(
      ['', ...labels],
      classRows(runs, ({ keptByClass }) => keptByClass),
    ),
    ...(ours === undefined ? [] : misses(ours)),
  ];
}

function classRows(
  runs: readonly ContestRun[],
  pick: (score: Score) => ReadonlyMap<string, Share>,
): string[][] {
  const first = runs[0];
  const classes = first === undefined ? [] : [...pick(first.score).keys()];
  return classes.map((name) => [
    name,
    ...runs.map(({ score }) => {
      const share = pick(score).get(name);
      return share === undefined ? '–' : written(share);
    }),
  ]);
}

/** Where ours failed: by which way it went in, never the value. */
function misses({ label, missed, lost }: ContestRun): string[] {
  return [
    '',
    `### What ${label} missed`,
    '',
    ...missed.map(({ class: group, carrier, entry }) => `- ${group}: ${carrier} (${placeOf(entry)})`),
    ...lost.map(({ class: group, what }) => `- lost, ${group}: ${what}`),
    ...(missed.length + lost.length === 0 ? ['Nothing.'] : []),
  ];
}

function placeOf(entry: number | undefined): string {
  return entry === undefined ? 'outside entries' : `entry ${entry}`;
}

function written({ count, of }: Share): string {
  return `${count} / ${of}`;
}

function percent({ count, of }: Share): string {
  return `${((100 * count) / of).toFixed(1)} %`;
}
