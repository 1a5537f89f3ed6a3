import type { InflationGuard } from '../limits.ts';
import { requestCookies, responseCookies } from './cookies.ts';
import { fieldValue, type HttpMessage, listValue, parseHttpMessage } from './http-message.ts';
import { type MessageBody, messageBody } from './message-body.ts';
import { parseRequestLine, queryString, requestUrl } from './request-url.ts';
import { sazFields } from './session-flags.ts';
import type { SessionMeta } from './session-meta.ts';
import { type SessionTimings, sessionTimings } from './session-timings.ts';
import { type Tunnels, tlsReport } from './tunnels.ts';
import { readWebSocketFrames } from './web-socket.ts';
import { BodyText } from './write-json.ts';

/** What the archive holds of one session. */
export interface SessionBytes {
  readonly id: number;
  readonly request: Uint8Array;
  readonly response: Uint8Array;
  readonly webSocket: Uint8Array | undefined;
  readonly grpcBytes: number | undefined;
  readonly meta: SessionMeta;
}

/** What the sessions of one archive share while they are converted, in order. */
export interface ConversionState {
  readonly tunnels: Tunnels;
  readonly guard: InflationGuard;
  /** Of the session before; a session without times is placed beside it. */
  lastStarted: string;
  /** Takes what was odd about the entry that is being made. `where`: pointer within the entry. */
  odd(code: string, where: string, found: string, assumed: string): void;
}

/** An entry of HAR 1.2; bodies stand in it as `BodyText`. */
export type EntryJson = Readonly<Record<string, unknown>>;

/** Makes a HAR entry of one session. */
export function sessionEntry(session: SessionBytes, index: number, state: ConversionState): EntryJson {
  const { meta } = session;
  const clientPort = meta.flags.get('x-clientport');
  const hostIP = meta.flags.get('x-hostip');
  const times = sessionTimings(meta);
  const request = parseHttpMessage(session.request);
  const line = parseRequestLine(request.startLine);
  const isConnect = line.method === 'CONNECT';
  const isSecure = (meta.bitFlags & 1) !== 0 || state.tunnels.isSecure(clientPort);
  const url = requestUrl(line, request.fields, isSecure, hostIP);
  const response = finalResponse(parseHttpMessage(session.response));
  const status = parseStatusLine(response.startLine);
  const isTunnel = isConnect && status.status >= 200 && status.status < 300;

  noteTimes(times, session, state);
  if (isConnect) state.tunnels.open(clientPort, index, times, url.startsWith('https:'));
  const setup = isConnect ? undefined : state.tunnels.takeSetup(clientPort);
  if (setup !== undefined) {
    state.odd(
      'tls-on-connect',
      '/timings',
      'TCP and TLS measured on the CONNECT session',
      '_tunnel names its times',
    );
  }

  const saz = sazFields(session.id, meta);
  const comment = meta.flags.get('ui-comments');
  const started = times.startedDateTime ?? state.lastStarted;
  state.lastStarted = started;
  return {
    startedDateTime: started,
    time: times.timeMs,
    request: requestJson(request, line, url, isTunnel, state),
    response: responseJson(response, status, session, line.method, isTunnel, state),
    cache: {},
    timings: times.timings,
    ...(isAddress(hostIP) ? { serverIPAddress: hostIP } : {}),
    ...(clientPort === undefined ? {} : { connection: clientPort }),
    ...(comment === undefined ? {} : { comment }),
    ...(isConnect ? { _connect: true } : {}),
    ...(isTunnel ? tlsJson(request, response) : {}),
    ...(setup === undefined ? {} : { _tunnel: setup }),
    ...webSocketJson(session, response, status.status, state),
    _saz: {
      ...saz,
      ...(times.measuredTotalMs === undefined ? {} : { measuredTotalMs: times.measuredTotalMs }),
      ...(session.grpcBytes === undefined ? {} : { grpcBytes: session.grpcBytes }),
    },
  };
}

function requestJson(
  message: HttpMessage,
  line: { readonly method: string; readonly httpVersion: string },
  url: string,
  isTunnel: boolean,
  state: ConversionState,
): EntryJson {
  const body = isTunnel ? undefined : takeBody(message, 'request/postData', state);
  return {
    method: line.method,
    url,
    httpVersion: line.httpVersion,
    cookies: requestCookies(message.fields),
    headers: message.fields,
    queryString: queryString(url),
    ...(body === undefined || body.bytes.length === 0
      ? {}
      : {
          postData: {
            mimeType: fieldValue(message.fields, 'content-type') ?? '',
            params: [],
            text: new BodyText(body.bytes, body.charset),
            // HAR 1.2 knows no encoding here; HAR 1.3 and its readers do.
            ...(body.charset === undefined ? { encoding: 'base64' } : {}),
          },
        }),
    headersSize: message.headBytes,
    bodySize: isTunnel ? 0 : message.body.length,
  };
}

interface StatusLine {
  readonly status: number;
  readonly statusText: string;
  readonly httpVersion: string;
}

function responseJson(
  message: HttpMessage,
  line: StatusLine,
  session: SessionBytes,
  method: string,
  isTunnel: boolean,
  state: ConversionState,
): EntryJson {
  const hasNoBody = isTunnel || line.status === 0;
  const body = hasNoBody ? undefined : takeBody(message, 'response/content', state);
  const size = body?.bytes.length ?? 0;
  if (size > 0 && (method === 'HEAD' || isBodiless(line.status))) {
    state.odd('unexpected-body', '/response/content', 'a body where HTTP allows none', 'the body as it is');
  }
  const wireBytes = hasNoBody ? 0 : wireBodyBytes(session.meta, message.body.length);
  return {
    ...line,
    cookies: responseCookies(message.fields),
    headers: message.fields,
    content: {
      size,
      ...(size > 0 && size !== wireBytes ? { compression: size - wireBytes } : {}),
      mimeType: isTunnel ? '' : (fieldValue(message.fields, 'content-type') ?? ''),
      ...(body === undefined || size === 0 ? {} : { text: new BodyText(body.bytes, body.charset) }),
      ...(body !== undefined && size > 0 && body.charset === undefined ? { encoding: 'base64' } : {}),
    },
    redirectURL: fieldValue(message.fields, 'location') ?? '',
    headersSize: session.response.length === 0 ? -1 : message.headBytes,
    bodySize: session.response.length === 0 ? -1 : wireBytes,
    ...(line.status === 0 ? { _error: failureOf(session, message) } : {}),
  };
}

/** Why there is no status; Fiddler knows when the exchange was broken off. */
function failureOf(session: SessionBytes, message: HttpMessage): string {
  const aborted = session.meta.flags.get('x-aborted-when');
  const failed = session.meta.flags.get('x-failsession-when');
  const what =
    session.response.length === 0 || message.startLine === ''
      ? 'No response was recorded'
      : 'The response has no status line';
  if (aborted !== undefined) return `${what} (aborted when ${aborted})`;
  return failed === undefined ? what : `${what} (failed when ${failed})`;
}

/** Interim responses (100, 103) may stand before the final one. RFC 9110 §15.2. */
function finalResponse(message: HttpMessage): HttpMessage {
  const { status } = parseStatusLine(message.startLine);
  const isInterim = status >= 100 && status < 200 && status !== 101;
  if (!isInterim || !startsWithHttp(message.body)) return message;
  const next = finalResponse(parseHttpMessage(message.body));
  return { ...next, headBytes: message.headBytes + next.headBytes };
}

function startsWithHttp(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 5)) === 'HTTP/';
}

function parseStatusLine(line: string): StatusLine {
  const match = /^(HTTP\/[\d.]+)\s+(\d{3})(?:\s+(.*))?$/i.exec(line.trim());
  return {
    status: Number(match?.[2] ?? 0),
    statusText: match?.[3] ?? '',
    httpVersion: match?.[1] ?? '',
  };
}

function isBodiless(status: number): boolean {
  return (status >= 100 && status < 200) || status === 204 || status === 304;
}

/** Fiddler counts what came over the wire; the saved body may have been decoded since. */
function wireBodyBytes(meta: SessionMeta, savedBytes: number): number {
  const counted = meta.flags.get('x-responsebodytransferlength')?.replaceAll(/[,.\s]/g, '');
  return counted !== undefined && /^\d{1,12}$/.test(counted) && counted !== '0'
    ? Number(counted)
    : savedBytes;
}

function takeBody(message: HttpMessage, where: string, state: ConversionState): MessageBody {
  const body = messageBody(message, state.guard);
  for (const [code, found, assumed] of body.oddities) state.odd(code, `/${where}`, found, assumed);
  return body;
}

function tlsJson(request: HttpMessage, response: HttpMessage): EntryJson {
  const client = tlsReport(request.body);
  const server = tlsReport(response.body);
  if (client === undefined && server === undefined) return {};
  return {
    _tls: { ...(client === undefined ? {} : { client }), ...(server === undefined ? {} : { server }) },
  };
}

function webSocketJson(
  session: SessionBytes,
  response: HttpMessage,
  status: number,
  state: ConversionState,
): EntryJson {
  if (session.webSocket === undefined) return status === 101 ? { _resourceType: 'websocket' } : {};
  const extensions = listValue(response.fields, 'sec-websocket-extensions');
  const { messages, trouble } = readWebSocketFrames(session.webSocket, extensions, state.guard);
  if (trouble !== undefined) {
    state.odd('frames-damaged', '/_webSocketMessages', `frames that are ${trouble}`, 'the frames before');
  }
  return { _resourceType: 'websocket', _webSocketMessages: messages };
}

function noteTimes(times: SessionTimings, session: SessionBytes, state: ConversionState): void {
  if (times.startedDateTime === undefined) {
    state.odd(
      'no-start',
      '/startedDateTime',
      'no time at which the session began',
      'the time of the session before',
    );
  }
  if (times.isEarlyResponse) {
    state.odd('early-response', '/timings', 'a response that began before the request was sent', 'wait 0');
  }
  if (times.measuredTotalMs !== undefined) {
    state.odd(
      'setup-beyond-total',
      '/time',
      'setting up took longer than the whole session',
      'the sum of the phases',
    );
  }
  if (session.grpcBytes !== undefined) {
    state.odd('grpc-messages', '', 'gRPC messages beside the bodies', 'the bodies alone');
  }
}

function isAddress(written: string | undefined): boolean {
  return written !== undefined && /^[\da-f.:[\]%]+$/i.test(written);
}
