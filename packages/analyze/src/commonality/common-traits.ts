import type { Entry } from '@harrier/har';
import { type TraitFacts, traitDimensions } from '@harrier/knowledge';
import { traitOf } from './trait-dimensions.ts';

/** Of fewer requests everything is a coincidence. */
const FEWEST = 3;
/** So many of the failed have it, and so few of the others: what is said then helps to narrow the trouble. A judgement. */
const MOST_OF_THE_FAILED = 0.8;
const FEW_OF_THE_OTHERS = 0.34;
/** Standard errors between the two shares; 3 is one coincidence in 700 for one dimension, of which there are twenty. */
const SURE = 3;
const MAX_TRAITS = 5;

/**
 * What a selection of requests has in common and the rest has not, the most telling first: by how well it separates
 * them (the phi coefficient), among equals in the order of the dimensions. Traits that name the same requests are told
 * once.
 */
export function commonTraits(selected: readonly Entry[], rest: readonly Entry[]): TraitFacts[] {
  if (selected.length < FEWEST || rest.length < FEWEST) return [];
  const candidates = traitDimensions.flatMap((dimension) => {
    const inSelected = selected.map(traitOf[dimension]);
    const inRest = rest.map(traitOf[dimension]);
    const timesInRest = timesOf(inRest);
    return [...timesOf(inSelected)].flatMap(([value, failed]) => {
      if (value === undefined) return [];
      const others = timesInRest.get(value) ?? 0;
      const facts: TraitFacts = {
        dimension,
        value,
        failed,
        allFailed: selected.length,
        others,
        allOthers: rest.length,
      };
      if (!isTelling(facts)) return [];
      const members = [...inSelected, ...inRest].map((other) => (other === value ? '1' : '0')).join('');
      return [{ facts, members, phi: phiOf(facts) }];
    });
  });
  const told = new Set<string>();
  return candidates
    .sort((a, b) => b.phi - a.phi)
    .filter(({ members }) => !told.has(members) && told.add(members))
    .slice(0, MAX_TRAITS)
    .map(({ facts }) => facts);
}

function timesOf(values: readonly (string | undefined)[]): ReadonlyMap<string | undefined, number> {
  const times = new Map<string | undefined, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return times;
}

function isTelling({ failed, allFailed, others, allOthers }: TraitFacts): boolean {
  const [share, otherShare] = [failed / allFailed, others / allOthers];
  if (failed < FEWEST || share < MOST_OF_THE_FAILED || otherShare > FEW_OF_THE_OTHERS) return false;
  const pooled = (failed + others) / (allFailed + allOthers);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / allFailed + 1 / allOthers));
  return (share - otherShare) / error >= SURE;
}

/** 1: all of the selection and none of the rest; 0: as often in both. */
function phiOf({ failed, allFailed, others, allOthers }: TraitFacts): number {
  const without = allFailed - failed;
  const othersWithout = allOthers - others;
  const product = (failed + others) * (without + othersWithout) * allFailed * allOthers;
  return product === 0 ? 0 : (failed * othersWithout - others * without) / Math.sqrt(product);
}
