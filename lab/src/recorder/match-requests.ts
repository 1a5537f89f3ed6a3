import type { RequestMatcher } from '../scenario/truth.ts';

/** As much of a request as a matcher looks at. */
export interface RequestLike {
  readonly method: string;
  readonly url: string;
}

/** Positions of the requests that a matcher means, in a list that is in the order of their start. */
export function matchRequests(requests: readonly RequestLike[], matcher: RequestMatcher): readonly number[] {
  const found: number[] = [];
  for (const [position, request] of requests.entries()) if (isMeant(request, matcher)) found.push(position);
  return matcher.nth === undefined ? found : found.slice(matcher.nth, matcher.nth + 1);
}

function isMeant({ method, url }: RequestLike, matcher: RequestMatcher): boolean {
  if (matcher.method === undefined ? method === 'OPTIONS' : method !== matcher.method) return false;
  if (typeof matcher.url !== 'string') return matcher.url.test(url);
  if (!URL.canParse(url)) return false;
  const { host, pathname } = new URL(url);
  return matcher.url === (matcher.url.startsWith('/') ? pathname : `${host}${pathname}`);
}
