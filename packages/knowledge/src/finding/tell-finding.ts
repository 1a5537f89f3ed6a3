import type { FindingSentences, Words } from '../words.ts';
import type { FindingToTell } from './finding-facts.ts';
import { whoCanFix } from './who-can-fix.ts';

/** A finding in one language. */
export interface ToldFinding {
  /** One sentence: what failed, who says so, which id to search. */
  readonly verdict: string;
  readonly explanation: string;
  readonly nextStep: string;
  readonly whoCanFix: string;
}

/** Puts a finding into words. Captured values in its facts come through as they are: who shows them escapes them. */
export function tellFinding(finding: FindingToTell, words: Words): ToldFinding {
  // The id chooses both the sentences and the facts, which the compiler cannot see through the union.
  const sentences = words.findings[finding.ruleId] as FindingSentences<FindingToTell['facts']>;
  const { facts } = finding;
  return {
    verdict: sentences.verdict(facts),
    explanation: sentences.explanation(facts),
    nextStep: sentences.nextStep(facts),
    whoCanFix: fixerText(finding, words),
  };
}

function fixerText(finding: FindingToTell, { terms }: Words): string {
  const fixer = whoCanFix(finding);
  const isNamed = finding.ruleId === 'fail/upstream' || finding.ruleId === 'permission/vendor-refused';
  const party = isNamed ? finding.facts.party : undefined;
  return fixer === 'third-party' && party !== undefined ? terms.namedThirdParty(party) : terms.fixer[fixer];
}
