import { describe, expect, it } from 'vitest';
import { callServerEvent } from './call-server-log.ts';
import { gatewayLine } from './gateway-log.ts';
import { javaEvent, requestDump } from './java-log.ts';
import { jsonLine } from './json-log.ts';
import { logfmtLine } from './logfmt-log.ts';
import { routerLine } from './router-log.ts';
import { syslogLine } from './syslog.ts';
import { dottedTime, isoTime, javaTime, slashedTime } from './timestamps.ts';

const atMs = Date.UTC(2026, 2, 4, 9, 5, 7, 83);
const ID = 'CPAPI_4f21c9d2-10e4-4ca2-a932-16f4b0884a48_12_0';

describe('the services’ log formats', () => {
  it('write the same moment in four ways', () => {
    expect([isoTime(atMs), javaTime(atMs), dottedTime(atMs), slashedTime(atMs)]).toEqual([
      '2026-03-04T09:05:07.083Z',
      '2026-03-04 09:05:07,083',
      '2026.03.04 09:05:07:083 UTC',
      '04/Mar/2026:09:05:07.083 +0000',
    ]);
    expect(isoTime(atMs + 1000)).toBe('2026-03-04T09:05:08.083Z');
  });

  it('show a header dump and the document behind it as one event', () => {
    const message = requestDump(
      'Send POST https://oci.example.test:443/ocip HTTP/1.1',
      [{ name: 'TrackingID', value: ID }],
      '<a/>',
    );
    expect(
      javaEvent({ atMs, level: 'INFO', thread: 'exec-1', trackingId: ID, logger: 'c.e.Oci', message }),
    ).toBe(
      `2026-03-04 09:05:07,083 INFO  [exec-1] [${ID}] c.e.Oci - Send POST https://oci.example.test:443/ocip HTTP/1.1\nTrackingID: ${ID}\n\n<a/>\n`,
    );
  });

  it('write a stack trace with its cause', () => {
    const cause = { type: 'java.io.IOException', message: 'inner', frames: ['b.C.d(C.java:2)'], more: 7 };
    const exception = { type: 'a.Outer', message: 'outer', frames: ['a.B.c(B.java:1)'], cause };
    const text = javaEvent({
      atMs,
      level: 'ERROR',
      thread: 't',
      trackingId: ID,
      logger: 'l',
      message: 'm',
      exception,
    });
    expect(text.split('\n').slice(1)).toEqual([
      'a.Outer: outer',
      '\tat a.B.c(B.java:1)',
      'Caused by: java.io.IOException: inner',
      '\tat b.C.d(C.java:2)',
      '\t... 7 common frames omitted',
      '',
    ]);
  });

  it('put the router’s id into a context that ends in a bracket', () => {
    const line = {
      atMs,
      worker: 3,
      trackingId: ID,
      direction: 'Rx',
      protocol: 'http',
      from: '10.0.0.1:80',
      to: 'oci-1',
    } as const;
    expect(routerLine({ ...line, detail: 'StatusCode=200' })).toBe(
      `04/Mar/2026:09:05:07.083 +0000 [ocir-3 ${ID}]:Rx [http] 10.0.0.1:80 -> oci-1 StatusCode=200\n`,
    );
    expect(routerLine({ ...line, detail: '', document: { peer: '10.0.0.2:90', text: '<x/>' } })).toMatch(
      /\n10\.0\.0\.2:90\n<x\/>\n$/,
    );
  });

  it('keep one event of the other services to a line', () => {
    const event = { atMs, trackingId: ID, message: 'read\n"it"' };
    const json = jsonLine({ ...event, level: 'INFO', service: 's', region: 'a', fields: { ms: 4 } });
    expect(JSON.parse(json)).toMatchObject({ '@timestamp': isoTime(atMs), trackingId: ID, ms: 4 });
    expect(json.match(/\n/g)).toHaveLength(1);
    expect(logfmtLine(atMs, { call: ID, msg: 'not here' })).toBe(
      `ts=${isoTime(atMs)} call=${ID} msg="not here"\n`,
    );
  });

  it('give a syslog line its priority, and the gateway’s a dash where no service answered', () => {
    const syslog = syslogLine({
      atMs,
      severity: 'warning',
      machine: 'm',
      application: 'a',
      messageId: 'TOKEN',
      trackingId: ID,
      message: 'no',
    });
    expect(syslog).toContain(`<132>1 ${isoTime(atMs)} m a 4711 TOKEN [call trackingId="${ID}"] no`);
    const gateway = gatewayLine({
      atMs,
      method: 'GET',
      target: '/',
      protocol: 'HTTP/2',
      status: 504,
      flags: 'UT',
      receivedBytes: 0,
      sentBytes: 24,
      durationMs: 15000,
      serviceMs: undefined,
      client: '192.0.2.7',
      userAgent: 'x',
      trackingId: ID,
      host: 'h',
      upstream: '10.0.0.1:80',
    });
    expect(gateway).toContain('"GET / HTTP/2" 504 UT 0 24 15000 - "192.0.2.7"');
    expect(callServerEvent({ atMs, level: 'Info', area: 'OCIP', thread: 2, text: 'x' })).toBe(
      '2026.03.04 09:05:07:083 UTC | Info | OCIP | OCI Processor #2\n\n\tx\n\n',
    );
  });
});
