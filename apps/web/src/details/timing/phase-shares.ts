import type { Phase, PhaseBreakdown } from '@harrier/har';

/** Whose time a phase was. Waiting holds one round trip too, which no capture tells apart from the server's work. */
export type Party = 'browser' | 'network' | 'server' | 'unaccounted';

const PARTIES: Readonly<Record<Phase, Party>> = {
  queueing: 'browser',
  stalled: 'browser',
  proxy: 'network',
  dns: 'network',
  connect: 'network',
  ssl: 'network',
  serviceWorkerStartup: 'browser',
  serviceWorkerRespondWith: 'browser',
  serviceWorkerRequest: 'browser',
  send: 'network',
  wait: 'server',
  receive: 'network',
  unaccounted: 'unaccounted',
};

/** How much of a request's time each party had. */
export interface PhaseShare {
  readonly party: Party;
  readonly ms: number;
  /** 0 to 1. */
  readonly share: number;
}

/** The parties that had time, in the order of the phases; they add up to the whole. Inner phases are counted once. */
export function phaseShares({ spans, timeMs }: PhaseBreakdown): PhaseShare[] {
  const total = new Map<Party, number>();
  for (const { phase, startMs, endMs, within } of spans) {
    if (within !== undefined) continue;
    const party = PARTIES[phase];
    total.set(party, (total.get(party) ?? 0) + endMs - startMs);
  }
  return (['browser', 'network', 'server', 'unaccounted'] as const).flatMap((party) => {
    const ms = total.get(party) ?? 0;
    return ms > 0 ? [{ party, ms, share: ms / timeMs }] : [];
  });
}
