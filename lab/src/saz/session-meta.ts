import type { HarEntry } from '../recorder/har.ts';

/** A session's `_m.xml`: Fiddler's timers out of HAR's phases. Setting up a connection is measured in whole ms. */
export function sessionMeta(number: number, entry: HarEntry): string {
  const phase = (name: string) => Math.max(0, entry.timings[name] ?? 0);
  // A proxy hears of a request when the browser has a connection for it, not when a page asks.
  const startMs = Date.parse(entry.startedDateTime) + phase('blocked');
  const tls = Math.round(phase('ssl'));
  const tcp = Math.round(Math.max(0, phase('connect') - phase('ssl')));
  const dns = Math.round(phase('dns'));
  const isNew = (entry.timings.connect ?? -1) >= 0;
  const forwarded = startMs + phase('dns') + phase('connect');
  const sent = forwarded + phase('send');
  const answered = sent + phase('wait');
  const done = answered + phase('receive');
  const timers: readonly (readonly [string, number])[] = [
    ['ClientConnected', startMs],
    ['ClientBeginRequest', startMs],
    ['GotRequestHeaders', startMs],
    ['ClientDoneRequest', startMs],
    ['ServerConnected', isNew ? forwarded : startMs - 1000],
    ['FiddlerBeginRequest', forwarded],
    ['ServerGotRequest', sent],
    ['ServerBeginResponse', answered],
    ['GotResponseHeaders', answered],
    ['ServerDoneResponse', done],
    ['ClientBeginResponse', done],
    ['ClientDoneResponse', done],
  ];
  const written = timers.map(([name, at]) => `${name}="${dotNetTime(at)}"`).join(' ');
  const port = 50_000 + (Number(entry._connectionId ?? 0) % 10_000);
  const flags: readonly (readonly [string, string])[] = [
    ['x-clientip', '127.0.0.1'],
    ['x-clientport', String(port)],
    ['x-hostip', '127.0.0.1'],
    ['x-processinfo', 'chrome:4242'],
    ...(hungUp(entry) ? [['x-aborted-when', 'ReadingResponse'] as const] : []),
  ];
  return `\ufeff<?xml version="1.0" encoding="utf-8"?>
<Session SID="${number}" BitFlags="${entry.request.url.startsWith('https:') ? '1' : '0'}">
  <SessionTimers ${written} GatewayTime="0" DNSTime="${dns}" TCPConnectTime="${tcp}" HTTPSHandshakeTime="${tls}" />
  <PipeInfo ${isNew ? '' : 'Reused="true" '}/>
  <SessionFlags>
${flags.map(([name, value]) => `    <SessionFlag N="${name}" V="${value}" />`).join('\n')}
  </SessionFlags>
</Session>`;
}

function hungUp({ response }: HarEntry): boolean {
  return response.status === 0 && (response._error ?? '').includes('ERR_ABORTED');
}

/** Ticks of 100 ns and a zone, as .NET writes. */
function dotNetTime(atMs: number): string {
  const wholeMs = Math.floor(atMs);
  const ticks = Math.round((atMs - wholeMs) * 10_000);
  return `${new Date(wholeMs).toISOString().slice(0, -1)}${String(Math.min(ticks, 9999)).padStart(4, '0')}+00:00`;
}
