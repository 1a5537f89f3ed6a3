import type { AnswerLine, SourceList, TakenFile } from '@harrier/logs/for-pages';

/** A page from the disk may ask for nothing, so it has no logs. */
export class NoLogStore extends Error {
  readonly why = 'no-store';
}

// biome-ignore lint/correctness/useYield: it has the shape of the one that answers
export async function* askLogs(): AsyncGenerator<AnswerLine[]> {
  throw new NoLogStore();
}

export async function listLogSources(): Promise<SourceList> {
  throw new NoLogStore();
}

export async function sendLog(): Promise<TakenFile> {
  throw new NoLogStore();
}
