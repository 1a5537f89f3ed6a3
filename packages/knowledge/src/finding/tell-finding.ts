import type { FindingSentences, Words } from '../words.ts';
import type { FindingToTell } from './finding-facts.ts';
import { fillSentence } from './playbook.ts';
import { whoCanFix } from './who-can-fix.ts';

/** The words that findings are told with. */
export type FindingSpeech = Pick<Words, 'language' | 'findings' | 'terms'>;

/** A finding in one language. */
export interface ToldFinding {
  /** One sentence: what failed, who says so, which id to search. */
  readonly verdict: string;
  readonly explanation: string;
  readonly nextStep: string;
  readonly whoCanFix: string;
}

/** Puts a finding into words. Captured values in its facts come through as they are: who shows them escapes them. */
export function tellFinding(finding: FindingToTell, words: FindingSpeech): ToldFinding {
  const { playbook } = finding;
  const own = playbook?.texts[words.language] ?? playbook?.texts.en;
  const told = (name: 'verdict' | 'explanation' | 'nextStep'): string => {
    const sentence = own?.[name];
    if (playbook !== undefined && sentence !== undefined)
      return fillSentence(sentence, playbook, words.language);
    // The id chooses both the sentences and the facts, which the compiler cannot see through the union. A playbook's own
    // finding has none here.
    const sentences = words.findings[finding.ruleId] as FindingSentences<FindingToTell['facts']> | undefined;
    return sentences?.[name](finding.facts) ?? '';
  };
  return {
    verdict: told('verdict') || finding.ruleId,
    explanation: told('explanation'),
    nextStep: told('nextStep'),
    whoCanFix: fixerText(finding, words),
  };
}

function fixerText(finding: FindingToTell, { terms }: FindingSpeech): string {
  const fixer = whoCanFix(finding);
  const isNamed = finding.ruleId === 'fail/upstream' || finding.ruleId === 'permission/vendor-refused';
  const party = isNamed ? finding.facts.party : undefined;
  return fixer === 'third-party' && party !== undefined ? terms.namedThirdParty(party) : terms.fixer[fixer];
}
