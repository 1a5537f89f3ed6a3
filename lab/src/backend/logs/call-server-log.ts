import { dottedTime } from './timestamps.ts';

/** One event of the call server. */
export interface CallServerEvent {
  readonly atMs: number;
  readonly level: 'Info' | 'Notice' | 'Warn';
  /** What logs: `OCIP`, `Sip`, `Subscriber`. */
  readonly area: string;
  readonly thread: number;
  /** Whose data it is about; `Service Provider` level events have none. */
  readonly userId?: string;
  readonly text: string;
}

/** A head line with bars, an empty line, the text indented by a tab, an empty line; XML keeps its own lines. */
export function callServerEvent(event: CallServerEvent): string {
  const user = event.userId === undefined ? '' : ` | ${event.userId}`;
  const head = `${dottedTime(event.atMs)} | ${event.level} | ${event.area} | OCI Processor #${event.thread}${user}`;
  return `${head}\n\n\t${event.text}\n\n`;
}
