import type { Exchange } from '../exchange/exchange.ts';
import { tokenOf } from './jwt.ts';
import { samlEnd } from './saml.ts';

/** Until when what a request shows may be used, in seconds since 1970, and what that is. */
export interface ValidUntil {
  readonly endS: number;
  readonly of: 'token' | 'assertion' | 'signed-url';
}

/** The end of a request's JSON web token, SAML assertion or signed address; undefined: it has none, or it cannot be read. */
export function validUntil(exchange: Exchange): ValidUntil | undefined {
  const token = tokenOf(exchange.entry);
  if (token !== undefined)
    return token.claims.exp === undefined ? undefined : { endS: token.claims.exp, of: 'token' };
  const assertion = samlEnd(exchange);
  if (assertion !== undefined) return { endS: assertion, of: 'assertion' };
  const signed = signedUrlEnd(exchange.entry.request.url);
  return signed === undefined ? undefined : { endS: signed, of: 'signed-url' };
}

/**
 * Addresses that hold their own leave and its end. AWS Signature Version 4 and Google's V4 (date and seconds), CloudFront, S3 and Google of
 * old (`Expires`, seconds since 1970, beside a signature), Azure's shared access signatures (`se`, beside `sig`).
 */
function signedUrlEnd(url: string): number | undefined {
  const query = new Map(
    url
      .replace(/^[^?]*\??|#.*$/gs, '')
      .slice(0, 8000)
      .split('&')
      .map((pair) => [pair.split('=', 1)[0]?.toLowerCase() ?? '', pair.replace(/^[^=]*=?/, '')] as const),
  );
  for (const by of ['x-amz', 'x-goog']) {
    const made = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(query.get(`${by}-date`) ?? '');
    const seconds = query.get(`${by}-expires`) ?? '';
    if (made === null || !/^\d{1,7}$/.test(seconds)) continue;
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = made.slice(1).map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 + Number(seconds);
  }
  const expires = query.get('expires') ?? '';
  if (/^\d{10}$/.test(expires) && query.has('signature')) return Number(expires);
  if (!query.has('sig')) return undefined;
  const endMs = Date.parse((query.get('se') ?? '').replaceAll(/%3a/gi, ':'));
  return Number.isNaN(endMs) ? undefined : endMs / 1000;
}
