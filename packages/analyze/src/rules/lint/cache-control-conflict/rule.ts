import type { Field } from '@harrier/har';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import { cacheDirectives } from '../../../lint/cache-directives.ts';
import { lintRule } from '../../../lint/lint-rule.ts';

/**
 * Finds `Cache-Control` that says two things that exclude each other: public and private, not to be kept and to be kept
 * for a while, two ages. Caches then choose, and not all alike.
 * Quiet on: `no-store, max-age=0` and `no-cache, max-age=…`, which are only wordy; `no-store, public`, which has its own
 * remark. Spec: RFC 9111 §5.2.2, §4.2.1.
 */
export const cacheControlConflict = lintRule('lint/cache-control-conflict', (exchange) => {
  const conflict = conflictIn(exchange.entry.response.headers);
  if (conflict === undefined) return undefined;
  const [first, second] = conflict;
  return {
    evidence: headerEvidence(exchange, 'response', 'cache-control', 'cause'),
    facts: { first, second },
  };
});

function conflictIn(headers: readonly Field[]): readonly [string, string] | undefined {
  const directives = cacheDirectives(headers);
  const has = (name: string) => directives.some(([other]) => other === name);
  const age = (name: string) => directives.filter(([other]) => other === name).map(([, value]) => value);
  if (has('public') && has('private')) return ['public', 'private'];
  if (has('no-store') && has('immutable')) return ['no-store', 'immutable'];
  for (const name of ['max-age', 's-maxage']) {
    const [value, other = value] = age(name);
    if (has('no-store') && /^0*[1-9]\d*$/.test(value ?? '')) return ['no-store', name];
    if (value !== other) return [name, name];
  }
  return undefined;
}
