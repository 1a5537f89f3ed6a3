import { isoTime } from './timestamps.ts';

/** Facility local0; severities of RFC 5424 §6.2.1. */
const priority = { info: 16 * 8 + 6, warning: 16 * 8 + 4 } as const;

export interface SyslogEvent {
  readonly atMs: number;
  readonly severity: keyof typeof priority;
  readonly machine: string;
  readonly application: string;
  readonly messageId: string;
  readonly trackingId: string;
  readonly message: string;
}

/** One line of RFC 5424 with the tracking id as structured data. */
export function syslogLine(event: SyslogEvent): string {
  const { severity, machine, application, messageId, trackingId, message } = event;
  return `<${priority[severity]}>1 ${isoTime(event.atMs)} ${machine} ${application} 4711 ${messageId} [call trackingId="${trackingId}"] ${message}\n`;
}
