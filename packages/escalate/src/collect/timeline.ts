import type { LogRecord } from '../logs/log-record.ts';
import type { ShownError } from './collected.ts';
import { resultOf, withoutQuery } from './steps.ts';

/** One moment on the common clock, which is UTC as each side wrote it: clocks that go wrong are not corrected. */
export interface Moment {
  /** ISO 8601, UTC. */
  readonly time: string;
  /** `sent` and `answered` come from the browser's clock, `logged` from a service's. */
  readonly kind: 'sent' | 'answered' | 'logged';
  /** Host or service. */
  readonly who: string;
  readonly what: string;
  /** Index in the original file's order. */
  readonly entry?: number;
  /** Line in the package's log records, from 1. */
  readonly record?: number;
}

/** Requests that failed and log records in the order in which they happened; what has no time stands nowhere. */
export function timelineOf(errors: readonly ShownError[], records: readonly LogRecord[]): readonly Moment[] {
  const moments = [...errors.flatMap(momentsOfError), ...records.flatMap(momentOfRecord)];
  return moments
    .map((moment, at) => ({ moment, at, ms: Date.parse(moment.time) }))
    .sort((a, b) => a.ms - b.ms || a.at - b.at)
    .map(({ moment }) => moment);
}

function momentsOfError({ entry, exchange }: ShownError): Moment[] {
  const { startEpochMs, timeMs, request } = exchange.entry;
  if (startEpochMs === undefined) return [];
  const who = hostOf(request.url);
  const sent: Moment = {
    time: isoText(startEpochMs),
    kind: 'sent',
    who,
    what: `${request.method} ${withoutQuery(request.url)}`,
    entry,
  };
  if (timeMs === undefined) return [sent];
  return [
    sent,
    { time: isoText(startEpochMs + timeMs), kind: 'answered', who, what: resultOf(exchange), entry },
  ];
}

function momentOfRecord({ time, service, source, text }: LogRecord, at: number): Moment[] {
  if (time === null) return [];
  return [{ time, kind: 'logged', who: service || source, what: text, record: at + 1 }];
}

export function hostOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(url)?.[1] ?? '';
}

export function isoText(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
