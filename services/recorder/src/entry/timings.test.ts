import { expect, it } from 'vitest';
import type { NetworkResponse, ResourceTiming } from '../requests/network-events.ts';
import { recordOf } from '../testing/record-of.ts';
import { timingsOf, totalOf } from './timings.ts';

/** A new connection: 10 ms queued, then 5 stalled, 20 lookup, 40 connecting of which 25 TLS, 1 sending, 100 waiting. */
const fresh: ResourceTiming = {
  requestTime: 100.01,
  proxyStart: -1,
  proxyEnd: -1,
  dnsStart: 5,
  dnsEnd: 25,
  connectStart: 25,
  connectEnd: 65,
  sslStart: 40,
  sslEnd: 65,
  sendStart: 65,
  sendEnd: 66,
  receiveHeadersEnd: 166,
  workerStart: -1,
  workerReady: -1,
};
const response = (timing?: ResourceTiming): NetworkResponse => ({
  url: 'https://portal.example.test/api/users',
  status: 200,
  statusText: 'OK',
  headers: {},
  mimeType: 'application/json',
  connectionReused: false,
  connectionId: 7,
  encodedDataLength: 300,
  ...(timing === undefined ? {} : { timing }),
});
const near = (expected: object) =>
  Object.fromEntries(Object.entries(expected).map(([name, ms]) => [name, expect.closeTo(ms as number, 3)]));

it('cuts a new connection into its phases, and they add up to the time', () => {
  const record = recordOf();
  record.answer(response(fresh), 100.2);
  record.finish(100.226);
  const timings = timingsOf(record);
  expect(timings).toMatchObject(
    near({
      blocked: 15,
      dns: 20,
      connect: 40,
      ssl: 25,
      send: 1,
      wait: 100,
      receive: 50,
      _blocked_queueing: 10,
    }),
  );
  expect(totalOf(timings)).toBeCloseTo(226, 3);
});

it('has no lookup and no connecting on a connection that is used again', () => {
  const record = recordOf();
  const reused = {
    ...fresh,
    dnsStart: -1,
    dnsEnd: -1,
    connectStart: -1,
    connectEnd: -1,
    sslStart: -1,
    sslEnd: -1,
  };
  record.answer(response({ ...reused, sendStart: 5, sendEnd: 6, receiveHeadersEnd: 56 }), 100.2);
  record.finish(100.086);
  expect(timingsOf(record)).toMatchObject(
    near({ blocked: 15, dns: -1, connect: -1, ssl: -1, send: 1, wait: 50, receive: 20 }),
  );
});

it('counts all of a request that failed without an answer as blocked', () => {
  const record = recordOf();
  record.finish(100.3);
  expect(timingsOf(record)).toMatchObject(near({ blocked: 300, send: 0, wait: 0, receive: 0 }));
});

it('says nothing of a request that is still open', () => {
  expect(timingsOf(recordOf())).toMatchObject({ blocked: -1, dns: -1, wait: 0, receive: 0 });
});
