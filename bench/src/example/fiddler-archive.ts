import { strToU8, type Zippable, zipSync } from 'fflate';
import type { ChromeEntry, ChromeHar, NameValue } from '../chrome/chrome-har.ts';

/**
 * The same recording as Fiddler would have saved it: every exchange as it went over the wire, each host's
 * tunnel as a session of its own, times as SessionTimers. What the browser took from its cache never
 * passed the proxy. Spec: docs.telerik.com, "SAZ file format".
 */
export function fiddlerArchive(har: ChromeHar): Uint8Array {
  const sessions = har.log.entries.filter(({ _fromCache }) => _fromCache === undefined).flatMap(withTunnel());
  const digits = String(sessions.length).length;
  const files: Zippable = {
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0" encoding="utf-8" ?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
        '<Default Extension="htm" ContentType="text/html" /><Default Extension="xml" ContentType="application/xml" />' +
        '<Default Extension="txt" ContentType="text/plain" /></Types>',
    ),
  };
  for (const [position, session] of sessions.entries()) {
    const number = String(position + 1).padStart(digits, '0');
    files[`raw/${number}_c.txt`] = session.request;
    files[`raw/${number}_s.txt`] = session.response;
    files[`raw/${number}_m.xml`] = strToU8(`\uFEFF${metadata(position + 1, session)}`);
  }
  // ZIP has local times without a zone: a date in local parts is the same bytes everywhere.
  return zipSync(files, { level: 9, mtime: new Date(2025, 8, 17, 10, 46, 0) });
}

interface FiddlerSession {
  readonly request: Uint8Array;
  readonly response: Uint8Array;
  readonly flags: string;
  readonly timers: Timers;
  readonly isReused: boolean;
  readonly clientPort: number;
  readonly serverAddress: string;
}

interface Timers {
  readonly startEpochMs: number;
  readonly dnsMs: number;
  readonly tcpMs: number;
  readonly tlsMs: number;
  readonly sentMs: number;
  readonly firstByteMs: number;
  readonly doneMs: number;
}

/** Fiddler's bits: HTTPS, client pipe reused, server pipe reused; decrypting tunnel. */
const decryptedHttps = '19';
const decryptingTunnel = '2100';

/** Puts a CONNECT session before the first exchange with each host. */
function withTunnel(): (entry: ChromeEntry) => FiddlerSession[] {
  const clientPorts = new Map<string, number>();
  return (entry) => {
    const { host } = new URL(entry.request.url);
    const isFirst = !clientPorts.has(host);
    const clientPort = clientPorts.get(host) ?? 52_410 + clientPorts.size;
    clientPorts.set(host, clientPort);
    const session = exchangeSession(entry, clientPort);
    return isFirst ? [tunnelSession(entry, host, clientPort), session] : [session];
  };
}

function tunnelSession(entry: ChromeEntry, host: string, clientPort: number): FiddlerSession {
  const dnsMs = Math.round(Math.max(0, entry.timings.dns));
  const tlsMs = Math.round(Math.max(0, entry.timings.ssl));
  const tcpMs = Math.max(0, Math.round(Math.max(0, entry.timings.connect)) - tlsMs);
  return {
    request: message([`CONNECT ${host}:443 HTTP/1.1`], [{ name: 'Host', value: `${host}:443` }]),
    response: message(
      ['HTTP/1.1 200 Connection Established'],
      [
        { name: 'FiddlerGateway', value: 'Direct' },
        { name: 'Connection', value: 'close' },
      ],
    ),
    flags: decryptingTunnel,
    timers: {
      startEpochMs: Date.parse(entry.startedDateTime) - 2,
      dnsMs,
      tcpMs,
      tlsMs,
      sentMs: dnsMs + tcpMs,
      firstByteMs: dnsMs + tcpMs,
      doneMs: dnsMs + tcpMs,
    },
    isReused: false,
    clientPort,
    serverAddress: entry.serverIPAddress,
  };
}

function exchangeSession(
  { request, response, timings, ...entry }: ChromeEntry,
  clientPort: number,
): FiddlerSession {
  // The browser sends its request once the tunnel stands; what that took is in the tunnel's session.
  const setUpMs = Math.max(0, timings.dns) + Math.max(0, timings.connect);
  const sentMs = timings.blocked + timings.send;
  const body =
    response.content.encoding === 'base64'
      ? Buffer.from(response.content.text ?? '', 'base64')
      : Buffer.from(response.content.text ?? '');
  const reason = reasons[response.status] ?? 'OK';
  return {
    request: message(
      [`${request.method} ${request.url} HTTP/1.1`],
      [{ name: 'Host', value: new URL(request.url).host }, ...plain(request.headers)],
      Buffer.from(request.postData?.text ?? ''),
    ),
    response: message(
      [`HTTP/1.1 ${response.status} ${reason}`],
      [...plain(response.headers), { name: 'content-length', value: String(body.length) }],
      body,
    ),
    flags: decryptedHttps,
    timers: {
      startEpochMs: Date.parse(entry.startedDateTime) + setUpMs,
      dnsMs: 0,
      tcpMs: 0,
      tlsMs: 0,
      sentMs,
      firstByteMs: sentMs + timings.wait,
      doneMs: sentMs + timings.wait + timings.receive,
    },
    isReused: true,
    clientPort,
    serverAddress: entry.serverIPAddress,
  };
}

const reasons: Readonly<Record<number, string>> = { 200: 'OK', 204: 'No Content', 502: 'Bad Gateway' };

/** HTTP/1.1 has no pseudo-header fields, and these bodies are written as they are. */
function plain(fields: readonly NameValue[]): NameValue[] {
  return fields.filter(({ name }) => !name.startsWith(':') && name !== 'content-encoding');
}

function message(
  startLine: readonly [string],
  fields: readonly NameValue[],
  body: Uint8Array = new Uint8Array(),
): Uint8Array {
  const head = [...startLine, ...fields.map(({ name, value }) => `${name}: ${value}`), '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(head), body]);
}

function metadata(number: number, session: FiddlerSession): string {
  const { timers, clientPort } = session;
  const at = (ms: number) => ticks(timers.startEpochMs + ms);
  const flags: readonly [string, string][] = [
    ['x-clientip', '127.0.0.1'],
    ['x-clientport', String(clientPort)],
    ['x-egressport', String(clientPort + 1)],
    ['x-hostip', session.serverAddress],
    ['x-processinfo', 'chrome:7316'],
  ];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<Session SID="${number}" BitFlags="${session.flags}">`,
    `  <SessionTimers ClientConnected="${at(-1)}" ClientBeginRequest="${at(0)}" GotRequestHeaders="${at(0)}" ` +
      `ClientDoneRequest="${at(0)}" GatewayTime="0" DNSTime="${timers.dnsMs}" TCPConnectTime="${timers.tcpMs}" ` +
      `HTTPSHandshakeTime="${timers.tlsMs}" ServerConnected="${at(timers.dnsMs + timers.tcpMs)}" ` +
      `FiddlerBeginRequest="${at(timers.sentMs)}" ServerGotRequest="${at(timers.sentMs)}" ` +
      `ServerBeginResponse="${at(timers.firstByteMs)}" GotResponseHeaders="${at(timers.firstByteMs)}" ` +
      `ServerDoneResponse="${at(timers.doneMs)}" ClientBeginResponse="${at(timers.firstByteMs)}" ` +
      `ClientDoneResponse="${at(timers.doneMs)}" />`,
    `  <PipeInfo${session.isReused ? ' CltReuse="True" Reused="True"' : ''} />`,
    '  <SessionFlags>',
    ...flags.map(([name, value]) => `    <SessionFlag N="${name}" V="${value}" />`),
    '  </SessionFlags>',
    '</Session>',
    '',
  ].join('\r\n');
}

/** Seven digits of a second, as .NET writes them, in the administrator's zone. */
function ticks(epochMs: number): string {
  const local = new Date(Math.floor(epochMs) + 3_600_000).toISOString().slice(0, -1);
  const below = Math.round((epochMs - Math.floor(epochMs)) * 10_000);
  return `${local}${String(Math.min(9999, below)).padStart(4, '0')}+01:00`;
}
