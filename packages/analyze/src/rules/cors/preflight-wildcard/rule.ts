import { headerRule } from '../header-rule.ts';

/**
 * Finds preflights that are answered with Access-Control-Allow-Origin: * for a request with credentials. That it had credentials
 * follows: everything else is allowed, and the browser refused all the same. Spec: Fetch standard, CORS check, step 4.
 */
export const preflightWildcard = headerRule('cors/preflight-wildcard', ['PreflightWildcardOriginNotAllowed']);
