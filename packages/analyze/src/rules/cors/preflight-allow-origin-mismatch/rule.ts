import { headerRule } from '../header-rule.ts';

/**
 * Finds preflights whose answer allows something else than the page's origin: another one, several, or none that is valid. Spec: Fetch standard, CORS-preflight fetch, step 7.
 */
export const preflightAllowOriginMismatch = headerRule('cors/preflight-allow-origin-mismatch', [
  'PreflightAllowOriginMismatch',
  'PreflightMultipleAllowOriginValues',
  'PreflightInvalidAllowOriginValue',
]);
