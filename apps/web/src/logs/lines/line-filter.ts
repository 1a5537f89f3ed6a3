import { LOG_LEVELS, type LogLevel, readMoment, type StoredRecord } from '@harrier/logs/for-pages';

/** Which of the found lines are shown. What is `''` does not narrow. */
export interface LineFilter {
  readonly text: string;
  readonly level: LogLevel | '';
  readonly source: string;
  /** Moments as typed; one that cannot be read does not narrow. */
  readonly from: string;
  readonly until: string;
}

export const everyLine: LineFilter = { text: '', level: '', source: '', from: '', until: '' };

/** The lines that fit. A line without a level fits no wish for one, and one without a time no stretch. */
export function filterLines(
  records: readonly StoredRecord[],
  { text, level, source, from, until }: LineFilter,
): readonly StoredRecord[] {
  const wanted = text.trim().toLowerCase();
  const rank = level === '' ? -1 : LOG_LEVELS.indexOf(level);
  const fromNs = momentOf(from, records);
  const untilNs = momentOf(until, records);
  return records.filter((record) => {
    if (rank !== -1 && (record.level === undefined || LOG_LEVELS.indexOf(record.level) < rank)) return false;
    if (source !== '' && record.source !== source) return false;
    if (fromNs !== undefined && !(record.timeNs !== undefined && record.timeNs >= fromNs)) return false;
    if (untilNs !== undefined && !(record.timeNs !== undefined && record.timeNs < untilNs)) return false;
    return wanted === '' || textOf(record).includes(wanted);
  });
}

/** Reads `2026-01-15T09:30:06.8`, and `09:30:06.8` on the day of the first line. */
function momentOf(typed: string, records: readonly StoredRecord[]): bigint | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  if (!/^\d{1,2}:/.test(text)) return readMoment(text);
  const first = records.find(({ timeNs }) => timeNs !== undefined)?.timeNs;
  if (first === undefined) return undefined;
  const day = new Date(Number(first / 1_000_000n)).toISOString().slice(0, 10);
  return readMoment(`${day}T${text.padStart(text.indexOf(':') === 1 ? text.length + 1 : 0, '0')}`);
}

function textOf({ body, service, file, host, ids, fields }: StoredRecord): string {
  return [body, service, file, host, ...ids.map((id) => id.text), ...Object.values(fields)]
    .join('\n')
    .toLowerCase();
}
