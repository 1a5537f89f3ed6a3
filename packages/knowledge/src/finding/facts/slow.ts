import type { ExchangeFacts } from './exchange.ts';

/** Where a long wait was spent, by the service's own clock where it tells it. */
export type WaitPlace = 'service' | 'before-service' | 'not-observable';

/** Facts of the findings `slow/…`, by id. */
export type SlowFacts = {
  readonly 'slow/wait-dominates': ExchangeFacts & {
    /** Of the slowest one. */
    readonly timeMs: number;
    readonly waitMs: number;
    readonly place: WaitPlace;
    /** What the service says it took. */
    readonly serviceMs?: number;
  };
  readonly 'slow/stalled': ExchangeFacts & {
    readonly timeMs: number;
    readonly stalledMs: number;
    /** Other requests to the same host that were running when it was stalled. */
    readonly concurrent: number;
    /** HTTP/1.x, and six or more were running: the browser's limit for one host. */
    readonly connectionLimit: boolean;
  };
};
