import { fieldValue } from '../../../exchange/field-value.ts';
import { headerEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import { lintRule } from '../../../lint/lint-rule.ts';

/**
 * Finds answers "without content" (204) that announce or carry some: whoever reads on waits, or takes it for the next answer.
 * Quiet on: 304, which may name the length of what it stands for. Spec: RFC 9110 §8.6, §15.3.5.
 */
export const contentWith204 = lintRule('lint/content-with-204', (exchange) => {
  const { status, headers, content } = exchange.entry.response;
  const announced = Number(fieldValue(headers, 'content-length') ?? 0);
  if (status !== 204 || !(announced > 0 || (content.size ?? 0) > 0)) return undefined;
  return {
    evidence: [
      statusEvidence(exchange.entry.index, 'cause'),
      ...headerEvidence(exchange, 'response', 'content-length', 'cause'),
    ],
    facts: {},
  };
});
