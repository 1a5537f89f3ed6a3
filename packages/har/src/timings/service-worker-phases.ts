import type { EntryTimings } from '../entry/model.ts';
import type { PhaseSpan } from './phase.ts';

/** Chrome's service-worker marks: ms after the request started (after queueing). */
export interface ServiceWorkerMarks {
  readonly startMs: number;
  readonly readyMs: number;
  readonly respondWith?: { readonly startMs: number; readonly endMs: number };
}

/** The marks of a request that a service worker handled; undefined when there are none or they contradict each other. */
export function serviceWorkerMarks(timings: EntryTimings): ServiceWorkerMarks | undefined {
  const { workerStart, workerReady, workerFetchStart, workerRespondWithSettled } = timings;
  if (workerReady === undefined) return undefined;
  // A worker that was running already has no start.
  const startMs = workerStart ?? workerReady;
  if (!(startMs >= 0 && startMs <= workerReady)) return undefined;
  const settled =
    workerFetchStart !== undefined &&
    workerRespondWithSettled !== undefined &&
    workerFetchStart >= workerReady &&
    workerRespondWithSettled >= workerFetchStart;
  return {
    startMs,
    readyMs: workerReady,
    ...(settled ? { respondWith: { startMs: workerFetchStart, endMs: workerRespondWithSettled } } : {}),
  };
}

/**
 * The phases of a request that a service worker answered, as DevTools lays them: stalled until the worker starts,
 * start-up, request to the worker until everything is sent, waiting. `respondWith` overlaps the request
 * and the waiting, so it counts for neither. undefined when the marks do not fit between queueing and sending.
 */
export function serviceWorkerSpans(
  marks: ServiceWorkerMarks,
  entry: {
    readonly queueingMs: number;
    /** End of `send`, from the entry's start. */
    readonly sentMs: number;
    readonly wait: number | undefined;
    readonly receive: number | undefined;
  },
): PhaseSpan[] | undefined {
  const { queueingMs, sentMs } = entry;
  const startMs = queueingMs + marks.startMs;
  const readyMs = queueingMs + marks.readyMs;
  if (readyMs > sentMs) return undefined;
  const spans: PhaseSpan[] = [];
  if (queueingMs > 0) spans.push({ phase: 'queueing', startMs: 0, endMs: queueingMs });
  if (startMs > queueingMs) spans.push({ phase: 'stalled', startMs: queueingMs, endMs: startMs });
  spans.push({ phase: 'serviceWorkerStartup', startMs, endMs: readyMs });
  spans.push({ phase: 'serviceWorkerRequest', startMs: readyMs, endMs: sentMs });
  const answeredMs = sentMs + (entry.wait ?? 0);
  if (marks.respondWith) {
    spans.push({
      phase: 'serviceWorkerRespondWith',
      startMs: Math.min(queueingMs + marks.respondWith.startMs, answeredMs),
      endMs: Math.min(queueingMs + marks.respondWith.endMs, answeredMs),
      within: 'wait',
    });
  }
  if (entry.wait !== undefined) spans.push({ phase: 'wait', startMs: sentMs, endMs: answeredMs });
  if (entry.receive !== undefined) {
    spans.push({ phase: 'receive', startMs: answeredMs, endMs: answeredMs + entry.receive });
  }
  return spans;
}
