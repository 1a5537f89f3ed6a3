import { shownText } from '../../../cors/allow-origin.ts';
import { cookieRule } from '../cookie-rule.ts';

/**
 * Finds cookies whose Domain does not cover the host that sets them, or is a name under which anybody may register: browsers throw
 * them away. Names under which anybody may register are the most used ones only. Spec: RFC 6265bis §5.6, steps 9 and 10.
 */
export const cookieDomain = cookieRule('auth/cookie-domain', ['InvalidDomain'], (common, { cookie }) => ({
  ...common,
  domain: shownText(cookie.domain ?? ''),
}));
