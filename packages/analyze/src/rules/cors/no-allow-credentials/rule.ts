import { headerRule } from '../header-rule.ts';

/**
 * Finds answers to requests with credentials that allow the origin but lack Access-Control-Allow-Credentials: true (lower case,
 * nothing else counts). Spec: Fetch standard, CORS check, steps 6 to 8.
 */
export const noAllowCredentials = headerRule('cors/no-allow-credentials', ['InvalidAllowCredentials']);
