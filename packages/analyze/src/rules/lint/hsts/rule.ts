import { fieldValue } from '../../../exchange/field-value.ts';
import { headerEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import { lintRule } from '../../../lint/lint-rule.ts';

/**
 * Finds secure pages that do not tell browsers to stay secure, or do not say for how long: the first visit over http can be
 * led astray. Quiet on: plain http, where the field does not count; anything but pages, unless the field is there and wrong.
 * Spec: RFC 6797 §6.1, §7.2.
 */
export const hsts = lintRule('lint/hsts', (exchange) => {
  const { request, response, resourceType, index } = exchange.entry;
  if (!/^https:/i.test(request.url) || response.headers.length === 0) return undefined;
  const value = fieldValue(response.headers, 'strict-transport-security');
  if (value === undefined) {
    const isPage = resourceType === 'document' && response.status === 200;
    return isPage ? { evidence: [statusEvidence(index)], facts: { trouble: 'missing' as const } } : undefined;
  }
  if (/(?:^|;)\s{0,4}max-age\s{0,4}=\s{0,4}"?\d/i.test(value)) return undefined;
  return {
    evidence: headerEvidence(exchange, 'response', 'strict-transport-security', 'cause'),
    facts: { trouble: 'no-age' as const },
  };
});
