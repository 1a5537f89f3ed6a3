import { MAX_COOKIE_BYTES } from '../../../cookies/rejections.ts';
import { cookieRule } from '../cookie-rule.ts';

/**
 * Finds cookies of more than 4,096 bytes in name and value, which browsers throw away. A sanitized value of such a length
 * has it still. Spec: RFC 6265bis §5.6, step 5.
 */
export const cookieTooLarge = cookieRule(
  'auth/cookie-too-large',
  ['NameValuePairExceedsMaxSize'],
  (common, { cookie, told }) => {
    const sizeBytes = cookie.name.length + cookie.valueLength;
    return told !== undefined && sizeBytes <= MAX_COOKIE_BYTES ? common : { ...common, sizeBytes };
  },
);
