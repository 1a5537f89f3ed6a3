import type { Entry } from '@harrier/har';
import type { CookieReason } from '@harrier/knowledge';
import { fieldValue } from '../exchange/field-value.ts';
import { isPublicSuffix } from './registrable-domain.ts';
import type { SetCookie } from './set-cookie.ts';

/** Name and value together, in bytes. RFC 6265bis §5.6 step 5; Chromium and Firefox alike. */
export const MAX_COOKIE_BYTES = 4096;

const reasons: { readonly [Reason in CookieReason]: true } = {
  SameSiteNoneInsecure: true,
  SameSiteLax: true,
  SameSiteStrict: true,
  SameSiteUnspecifiedTreatedAsLax: true,
  InvalidDomain: true,
  InvalidPrefix: true,
  NameValuePairExceedsMaxSize: true,
};

/** Whether a reason of the browser's is one that findings tell. DevTools protocol, `Network.SetCookieBlockedReason`. */
export function isCookieReason(reason: string): reason is CookieReason {
  return Object.hasOwn(reasons, reason);
}

/** Why a browser does not keep a cookie, by the field's own rules; undefined: nothing in the capture forbids it. */
export function rejectionOf(cookie: SetCookie, entry: Entry): CookieReason | undefined {
  const match = /^(https?):\/\/([^/?#]*)/i.exec(entry.request.url);
  if (match === null || cookie.removes) return undefined;
  const secureUrl = (match[1] ?? '').toLowerCase() === 'https';
  const host = (match[2] ?? '').replace(/^.*@/, '').replace(/:\d+$/, '').toLowerCase();
  const isLocal = /^(?:localhost|127\.|\[::1\])|\.localhost$/.test(host);
  if (cookie.name.length + cookie.valueLength > MAX_COOKIE_BYTES) return 'NameValuePairExceedsMaxSize';
  if (cookie.domain !== undefined && !covers(cookie.domain, host)) return 'InvalidDomain';
  if (breaksPrefix(cookie, secureUrl || isLocal)) return 'InvalidPrefix';
  if (cookie.sameSite === 'none' && !cookie.secure && !isLocal) return 'SameSiteNoneInsecure';
  if (isCrossSiteSubresource(entry)) {
    if (cookie.sameSite === 'lax') return 'SameSiteLax';
    if (cookie.sameSite === 'strict') return 'SameSiteStrict';
    if (cookie.sameSite === undefined) return 'SameSiteUnspecifiedTreatedAsLax';
  }
  return undefined;
}

/** RFC 6265bis §5.1.3 domain matching; a public suffix covers only itself. */
function covers(domain: string, host: string): boolean {
  if (domain === host) return true;
  return host.endsWith(`.${domain}`) && !isPublicSuffix(domain) && !/^[\d.]+$/.test(host);
}

/** RFC 6265bis §4.1.3; Chromium and Firefox look at the prefix in any case. */
function breaksPrefix({ name, secure, domain, path }: SetCookie, isSecureUrl: boolean): boolean {
  if (/^__secure-/i.test(name)) return !secure || !isSecureUrl;
  return /^__host-/i.test(name) && (!secure || !isSecureUrl || domain !== undefined || path !== '/');
}

/**
 * Answers to other sites' scripts, pictures and frames may set only cookies with SameSite=None; where a person goes to another site, they
 * may set any. Sec-Fetch-Site and Sec-Fetch-Dest say it best.
 */
function isCrossSiteSubresource({ request, resourceType }: Entry): boolean {
  if (fieldValue(request.headers, 'sec-fetch-site') !== 'cross-site') return false;
  if (/^i?frame$/.test(fieldValue(request.headers, 'sec-fetch-dest') ?? '')) return true;
  return resourceType !== 'document' && fieldValue(request.headers, 'sec-fetch-mode') !== 'navigate';
}
