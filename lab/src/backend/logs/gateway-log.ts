import { isoTime } from './timestamps.ts';

/** One answered request as the gateway in front of the services logs it. */
export interface GatewayLine {
  readonly atMs: number;
  readonly method: string;
  readonly target: string;
  readonly protocol: 'HTTP/1.1' | 'HTTP/2';
  readonly status: number;
  /** Why the gateway answered by itself: `UT` upstream timeout, `UH` no healthy upstream …; `-` = it did not. */
  readonly flags: string;
  readonly receivedBytes: number;
  readonly sentBytes: number;
  readonly durationMs: number;
  /** undefined = no service answered. */
  readonly serviceMs: number | undefined;
  readonly client: string;
  readonly userAgent: string;
  readonly trackingId: string;
  readonly host: string;
  readonly upstream: string;
}

/** The default format of Envoy's access log, with the tracking id where it has the request id. */
export function gatewayLine(line: GatewayLine): string {
  return (
    `[${isoTime(line.atMs)}] "${line.method} ${line.target} ${line.protocol}" ${line.status} ${line.flags} ` +
    `${line.receivedBytes} ${line.sentBytes} ${line.durationMs} ${line.serviceMs ?? '-'} "${line.client}" ` +
    `"${line.userAgent}" "${line.trackingId}" "${line.host}" "${line.upstream}"\n`
  );
}
