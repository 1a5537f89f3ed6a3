import { describe, expect, it } from 'vitest';
import { makeEstate } from '../estate/estate.ts';
import { openLogBook } from '../logs/log-book.ts';
import type { HopFault } from '../wire/hop-fault.ts';
import { type HopRequest, jsonResponse } from '../wire/message.ts';
import { openWire } from '../wire/wire.ts';
import { ociRouter, routerHost } from './oci-router.ts';

const ID = 'CPAPI_4f21c9d2-10e4-4ca2-a932-16f4b0884a48_12_0';
const timeMs = Date.UTC(2026, 2, 4, 9, 5, 7);

function ask(request: Partial<HopRequest>, ...faults: HopFault[]) {
  const wire = openWire({ faults });
  const book = openLogBook();
  const heard: HopRequest[] = [];
  wire.add(ociRouter('r', { estate: makeEstate(1, timeMs), wire, book, time: () => timeMs }));
  wire.add({
    machine: 'callserver-r',
    host: 'callserver-r.example.test',
    answer: async (document) => {
      heard.push(document);
      return { ...jsonResponse(200, {}), body: '<answer/>' };
    },
  });
  const whole: HopRequest = {
    method: 'POST',
    host: routerHost('r'),
    target: '/ocirouter/ocip',
    fields: [
      { name: 'X-BroadWorks-Target', value: 'id=o-1;type=enterprise' },
      { name: 'TrackingID', value: ID },
    ],
    body: '<question/>',
    peer: '10.71.1.1:80',
    ...request,
  };
  const answered = wire.send(whole, { timeoutMs: 5_000 });
  return answered.then((response) => ({ response, heard, log: book.files().get('ocirouter-r.log') ?? '' }));
}

describe('the OCI router', () => {
  it('passes the document on unread and writes four lines under its own prefix', async () => {
    const { response, heard, log } = await ask({});
    expect(response).toMatchObject({ status: 200, body: '<answer/>' });
    expect(heard).toMatchObject([{ method: 'OCIP', body: '<question/>' }]);
    const own = ID.replace('CPAPI', 'OCIROUTER');
    const heads = [...log.matchAll(/ (\S+)\]:(Rx|Tx) \[(\w+)\] /g)].map((match) => match.slice(1));
    expect(heads).toEqual([
      [own, 'Rx', 'http'],
      [own, 'Tx', 'ocip'],
      [own, 'Rx', 'ocip'],
      [own, 'Tx', 'http'],
    ]);
  });

  it('logs each document behind the address of its peer', async () => {
    const { log, heard } = await ask({});
    expect(log).toContain(`\n${heard[0]!.peer}\n<question/>\n`);
    expect(log).toMatch(/\n10\.71\.[\d.]+:2208\n<answer\/>\n/);
  });

  it('refuses a document without a target, and other paths', async () => {
    expect((await ask({ fields: [] })).response.status).toBe(400);
    expect((await ask({ target: '/ocirouter/status' })).response.status).toBe(404);
  });
});
