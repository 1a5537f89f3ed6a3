import { expect, it } from 'vitest';
import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { vendorRefused } from './rule.ts';
import { vendorWords } from './vendor-words.ts';

const change = {
  url: `${api}/users/17/features/callrecording`,
  method: 'PATCH',
  status: 502,
  trackingId: trackingId(6),
  sent: { enabled: true },
} satisfies Step;
const said = (description: string) => ({
  error: { key: '502001', message: [{ code: '502001', description }] },
});
const refusal = said('400: Invalid product: Creating a point failed in Parrotbox.');

checkRule(vendorRefused, import.meta.url, {
  'finds.recording-provider-that-refused': harOf([page, { ...change, body: refusal }]),
  'finds.refusal-that-a-later-attempt-healed-as-a-warning': harOf([
    page,
    { ...change, body: refusal },
    { ...change, status: 200, body: { enabled: true } },
  ]),
  'finds.provider-that-the-gateway-passes-on': harOf([
    page,
    {
      ...change,
      body: {
        error: 'Bad Gateway',
        upstream: { vendor: 'Parrotbox', status: 403, message: 'Account closed' },
      },
    },
  ]),
  'quiet.service-of-the-same-house-that-the-gateway-passes-on': harOf([
    page,
    {
      ...change,
      body: {
        error: 'Bad Gateway',
        upstream: { service: 'northline-orders', status: 403, body: '{"error":"Suspended"}' },
      },
    },
  ]),
  'quiet.gateway-that-names-nobody': harOf([page, { ...change, body: said('400: Invalid product') }]),
  'quiet.provider-that-is-broken-itself': harOf([
    page,
    { ...change, body: said('503: Creating a point failed in Parrotbox.') },
  ]),
  'quiet.provider-that-did-not-answer': harOf([
    page,
    { ...change, status: 504, body: { message: 'Request to Parrotbox timed out.' } },
  ]),
  'quiet.refusal-of-the-service-itself': harOf([
    page,
    { ...change, status: 400, body: { message: 'Invalid product' } },
  ]),
});

it.each([
  [
    '400: Invalid product: Creating a point failed in Parrotbox.',
    'Invalid product',
    'Creating a point failed in Parrotbox.',
  ],
  ['Creating a point failed in Parrotbox.', 'Creating a point failed in Parrotbox.', undefined],
  ['403: Parrotbox refused: account closed', 'account closed', 'Parrotbox refused'],
])('takes %j apart', (text, vendorText, ownText) => {
  expect(vendorWords(text, 'Parrotbox')).toEqual({
    vendorText,
    ...(ownText === undefined ? {} : { ownText }),
  });
});
