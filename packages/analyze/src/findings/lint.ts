import type { FindingId } from '@harrier/knowledge';

/**
 * Whether a rule looks for breaches of the protocol that nobody has noticed yet. They are a list of their own, beside the
 * findings: on nearly every site there are some, and none of them is why somebody called.
 */
export function isLint(ruleId: FindingId): boolean {
  return ruleId.startsWith('lint/');
}
