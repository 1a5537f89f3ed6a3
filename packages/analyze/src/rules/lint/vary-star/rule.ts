import { fieldValue } from '../../../exchange/field-value.ts';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import { lintRule } from '../../../lint/lint-rule.ts';

/**
 * Finds `Vary: *`: no stored answer ever fits another request, so nothing can be kept. Quiet on: lists of field names.
 * Spec: RFC 9110 §12.5.5.
 */
export const varyStar = lintRule('lint/vary-star', (exchange) => {
  const vary = fieldValue(exchange.entry.response.headers, 'vary') ?? '';
  if (!vary.split(',').some((name) => name.trim() === '*')) return undefined;
  return { evidence: headerEvidence(exchange, 'response', 'vary', 'cause'), facts: {} };
});
