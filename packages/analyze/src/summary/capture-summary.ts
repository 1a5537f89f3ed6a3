import type { Capture, Producer } from '@harrier/har';
import type { CaptureView } from '../findings/capture-view.ts';

/** What a capture is, in numbers. */
export interface CaptureSummary {
  readonly producer: Producer;
  readonly entries: number;
  readonly failed: number;
  readonly slow: number;
  /** Still in flight when the capture was saved. */
  readonly pending: number;
  /** Half-open [startEpochMs, endEpochMs), ms since 1970; undefined when no entry has a date. */
  readonly startEpochMs?: number;
  readonly endEpochMs?: number;
  readonly spanMs: number;
  /** Rules by which Harrier took the credentials out; absent where it did not. */
  readonly sanitizedBy?: string;
  /** The busiest first; among equals by name. */
  readonly hosts: readonly HostSummary[];
}

export interface HostSummary {
  readonly host: string;
  readonly entries: number;
  readonly failed: number;
}

export function summarise(
  capture: Capture,
  view: CaptureView,
  failedEntries: readonly number[],
  slow: number,
): CaptureSummary {
  const { index } = capture;
  const { span } = view;
  const sanitizedBy = ruleSetOf(capture.log.custom._harrier);
  const hasDates = span.undatedRows.length < index.length;
  return {
    producer: capture.producer,
    entries: index.length,
    failed: failedEntries.length,
    slow,
    pending: view.failures.filter(({ reading }) => reading === 'pending').length,
    ...(hasDates ? { startEpochMs: span.startEpochMs, endEpochMs: span.endEpochMs } : {}),
    spanMs: span.endEpochMs - span.startEpochMs,
    ...(sanitizedBy === undefined ? {} : { sanitizedBy }),
    hosts: hostsOf(view, failedEntries),
  };
}

/** The marker that `harrier sanitize` leaves in `log`. Anybody can write one, so it is told and nothing is concluded from it. */
function ruleSetOf(marker: unknown): string | undefined {
  if (typeof marker !== 'object' || marker === null) return undefined;
  const { sanitized, ruleSet } = marker as Record<string, unknown>;
  return sanitized === true && typeof ruleSet === 'string' && /^[\d.]{1,20}$/.test(ruleSet)
    ? ruleSet
    : undefined;
}

function hostsOf(view: CaptureView, failedEntries: readonly number[]): HostSummary[] {
  const { columns, strings, length } = view.index;
  const times = new Uint32Array(strings.length);
  for (let row = 0; row < length; row++) times[columns.host[row] as number]!++;
  const byHost = new Map<string, { entries: number; failed: number }>();
  times.forEach((entries, id) => {
    if (entries > 0 && strings.get(id) !== '') byHost.set(strings.get(id), { entries, failed: 0 });
  });
  for (const row of failedEntries) {
    const counts = byHost.get(view.host(row));
    if (counts) counts.failed++;
  }
  return [...byHost]
    .map(([host, counts]) => ({ host, ...counts }))
    .sort((a, b) => b.entries - a.entries || (a.host < b.host ? -1 : 1));
}
