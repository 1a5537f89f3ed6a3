import { type Difference, MAX_NAMED_ROWS } from './difference.ts';

/** Nobody reads more. */
const MAX_DIFFERENCES = 200;
/** A difference that so many kinds of requests share is one of the browsers, hosts or exporters, not of the person's step. */
const SHARED_BY = 4;
const SHARED_SHARE = 0.2;
/** What is named like a request that only one capture holds is probably why it does. */
const NAMES_THE_MISSING = 1.3;
/** Shorter names fit by chance. */
const SHORTEST_NAME = 6;

/**
 * Puts together what is the same in several kinds of requests, and ranks: most telling first, the same for the same two
 * captures in any order of their entries.
 */
export function foldDifferences(differences: readonly Difference[]): Difference[] {
  const missing = differences.flatMap(({ facts }) => (facts.kind === 'presence' ? [folded(facts.path)] : []));
  const groups = new Map<string, Difference[]>();
  for (const difference of differences) {
    if (isPreflightOfTold(difference, differences)) continue;
    const key = sameness(difference);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [difference]);
    else group.push(difference);
  }
  const ranked = [...groups.values()].map((group): Difference => {
    const [first, ...others] = group.sort(byScore) as [Difference, ...Difference[]];
    const share = group.length >= SHARED_BY && first.facts.kind === 'header' ? SHARED_SHARE : 1;
    const named = nameOf(first);
    const boost =
      named.length >= SHORTEST_NAME && missing.some((path) => path.includes(named)) ? NAMES_THE_MISSING : 1;
    const all = [first, ...others];
    return {
      entries: {
        a: all.flatMap(({ entries }) => entries.a).slice(0, MAX_NAMED_ROWS),
        b: all.flatMap(({ entries }) => entries.b).slice(0, MAX_NAMED_ROWS),
      },
      facts: first.facts,
      score: first.score * share * boost,
    };
  });
  return ranked.sort(byScore).slice(0, MAX_DIFFERENCES);
}

/** A preflight is missing because its request is. */
function isPreflightOfTold({ facts }: Difference, differences: readonly Difference[]): boolean {
  return (
    facts.kind === 'presence' &&
    facts.method === 'OPTIONS' &&
    differences.some(
      ({ facts: other }) =>
        other.kind === 'presence' &&
        other.method !== 'OPTIONS' &&
        other.onlyIn === facts.onlyIn &&
        other.host === facts.host &&
        other.path === facts.path,
    )
  );
}

/** Header fields of several requests are one difference, and so are members of one pointer; everything else is its own. */
function sameness({ facts }: Difference): string {
  switch (facts.kind) {
    case 'header':
      return JSON.stringify([facts.kind, facts.message, facts.name, facts.a, facts.b]);
    case 'access':
      return JSON.stringify([facts.kind, facts.name, facts.a, facts.b]);
    case 'member':
      return JSON.stringify([facts.kind, facts.message, facts.pointer, facts.a, facts.b]);
    default:
      return JSON.stringify(facts);
  }
}

/** What the difference is called: of a member, its own name and those around it. */
function nameOf({ facts }: Difference): string {
  if (facts.kind === 'access') return folded(facts.name);
  if (facts.kind !== 'member') return '';
  // `/services/singleNumberReach/assigned`: the flag has the name of what it is about.
  const parts = facts.pointer.split('/').slice(-2).map(folded);
  return parts[0] !== undefined && parts[0].length >= SHORTEST_NAME ? parts[0] : (parts[1] ?? '');
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[^a-z\d]/g, '');
}

function byScore(x: Difference, y: Difference): number {
  return y.score - x.score || (written(x) < written(y) ? -1 : 1);
}

const texts = new WeakMap<Difference['facts'], string>();

/** Thousands of differences have one score, and each is compared with a dozen others. */
function written({ facts }: Difference): string {
  const known = texts.get(facts);
  if (known !== undefined) return known;
  const text = JSON.stringify(facts);
  texts.set(facts, text);
  return text;
}
