import type { ExchangeFacts } from '@harrier/knowledge';
import type { Exchange } from '../exchange/exchange.ts';
import { urlPlace } from '../exchange/path-template.ts';

/** How facts name requests that went alike: by the first of them. */
export function exchangeFacts(exchange: Exchange, count: number): ExchangeFacts {
  const { method, url } = exchange.entry.request;
  const { trackingId } = exchange;
  return {
    // A method is a token (RFC 9110 §9.1); what an odd exporter writes instead may be anything.
    method: /^[\w!#$%&'*+.^`|~-]{1,30}$/.test(method) ? method : '?',
    ...urlPlace(url),
    count,
    ...(trackingId === undefined ? {} : { trackingId: trackingId.slice(0, 200) }),
  };
}

/** `errorText` and `code`, where the answer gives them. Both are one line and hold no credential. */
export function errorFacts(exchange: Exchange): { readonly errorText?: string; readonly code?: string } {
  const { error } = exchange;
  if (error === undefined || error.family === 'network') return {};
  return { errorText: error.text, ...(error.code === undefined ? {} : { code: error.code }) };
}
