import { expect, it } from 'vitest';
import { recordOf } from '../testing/record-of.ts';
import { ExtraInfoPairing } from './extra-info.ts';
import type { RequestExtraInfo, ResponseExtraInfo } from './network-events.ts';

const sent = (name: string): RequestExtraInfo => ({
  requestId: '1',
  headers: { name },
  associatedCookies: [],
});
const received = (statusCode: number): ResponseExtraInfo => ({
  requestId: '1',
  headers: {},
  statusCode,
  blockedCookies: [],
});

it('gives each hop of a redirect its own, though all came before the first answer', () => {
  const pairing = new ExtraInfoPairing();
  const [first, second] = [recordOf(), recordOf()];
  pairing.addHop(first);
  pairing.addRequest(sent('first'));
  pairing.addResponse(received(302));
  pairing.addRequest(sent('second'));
  pairing.announce(first, true);
  pairing.addHop(second);
  pairing.announce(second, true);
  pairing.addResponse(received(200));
  expect(first.requestExtra?.headers).toEqual({ name: 'first' });
  expect(first.responseExtra?.statusCode).toBe(302);
  expect(second.requestExtra?.headers).toEqual({ name: 'second' });
  expect(second.responseExtra?.statusCode).toBe(200);
});

it('leaves out a hop that has none, so that the next one gets what is its own', () => {
  const pairing = new ExtraInfoPairing();
  const [cached, asked] = [recordOf(), recordOf()];
  pairing.addHop(cached);
  pairing.announce(cached, false);
  pairing.addHop(asked);
  pairing.addRequest(sent('asked'));
  pairing.announce(asked, true);
  expect(cached.requestExtra).toBeUndefined();
  expect(asked.requestExtra?.headers).toEqual({ name: 'asked' });
});

it('gives the first hop what comes late, though the second one said meanwhile that it has none', () => {
  const pairing = new ExtraInfoPairing();
  const [redirect, cached] = [recordOf(), recordOf()];
  pairing.addHop(redirect);
  pairing.announce(redirect, true);
  pairing.addHop(cached);
  pairing.announce(cached, false);
  pairing.addRequest(sent('redirect'));
  pairing.addResponse(received(302));
  expect(redirect.requestExtra?.headers).toEqual({ name: 'redirect' });
  expect(redirect.responseExtra?.statusCode).toBe(302);
  expect(cached.requestExtra).toBeUndefined();
});

it('takes what came for the request that failed without an answer', () => {
  const pairing = new ExtraInfoPairing();
  const failed = recordOf();
  pairing.addRequest(sent('failed'));
  pairing.addHop(failed);
  expect(failed.requestExtra).toBeUndefined();
  pairing.finish(failed);
  expect(failed.requestExtra?.headers).toEqual({ name: 'failed' });
});
