import type { Capture } from '@harrier/har';
import { captureSpan } from '@harrier/har';
import type { DifferencePlace } from '@harrier/knowledge';
import { entryUrl } from '../exchange/indexed-text.ts';
import { urlPlace } from '../exchange/path-template.ts';

/** Two rows that are the same request, of the first capture and of the second. */
export type Pair = readonly [a: number, b: number];

/** All requests of one kind: paired by occurrence, and what one capture has more of. */
export interface PairGroup {
  readonly place: DifferencePlace;
  readonly pairs: readonly Pair[];
  readonly onlyA: readonly number[];
  readonly onlyB: readonly number[];
}

/** URLs are read in turn; after so many others get their turn, and a cancellation is noticed. */
const ROWS_PER_CHECK = 2048;

/**
 * Pairs the requests of two captures: by method, host, path template and query with its ids normalised; what is left
 * then without the query, and at last without the host, where the other capture has never heard of it (another region,
 * staging and production). Within a group the first is paired with the first.
 */
export async function pairEntries(a: Capture, b: Capture, signal?: AbortSignal): Promise<PairGroup[]> {
  const requestsA = await requestsOf(a, signal);
  const requestsB = await requestsOf(b, signal);
  const hostsA = new Set(requestsA.map(({ place }) => place.host));
  const hostsB = new Set(requestsB.map(({ place }) => place.host));
  const groups = new Map<string, Group>();
  const keys: readonly KeyOf[] = [
    ({ whole, query }) => whole + query,
    ({ whole }) => whole,
    ({ place, query }, other) =>
      other.has(place.host) ? undefined : `${place.method} ${place.path}${query}`,
  ];
  let left: Left = { a: requestsA, b: requestsB };
  for (const key of keys)
    left = pairBy(
      left,
      (request) => key(request, hostsB),
      (request) => key(request, hostsA),
      groups,
    );
  for (const request of left.a) groupOf(groups, request).onlyA.push(request.row);
  for (const request of left.b) groupOf(groups, request).onlyB.push(request.row);
  return [...groups.values()];
}

interface Request {
  readonly row: number;
  readonly place: DifferencePlace;
  /** Method, host and path in one text. */
  readonly whole: string;
  readonly query: string;
}

type KeyOf = (request: Request, otherHosts: ReadonlySet<string>) => string | undefined;

interface Left {
  readonly a: readonly Request[];
  readonly b: readonly Request[];
}

interface Group extends PairGroup {
  readonly pairs: Pair[];
  readonly onlyA: number[];
  readonly onlyB: number[];
}

function pairBy(
  { a, b }: Left,
  keyA: (request: Request) => string | undefined,
  keyB: (request: Request) => string | undefined,
  groups: Map<string, Group>,
): Left {
  const waiting = new Map<string, { readonly requests: Request[]; next: number }>();
  const leftB = new Set<Request>(b);
  for (const request of b) {
    const key = keyB(request);
    if (key === undefined) continue;
    const queue = waiting.get(key);
    if (queue === undefined) waiting.set(key, { requests: [request], next: 0 });
    else queue.requests.push(request);
  }
  const leftA: Request[] = [];
  for (const request of a) {
    const key = keyA(request);
    const queue = key === undefined ? undefined : waiting.get(key);
    const partner = queue?.requests[queue.next];
    if (queue === undefined || partner === undefined) {
      leftA.push(request);
      continue;
    }
    queue.next++;
    leftB.delete(partner);
    groupOf(groups, request).pairs.push([request.row, partner.row]);
  }
  return { a: leftA, b: [...leftB] };
}

function groupOf(groups: Map<string, Group>, { whole, place }: Request): Group {
  const known = groups.get(whole);
  if (known !== undefined) return known;
  const group: Group = { place, pairs: [], onlyA: [], onlyB: [] };
  groups.set(whole, group);
  return group;
}

/** In the order in which things happened. */
async function requestsOf(capture: Capture, signal: AbortSignal | undefined): Promise<Request[]> {
  const { index } = capture;
  const { rowStartEpochMs } = captureSpan(index);
  const rows = Array.from({ length: index.length }, (_, row) => row).sort(
    (one, other) => (rowStartEpochMs[one] as number) - (rowStartEpochMs[other] as number) || one - other,
  );
  const requests: Request[] = [];
  for (const row of rows) {
    if (requests.length % ROWS_PER_CHECK === 0) {
      signal?.throwIfAborted();
      await Promise.resolve();
    }
    const url = await entryUrl(capture, row);
    const method = index.strings.get(index.columns.method[row] as number);
    const { host, path } = urlPlace(url);
    const place = { method, host, path: withoutBuild(path) };
    requests.push({ row, place, whole: `${method} ${host}${place.path}`, query: normalQuery(url) });
  }
  return requests;
}

/** `main-BZ_eEsvK.js`, `app.3f2a1b9c.css`: the same file of another build. */
function withoutBuild(path: string): string {
  return path.replace(/([.-])(?=[\w-]{0,24}[\dA-Z_])[\w-]{6,24}(\.(?:m?js|css|map|woff2?))$/, '$1{build}$2');
}

/** Longer queries are data, not a name for a request. */
const MAX_QUERY_CHARS = 2000;

/** The query with its parameters in order, and values that are no plain words left out. */
function normalQuery(url: string): string {
  const at = url.indexOf('?');
  if (at < 0) return '';
  const end = url.indexOf('#', at);
  return url
    .slice(at + 1, Math.min(end < 0 ? url.length : end, at + MAX_QUERY_CHARS))
    .split('&')
    .map((parameter) => {
      const [name = '', value = ''] = parameter.split('=', 2);
      return /^[a-z][a-z_.-]{0,60}$/i.test(value) ? `${name}=${value}` : name;
    })
    .sort()
    .join('&');
}
