import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

/** Timers of a session, in ms after {@link START_MS}; undefined = never. */
export type Timers = Readonly<Record<string, number | undefined>>;

export const START_MS = Date.UTC(2026, 0, 15, 9, 30, 0);
const NEVER = '0001-01-01T00:00:00';

/** One session as a test describes it. Texts are written as UTF-8. */
export interface SessionSpec {
  readonly request?: string | Uint8Array;
  readonly response?: string | Uint8Array;
  /** false: no `_m.xml`; a text: that text instead. */
  readonly meta?: false | string;
  readonly timers?: Timers;
  readonly durations?: Readonly<Record<string, number>>;
  readonly flags?: Readonly<Record<string, string>>;
  readonly pipe?: string;
  readonly bitFlags?: string;
  readonly webSocket?: Uint8Array;
  readonly grpc?: Uint8Array;
}

export interface ArchiveSpec {
  readonly password?: string;
  /** 1–3: AES of that strength; 0: ZipCrypto. */
  readonly strength?: 0 | 1 | 2 | 3;
  /** Makes a member's name of `raw/1_c.txt`. */
  readonly rename?: (name: string) => string;
  readonly comment?: string;
}

const encoder = new TextEncoder();

/** A usual exchange: 1 ms to send, 40 ms to wait, 5 ms to receive. */
export const USUAL_TIMERS: Timers = {
  ClientConnected: -1000,
  ClientBeginRequest: 0,
  GotRequestHeaders: 0,
  ClientDoneRequest: 0,
  ServerConnected: -900,
  FiddlerBeginRequest: 0.5,
  ServerGotRequest: 1.5,
  ServerBeginResponse: 41.5,
  GotResponseHeaders: 41.5,
  ServerDoneResponse: 46.5,
  ClientBeginResponse: 46.5,
  ClientDoneResponse: 47,
};

/** Writes a Fiddler archive of the sessions, by their numbers. */
export async function fiddlerArchive(
  sessions: Readonly<Record<number, SessionSpec>>,
  options: ArchiveSpec = {},
): Promise<Uint8Array> {
  const members: [string, Uint8Array][] = [['[Content_Types].xml', encoder.encode('<Types/>')]];
  for (const [id, spec] of Object.entries(sessions)) {
    const add = (ending: string, content: string | Uint8Array | undefined) => {
      if (content !== undefined) {
        members.push([
          `raw/${id}_${ending}`,
          typeof content === 'string' ? encoder.encode(content) : content,
        ]);
      }
    };
    add('c.txt', spec.request ?? 'GET http://example.com/ HTTP/1.1\r\nHost: example.com\r\n\r\n');
    add('s.txt', spec.response);
    if (spec.meta !== false) add('m.xml', spec.meta ?? metaXml(Number(id), spec));
    add('w.txt', spec.webSocket);
    add('g.txt', spec.grpc);
  }
  return await zipOf(members, options);
}

/** Writes a zip of the members, in their order. */
export async function zipOf(
  members: readonly (readonly [name: string, content: Uint8Array])[],
  options: ArchiveSpec = {},
): Promise<Uint8Array> {
  const { password, strength, rename = (name) => name } = options;
  const writer = new ZipWriter(new Uint8ArrayWriter(), {
    useWebWorkers: false,
    ...(password === undefined ? {} : { password }),
    ...(strength === 0
      ? { zipCrypto: true }
      : strength === undefined
        ? {}
        : { encryptionStrength: strength }),
  });
  for (const [name, content] of members) await writer.add(rename(name), new Uint8ArrayReader(content));
  const comment = options.comment ?? 'Fiddler (v5.0.20204.45441) Session Archive. See https://fiddler2.com';
  return await writer.close(encoder.encode(comment));
}

function metaXml(id: number, spec: SessionSpec): string {
  const times = Object.entries(spec.timers ?? USUAL_TIMERS).map(
    ([name, at]) => `${name}="${at === undefined ? NEVER : fiddlerTime(at)}"`,
  );
  const durations = Object.entries({
    GatewayTime: 0,
    DNSTime: 0,
    TCPConnectTime: 0,
    HTTPSHandshakeTime: 0,
    ...spec.durations,
  });
  const flags = Object.entries(spec.flags ?? {}).map(
    ([name, value]) =>
      `<SessionFlag N="${name}" V="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" />`,
  );
  return `\ufeff<?xml version="1.0" encoding="utf-8"?>
<Session SID="${id}" BitFlags="${spec.bitFlags ?? '0'}">
  <SessionTimers ${times.join(' ')} ${durations.map(([name, ms]) => `${name}="${ms}"`).join(' ')} />
  <PipeInfo ${spec.pipe ?? ''} />
  <SessionFlags>${flags.join('')}</SessionFlags>
</Session>`;
}

/** Seven digits and a zone, as .NET writes. */
export function fiddlerTime(afterStartMs: number): string {
  const ticks = Math.round(afterStartMs * 10_000);
  const wholeMs = START_MS + 9 * 3_600_000 + Math.floor(ticks / 10_000);
  const rest = ((ticks % 10_000) + 10_000) % 10_000;
  return `${new Date(wholeMs).toISOString().slice(0, -1)}${String(rest).padStart(4, '0')}+09:00`;
}
