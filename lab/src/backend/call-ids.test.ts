import { describe, expect, it } from 'vitest';
import { callIds, sameCall } from './call-ids.ts';

const UUID = '4f21c9d2-10e4-4ca2-a932-16f4b0884a48';

describe('call ids', () => {
  it('number the calls made while serving one request, from 0', () => {
    const calls = callIds(`ATLAS_${UUID}_12`, 'CPAPI');
    expect([calls.next(), calls.next(), calls.next()]).toEqual([
      `CPAPI_${UUID}_12_0`,
      `CPAPI_${UUID}_12_1`,
      `CPAPI_${UUID}_12_2`,
    ]);
  });

  it('keep the counters when the called service writes about the same call', () => {
    expect(sameCall(`CPAPI_${UUID}_12_0`, 'OCIROUTER')).toBe(`OCIROUTER_${UUID}_12_0`);
  });

  it('begin below the session where the client does not count its requests', () => {
    expect(callIds(`UserHub_${UUID}`, 'CPAPI').next()).toBe(`CPAPI_${UUID}_0`);
  });

  it('keep how often the client sent the request', () => {
    expect(callIds(`ATLAS_${UUID}_3+1`, 'CPAPI').next()).toBe(`CPAPI_${UUID}_3_0+1`);
  });

  it('pass on what is no id as it came', () => {
    expect(callIds('null', 'CPAPI').next()).toBe('null');
  });
});
