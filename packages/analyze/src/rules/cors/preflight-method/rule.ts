import { headerRule } from '../header-rule.ts';

/**
 * Finds preflights whose answer does not list the method. Methods are told apart by case; `*` lists all, unless credentials go
 * along. GET, HEAD and POST need no leave. Spec: Fetch standard, CORS-preflight fetch, step 7.5.
 */
export const preflightMethod = headerRule('cors/preflight-method', [
  'MethodDisallowedByPreflightResponse',
  'InvalidAllowMethodsPreflightResponse',
]);
