import { isoTime } from './timestamps.ts';

/** One event of a service that logs JSON lines. */
export interface JsonEvent {
  readonly atMs: number;
  readonly level: 'INFO' | 'WARN' | 'ERROR';
  readonly service: string;
  readonly region: string;
  readonly trackingId: string;
  readonly message: string;
  readonly fields?: Readonly<Record<string, string | number | boolean | null>>;
}

/** One line of JSON; the order of its keys is always the same. */
export function jsonLine({ atMs, level, service, region, trackingId, message, fields }: JsonEvent): string {
  const event = { '@timestamp': isoTime(atMs), level, service, region, trackingId, message, ...fields };
  return `${JSON.stringify(event)}\n`;
}
