import type { Machine } from '../measure/machine.ts';

/** A goal beside what was measured of it, in one run of one suite. */
export interface Figure {
  /** What is promised, with its limit: `100 MB: at most 256 MB of memory`. The same in each run: it is the figure's name. */
  readonly goal: string;
  readonly measured: string;
  /** What the peer came to in the same run, where there was one: `DevTools 14 s`. */
  readonly peer?: string;
  readonly isMet: boolean;
}

/** A figure with where and when it was measured. */
export interface KeptFigure extends Figure {
  /** ISO date. */
  readonly date: string;
  /** As `machineLine` has it. */
  readonly machine: string;
}

/** What a run of a suite was. */
export interface MeasuredRun {
  readonly startedAt: string;
  readonly machine: Machine;
}
