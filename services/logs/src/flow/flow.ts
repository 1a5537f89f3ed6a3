import type { ExpectedOperation } from '@harrier/analyze';
import type { PlaybookLabel } from '@harrier/knowledge';
import type { StoredRecord } from '../store/log-store.ts';

/** One request on its way through the services: who handled it, in which order, and where it broke. */
export interface Flow {
  /** Base of its tracking ids, lower case: the UUID of the session. */
  readonly base: string;
  /** Counters of the request in its session; empty where the portal draws a new UUID for each request. */
  readonly request: readonly string[];
  /** What was asked, as the browser or the first service says; undefined where no line tells. */
  readonly asked: { readonly method: string; readonly path: string; readonly host: string } | undefined;
  /** What a playbook knows of such a request. */
  readonly expected: ExpectedOperation | undefined;
  /** Callers before those whom they called, calls of one caller by their start. `caller` is an index of this list. */
  readonly hops: readonly FlowHop[];
  /** Services that should have a line and have none. */
  readonly missing: readonly MissingHop[];
  /** Values that one hop sent and the next did not get. */
  readonly drifts: readonly PayloadDrift[];
  /** JSON pointers of settings that were filled in but asked for as `enabled: false`: the page sent "off". */
  readonly askedOff: readonly string[];
  readonly clocks: readonly ClockOffset[];
  /** Index of the hop at which it broke first; undefined where none failed. */
  readonly firstFailing: number | undefined;
}

/** What one service did for one call. */
export interface FlowHop {
  /** Index of the hop that called it; undefined where nobody is known to have. */
  readonly caller: number | undefined;
  /** `browser` the entry of a capture · `gateway` only its access log tells of it · `service` everything else. */
  readonly kind: 'browser' | 'gateway' | 'service';
  /** Counters of the call, `['12', '0']` for call 12.0. */
  readonly path: readonly string[];
  /** Number of the attempt, 0 for the first one. */
  readonly attempt: number;
  /** Who wrote the lines, as the logs call them: a service, else the file's name without its ending. */
  readonly writer: string;
  /** The same service's name in a playbook, and its title; undefined where no playbook knows it. */
  readonly known: { readonly name: string; readonly title: PlaybookLabel } | undefined;
  readonly region: string;
  /** On the clock of the first hop, ns since 1970-01-01T00:00Z; undefined where no line has a time. */
  readonly startNs: bigint | undefined;
  readonly endNs: bigint | undefined;
  /** The service that it called and never heard of again, as its line names it. */
  readonly peer: string;
  readonly status: number | undefined;
  readonly failure: HopFailure | undefined;
  /** In time order. Empty for the browser. */
  readonly lines: readonly StoredRecord[];
}

/**
 * Why a hop counts as failed. `in-200` an error inside a message that was delivered well · `exception` a stack trace ·
 * `error` a line of level error · `status` an HTTP status from 400 on · `unanswered` it called and no answer was logged.
 */
export interface HopFailure {
  readonly kind: 'in-200' | 'exception' | 'error' | 'status' | 'unanswered';
  /** One line in the service's own words; `''` where there are none. */
  readonly text: string;
  /** The innermost `Caused by` of a stack trace. */
  readonly cause: string | undefined;
  /** The first frame of the trace, as written. */
  readonly at: string | undefined;
  /** Commands of an OCI document that were refused, of how many; undefined for everything else. */
  readonly commands: { readonly refused: number; readonly of: number } | undefined;
  /** It only passed on what another service had answered. */
  readonly received: boolean;
  /** The line that says so; undefined for the browser. */
  readonly line: StoredRecord | undefined;
}

/** A service that a playbook expects and of which there is no line. */
export interface MissingHop {
  readonly name: string;
  readonly title: PlaybookLabel;
  /** With which its ids begin, e.g. `OCIROUTER`; `''` where it writes others' ids. */
  readonly prefix: string;
  readonly path: readonly string[];
}

/** A value on its way from one message to the next. */
export interface PayloadDrift {
  /** Indexes of the hops that wrote the two messages. */
  readonly from: number;
  readonly to: number;
  /** `Command.element`. */
  readonly element: string;
  /** JSON pointer of the request's member that it comes from; undefined where no playbook maps it. */
  readonly member: string | undefined;
  /** undefined = not set. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** How far a service's clock is from that of the first hop; positive = it runs ahead. */
export interface ClockOffset {
  readonly writer: string;
  readonly offsetNs: bigint;
  /** Half the width of what the calls allow; undefined where nothing bounds it from both sides. */
  readonly errorNs: bigint | undefined;
}

/** The entry of a capture that a flow begins with. */
export interface FlowEntry {
  readonly method: string;
  readonly url: string;
  readonly startEpochMs: number | undefined;
  readonly timeMs: number | undefined;
  readonly status: number | undefined;
  /** Text of the request's body. */
  readonly requestText: string | undefined;
  /** The one line that says why it failed. */
  readonly errorText: string | undefined;
}
