import type { Entry } from '@harrier/har';
import { fieldValue } from '../exchange/field-value.ts';
import { urlPlace } from '../exchange/path-template.ts';

/** Scheme, host and port of a URL as an Origin field writes them, lower case; undefined where it has none. RFC 6454 §6. */
export function originOfUrl(url: string): string | undefined {
  const match = /^(https?|wss?):\/\//i.exec(url);
  const { host } = urlPlace(url);
  if (match === null || host === '') return undefined;
  const scheme = (match[1] ?? '').toLowerCase().replace('ws', 'http');
  return `${scheme}://${host.replace(scheme === 'https' ? /:443$/ : /:80$/, '')}`;
}

/** Whether an Origin field names the place that the URL is at. */
export function isSameOrigin(origin: string, url: string): boolean {
  return origin.trim().toLowerCase() === originOfUrl(url);
}

/**
 * The origin of the page that asked: the Origin field, which browsers write for every CORS request they send, else the
 * Referer's. Chrome leaves Origin out of a request that was never sent.
 */
export function pageOrigin({ request }: Entry): string | undefined {
  const origin = fieldValue(request.headers, 'origin');
  if (origin !== undefined) return origin.trim();
  const referer = fieldValue(request.headers, 'referer');
  return referer === undefined ? undefined : originOfUrl(referer);
}

/** An origin as facts show it: scheme and host, `*` or `null`; `?` for anything else. */
export function shownOrigin(value: string): string {
  const text = value.trim();
  if (text === '*' || text === 'null') return text;
  const { host } = urlPlace(text);
  return host === '' ? '?' : `${text.slice(0, text.indexOf(':')).toLowerCase()}://${host}`;
}
