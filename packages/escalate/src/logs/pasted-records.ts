import { findTrackingIds } from '@harrier/tracking';
import { type LogRecord, readLogRecords } from './log-record.ts';

/** A moment at the beginning of a line as most services write it: ISO 8601, with a blank or a `T`, in brackets or not. */
const moment = /^\W{0,3}(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?)(Z| ?[+-]\d\d:?\d\d)?/;
const level = /\b(TRACE|DEBUG|INFO|WARN|ERROR|FATAL)\b/;
/** A line that goes on with the one before: of a stack trace, or indented. */
const continued = /^(?:\s|Caused by:|at )/;

/**
 * Reads what somebody pasted: the output of `logs search --json`, or plain lines of a log, which are taken as they are, each
 * with its ids, its level, and its time where it says its zone.
 */
export function readPastedRecords(text: string): LogRecord[] {
  try {
    return readLogRecords(text);
  } catch (error) {
    // Broken JSON is told; anything else is lines.
    if (/^\s*[[{]\s*["{]/.test(text)) throw error;
  }
  const events: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    if (continued.test(line) && events.length > 0) events[events.length - 1] += `\n${line}`;
    else events.push(line);
  }
  return events.map(recordOfLine);
}

function recordOfLine(text: string, at: number): LogRecord {
  const [, clock, zone] = moment.exec(text) ?? [];
  return {
    time: clock === undefined || zone === undefined ? null : isoOf(clock, zone),
    source: '',
    region: '',
    service: '',
    host: '',
    level: level.exec(text)?.[1]?.toLowerCase() ?? null,
    ids: [...new Set(findTrackingIds(text).map(({ id }) => id.text))],
    direction: null,
    peer: '',
    status: null,
    durationMs: null,
    file: '',
    line: at + 1,
    format: 'text',
    text,
    fields: {},
  };
}

/** UTC, or null where it is no moment (a month 13). */
function isoOf(clock: string, zone: string): string | null {
  const ms = Date.parse(`${clock.replace(' ', 'T').replace(',', '.')}${zone.trim()}`);
  return Number.isFinite(ms) ? new Date(ms).toISOString() : null;
}
