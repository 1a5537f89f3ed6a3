import { headerRule } from '../header-rule.ts';

/**
 * Finds preflights whose answer allows everything but Access-Control-Allow-Credentials: true, and the browser refused all the same.
 * Spec: Fetch standard, CORS check, steps 6 to 8.
 */
export const preflightNoAllowCredentials = headerRule('cors/preflight-no-allow-credentials', [
  'PreflightInvalidAllowCredentials',
]);
