import type { Words } from '../words.ts';
import type { TraitFacts } from './trait.ts';

/** A trait as a sentence. */
export function tellTrait(facts: TraitFacts, { commonality }: Words): string {
  const { dimension, value } = facts;
  const shown = value === 'yes' ? commonality.yes : value === 'no' ? commonality.no : value;
  return commonality.common(commonality.dimension[dimension], shown, facts);
}
