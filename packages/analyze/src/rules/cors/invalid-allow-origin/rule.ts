import { headerRule } from '../header-rule.ts';

/**
 * Finds answers whose Access-Control-Allow-Origin is no origin: empty, `null`, a host without a scheme.
 * Spec: RFC 6454 §7; Chromium tells it apart from an origin that is another one's.
 */
export const invalidAllowOrigin = headerRule('cors/invalid-allow-origin', ['InvalidAllowOriginValue']);
