import { describe, expect, it } from 'vitest';
import { entriesOf, OK } from '../testing/converted.ts';
import { type SessionSpec, USUAL_TIMERS } from '../testing/fiddler-archive.ts';

describe('times', () => {
  const timingsOf = async (spec: SessionSpec) => (await entriesOf({ 1: { response: OK, ...spec } })).entry;

  it('of a new connection', async () => {
    const entry = await timingsOf({
      timers: {
        ...USUAL_TIMERS,
        ServerConnected: 100,
        FiddlerBeginRequest: 100,
        ServerGotRequest: 101,
        ServerBeginResponse: 141,
        ServerDoneResponse: 150,
        ClientDoneResponse: 151,
      },
      durations: { GatewayTime: 5, DNSTime: 20, TCPConnectTime: 30, HTTPSHandshakeTime: 40 },
    });
    expect(entry.timings).toEqual({
      blocked: 10,
      dns: 20,
      connect: 70,
      ssl: 40,
      send: 1,
      wait: 40,
      receive: 9,
    });
    expect(entry.time).toBe(151);
  });

  it('of a reused connection have no setting up: 0 means "not done"', async () => {
    const entry = await timingsOf({ pipe: 'CltReuse="true" Reused="true"' });
    expect(entry.timings).toEqual({
      blocked: 0.5,
      dns: -1,
      connect: -1,
      ssl: -1,
      send: 1,
      wait: 40,
      receive: 5,
    });
    expect(entry.time).toBe(47);
  });

  it('of an early response do not become negative', async () => {
    const { entry, notes } = await entriesOf({
      1: { response: OK, timers: { ...USUAL_TIMERS, ServerBeginResponse: 1 } },
    });
    expect(entry.timings).toMatchObject({ wait: 0, receive: 45 });
    expect(notes).toContain('saz/early-response');
  });

  it('of a request that was never answered are waiting', async () => {
    const entry = await timingsOf({
      timers: {
        ...USUAL_TIMERS,
        ServerBeginResponse: undefined,
        ServerDoneResponse: undefined,
        ClientDoneResponse: 30_001.5,
      },
    });
    expect(entry.timings).toMatchObject({ wait: 30_000, receive: 0 });
  });

  it('of nothing but a start are zero, and never infinite or negative', async () => {
    const entry = await timingsOf({
      timers: { ClientBeginRequest: 0, ClientDoneResponse: undefined, FiddlerBeginRequest: undefined },
      durations: { DNSTime: -5 },
    });
    expect(entry).toMatchObject({
      time: 0,
      timings: { blocked: 0, dns: -1, connect: -1, ssl: -1, send: 0, wait: 0, receive: 0 },
    });
  });

  it('of a tunnel that took longer to set up than it lasted add up', async () => {
    const { entry, notes } = await entriesOf({
      1: {
        request: 'CONNECT example.com:443 HTTP/1.1\r\n\r\n',
        response: 'HTTP/1.1 200 Connection Established\r\n\r\n',
        timers: {
          ...USUAL_TIMERS,
          ServerBeginResponse: undefined,
          ServerDoneResponse: undefined,
          ServerGotRequest: 0.5,
          ServerConnected: 0.5,
          ClientDoneResponse: 0.5,
        },
        durations: { TCPConnectTime: 30, HTTPSHandshakeTime: 60 },
      },
    });
    expect(entry).toMatchObject({ time: 90, _saz: { measuredTotalMs: 0.5 } });
    expect(notes).toContain('saz/setup-beyond-total');
  });
});
