import type { RedmineIssue } from './redmine-answers.ts';

/** Where polling stands: issues that changed from `since` on, of which `offset` were told already. */
export interface PollCursor {
  readonly since: string | undefined;
  readonly offset: number;
}

/**
 * Issues that change while pages are being read move to the end and shift the others, so that one could be skipped. Looking
 * back this far at the next beginning finds it; telling of the same attachment again does no harm.
 */
const overlapMs = 120_000;

export function readCursor(text: string | undefined): PollCursor {
  const [, offset = '0', since] = /^(\d+);(.*)$/.exec(text ?? '') ?? [];
  return { since: since || undefined, offset: Number(offset) };
}

/** The cursor behind a page: further on in the same run, or the beginning of the next one. */
export function pollCursor(before: PollCursor, issues: readonly RedmineIssue[], more: boolean): string {
  if (more) return `${before.offset + issues.length};${before.since ?? ''}`;
  const last = issues.at(-1)?.updated_on;
  if (last === undefined) return `0;${before.since ?? ''}`;
  const since = new Date(Date.parse(last) - overlapMs).toISOString().replace(/\.\d+Z$/, 'Z');
  // Never back behind where this run began.
  return `0;${before.since !== undefined && before.since > since ? before.since : since}`;
}
