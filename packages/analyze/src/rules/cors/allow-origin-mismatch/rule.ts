import { headerRule } from '../header-rule.ts';

/**
 * Finds answers whose Access-Control-Allow-Origin names another origin than the page's: mostly a fixed value, or a cache that
 * keeps the answer for somebody else's origin because Vary: Origin is missing. Spec: Fetch standard, CORS check, step 5.
 */
export const allowOriginMismatch = headerRule('cors/allow-origin-mismatch', ['AllowOriginMismatch']);
