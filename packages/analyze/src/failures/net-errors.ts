import type { NetworkFailure } from '@harrier/knowledge';

/** Network.BlockedReason of the DevTools protocol. */
const blockedReason =
  /^(?:csp|inspector|mixed-content|origin|other|integrity|subresource-filter|content-type|(?:coep|coop|corp|sri)-[a-z-]{3,80})$/;

/**
 * What a browser's network error means, by the first pattern that fits. Chromium's `net::ERR_…` names (net_error_list.h),
 * Firefox's `NS_ERROR_…`, the system codes that Node's and Python's recorders write, and the DevTools protocol's
 * `BlockedReason` in lower case, which Playwright writes in place of an error.
 */
export const netErrors: readonly (readonly [RegExp, NetworkFailure])[] = [
  [blockedReason, 'blocked'],
  [/ERR_NAME_|ERR_DNS|ICANN_NAME|NS_ERROR_UNKNOWN_HOST|ENOTFOUND|EAI_AGAIN|getaddrinfo/i, 'dns'],
  [/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|NS_ERROR_OFFLINE|ERR_NETWORK_IO_SUSPENDED/i, 'offline'],
  [/CLIENT_AUTH_CERT|CLIENT_AUTH_SIGNATURE|CLIENT_AUTH_PRIVATE/i, 'client-certificate'],
  // The server's alert about the certificate of who asks: Firefox, then OpenSSL in Node. RFC 8446 §6.2.
  [
    /(?:BAD|REVOKED|EXPIRED|UNSUPPORTED)_CERT_ALERT|UNKNOWN_CA_ALERT|CERTIFICATE_(?:REQUIRED|UNKNOWN)_ALERT|ALERT[_ ](?:CERTIFICATE[_ ](?:REQUIRED|UNKNOWN|EXPIRED|REVOKED)|BAD[_ ]CERTIFICATE|UNKNOWN[_ ]CA)/i,
    'client-certificate',
  ],
  [/PROXY|TUNNEL_CONNECTION|MANDATORY_PROXY|PAC_/i, 'proxy'],
  [
    /ERR_CERT_|ERR_SSL_|ERR_ECH_|ERR_ALPN_|ERR_BAD_SSL|SEC_ERROR_|SSL_ERROR_|MOZILLA_PKIX|CERT_HAS_EXPIRED|SELF_SIGNED_CERT|UNABLE_TO_(?:VERIFY|GET_ISSUER)|TLS/i,
    'tls',
  ],
  [/ERR_BLOCKED_BY_|ERR_UNSAFE_|BLOCKED:|ERR_DISALLOWED|NS_ERROR_TRACKING|ORB/i, 'blocked'],
  [/INSUFFICIENT_RESOURCES|OUT_OF_MEMORY|UPLOAD_FILE_CHANGED|ERR_FILE_|ERR_CACHE_(?!MISS)/i, 'browser'],
  [/TOO_MANY_REDIRECTS|NS_ERROR_REDIRECT_LOOP|MAX_?REDIRECTS|max redirects/i, 'redirect-loop'],
  [/CONNECTION_REFUSED|ECONNREFUSED/i, 'refused'],
  [/ADDRESS_UNREACHABLE|ADDRESS_INVALID|NETWORK_ACCESS_DENIED|EHOSTUNREACH|ENETUNREACH/i, 'unreachable'],
  [/TIMED[ _]OUT|NS_ERROR_NET_TIMEOUT|ETIMEDOUT|timeout/i, 'timeout'],
  [/CONTENT_LENGTH_MISMATCH|INCOMPLETE_CHUNKED|PARTIAL_TRANSFER|ERR_CONTENT_DECODING/i, 'cut'],
  [/EMPTY_RESPONSE/i, 'empty'],
  // HTTP/2 and HTTP/3 name a stream or a connection that was ended against the rules: broken off, like a reset below.
  [
    /HTTP2_|QUIC_|SPDY_|CONNECTION_(?:RESET|CLOSED|ABORTED|FAILED)|NET_RESET|NET_INTERRUPT|SOCKET_|ECONNRESET|EPIPE|hang up|Server disconnected|Connection closed/i,
    'reset',
  ],
  [
    /HTTP_1_1_REQUIRED|INVALID_HTTP|INVALID_RESPONSE|RESPONSE_HEADERS|INVALID_REDIRECT|PARSE_ERROR/i,
    'protocol',
  ],
  // What the reader of Fiddler archives writes for a browser that closed the connection before an answer came.
  [/ERR_ABORTED|NS_BINDING_ABORTED|cancell?ed|aborted when/i, 'aborted'],
];

/** What an error that an exporter wrote means; `none` where it says no more than that it failed. */
export function networkFailureOf(error: string): NetworkFailure {
  return netErrors.find(([pattern]) => pattern.test(error))?.[1] ?? 'none';
}

/** The code alone: `net::ERR_FAILED` of a longer text. undefined where there is none. */
export function networkCodeOf(error: string): string | undefined {
  if (blockedReason.test(error)) return error;
  return /\b(?:net::)?(?:ERR|NS_ERROR|NS_BINDING|SEC_ERROR|SSL_ERROR|MOZILLA_PKIX)_[A-Za-z0-9_.]{2,60}|\bE[A-Z]{4,14}\b/.exec(
    error,
  )?.[0];
}
