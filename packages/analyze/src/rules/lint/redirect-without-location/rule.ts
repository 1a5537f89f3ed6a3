import { headerEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import { lintRule } from '../../../lint/lint-rule.ts';

/**
 * Finds redirects that do not say where to: the browser shows an empty page, and a script gets nothing.
 * Quiet on: 300 and 304, which need none. Spec: RFC 9110 §15.4, §10.2.2.
 */
export const redirectWithoutLocation = lintRule('lint/redirect-without-location', (exchange) => {
  const { status = 0, headers, redirectUrl = '' } = exchange.entry.response;
  if (![301, 302, 303, 307, 308].includes(status) || redirectUrl !== '' || headers.length === 0)
    return undefined;
  if (headerEvidence(exchange, 'response', 'location').length > 0) return undefined;
  return { evidence: [statusEvidence(exchange.entry.index, 'cause')], facts: { status } };
});
