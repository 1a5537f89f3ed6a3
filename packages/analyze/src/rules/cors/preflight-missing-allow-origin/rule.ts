import { headerRule } from '../header-rule.ts';

/**
 * Finds preflights that are answered without Access-Control-Allow-Origin, mostly because a gateway or a sign-in answers OPTIONS
 * before the service sees it: then the status says so, too, but browsers look at the field first. Request and preflight are one.
 * Spec: Fetch standard, CORS-preflight fetch, step 7; Chromium's order of checks.
 */
export const preflightMissingAllowOrigin = headerRule('cors/preflight-missing-allow-origin', [
  'PreflightMissingAllowOriginHeader',
]);
