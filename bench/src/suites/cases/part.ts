import { inMegabytes } from '../../measure/markdown-table.ts';

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
  /** Of `parallel`, and how many megabytes each of them has. */
  readonly uploads: number;
  readonly each: number;
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

/** What a run of a server held, as goals: it, and each process that sanitizes for it. */
export function memoryGoals({
  serverBytes,
  sanitizerBytes,
}: {
  serverBytes: number;
  sanitizerBytes: number;
}) {
  const goalOf = (who: string, bytes: number) => ({
    goal: `${who} at most ${inMegabytes(mostRss)} of memory`,
    measured: inMegabytes(bytes),
    isMet: bytes <= mostRss,
  });
  return [goalOf('the server', serverBytes), goalOf('each process that sanitizes', sanitizerBytes)];
}
