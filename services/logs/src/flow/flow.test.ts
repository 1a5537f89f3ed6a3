import { readdirSync } from 'node:fs';
import path from 'node:path';
import { shippedPlaybooks } from '@harrier/analyze';
import { parseTrackingId } from '@harrier/tracking';
import { describe, expect, it } from 'vitest';
import type { LogRecord } from '../record/log-record.ts';
import { at, sampleRecord } from '../testing/sample-records.ts';
import { buildFlow } from './build-flow.ts';
import { findRequests } from './find-requests.ts';
import type { Flow, FlowEntry } from './flow.ts';
import { flowJson } from './flow-json.ts';
import { dumpFlow } from './testing/dump-flow.ts';
import { FLOW_FIXTURES, fixtureRecords } from './testing/fixture-records.ts';

const UUID = '7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74';
const names = readdirSync(FLOW_FIXTURES).filter((name) => name.includes('.') && !name.endsWith('.md'));
const isWrong = ({ firstFailing, missing, drifts, askedOff }: Flow) =>
  firstFailing !== undefined || missing.length + drifts.length + askedOff.length > 0;

/** The request that a fixture is about: its last change, else its last request that failed at the gateway. */
async function fixtureFlow(name: string): Promise<Flow> {
  const records = await fixtureRecords(name);
  const told = records.filter(
    ({ fields, format }) => format === 'envoy-access' && fields.method !== 'OPTIONS',
  );
  const line =
    told.findLast(({ fields }) => fields.method === 'PATCH') ??
    told.findLast(({ status = 0 }) => status >= 400)!;
  return buildFlow({ id: line.ids[0]!, records, playbooks: shippedPlaybooks });
}

function flowOf(records: readonly LogRecord[], entry?: FlowEntry): Flow {
  const id = parseTrackingId(`ATLAS_${UUID}_12`)!;
  return buildFlow({ id, records, playbooks: shippedPlaybooks, ...(entry === undefined ? {} : { entry }) });
}

describe('the lab’s scenarios', () => {
  it('are there', () => expect(names.length).toBeGreaterThanOrEqual(10));

  it.each(names)('%s', async (name) => {
    const flow = await fixtureFlow(name);
    expect(isWrong(flow)).toBe(name.startsWith('finds.'));
    await expect(dumpFlow(flow)).toMatchFileSnapshot(path.join(FLOW_FIXTURES, name, 'expected.txt'));
  });
});

describe('buildFlow', () => {
  const portal = `ATLAS_${UUID}_12`;
  const call = `CPAPI_${UUID}_12_0`;
  const received = (ms: number, more = {}) =>
    sampleRecord({
      ms,
      ids: [portal],
      direction: 'in',
      fields: { method: 'PATCH', path: '/users/1/voicemail' },
      ...more,
    });

  it('leaves out lines of other requests and sessions', () => {
    const flow = flowOf([received(0), sampleRecord({ ms: 1, ids: [`ATLAS_${UUID}_13`] })]);
    expect(flow.hops.map(({ lines }) => lines.length)).toEqual([1]);
  });

  it('says which expected services have no line, with the prefix to look for', () => {
    const { missing } = flowOf([received(0, { service: 'cpapi' })]);
    expect(missing.map(({ name, prefix, path: calls }) => [name, prefix, calls.join('.')])).toEqual([
      ['ociRouter', 'OCIROUTER', '12.0'],
      ['wxcas', '', '12.1'],
    ]);
  });

  it('does not miss calls behind a service that refused the request', () => {
    const { missing, firstFailing } = flowOf([
      received(0),
      sampleRecord({ ms: 1, ids: [portal], direction: 'out', status: 401 }),
    ]);
    expect([missing, firstFailing]).toEqual([[], 0]);
  });

  it('takes clocks as equal where nothing contradicts it', () => {
    const { clocks } = flowOf([
      received(0),
      sampleRecord({ ms: 1, ids: [portal, call], direction: 'out', peer: 'router:443' }),
      sampleRecord({ ms: 50, ids: [`OCIROUTER_${UUID}_12_0`], service: 'ocirouter' }),
      sampleRecord({ ms: 100, ids: [portal], direction: 'out', status: 200 }),
    ]);
    expect(clocks).toEqual([]);
  });

  it('finds a clock that runs an hour ahead from the call that must have lain inside', () => {
    const hour = 3_600_000;
    const { clocks, hops } = flowOf([
      received(0),
      sampleRecord({ ms: 10, ids: [portal, call], direction: 'out', peer: 'router:443' }),
      sampleRecord({ ms: 30, ids: [portal], direction: 'out', status: 200 }),
      sampleRecord({ ms: hour + 15, ids: [`OCIROUTER_${UUID}_12_0`], service: 'ocirouter' }),
      sampleRecord({ ms: hour + 25, ids: [`OCIROUTER_${UUID}_12_0`], service: 'ocirouter' }),
    ]);
    expect(clocks).toEqual([{ writer: 'ocirouter', offsetNs: 3_600_000_000_000n, errorNs: 5_000_000n }]);
    expect(hops[1]?.startNs).toBe(at(15));
  });

  it('does not call a failure what a later attempt made good', () => {
    const { firstFailing } = flowOf([
      sampleRecord({ ms: 0, ids: [portal], direction: 'out', status: 503 }),
      sampleRecord({ ms: 9, ids: [`${portal}+1`], direction: 'out', status: 200 }),
    ]);
    expect(firstFailing).toBe(undefined);
  });

  it('puts the browser first, on its clock, and compares what it sent with what arrived', () => {
    const body = (phoneNumber: string) => `{"faxMessage":{"enabled":true,"phoneNumber":"${phoneNumber}"}}`;
    const flow = flowOf([received(0, { body: `Rx PATCH /users/1/voicemail\n${body('+15550101')}` })], {
      method: 'PATCH',
      url: 'https://cpapi.example.test/users/1/voicemail',
      startEpochMs: Number(at(0) / 1_000_000n) - 5,
      timeMs: 40,
      status: 200,
      requestText: body('+15550100'),
      errorText: undefined,
    });
    expect(flow.hops.map(({ kind, caller }) => [kind, caller])).toEqual([
      ['browser', undefined],
      ['service', 0],
    ]);
    expect(flow.drifts.map(({ member, before, after }) => [member, before, after])).toEqual([
      ['/faxMessage/phoneNumber', '+15550100', '+15550101'],
    ]);
  });

  it('does not let services that quote each other’s ids call each other in a circle', () => {
    const other = `OTHER_${UUID}_12_1`;
    const flow = flowOf([
      sampleRecord({ ms: 0, ids: [call, other], direction: 'out', service: 'a' }),
      sampleRecord({ ms: 1, ids: [other, call], direction: 'out', service: 'b' }),
    ]);
    expect(flow.hops).toHaveLength(2);
  });

  it('has nothing to say where there are no lines', () => {
    const flow = flowOf([]);
    expect([flow.hops, flow.firstFailing]).toEqual([[], undefined]);
    expect(flowJson(flow)).toMatchObject({ hops: [], missing: [], firstFailing: null });
  });
});

describe('findRequests', () => {
  const records = (...ids: string[]) => ids.map((id) => sampleRecord({ ids: [id] }));

  it('counts calls to their request', () => {
    const found = findRequests(records(`ATLAS_${UUID}_1`, `CPAPI_${UUID}_1_0`, `ATLAS_${UUID}_2`));
    expect(found.map(({ id, records: own }) => [id.text, own.length])).toEqual([
      [`ATLAS_${UUID}_1`, 2],
      [`ATLAS_${UUID}_2`, 1],
    ]);
  });

  it('takes an id without a counter as the one request of its session', () => {
    const found = findRequests(records(`UserHub_${UUID}`, `CPAPI_${UUID}_0`, `CPAPI_${UUID}_1`));
    expect(found.map(({ id, records: own }) => [id.path, own.length])).toEqual([[[], 3]]);
  });
});
