import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

/** How long a recording took. It lies beside the scenarios' folders; recording some of them writes it again. */
export interface RecordingRun {
  /** ISO date and time. */
  readonly startedAt: string;
  readonly scenarios: number;
  readonly captures: number;
  readonly seconds: number;
}

const NAME = 'recording.json';

export async function writeRecordingRun(root: string, run: RecordingRun): Promise<void> {
  await writeFile(path.join(root, NAME), `${JSON.stringify(run, null, 2)}\n`);
}

/** The last recording into a folder; undefined where nobody timed one. */
export function readRecordingRun(root: string): RecordingRun | undefined {
  try {
    return JSON.parse(readFileSync(path.join(root, NAME), 'utf8')) as RecordingRun;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
