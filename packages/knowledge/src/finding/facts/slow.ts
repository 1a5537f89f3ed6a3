import type { ExchangeFacts } from './exchange.ts';

/** Where the browser held a request back: `queue` for its priority · `stalled` no word why. */
export type QueuePlace = 'queue' | 'stalled';

/** `no-lifetime` named by its content and not allowed to be kept · `fetched-again` unchanged, and fetched twice. */
export type CacheTrouble = 'no-lifetime' | 'fetched-again';

/** Times are those of the slowest one. */
type WaitFacts = ExchangeFacts & {
  readonly timeMs: number;
  readonly waitMs: number;
  /** The median of the host's other answers; absent where they are few. */
  readonly usualMs?: number;
};

type PhaseFacts = ExchangeFacts & {
  /** Of the longest one. */
  readonly phaseMs: number;
  /** What is still ordinary. */
  readonly limitMs: number;
};

/** Facts of the findings `slow/…`, by id. */
export type SlowFacts = {
  /** `serviceMs`: what the service says it took. */
  readonly 'slow/server': WaitFacts & { readonly serviceMs: number };
  readonly 'slow/network': WaitFacts & { readonly serviceMs: number };
  readonly 'slow/wait-unexplained': WaitFacts;
  readonly 'slow/long-poll': ExchangeFacts & { readonly waitMs: number };
  readonly 'slow/buffered-stream': ExchangeFacts & {
    readonly waitMs: number;
    /** From the first byte to the last. */
    readonly receiveMs: number;
    readonly events: number;
  };
  readonly 'slow/six-connections': ExchangeFacts & {
    readonly stalledMs: number;
    /** Other requests to the same host that were running. */
    readonly concurrent: number;
  };
  readonly 'slow/queueing': ExchangeFacts & {
    readonly timeMs: number;
    readonly queuedMs: number;
    readonly place: QueuePlace;
  };
  readonly 'slow/dns': PhaseFacts;
  readonly 'slow/connect': PhaseFacts;
  readonly 'slow/tls': PhaseFacts;
  readonly 'slow/proxy': PhaseFacts;
  readonly 'slow/no-reuse': ExchangeFacts & {
    /** Spent on opening them, altogether. */
    readonly setupMs: number;
    /** The answers say `Connection: close`. */
    readonly closed: boolean;
  };
  readonly 'slow/download': ExchangeFacts & { readonly receiveMs: number; readonly sizeBytes: number };
  readonly 'slow/busy-browser': ExchangeFacts & { readonly receiveMs: number };
  readonly 'slow/big-response': ExchangeFacts & {
    readonly sizeBytes: number;
    readonly limitBytes: number;
    readonly timeMs: number;
  };
  readonly 'slow/uncompressed': ExchangeFacts & {
    /** Of the largest one. */
    readonly sizeBytes: number;
    readonly totalBytes: number;
  };
  readonly 'slow/not-cached': ExchangeFacts & {
    readonly trouble: CacheTrouble;
    /** Of all of them. */
    readonly sizeBytes: number;
  };
  readonly 'slow/redirects': ExchangeFacts & { readonly hops: number; readonly redirectMs: number };
  readonly 'slow/waterfall': ExchangeFacts & {
    readonly calls: number;
    readonly totalMs: number;
    /** What sending them at once would save. */
    readonly savingMs: number;
  };
  readonly 'slow/many-calls': ExchangeFacts & {
    readonly calls: number;
    readonly spanMs: number;
    readonly totalMs: number;
  };
  readonly 'slow/duplicate-calls': ExchangeFacts & { readonly copies: number; readonly wastedMs: number };
  readonly 'slow/polling': ExchangeFacts & { readonly calls: number; readonly gapMs: number };
  readonly 'slow/retry-storm': ExchangeFacts & {
    readonly attempts: number;
    /** The longest. */
    readonly gapMs: number;
    readonly status?: number;
    /** What `Retry-After` asked for, where the gaps are shorter. */
    readonly retryAfterMs?: number;
  };
  readonly 'slow/timeout-chain': ExchangeFacts & {
    readonly timeMs: number;
    /** The limit that the error names. */
    readonly limitMs: number;
    readonly times: number;
  };
  readonly 'slow/third-party': ExchangeFacts & {
    readonly sites: number;
    /** How long only other sites were loading. */
    readonly aloneMs: number;
    readonly loadMs: number;
  };
};
