import { createHash } from 'node:crypto';
import { parseTrackingId } from '@harrier/tracking';
import type { LogRecord } from '../record/log-record.ts';

/** 2026-01-12T06:00:00Z; samples count milliseconds from there. */
export const START_NS = 1_768_197_600_000_000_000n;

/** Nanoseconds of a sample's moment. */
export const at = (ms: number): bigint => START_NS + BigInt(ms) * 1_000_000n;

/** What a test says about a record; the rest is ordinary. `ids` as they are written. */
export type Sample = Partial<Omit<LogRecord, 'ids'>> & {
  readonly ids?: readonly string[];
  readonly ms?: number;
};

/** A record at `ms`, or without a time where `timeNs: undefined` is said. Its digest follows from everything in it. */
export function sampleRecord({ ids = [], ms = 0, ...rest }: Sample): LogRecord {
  const record = {
    timeNs: at(ms),
    orderNs: at(ms),
    source: 'lab',
    region: '',
    service: 'cpapi',
    host: '',
    level: undefined,
    direction: undefined,
    peer: '',
    status: undefined,
    durationMs: undefined,
    body: '',
    fields: {},
    file: 'cpapi.log',
    line: 1,
    format: 'text',
    ...rest,
    ids: ids.map((text) => parseTrackingId(text)!),
  };
  const text = JSON.stringify(record, (_, value) => (typeof value === 'bigint' ? `${value}` : value));
  return { ...record, digest: createHash('sha256').update(text).digest('hex').slice(0, 40) };
}

/** Bodies in order: what most tests compare. */
export const bodiesOf = (records: readonly LogRecord[]): string[] => records.map(({ body }) => body);
