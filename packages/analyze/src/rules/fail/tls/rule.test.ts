import { expect, it } from 'vitest';
import { tlsFaultOf } from '../../../failures/tls-fault.ts';
import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { tls } from './rule.ts';

const unanswered = { url: `${api}/users`, status: 0, trackingId: trackingId(4) };

checkRule(tls, import.meta.url, {
  'finds.expired-certificate': harOf([page, { ...unanswered, error: 'net::ERR_CERT_DATE_INVALID' }]),
  'finds.certificate-of-an-unknown-authority': harOf([
    page,
    { ...unanswered, error: 'net::ERR_CERT_AUTHORITY_INVALID' },
  ]),
  'finds.handshake-that-failed': harOf([page, { ...unanswered, error: 'net::ERR_SSL_PROTOCOL_ERROR' }]),
  'quiet.certificate-that-the-browser-should-show': harOf([
    page,
    { ...unanswered, error: 'net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED' },
  ]),
});

it.each([
  ['net::ERR_CERT_DATE_INVALID', 'dates'],
  ['CERT_HAS_EXPIRED', 'dates'],
  ['SEC_ERROR_EXPIRED_CERTIFICATE', 'dates'],
  ['net::ERR_CERT_COMMON_NAME_INVALID', 'name'],
  ['SSL_ERROR_BAD_CERT_DOMAIN', 'name'],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'authority'],
  ['MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT', 'authority'],
  ['net::ERR_CERT_REVOKED', 'revoked'],
  ['net::ERR_CERT_WEAK_SIGNATURE_ALGORITHM', 'weak'],
  ['net::ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN', 'pinned'],
  ['net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'version'],
  ['net::ERR_CERT_INVALID', 'certificate'],
  ['net::ERR_SSL_PROTOCOL_ERROR', 'handshake'],
] as const)('%s speaks of %s', (code, fault) => {
  expect(tlsFaultOf(code)).toBe(fault);
});
