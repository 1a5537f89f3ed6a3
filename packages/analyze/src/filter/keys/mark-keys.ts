import { type Entry, EntryFlag, type EntryIndex, entryDurationMs, UNKNOWN_SIZE } from '@harrier/har';
import { parseTrackingIds } from '@harrier/tracking';
import { hasFailed, outcomeOf } from '../../exchange/outcome.ts';
import type { Mark, MarkKey } from './key.ts';
import { hostOf, schemeOf, withoutPort } from './url-parts.ts';

/** Keys that name properties. */
export const MARK_KEYS: readonly MarkKey[] = [
  {
    kind: 'mark',
    key: 'is',
    origin: 'harrier',
    marks: {
      failed: failed(),
      pending: pending(),
      running: pending(),
      /** Refused for want of credentials or rights. RFC 9110 §15.5.2, §15.5.4, §15.5.8. */
      auth: statusMark((status) => status === 401 || status === 403 || status === 407),
      /** RFC 9110 §15.4, without 300 and 304, which lead nowhere. */
      redirect: statusMark((status) => [301, 302, 303, 307, 308].includes(status)),
      slow: slow(),
      large: large(),
      websocket: webSocket(),
      cors: { needs: { entry: true }, fromEntry: ({ entry }) => isCrossOrigin(entry) },
      retry: {
        needs: { entry: true, row: true },
        fromEntry: ({ entry, row }) => row?.retry ?? isRetry(entry),
      },
      cached: cached(),
      'from-cache': cached(),
      preloaded: { needs: { entry: true }, fromEntry: ({ entry }) => entry.initiator?.type === 'preload' },
      'service-worker-intercepted': {
        needs: { entry: true },
        fromEntry: ({ entry }) =>
          entry.fromCache === 'service-worker' || entry.response.custom._fetchedViaServiceWorker === true,
      },
      'service-worker-initiated': nowhere(),
    },
  },
  {
    kind: 'mark',
    key: 'has-overrides',
    origin: 'devtools',
    marks: {
      yes: nowhere(),
      // Overrides are a setting of the browser; a capture has none.
      no: { needs: {}, fromColumns: () => true, fromEntry: () => true },
      content: nowhere(),
      headers: nowhere(),
    },
  },
  {
    kind: 'mark',
    key: 'mixed-content',
    origin: 'devtools',
    marks: {
      all: nowhere(),
      displayed: nowhere(),
      blocked: nowhere(),
      'block-overridden': nowhere(),
    },
  },
];

/** DevTools knows it from the live page; no exporter writes it. */
function nowhere(): Mark {
  return { needs: {}, unobservable: true, fromColumns: () => false, fromEntry: () => false };
}

/** Never status alone: an error beside a 200 counts, and so does an error inside its body (the row knows). */
function failed(): Mark {
  return {
    needs: { entry: true, row: true },
    fromColumns: ({ index, i, row }) => {
      if (row?.failed !== undefined) return row.failed;
      if (typeof row?.error === 'string') return true;
      const outcome = outcomeOf(index, i);
      if (hasFailed(outcome)) return true;
      return outcome === 'answered' && row?.error === null ? false : 'open';
    },
    fromEntry: ({ entry, row }) => {
      if (row?.failed !== undefined) return row.failed;
      const { status } = entry.response;
      if (typeof row?.error === 'string' || entry.error !== undefined || (status ?? 0) >= 400) return true;
      return status === 0 && !isPending(entry);
    },
  };
}

function pending(): Mark {
  return {
    needs: { entry: true },
    fromColumns: ({ index, i }) => (outcomeOf(index, i) === 'answered' ? false : 'open'),
    fromEntry: ({ entry }) => isPending(entry),
  };
}

/** In flight when the capture was saved: Chrome says so, others leave the time out. As in `outcomeOf`. */
function isPending(entry: Entry): boolean {
  if (entry.pending) return true;
  return entry.response.status === 0 && entry.error === undefined && !((entry.timeMs ?? 0) > 0);
}

function statusMark(test: (status: number) => boolean): Mark {
  return {
    needs: {},
    fromColumns: ({ index, i }) => test(index.columns.status[i]!),
    fromEntry: ({ entry }) => test(entry.response.status ?? 0),
  };
}

/**
 * Quiet on what is long by design, and on failures: their time belongs to the failure. Long polls show
 * only beside their neighbours, so whoever analysed the capture says `slow` in the row.
 */
function slow(): Mark {
  return {
    needs: { entry: true, row: true },
    fromColumns: ({ index, i, row }, { slowMs }) => {
      if (row?.slow !== undefined) return row.slow;
      const { columns, strings } = index;
      if (!((entryDurationMs(index, i) ?? 0) >= slowMs) || outcomeOf(index, i) !== 'answered') return false;
      if (strings.get(columns.method[i]!) === 'CONNECT' || hasFrames(index, i)) return false;
      if (strings.get(columns.mimeType[i]!) === EVENT_STREAM) return false;
      const type = strings.get(columns.resourceType[i]!);
      return type === '' ? 'open' : !hasOpenEnd(type);
    },
    fromEntry: ({ entry, row }, { slowMs }) => {
      if (row?.slow !== undefined) return row.slow;
      const { status = 0, content } = entry.response;
      if (!((entry.timeMs ?? 0) >= slowMs) || status === 0 || status >= 400 || entry.error !== undefined) {
        return false;
      }
      if (entry.request.method === 'CONNECT' || isWebSocket(entry)) return false;
      return (
        !hasOpenEnd(entry.resourceType) && content.mimeType?.toLowerCase().startsWith(EVENT_STREAM) !== true
      );
    },
  };
}

const EVENT_STREAM = 'text/event-stream';

function hasOpenEnd(resourceType: string | undefined): boolean {
  return resourceType === 'websocket' || resourceType === 'eventsource';
}

function large(): Mark {
  return {
    needs: {},
    fromColumns: ({ index, i }, { largeBytes }) =>
      [index.columns.transferSize[i]!, index.columns.contentSize[i]!].some(
        (size) => size !== UNKNOWN_SIZE && size >= largeBytes,
      ),
    fromEntry: ({ entry }, { largeBytes }) =>
      Math.max(entry.response.transferSize ?? 0, entry.response.content.size ?? 0) >= largeBytes,
  };
}

function webSocket(): Mark {
  return {
    needs: { url: true },
    fromColumns: ({ index, i, row }) => {
      if (hasFrames(index, i)) return true;
      const type = index.strings.get(index.columns.resourceType[i]!);
      if (type !== '') return type === 'websocket';
      return row?.url === undefined ? 'open' : /^wss?$/.test(schemeOf(row.url));
    },
    fromEntry: ({ entry }) => isWebSocket(entry),
  };
}

/** Messages, or the switch to their protocol. RFC 6455 §4.2.2. */
function hasFrames({ columns }: EntryIndex, i: number): boolean {
  return (columns.flags[i]! & EntryFlag.hasWebSocketMessages) !== 0 || columns.status[i] === 101;
}

function isWebSocket(entry: Entry): boolean {
  return (
    (entry.webSocketMessages ?? []).length > 0 ||
    entry.response.status === 101 ||
    entry.resourceType === 'websocket'
  );
}

/** DevTools: served from the memory or disk cache, without the network. */
function cached(): Mark {
  return {
    needs: { entry: true },
    fromColumns: ({ index, i }) => ((index.columns.flags[i]! & EntryFlag.fromCache) === 0 ? false : 'open'),
    fromEntry: ({ entry }) => entry.fromCache === 'memory' || entry.fromCache === 'disk',
  };
}

/** A preflight, or a request whose `Origin` is not its target's. Fetch, HTTP CORS protocol. */
function isCrossOrigin(entry: Entry): boolean {
  if (entry.resourceType === 'preflight' || entry.initiator?.type === 'preflight') return true;
  const origin = header(entry, 'origin')?.trim();
  if (origin === undefined || origin === '') return false;
  const { url } = entry.request;
  return !isSameOrigin(origin, url);
}

function isSameOrigin(origin: string, url: string): boolean {
  const scheme = schemeOf(url).replace(/^ws/, 'http');
  return schemeOf(origin) === scheme && withDefaultPort(origin) === withDefaultPort(url);
}

function withDefaultPort(url: string): string {
  const host = hostOf(url);
  const port = /^(?:https|wss)$/.test(schemeOf(url)) ? ':443' : ':80';
  return withoutPort(host) === host ? host + port : host;
}

/** Clients that send a request again say so: in the tracking id or in a counting field. */
function isRetry(entry: Entry): boolean {
  const tracking = parseTrackingIds(header(entry, 'trackingid') ?? '');
  if (tracking.some((id) => (id.replay ?? 0) > 0)) return true;
  // SDKs of AWS (`attempt=2; max=3`), Stripe and OpenAI, and what others count with.
  if (/(?:^|[;\s])attempt=(?:[2-9]|[1-9][0-9])/.test(header(entry, 'amz-sdk-request') ?? '')) return true;
  return ['x-stainless-retry-count', 'x-retry-count', 'x-retry', 'retry-count'].some(
    (name) => Number(header(entry, name) ?? 0) > 0,
  );
}

function header(entry: Entry, name: string): string | undefined {
  return entry.request.headers.find((field) => field.name.toLowerCase() === name)?.value;
}
