import type { WaitPlace } from '@harrier/knowledge';
import type { Exchange } from '../../../exchange/exchange.ts';
import { urlPlace } from '../../../exchange/path-template.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import type { ColumnView } from '../../../findings/capture-view.ts';
import type { Evidence } from '../../../findings/finding.ts';
import type { Rule } from '../../../findings/rule.ts';
import { serviceTimeMs } from '../../../slow/service-time.ts';
import { isSlow } from '../../../slow/slow.ts';

/** Most of the time: with four fifths in one phase, no other can be worth looking at first. */
const WAIT_SHARE = 0.8;
/** The service's own clock explains the wait from here on; the rest is way and queue. */
const SERVICE_SHARE = 0.7;
/** The slowest of them are told; a page of a thousand slow requests has one cause, not a thousand. */
const MAX_OPENED = 200;

/**
 * Finds slow answers (1 s and up) that were mostly waited for: request sent, first byte not there. The time went to the
 * service or to what stands before it; `x-envoy-upstream-service-time` and `server-timing` tell which, where they are there.
 * Search the services' logs by the tracking id.
 * Quiet on: long polls, event streams, WebSockets, failed requests, entries whose `wait` is not known.
 * Spec: HAR 1.2 timings; W3C Server Timing.
 */
export const waitDominates: Rule<'slow/wait-dominates'> = {
  meta: { id: 'slow/wait-dominates', severity: 'warning', class: 'proven', knowledgeId: 'timing/waiting' },
  needs: ['timings'],
  *opens(view) {
    yield* slowestFirst(view).slice(0, MAX_OPENED);
  },
  *detect(view) {
    const failed = new Set(view.failures.map(({ row }) => row));
    const groups = new Map<string, [Exchange, ...Exchange[]]>();
    for (const row of slowestFirst(view)) {
      const exchange = failed.has(row) ? undefined : view.exchange(row);
      if (exchange === undefined) continue;
      const { method, url } = exchange.entry.request;
      const { host, path } = urlPlace(url);
      const key = JSON.stringify([method, host, path]);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [exchange]);
      else group.push(exchange);
    }
    for (const group of groups.values()) {
      const [slowest] = group;
      const { index } = slowest.entry;
      const timeMs = view.durationMs(index) ?? 0;
      const waitMs = view.index.columns.wait[index] as number;
      const serviceMs = serviceTimeMs(slowest);
      yield {
        entries: group.map(({ entry }) => entry.index),
        evidence: evidenceOf(slowest),
        facts: {
          ...exchangeFacts(slowest, group.length),
          timeMs: Math.round(timeMs),
          waitMs: Math.round(waitMs),
          place: placeOf(waitMs, serviceMs),
          ...(serviceMs === undefined ? {} : { serviceMs: Math.round(serviceMs) }),
        },
      };
    }
  },
};

function slowestFirst(view: ColumnView): number[] {
  const { wait } = view.index.columns;
  return view.rowsByStart
    .filter((row) => isSlow(view, row) && (wait[row] as number) >= WAIT_SHARE * (view.durationMs(row) ?? 0))
    .sort((a, b) => (view.durationMs(b) ?? 0) - (view.durationMs(a) ?? 0));
}

function placeOf(waitMs: number, serviceMs: number | undefined): WaitPlace {
  if (serviceMs === undefined) return 'not-observable';
  return serviceMs >= SERVICE_SHARE * waitMs ? 'service' : 'before-service';
}

function evidenceOf(exchange: Exchange): Evidence[] {
  const entry = exchange.entry.index;
  return [
    { entry, pointer: '/timings/wait', role: 'cause' },
    { entry, pointer: '/time', role: 'symptom' },
    ...headerEvidence(exchange, 'response', 'x-envoy-upstream-service-time'),
    ...headerEvidence(exchange, 'response', 'server-timing'),
  ];
}
