import type { Phase } from '@harrier/har';
import type { Dialect } from './dialect.ts';
import type { FindingName } from './finding-names.ts';

/** What is wrong in a scenario, said by who broke it. */
export interface Truth {
  /** Nothing is wrong: no finding of severity `error` is allowed, whatever the entries look like. */
  readonly healthy?: true;
  readonly expects: readonly Expectation[];
  /** True as well, but not asked for: neither counted when found nor missed when not. */
  readonly allows?: readonly FindingName[];
  /** Time that was put into a phase on purpose. */
  readonly phases?: readonly InjectedPhase[];
  /** What the browser itself must have said over CDP; the recording fails where it did not. */
  readonly browser?: readonly ExpectedVerdict[];
}

export interface Expectation {
  readonly finding: FindingName;
  /** The entries that show it, the most telling first; empty: it is about the file, or about what is not in it. */
  readonly on: readonly RequestMatcher[];
  /** The browser's own name for it: CDP's CorsError, BlockedReason, cookie reason, or `net::ERR_…`. */
  readonly reason?: string;
  /** Of a slow entry: where its time went. */
  readonly phase?: Phase;
  /** What everything else follows from; one a scenario. */
  readonly root?: true;
  /** Dialects in which nothing in the file shows it. A request without an entry need not be listed. */
  readonly hiddenIn?: readonly Dialect[];
  /** Rests on cookies or Authorization, which Chrome's sanitized export lacks. Same as naming it in `hiddenIn`. */
  readonly notObservableWhenSanitized?: true;
}

/** Milliseconds that a scenario spent in one phase of one request on purpose. */
export interface InjectedPhase {
  readonly on: RequestMatcher;
  readonly phase: Phase;
  readonly ms: number;
}

/** Picks requests of a run. */
export interface RequestMatcher {
  /** Default: every method except OPTIONS, so that a preflight is only meant when it is named. */
  readonly method?: string;
  /**
   * A text that begins with `/`: the path, query excluded. Any other text: host and path (`api.example.test/users`).
   * A pattern: tested against the whole URL.
   */
  readonly url: string | RegExp;
  /** 0 = the first in the order of their start; default: all of them. */
  readonly nth?: number;
}

/** A CDP verdict that a scenario must bring about; each given part has to hold for one matching request. */
export interface ExpectedVerdict {
  readonly on: RequestMatcher;
  /** `Network.loadingFailed.errorText`, e.g. `net::ERR_CONNECTION_RESET`. */
  readonly errorText?: string;
  /** `Network.loadingFailed.blockedReason`. */
  readonly blockedReason?: string;
  /** `Network.loadingFailed.corsErrorStatus.corsError`. */
  readonly corsError?: string;
  /** One of the blocked cookies' reasons, of request or response. */
  readonly cookieReason?: string;
  /** Code of an issue of the Issues panel, e.g. `ContentSecurityPolicyIssue`; not tied to the request. */
  readonly issue?: string;
}
