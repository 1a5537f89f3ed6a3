import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { conflict } from './rule.ts';

/** An order that is to be done once. */
const order = (status: number, message: string): Step => ({
  url: `${api}/orders`,
  method: 'POST',
  status,
  sent: { item: 2 },
  request: { 'idempotency-key': 'k-1' },
  trackingId: trackingId(4),
  body: { type: 'idempotency_error', message },
});

checkRule(conflict, import.meta.url, {
  'finds.extension-that-exists-as-a-warning': harOf([
    page,
    {
      url: `${api}/extensions`,
      method: 'POST',
      status: 409,
      trackingId: trackingId(3),
      body: { error: { key: 'conflict', message: 'Extension 4123 exists at this location.' } },
    },
  ]),
  'finds.change-of-something-that-changed-meanwhile': harOf([
    page,
    {
      url: `${api}/people/17`,
      method: 'PUT',
      status: 412,
      request: { 'if-match': '"v7"' },
      body: { message: 'The person was changed since.' },
    },
  ]),
  'finds.change-without-a-condition': harOf([
    page,
    { url: `${api}/people/17`, method: 'PUT', status: 428, body: '' },
  ]),
  'finds.key-that-came-before-with-other-content': harOf([
    page,
    order(
      409,
      'Keys for idempotent requests can only be used with the same parameters they were first used with.',
    ),
  ]),
  'finds.key-that-was-used-already-by-another-status': harOf([
    page,
    order(422, 'Idempotency-Key is already used. It must not be reused across different payloads.'),
  ]),
  'finds.key-whose-first-request-is-under-way': harOf([
    page,
    order(409, 'A request with this Idempotency-Key is in progress.'),
  ]),
  'quiet.word-of-the-method': harOf([
    page,
    { ...order(400, 'PUT is idempotent; another request field is needed.'), method: 'PUT', request: {} },
  ]),
  'quiet.order-without-a-key': harOf([
    page,
    { ...order(400, 'An Idempotency-Key is required for orders.'), request: {} },
  ]),
  'quiet.unchanged-since-it-was-read': harOf([
    page,
    { url: `${api}/people/17`, status: 304, request: { 'if-none-match': '"v7"' } },
  ]),
});
