import type { CookieTrouble } from '@harrier/knowledge';
import type { Evidence } from '../../../findings/finding.ts';
import { isHttpDate } from '../../../lint/http-date.ts';
import { lintRule } from '../../../lint/lint-rule.ts';

/**
 * Finds cookies whose attributes the browser drops because it does not understand them, and cookies of a session that a
 * script can read or that travel in the clear.
 * Quiet on: old spellings of dates, which browsers read; cookies without attributes that do not name a session.
 * Spec: RFC 6265 §5.1.1, §5.2; draft-ietf-httpbis-rfc6265bis (SameSite).
 */
export const cookieAttributes = lintRule('lint/cookie-attributes', (exchange) => {
  const { headers } = exchange.entry.response;
  const isSecure = /^https:/i.test(exchange.entry.request.url);
  for (const [at, { name, value }] of headers.entries()) {
    if (name.toLowerCase() !== 'set-cookie') continue;
    for (const line of value.split('\n')) {
      const trouble = troubleIn(line.slice(0, 8192), isSecure);
      if (trouble === undefined) continue;
      const evidence: Evidence = {
        entry: exchange.entry.index,
        pointer: `/response/headers/${at}/value`,
        role: 'cause',
      };
      const cookie = /^\s*([\w.-]{1,40})\s*=/.exec(line)?.[1];
      return { evidence: [evidence], facts: { trouble, ...(cookie === undefined ? {} : { cookie }) } };
    }
  }
  return undefined;
});

const session = /sess|^sid$|[._-]sid$|auth|token|jwt/i;

function troubleIn(line: string, isSecure: boolean): CookieTrouble | undefined {
  const [pair = '', ...parts] = line.split(';');
  const attributes = new Map(
    parts.map((part) => {
      const [name = '', value = ''] = part.split('=', 2);
      return [name.trim().toLowerCase(), value.trim()] as const;
    }),
  );
  const expires = attributes.get('expires');
  if (expires !== undefined && !isCookieDate(expires)) return 'expires';
  if (attributes.has('max-age') && !/^-?\d+$/.test(attributes.get('max-age') ?? '')) return 'max-age';
  if (attributes.has('path') && !(attributes.get('path') ?? '').startsWith('/')) return 'path';
  if (attributes.has('samesite') && !/^(?:strict|lax|none)$/i.test(attributes.get('samesite') ?? ''))
    return 'same-site';
  const isSession = session.test(pair.split('=', 1)[0]?.trim() ?? '') && !/csrf|xsrf/i.test(pair);
  const isDeleted = attributes.get('max-age') === '0' || /^[^=]*=\s*(?:""?\s*)?$/.test(pair);
  if (!isSession || isDeleted) return undefined;
  if (!attributes.has('httponly')) return 'http-only';
  return isSecure && !attributes.has('secure') ? 'secure' : undefined;
}

/** Browsers take any order of day, month, year and time. RFC 6265 §5.1.1. */
function isCookieDate(text: string): boolean {
  if (isHttpDate(text)) return true;
  return (
    /\b\d{1,2}:\d{1,2}:\d{1,2}\b/.test(text) &&
    /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i.test(text) &&
    /\b\d{1,2}\b/.test(text) &&
    /\d{4}|-\d{2}\b/.test(text)
  );
}
