import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callKey, keyAt, parentOf, requestKey, sessionKey } from './keys.ts';
import { parseTrackingId } from './parse.ts';

const UUID = '7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74';
const id = (text: string) => parseTrackingId(text)!;

describe('keys', () => {
  it('join what several services wrote about one call', () => {
    expect(callKey(id(`OCIROUTER_${UUID}_12_0`))).toBe(callKey(id(`CPAPI_${UUID.toUpperCase()}_12_0`)));
  });

  it('join the calls of one request and part them from the next request', () => {
    const request = requestKey(id(`ATLAS_${UUID}_12`));
    expect(requestKey(id(`CPAPI_${UUID}_12_1`))).toBe(request);
    expect(requestKey(id(`CPAPI_${UUID}_1_12`))).not.toBe(request);
    expect(requestKey(id(`ATLAS_${UUID}_13`))).not.toBe(request);
  });

  it('take an id without counters as its own request', () => {
    expect(requestKey(id(`UserHub_${UUID}`))).toBe(UUID);
  });

  it('look behind a label for the first counter', () => {
    expect(requestKey(id(`app_${UUID}_beta_3_1`))).toBe(`${UUID}_beta_3`);
  });

  it('take a replay as the same call', () => {
    expect(callKey(id(`sdk_${UUID}_7+2`))).toBe(callKey(id(`sdk_${UUID}_7`)));
  });

  it('fold the case of a token', () => {
    expect(sessionKey(id('ROUTER_1234567890ABCDEF'))).toBe('1234567890abcdef');
  });
});

describe('parentOf', () => {
  it('names the caller up to the session, which has none', () => {
    expect(parentOf(id(`CPAPI_${UUID}_12_0`))).toBe(`${UUID}_12`);
    expect(parentOf(id(`ATLAS_${UUID}_12`))).toBe(UUID);
    expect(parentOf(id(`ATLAS_${UUID}`))).toBeUndefined();
  });

  it('lies in the same session, and in the same request below its first counter (law)', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(99), { minLength: 1, maxLength: 5 }), (counters) => {
        const call = id(`A1_${UUID}_${counters.join('_')}`);
        const parent = id(`B2_${parentOf(call)}`);
        expect(keyAt('session', parent)).toBe(keyAt('session', call));
        if (counters.length > 1) expect(keyAt('request', parent)).toBe(keyAt('request', call));
        expect(keyAt('call', parent)).not.toBe(keyAt('call', call));
      }),
    );
  });
});
