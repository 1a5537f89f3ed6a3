import { javaTime } from './timestamps.ts';

export type JavaLevel = 'INFO' | 'DEBUG' | 'WARN' | 'ERROR';

/** One event of a Java service. */
export interface JavaEvent {
  readonly atMs: number;
  readonly level: JavaLevel;
  readonly thread: string;
  readonly trackingId: string;
  /** Class that logs, abbreviated as the pattern layout does: `c.e.p.VoicemailController`. */
  readonly logger: string;
  /** May have several lines; only the first one gets a time. */
  readonly message: string;
  readonly exception?: JavaException;
}

/** A Throwable with what caused it. */
export interface JavaException {
  readonly type: string;
  readonly message: string;
  /** Innermost first, without the leading `at`. */
  readonly frames: readonly string[];
  /** Frames below the last one that the outer exception shows already. */
  readonly more?: number;
  readonly cause?: JavaException;
}

/** One event as text; ends in a line feed. */
export function javaEvent(event: JavaEvent): string {
  const head = `${javaTime(event.atMs)} ${event.level.padEnd(5)} [${event.thread}] [${event.trackingId}] ${event.logger} - ${event.message}\n`;
  return event.exception === undefined ? head : head + javaStack(event.exception);
}

/** A stack trace as `printStackTrace` writes it. */
export function javaStack(exception: JavaException, prefix = ''): string {
  const { type, message, frames, more, cause } = exception;
  const lines = [`${prefix}${type}: ${message}`, ...frames.map((frame) => `\tat ${frame}`)];
  if (more !== undefined) lines.push(`\t... ${more} common frames omitted`);
  return `${lines.join('\n')}\n${cause === undefined ? '' : javaStack(cause, 'Caused by: ')}`;
}

/** A request as a client's wire log shows it: start line, fields, an empty line, the document. */
export function requestDump(
  startLine: string,
  fields: readonly { readonly name: string; readonly value: string }[],
  body: string,
): string {
  const head = [startLine, ...fields.map(({ name, value }) => `${name}: ${value}`)].join('\n');
  return body === '' ? head : `${head}\n\n${body}`;
}
