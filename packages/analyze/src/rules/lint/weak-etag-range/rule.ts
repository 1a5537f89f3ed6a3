import { fieldValue } from '../../../exchange/field-value.ts';
import { headerEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import { lintRule } from '../../../lint/lint-rule.ts';

/**
 * Finds parts of a file (206) that carry a weak validator: nobody can tell whether two parts belong together, so a download
 * that broke off cannot be taken up again. Quiet on: whole answers. Spec: RFC 9110 §13.1.5, §15.3.7.
 */
export const weakEtagRange = lintRule('lint/weak-etag-range', (exchange) => {
  const { status, headers } = exchange.entry.response;
  if (status !== 206 || !/^\s*W\//.test(fieldValue(headers, 'etag') ?? '')) return undefined;
  return {
    evidence: [
      ...headerEvidence(exchange, 'response', 'etag', 'cause'),
      statusEvidence(exchange.entry.index, 'context'),
    ],
    facts: {},
  };
});
