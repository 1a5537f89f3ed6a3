/** One question that the suite answers about cases. */
export interface CasesPart {
  readonly name: string;
  readonly summary: string;
  run(options: PartOptions): Promise<PartReport>;
}

export interface PartOptions {
  readonly rounds: number;
  /** Of the one capture of `upload`. */
  readonly megabytes: number;
  /** Of `parallel`, 20 MB each. */
  readonly uploads: number;
  readonly kills: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

export interface PartReport {
  readonly title: string;
  /** Markdown. */
  readonly lines: readonly string[];
  readonly goals: readonly { readonly goal: string; readonly measured: string; readonly isMet: boolean }[];
  /** Raw values. */
  readonly raw: unknown;
}

/** What is promised of a server's memory, whatever the size of a file. */
export const mostRss = 256 * 1024 * 1024;
