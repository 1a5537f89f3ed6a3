import { headerRule } from '../header-rule.ts';

/**
 * Finds preflights whose answer does not list a field that the page wants to send, often the tracking id's; names the missing ones.
 * `*` lists all, unless credentials go along. Quiet about Authorization beside `*`, which browsers still let through
 * (`cors/authorization-wildcard`). Spec: Fetch standard, CORS-preflight fetch, step 7.6 and 7.7.
 */
export const preflightHeader = headerRule('cors/preflight-header', [
  'HeaderDisallowedByPreflightResponse',
  'InvalidAllowHeadersPreflightResponse',
]);
