import { EscalateError } from '../escalate-error.ts';

/** A log record as `harrier logs search --json` writes it. What is not known is null. */
export interface LogRecord {
  /** UTC, ISO 8601. */
  readonly time: string | null;
  readonly source: string;
  readonly region: string;
  readonly service: string;
  readonly host: string;
  readonly level: string | null;
  readonly ids: readonly string[];
  /** Of the message that the line tells of: `in`, `out`. */
  readonly direction: string | null;
  /** The other end of that message. */
  readonly peer: string;
  readonly status: number | null;
  readonly durationMs: number | null;
  readonly file: string;
  readonly line: number;
  /** Id of the format that read it. */
  readonly format: string;
  readonly text: string;
  /** Other named values. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Reads records: a JSON array, or one record a line. Error: {@link EscalateError} with the line, or the number in the array. */
export function readLogRecords(text: string): LogRecord[] {
  const body = text.replace(/^\uFEFF/, '');
  if (body.trimStart().startsWith('[')) {
    const list = parsed(body, 1);
    return (Array.isArray(list) ? list : []).map((item, at) => recordOf(item, at + 1));
  }
  return body
    .split('\n')
    .map((line, at) => ({ line, number: at + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => recordOf(parsed(line, number), number));
}

function parsed(json: string, place: number): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new EscalateError('escalate/log-records', String(place), 'JSON');
  }
}

/** Without one it would be read in the zone of whichever machine makes the package. */
const hasZone = /(?:Z|[+-]\d\d:?\d\d)$/i;

/** Takes the members that count; whatever else a record has stays out of the package. */
function recordOf(value: unknown, place: number): LogRecord {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const { time, ids, text, status, line } = given;
  const isWhole = typeof text === 'string' && Array.isArray(ids) && ids.every((id) => typeof id === 'string');
  if (!isWhole) throw new EscalateError('escalate/log-records', String(place), '{"text", "ids"}');
  const name = (key: string): string => (typeof given[key] === 'string' ? given[key] : '');
  return {
    time: typeof time === 'string' && hasZone.test(time) && Number.isFinite(Date.parse(time)) ? time : null,
    source: name('source'),
    region: name('region'),
    service: name('service'),
    host: name('host'),
    level: typeof given.level === 'string' ? given.level : null,
    ids,
    direction: typeof given.direction === 'string' ? given.direction : null,
    peer: name('peer'),
    status: typeof status === 'number' ? status : null,
    durationMs: typeof given.durationMs === 'number' ? given.durationMs : null,
    file: name('file'),
    line: typeof line === 'number' ? line : 0,
    format: name('format'),
    text,
    fields: textsOf(given.fields),
  };
}

function textsOf(fields: unknown): Readonly<Record<string, string>> {
  if (typeof fields !== 'object' || fields === null) return {};
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
}

/** Whether a record by itself tells of trouble: its level, or the status that it notes. */
export function tellsOfError({ level, status }: LogRecord): boolean {
  return level === 'error' || level === 'fatal' || (status !== null && status >= 400);
}
