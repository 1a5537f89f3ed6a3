import { shippedPlaybooks } from '@harrier/analyze';
import { type Flow, findFlows, mostBroken } from '@harrier/logs/for-pages';
import { useMemo } from 'react';
import type { LogSearch } from '../search/log-search.ts';

/** The request that a finished search is about. */
export interface ShownFlow {
  readonly flow: Flow;
  /** Every request that the id stands for, in order of appearance. */
  readonly flows: readonly Flow[];
}

/**
 * Puts the found lines together, in this page: the capture's own request never leaves it. undefined while the search runs, and
 * where words were searched. `chosen` is an index of `flows`; without one it is the most broken one.
 */
export function useFlow(
  { state, records, target, wanted }: LogSearch,
  chosen: number | undefined,
): ShownFlow | undefined {
  const entry = wanted?.entry;
  const flows = useMemo(
    () =>
      state === 'searching' || target === undefined || records.length === 0
        ? []
        : findFlows({
            target,
            records,
            playbooks: shippedPlaybooks,
            ...(entry === undefined ? {} : { entry }),
          }),
    [state, target, records, entry],
  );
  const flow = (chosen === undefined ? undefined : flows[chosen]) ?? mostBroken(flows);
  return flow === undefined ? undefined : { flow, flows };
}
