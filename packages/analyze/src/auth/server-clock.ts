import type { Exchange } from '../exchange/exchange.ts';
import { fieldPosition, fieldValue } from '../exchange/field-value.ts';
import type { CaptureView } from '../findings/capture-view.ts';

/** How a server's clock stands against the recording machine's, as one answer shows it. */
export interface ClockSample {
  readonly row: number;
  readonly host: string;
  /** Date minus the moment at which the answer began; positive: the server is ahead. Date has whole seconds. */
  readonly offsetMs: number;
}

/** What one answer says; undefined: no Date, or a Date that a cache kept. RFC 9110 §6.6.1, RFC 9111 §5.1. */
export function clockSample(exchange: Exchange, view: Pick<CaptureView, 'host'>): ClockSample | undefined {
  const { entry } = exchange;
  const { headers } = entry.response;
  const date = Date.parse(fieldValue(headers, 'date') ?? '');
  const { startEpochMs } = entry;
  if (Number.isNaN(date) || startEpochMs === undefined || entry.fromCache !== undefined) return undefined;
  const age = Number(fieldValue(headers, 'age') ?? 0);
  const isCached =
    age > 0 || entry.response.status === 304 || /\bhit\b/i.test(fieldValue(headers, 'x-cache') ?? '');
  if (isCached) return undefined;
  const { blocked = 0, dns = 0, connect = 0, send = 0, wait = 0 } = entry.timings;
  const startedMs = startEpochMs + Math.max(0, blocked) + dns + connect + send + wait;
  // Cut, not rounded, to whole seconds: half a second on average.
  return { row: entry.index, host: view.host(entry.index), offsetMs: date + 500 - startedMs };
}

/**
 * When a request reached its server, by the server's own clock, in ms since 1970: its answer's Date, else the recording
 * machine's clock set right by what other answers show. `isExact`: the server's clock is known.
 */
export function serverTime(
  exchange: Exchange,
  view: CaptureView,
): { readonly epochMs: number; readonly isExact: boolean; readonly dateAt: number } | undefined {
  const { startEpochMs, response } = exchange.entry;
  const own = clockSample(exchange, view);
  if (startEpochMs === undefined) return undefined;
  const dateAt = own === undefined ? -1 : fieldPosition(response.headers, 'date');
  if (own !== undefined) return { epochMs: startEpochMs + own.offsetMs, isExact: true, dateAt };
  const offset = knownOffset(view);
  return { epochMs: startEpochMs + (offset ?? 0), isExact: offset !== undefined, dateAt };
}

/** What the other answers say, worked out once for a capture: every view of it shares its list of opened rows. */
function knownOffset(view: CaptureView): number | undefined {
  const known = offsets.get(view.openedRows);
  if (known !== undefined) return known.offsetMs;
  const offsetMs = medianOffset(clockSamples(view));
  offsets.set(view.openedRows, { offsetMs });
  return offsetMs;
}

const offsets = new WeakMap<readonly number[], { readonly offsetMs: number | undefined }>();

/** A field of this name, as exporters write fields. */
const dateField = /"date"\s{0,80},\s{0,80}"value"\s{0,4}:\s{0,4}"([^"]{0,60})"/gi;
const anyDate = /"date"/i;
/** Columns are rounded, and the Date is cut to seconds. */
const UNSURE_MS = 2000;

/**
 * Whether some opened answer may show a clock that is off by more than so much; `false` is certain. A look at the Date alone, which
 * saves parsing the many answers that agree.
 */
export function mayBeOff(view: CaptureView, limitMs: number): boolean {
  const { blocked, dns, connect, send, wait } = view.index.columns;
  return view.openedRows.some((row) => {
    const head = view.exchange(row)?.head;
    if (head === undefined) return true;
    const dates = [...head.matchAll(dateField)];
    if (dates.length === 0) return anyDate.test(head);
    const phasesMs = [blocked, dns, connect, send, wait].reduce(
      (sum, phase) => sum + Math.max(0, phase[row] || 0),
      0,
    );
    const startedMs = (view.index.columns.startEpochMs[row] as number) + phasesMs;
    return !dates.every(([, date = '']) => Math.abs(Date.parse(date) - startedMs) < limitMs - UNSURE_MS);
  });
}

/** What all opened answers say. */
export function clockSamples(view: CaptureView): ClockSample[] {
  return view.openedRows.flatMap((row) => {
    const exchange = view.exchange(row);
    return (exchange && clockSample(exchange, view)) ?? [];
  });
}

/** The middle one; undefined where there are none. */
export function medianOffset(samples: readonly Pick<ClockSample, 'offsetMs'>[]): number | undefined {
  const sorted = samples.map(({ offsetMs }) => offsetMs).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
