import type { Contest } from './contest-capture.ts';
import type { Verdict } from './judge.ts';

/** So many of so many. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/** How one contestant did: by class in the order of the contest, and in all. */
export interface Score {
  readonly removed: Share;
  readonly kept: Share;
  /** Of the two shares: high only where both are. */
  readonly harmonicMean: number;
  readonly removedByClass: ReadonlyMap<string, Share>;
  readonly keptByClass: ReadonlyMap<string, Share>;
}

export function scoreOf({ plants, probes }: Contest, { missed, lost }: Verdict): Score {
  const removed = { count: plants.length - missed.length, of: plants.length };
  const kept = { count: probes.length - lost.length, of: probes.length };
  return {
    removed,
    kept,
    harmonicMean: harmonicMean(removed.count / removed.of, kept.count / kept.of),
    removedByClass: byClass(plants, missed),
    keptByClass: byClass(probes, lost),
  };
}

/** 0 where either is 0. */
export function harmonicMean(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}

function byClass<T extends { readonly class: string }>(
  all: readonly T[],
  failed: readonly T[],
): Map<string, Share> {
  const shares = new Map<string, Share>();
  const failures = new Set(failed);
  for (const item of all) {
    const { count, of } = shares.get(item.class) ?? { count: 0, of: 0 };
    shares.set(item.class, { count: count + (failures.has(item) ? 0 : 1), of: of + 1 });
  }
  return shares;
}
