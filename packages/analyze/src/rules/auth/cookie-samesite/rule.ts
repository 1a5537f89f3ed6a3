import { cookieRule } from '../cookie-rule.ts';

/**
 * Finds cookies that browsers throw away because of SameSite: `None` without Secure, and `Lax`, `Strict` or nothing (which
 * counts as `Lax`) set in the answer to a request of another site's page. The latter are information, unless the host refuses a
 * request (401, 403): trackers lose theirs every day.
 * Quiet on localhost, and where Sec-Fetch-Site does not say whose page asked. Spec: RFC 6265bis §5.6, steps 17 to 20; measured on
 * Chromium 156: exports list these cookies as if they were kept.
 */
export const cookieSamesite = cookieRule(
  'auth/cookie-samesite',
  ['SameSiteNoneInsecure', 'SameSiteLax', 'SameSiteStrict', 'SameSiteUnspecifiedTreatedAsLax'],
  (common) => common,
);
