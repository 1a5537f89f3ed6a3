import fc from 'fast-check';
import { expect, it } from 'vitest';
import { signWebhook, verifyWebhook } from './signed-webhook.ts';

const nowMs = Date.parse('2026-06-01T08:00:00Z');
const secret = ['webhook', 'secret'].join('-');
const body = Buffer.from('{"case":"CASE-1"}');
const verify = (signature: string | undefined, more: object = {}) =>
  verifyWebhook({ signature, body, ...more }, [secret], nowMs);

it('takes what was signed with the secret, just now', () => {
  expect(verify(signWebhook(secret, body, nowMs))).toBe('genuine');
});

it('takes the secret before while it is being changed, and a sender who signs with both', () => {
  const old = signWebhook('old', body, nowMs);
  expect(verifyWebhook({ signature: old, body }, [secret, 'old'], nowMs)).toBe('genuine');
  const both = `${old},${signWebhook(secret, body, nowMs).split(',')[1]}`;
  expect(verify(both)).toBe('genuine');
});

it.each([undefined, '', 'v1=00', 't=1', `v1=${'0'.repeat(64)}`, `t=now,v1=${'0'.repeat(64)}`])(
  'takes %j for unsigned',
  (signature) => {
    expect(verify(signature)).toBe('unsigned');
  },
);

it('finds every change of the body, the time and the secret', () => {
  const signature = signWebhook(secret, body, nowMs);
  fc.assert(
    fc.property(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const changed = Buffer.from(body);
      changed[at]! ^= flip;
      expect(verify(signature, { body: changed })).toBe('forged');
    }),
  );
  expect(verify(signature.replace(/t=\d+/, 't=1780000000'))).toBe('forged');
  expect(verifyWebhook({ signature, body }, ['another'], nowMs)).toBe('forged');
  expect(verifyWebhook({ signature, body }, [], nowMs)).toBe('forged');
});

it.each([
  [-300, 'genuine'],
  [-301, 'too-old'],
  [300, 'genuine'],
  [301, 'too-old'],
])('judges a message of %i s from now as %s', (seconds, verdict) => {
  expect(verify(signWebhook(secret, body, nowMs + seconds * 1000))).toBe(verdict);
});
