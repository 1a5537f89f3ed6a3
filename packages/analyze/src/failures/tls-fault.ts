import type { TlsFault } from '@harrier/knowledge';

/**
 * What was wrong with a secure connection, by the first pattern that fits. Chromium's `ERR_CERT_…` and `ERR_SSL_…`, Firefox's
 * `SEC_ERROR_…`, `SSL_ERROR_…`, `MOZILLA_PKIX_…`, Node's and OpenSSL's names.
 */
const tlsFaults: readonly (readonly [RegExp, TlsFault])[] = [
  [/DATE_INVALID|HAS_EXPIRED|EXPIRED_(?:ISSUER_)?CERTIFICATE|NOT_YET_VALID|VALIDITY_TOO_LONG/i, 'dates'],
  [/COMMON_NAME_INVALID|BAD_CERT_DOMAIN|ALTNAME_INVALID|NAME_CONSTRAINT/i, 'name'],
  [
    /AUTHORITY_INVALID|UNKNOWN_ISSUER|UNTRUSTED_ISSUER|SELF_?SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)|KNOWN_INTERCEPTION|SYMANTEC_LEGACY/i,
    'authority',
  ],
  [/REVOKED|REVOCATION/i, 'revoked'],
  [/WEAK_(?:SIGNATURE|KEY|SERVER)|SIGNATURE_ALGORITHM_DISABLED|KEY_USAGE/i, 'weak'],
  [/PINNED_KEY|KEY_PINNING/i, 'pinned'],
  [
    /VERSION_OR_CIPHER|VERSION_INTERFERENCE|UNSUPPORTED_VERSION|OBSOLETE|NO_CYPHER_OVERLAP|PROTOCOL_VERSION/i,
    'version',
  ],
];

/** `handshake` where the code says no more than that it failed. */
export function tlsFaultOf(code: string): TlsFault {
  return (
    tlsFaults.find(([pattern]) => pattern.test(code))?.[1] ??
    (/CERT/i.test(code) ? 'certificate' : 'handshake')
  );
}
