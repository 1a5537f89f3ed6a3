import type { FindingFacts, FindingId, FindingToTell } from './finding-facts.ts';
import { authFixers } from './fixers/auth.ts';
import { blockFixers } from './fixers/block.ts';
import { captureFixers } from './fixers/capture.ts';
import { corsFixers } from './fixers/cors.ts';
import { failFixers } from './fixers/fail.ts';
import type { Fixer } from './fixers/fixer.ts';
import { lintFixers } from './fixers/lint.ts';
import { permissionFixers } from './fixers/permission.ts';
import { slowFixers } from './fixers/slow.ts';
import { versionFixers } from './fixers/version.ts';

export type { Fixer } from './fixers/fixer.ts';

/** Who is asked first. The person reading may know better: the capture shows one side only. */
export function whoCanFix({ ruleId, facts, playbook }: FindingToTell): Fixer {
  if (playbook?.fixer !== undefined) return playbook.fixer;
  // The id chooses both the answer and the facts, which the compiler cannot see through the union.
  const fixer = fixers[ruleId] as Fixer | ((facts: FindingToTell['facts']) => Fixer) | undefined;
  // A playbook that does not say leaves it to those who run the service.
  if (fixer === undefined) return 'service-team';
  return typeof fixer === 'function' ? fixer(facts) : fixer;
}

const fixers: { readonly [Id in FindingId]: Fixer | ((facts: FindingFacts[Id]) => Fixer) } = {
  ...failFixers,
  ...corsFixers,
  ...authFixers,
  ...blockFixers,
  ...permissionFixers,
  ...versionFixers,
  ...slowFixers,
  ...lintFixers,
  ...captureFixers,
};
