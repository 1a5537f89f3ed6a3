/** On every answer. This API gives no page, so nothing that it sends may run, load or be framed. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** The same over TLS, for a year: browsers then ask for nothing else. */
export const strictTransport = 'max-age=31536000; includeSubDomains';

/**
 * A file as something to be saved, never shown. The name was chosen by a stranger: RFC 6266 with RFC 8187, and a plain
 * fallback without anything that a header could be broken with.
 */
export function attachmentDisposition(name: string): string {
  const plain = name.replace(/[^\w. -]+/g, '_').slice(0, 100) || 'file';
  // Half of a pair of UTF-16 has no UTF-8, and encodeURIComponent throws on it. What turns the reading direction makes `exe` look like `har`.
  const whole = [...name]
    .slice(0, 200)
    .join('')
    .replace(/[\p{Surrogate}\u202a-\u202e\u2066-\u2069]/gu, '_');
  const encoded = encodeURIComponent(whole).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
