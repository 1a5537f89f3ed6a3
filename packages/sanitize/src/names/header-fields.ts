import { splitName } from './split-name.ts';

/** How a header field's value is read. */
export type HeaderReading =
  | 'credentials'
  | 'challenge'
  | 'cookie'
  | 'set-cookie'
  | 'protocols'
  | 'signatures'
  | 'call-session'
  | 'stays'
  | 'named';

/**
 * Fields that never hold a credential though their names or values look like it: validators, digests,
 * handshakes and correlation. `Sec-WebSocket-Key` is a random number that proves the peer speaks WebSocket and
 * is used once ("not for authentication", RFC 6455 §10.3).
 */
const STAYS = new Set(
  (
    'sec-websocket-key sec-websocket-accept sec-websocket-extensions etag if-none-match if-match content-md5 digest ' +
    'want-digest repr-digest content-digest x-amz-content-sha256 x-amz-checksum-sha256 x-amz-checksum-crc32 signature-input ' +
    'accept-signature idempotency-key surrogate-key cache-key x-cache-key public-key-pins content-security-policy ' +
    'content-security-policy-report-only report-to nel server-timing traceparent tracestate baggage b3 x-client-data ' +
    'x-server-side-encryption-customer-key-md5 x-amz-server-side-encryption-customer-key-md5 trackingid x-request-id ' +
    'x-correlation-id x-amzn-trace-id x-amz-request-id x-amz-id-2 x-amz-cf-id cf-ray x-ms-request-id x-trans-id ' +
    'access-control-allow-headers access-control-expose-headers access-control-request-headers vary x-goog-hash'
  ).split(' '),
);

/** How a field's value is read, by its name in any spelling. */
export function readingOf(name: string): HeaderReading {
  const field = name.toLowerCase();
  if (STAYS.has(field)) return 'stays';
  // Gateways repeat them under names of their own: `X-Set-Cookie`, `X-Original-Cookie`.
  if (/(?:^|-)set-cookie2?$/.test(field)) return 'set-cookie';
  if (/(?:^|-)cookie2?$/.test(field)) return 'cookie';
  if (field === 'sec-websocket-protocol') return 'protocols';
  if (field === 'signature' || field === 'stripe-signature' || field === 'x-wsse') return 'signatures';
  if (field === 'session-id') return 'call-session';
  const last = splitName(name).at(-1);
  if (last === 'authenticate' || field === 'authentication-info' || field === 'proxy-authentication-info')
    return 'challenge';
  if (last === 'authorization') return 'credentials';
  return 'named';
}
