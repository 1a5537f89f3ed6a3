import { expect, it } from 'vitest';
import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { lostValues } from './lost-values.ts';
import { valueLost } from './rule.ts';

const url = `${api}/users/17/voicemail`;
const state = (enabled: boolean, phoneNumber: string | null, maxRings = 3) => ({
  sendUnansweredCalls: { enabled: true, maxRings },
  faxMessage: { enabled, phoneNumber, extension: null },
});
const old = state(false, null);
const read = (body: unknown, atMs?: number): Step => ({ url, body, ...(atMs === undefined ? {} : { atMs }) });
const write = (sent: unknown): Step => ({
  url,
  method: 'PATCH',
  trackingId: trackingId(8),
  sent,
  body: { results: [{ command: 'Modify', status: 'OK' }] },
});
const wanted = state(true, '+15550177');

checkRule(valueLost, import.meta.url, {
  'finds.number-that-was-lost-while-the-switch-was-kept': harOf([
    page,
    read(old),
    write(wanted),
    read(state(true, null)),
  ]),
  'finds.change-that-is-not-there-at-once-as-a-warning': harOf([page, read(old), write(wanted), read(old)]),
  'finds.change-that-is-still-not-there-later': harOf([page, read(old), write(wanted), read(old, 9000)]),
  'quiet.change-that-is-there': harOf([page, read(old), write(wanted), read(wanted)]),
  'quiet.slow-store-that-shows-the-change-in-the-end': harOf([
    page,
    read(old),
    write(wanted),
    read(old),
    read(wanted),
  ]),
  'quiet.values-written-in-another-way': harOf([
    page,
    read(old),
    write({ ...state(true, '+1 (555) 0177'), password: 'a', lastModified: 1 }),
    read({ ...state(true, '+15550177'), password: '********', lastModified: 2 }),
  ]),
  'quiet.value-that-was-changed-again-afterwards': harOf([
    page,
    read(old),
    write(wanted),
    write(state(true, '+15550188')),
    read(state(true, '+15550188')),
  ]),
  'quiet.change-that-nobody-read-again': harOf([page, read(old), write(wanted)]),
});

it('compares what the change was to change, and counts what arrived', () => {
  const { lost, kept } = lostValues(state(true, '+15550177', 5), old, state(true, null, 5));
  expect(lost).toEqual([{ pointer: '/faxMessage/phoneNumber', sent: '+15550177', found: null }]);
  expect(kept).toBe(2);
});
