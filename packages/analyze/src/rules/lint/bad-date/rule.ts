import { fieldValue } from '../../../exchange/field-value.ts';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import { isHttpDate } from '../../../lint/http-date.ts';
import { lintRule } from '../../../lint/lint-rule.ts';

const alreadyOver = /^(?:0|-\d+)$/;

/**
 * Finds dates that HTTP does not know, or that do not exist: caches and browsers then take them for long ago.
 * Quiet on: `Expires: 0` and `-1`, the usual way to say "already over". A number of seconds there is found: it was meant for `max-age`. Spec: RFC 9110 §5.6.7, RFC 9111 §5.3.
 */
export const badDate = lintRule('lint/bad-date', (exchange) => {
  const { headers } = exchange.entry.response;
  const field = (['date', 'expires', 'last-modified'] as const).find((name) => {
    const value = fieldValue(headers, name)?.trim();
    if (value === undefined || value === '' || isHttpDate(value)) return false;
    return !(name === 'expires' && alreadyOver.test(value));
  });
  if (field === undefined) return undefined;
  return { evidence: headerEvidence(exchange, 'response', field, 'cause'), facts: { field } };
});
