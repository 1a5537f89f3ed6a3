import type { Verdict } from './judge.ts';
import type { PhaseVerdict } from './phase-error.ts';

/** A part of a whole. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/** One capture's verdicts. */
export interface Judged {
  readonly scenario: string;
  readonly dialect: string;
  readonly set: 'develop' | 'measure';
  readonly verdict: Verdict;
  readonly phases: readonly PhaseVerdict[];
  /** What was told as more than information. */
  readonly told: readonly Told[];
  /** Rules that lack evidence in the capture, and findings that by the truth nothing in it shows. */
  readonly notObservable: readonly string[];
}

/** A finding, as far as it can be compared with that of another capture. */
export interface Told {
  readonly ruleId: string;
  readonly entries: readonly number[];
}

/** All that is told about a group of captures. */
export interface Score {
  readonly captures: number;
  readonly precision: Share;
  /** Of errors that are told as proven. */
  readonly provenPrecision: Share;
  readonly recall: Share;
  readonly browserFailures: Share;
  readonly corsReasons: Share;
  readonly networkReasons: Share;
  readonly rootFirst: Share;
  readonly rootInThree: Share;
  readonly falseErrors: Share;
  readonly phases: Share;
  /** Median of the differences, ms; NaN where no phase was measured. */
  readonly phaseErrorMs: number;
}

export function scoreOf(judged: readonly Judged[]): Score {
  const verdicts = judged.map(({ verdict }) => verdict);
  const expected = verdicts.flatMap((verdict) => verdict.expected);
  const reasons = expected.flatMap(({ reason }) => (reason === undefined ? [] : [reason]));
  const roots = verdicts.flatMap(({ root }) =>
    root === undefined ? [] : [root.rank ?? Number.POSITIVE_INFINITY],
  );
  const healthy = verdicts.flatMap(({ falseErrors }) => (falseErrors === undefined ? [] : [falseErrors]));
  const phases = judged.flatMap((one) => one.phases);
  return {
    captures: judged.length,
    precision: share(
      verdicts.flatMap(({ claimed }) => claimed),
      ({ right }) => right,
    ),
    provenPrecision: share(
      verdicts.flatMap(({ claimed }) => claimed).filter(({ isProvenError }) => isProvenError),
      ({ right }) => right,
    ),
    recall: share(expected, ({ found }) => found),
    browserFailures: share(
      verdicts.flatMap(({ browserFailures }) => browserFailures),
      ({ told }) => told,
    ),
    corsReasons: share(
      reasons.filter(({ family }) => family === 'cors'),
      ({ right }) => right,
    ),
    networkReasons: share(
      reasons.filter(({ family }) => family === 'network'),
      ({ right }) => right,
    ),
    rootFirst: share(roots, (rank) => rank === 1),
    rootInThree: share(roots, (rank) => rank <= 3),
    falseErrors: { count: healthy.reduce((sum, count) => sum + count, 0), of: healthy.length },
    phases: share(phases, ({ right }) => right),
    phaseErrorMs: median(phases.map(({ errorMs }) => errorMs)),
  };
}

/** Precision and recall of each finding that is expected or claimed, by name. */
export function scoreByFinding(
  judged: readonly Judged[],
): ReadonlyMap<string, { readonly precision: Share; readonly recall: Share }> {
  const expected = judged.flatMap(({ verdict }) => verdict.expected);
  const claimed = judged.flatMap(({ verdict }) => verdict.claimed);
  const names = [
    ...new Set([...expected.map(({ finding }) => finding), ...claimed.map(({ name }) => name)]),
  ].sort();
  return new Map(
    names.map((name) => [
      name,
      {
        precision: share(
          claimed.filter((claim) => claim.name === name),
          ({ right }) => right,
        ),
        recall: share(
          expected.filter(({ finding }) => finding === name),
          ({ found }) => found,
        ),
      },
    ]),
  );
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): Share {
  return { count: items.filter(holds).length, of: items.length };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
