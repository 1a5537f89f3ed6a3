import { headerEvidence } from '../../../failures/failure-evidence.ts';
import { cacheDirectives } from '../../../lint/cache-directives.ts';
import { lintRule } from '../../../lint/lint-rule.ts';

/**
 * Finds answers that everybody may keep and nobody may keep: `public` beside `no-store`. Nothing is kept, and somebody meant
 * something else. Quiet on: either of them alone. Spec: RFC 9111 §5.2.2.5, §5.2.2.9.
 */
export const noStorePublic = lintRule('lint/no-store-public', (exchange) => {
  const names = cacheDirectives(exchange.entry.response.headers).map(([name]) => name);
  if (!names.includes('public') || !names.includes('no-store')) return undefined;
  return { evidence: headerEvidence(exchange, 'response', 'cache-control', 'cause'), facts: {} };
});
