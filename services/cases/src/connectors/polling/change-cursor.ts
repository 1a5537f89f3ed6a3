/** Where polling of changed cases stands: those that changed from `since` on, of which `offset` were told already. */
export interface ChangeCursor {
  /** ISO 8601 in UTC, whole seconds; undefined = from the beginning. */
  readonly since: string | undefined;
  readonly offset: number;
}

/**
 * Cases that change while pages are being read move to the end and shift the others, so that one could be skipped. Looking
 * back this far at the next beginning finds it; telling of the same attachment again does no harm.
 */
const overlapMs = 120_000;

/** A text that is no cursor begins from the beginning. */
export function readCursor(text: string | undefined): ChangeCursor {
  const [, offset = '0', since] = /^(\d+);(.*)$/.exec(text ?? '') ?? [];
  return { since: since || undefined, offset: Number(offset) };
}

/** The cursor of somebody who wants to know of changes from `sinceMs` on, and of none before. */
export function cursorSince(sinceMs: number): string {
  return `0;${new Date(sinceMs).toISOString().replace(/\.\d+Z$/, 'Z')}`;
}

/** The cursor behind a page of `count` cases, the last of which changed at `lastChange`: further on, or the next beginning. */
export function nextCursor(
  { since, offset }: ChangeCursor,
  page: { readonly count: number; readonly lastChange: string | undefined; readonly more: boolean },
): string {
  if (page.more) return `${offset + page.count};${since ?? ''}`;
  if (page.lastChange === undefined) return `0;${since ?? ''}`;
  const back = new Date(Date.parse(page.lastChange) - overlapMs).toISOString().replace(/\.\d+Z$/, 'Z');
  // Never back behind where this run began.
  return `0;${since !== undefined && since > back ? since : back}`;
}
