/** Something the person did. Names what was clicked as a screen reader would; never what was typed. */
export interface UserAction {
  readonly kind: 'click' | 'submit' | 'key';
  /** What it is: `button`, `link`, `checkbox` …; of a key: `Enter`, `Escape`. */
  readonly role?: string;
  /** Its label, without line breaks, at most 80 characters. */
  readonly name?: string;
  readonly startedDateTime: string;
}

/** What the script in the page reports. */
interface ReportedAction {
  readonly kind: UserAction['kind'];
  readonly role: string;
  readonly name: string;
  readonly epochMs: number;
}

const kinds: ReadonlySet<string> = new Set(['click', 'submit', 'key']);

/** Reads a report. It comes from a world of ours, but out of a page all the same: what does not fit is left. */
export function readAction(payload: string): UserAction | undefined {
  let reported: Partial<ReportedAction> | null;
  try {
    reported = JSON.parse(payload) as Partial<ReportedAction> | null;
  } catch {
    return undefined;
  }
  const { kind, role, name, epochMs } = reported ?? {};
  if (kind === undefined || !kinds.has(kind) || typeof epochMs !== 'number') return undefined;
  const date = new Date(epochMs);
  if (Number.isNaN(date.getTime())) return undefined;
  return {
    kind,
    ...(typeof role === 'string' && role !== '' ? { role: role.slice(0, 40) } : {}),
    ...(typeof name === 'string' && name !== '' ? { name: name.slice(0, 80) } : {}),
    startedDateTime: date.toISOString(),
  };
}
