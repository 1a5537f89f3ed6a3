/** One question that the suite answers about logs. */
export interface LogsPart {
  readonly name: string;
  readonly summary: string;
  run(options: PartOptions): Promise<PartReport>;
}

export interface PartOptions {
  readonly rounds: number;
  /** Lines of generated logs. */
  readonly lines: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

export interface PartReport {
  readonly title: string;
  /** Markdown. */
  readonly lines: readonly string[];
  readonly goals: readonly PartGoal[];
  /** Raw values. */
  readonly raw: unknown;
}

/** A promise beside what was measured. */
export interface PartGoal {
  readonly goal: string;
  readonly measured: string;
  readonly isMet: boolean;
}
