import { headerRule } from '../header-rule.ts';

/**
 * Finds preflights whose answer allows another origin than the page's. Spec: Fetch standard, CORS-preflight fetch, step 7.
 */
export const preflightAllowOriginMismatch = headerRule('cors/preflight-allow-origin-mismatch', [
  'PreflightAllowOriginMismatch',
]);
