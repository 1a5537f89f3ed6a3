import { cookieRule } from '../cookie-rule.ts';

/**
 * Finds cookies whose name promises what their field does not keep: `__Secure-` needs Secure and https, `__Host-` also Path=/ and
 * no Domain. Browsers throw them away. Spec: RFC 6265bis §4.1.3, §5.6.
 */
export const cookiePrefix = cookieRule('auth/cookie-prefix', ['InvalidPrefix'], (common) => common);
