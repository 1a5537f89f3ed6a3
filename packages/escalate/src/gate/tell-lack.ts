import type { ErrorSentences, EscalationSpeech, LackFacts } from '@harrier/knowledge';
import type { Lack } from './gate.ts';

/** Why an answer does not count, and what to do. */
export function tellLack(lack: Lack, { escalation }: EscalationSpeech): ErrorSentences {
  // The code chooses both the sentences and the facts, which the compiler cannot see through the union.
  const tell = escalation.lack[lack.code] as (facts: LackFacts[typeof lack.code]) => ErrorSentences;
  return tell(lack.facts);
}
