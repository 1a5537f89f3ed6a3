import { headerRule } from '../header-rule.ts';

/**
 * Finds answers with Access-Control-Allow-Origin: * to requests with credentials, where `*` does not count.
 * Without the browser's word for it, only a Cookie field proves that credentials went along. Spec: Fetch standard, CORS check, step 4.
 */
export const wildcardWithCredentials = headerRule('cors/wildcard-with-credentials', [
  'WildcardOriginNotAllowed',
]);
