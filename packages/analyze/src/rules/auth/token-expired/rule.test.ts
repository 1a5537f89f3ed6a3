import { beginsAt, date, refused, refusedWith, signedIn, token, works } from '../../../testing/auth-steps.ts';
import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { page, portal } from '../../../testing/names.ts';
import { tokenExpired } from './rule.ts';

const expired = { exp: beginsAt - 1380 };

/** A page that answers an assertion which is good until then, in seconds from the beginning. */
const asserted = (endS: number, status = 403) => ({
  url: `${portal}/saml/acs`,
  method: 'POST',
  type: 'document',
  status,
  mimeType: 'text/html',
  sent: `SAMLResponse=${encodeURIComponent(
    btoa(
      `<samlp:Response><saml:Assertion><saml:Conditions NotBefore="2026-01-01T00:00:00Z" NotOnOrAfter="${new Date((beginsAt + endS) * 1000).toISOString()}"/></saml:Assertion></samlp:Response>`,
    ),
  )}&RelayState=masked`,
  body: '<!doctype html><title>Sign-in failed</title>',
  response: date(0),
});

/** A recording behind an address that holds its own leave. */
const signed = (query: string) => ({
  url: `https://files.example.test/recordings/7.mp3?${query}`,
  status: 403,
  mimeType: 'application/xml',
  body: '<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>',
  response: date(0),
});
const basicTime = (seconds: number) =>
  new Date((beginsAt + seconds) * 1000).toISOString().replace(/[-:]|\.\d+/g, '');
const isoTime = (seconds: number) =>
  encodeURIComponent(new Date((beginsAt + seconds) * 1000).toISOString().replace(/\.\d+/, ''));

checkRule(tokenExpired, import.meta.url, {
  'finds.token-that-expired-before': refusedWith(expired, { response: date(0) }),
  'finds.token-that-only-the-servers-clock-shows-expired': refusedWith(
    { exp: beginsAt + 300 },
    { response: date(600) },
  ),
  'finds.expired-token-without-any-date': refusedWith(expired),
  'finds.one-token-that-several-calls-carried-once': harOf([
    page,
    { ...refused, request: { authorization: `Bearer ${token(expired)}` }, response: date(0) },
    {
      ...refused,
      url: refused.url.replace(/[^/]*$/, 'devices'),
      request: { authorization: `Bearer ${token(expired)}` },
      response: date(0),
    },
  ]),
  'finds.token-that-was-renewed-as-information': harOf([
    page,
    { ...refused, request: { authorization: `Bearer ${token(expired)}` }, response: date(0) },
    { ...refused, status: 200, body: [], request: signedIn },
  ]),
  'finds.assertion-that-expired-before': harOf([asserted(-900)]),
  'finds.address-signed-for-an-hour-and-used-later': harOf([
    page,
    signed(`X-Amz-Date=${basicTime(-5400)}&X-Amz-Expires=3600&X-Amz-Signature=masked`),
  ]),
  'finds.shared-access-signature-that-ended': harOf([page, signed(`sp=r&se=${isoTime(-600)}&sig=masked`)]),
  'finds.signed-address-of-the-older-kind': harOf([
    page,
    signed(`Expires=${beginsAt - 300}&Signature=masked&Key-Pair-Id=masked`),
  ]),
  'quiet.signed-address-that-still-holds': harOf([
    page,
    signed(`X-Amz-Date=${basicTime(-5400)}&X-Amz-Expires=7200&X-Amz-Signature=masked`),
  ]),
  'quiet.parameters-of-that-name-without-a-signature': harOf([page, signed(`Expires=${beginsAt - 300}`)]),
  'quiet.assertion-that-is-still-valid': harOf([asserted(300)]),
  'quiet.assertion-that-was-accepted-all-the-same': harOf([asserted(-900, 200)]),
  'quiet.token-that-is-still-valid': refusedWith({ exp: beginsAt + 3600 }, { response: date(0) }),
  'quiet.token-that-the-recording-clock-alone-shows-expired': refusedWith(
    { exp: beginsAt - 300 },
    { response: date(-600) },
  ),
  'quiet.expired-token-that-was-accepted': harOf([
    page,
    { ...works, request: { authorization: `Bearer ${token(expired)}` } },
  ]),
  'quiet.expired-by-less-than-clocks-differ': refusedWith({ exp: beginsAt - 20 }),
  'quiet.token-that-cannot-be-read': refusedWith({}, { request: signedIn }),
});
