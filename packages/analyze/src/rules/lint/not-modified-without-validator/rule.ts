import { fieldValue } from '../../../exchange/field-value.ts';
import { statusEvidence } from '../../../failures/failure-evidence.ts';
import { lintRule } from '../../../lint/lint-rule.ts';

/** Browsers send a dozen fields; fewer are provisional ones, without what the cache added. */
const WHOLE_FIELDS = 8;

/**
 * Finds "not modified" (304) in answer to a request that did not ask: the browser has nothing to show for it.
 * Quiet on: conditional requests, and exports that left the request's fields out. Spec: RFC 9110 §13.1, §15.4.5.
 */
export const notModifiedWithoutValidator = lintRule('lint/not-modified-without-validator', (exchange) => {
  const { request, response } = exchange.entry;
  if (response.status !== 304 || request.headers.length < WHOLE_FIELDS) return undefined;
  const conditions = ['if-none-match', 'if-modified-since', 'if-match', 'if-unmodified-since', 'if-range'];
  if (conditions.some((name) => fieldValue(request.headers, name) !== undefined)) return undefined;
  return { evidence: [statusEvidence(exchange.entry.index, 'cause')], facts: {} };
});
