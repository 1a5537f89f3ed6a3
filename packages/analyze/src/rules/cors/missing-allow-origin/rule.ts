import { headerRule } from '../header-rule.ts';

/**
 * Finds answers that a page of another origin asked for and that carry no Access-Control-Allow-Origin: the browser has the
 * answer and must not hand it over. Quiet where the answer failed itself (`cors/masked-server-error`).
 * Spec: Fetch standard, CORS check, step 3.
 */
export const missingAllowOrigin = headerRule('cors/missing-allow-origin', ['MissingAllowOriginHeader']);
