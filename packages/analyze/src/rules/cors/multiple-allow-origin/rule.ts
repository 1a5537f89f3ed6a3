import { headerRule } from '../header-rule.ts';

/**
 * Finds answers with several origins in Access-Control-Allow-Origin, or with the field twice: mostly a
 * service and the gateway before it both add it. One origin or `*` is all that counts. Spec: Fetch standard, CORS check.
 */
export const multipleAllowOrigin = headerRule('cors/multiple-allow-origin', ['MultipleAllowOriginValues']);
