import type { Field } from '@harrier/har';
import type { Said } from './compare-json.ts';
import { weights } from './difference.ts';

/** Fields that decide who may read an answer, from where, in which form, and how long it is kept. */
const telling =
  /^(?:access-control-.*|cache-control|content-type|content-security-policy|cross-origin-.*|location|www-authenticate|retry-after|x-frame-options|x-content-type-options|origin|accept|upgrade|permissions-policy|strict-transport-security|if-match|content-disposition)$/;
/** Fields that prove who asks: told by their presence, never by their value. */
const credentials = /^(?:authorization|proxy-authorization|cookie|set-cookie|x-api-key|x-auth-token)$/;
/** Fields that differ between any two requests. */
const changing =
  /^(?::.*|date|age|expires|last-modified|etag|if-none-match|if-modified-since|content-length|referer|server-timing|x-envoy-.*|report-to|nel|alt-svc|via|x-cache.*|x-served-by|x-timer|traceparent|tracestate|b3|x-b3-.*|baggage|sentry-trace|x-amz-.*|cf-.*|x-azure-.*|x-correlation.*|host|connection|user-agent|sec-.*|content-security-policy-report-only|x-.*time.*|x-ratelimit-.*|ratelimit.*|keep-alive|transfer-encoding|pragma|priority|accept-language|purpose|dnt)$|(?:^|[-_])(?:id|ids|trace|span|ray|nonce|timestamp|signature|token|key|hash|digest|etag|trackingid)$|trackingid/;

/** A longer value is not read, only said to differ. */
const MAX_VALUE_CHARS = 120;

/**
 * Which header fields differ between requests that are alike: in every one of the first capture another value than in
 * every one of the second, ids aside, or there in one only. `observable` says whether a capture holds a credential field
 * anywhere: exporters leave them out, and that is no difference.
 */
export function compareHeaders(
  a: readonly (readonly Field[])[],
  b: readonly (readonly Field[])[],
  message: 'request' | 'response',
  observable: (name: string) => boolean,
): Said<'header'>[] {
  const inA = a.map(fieldsOf);
  const inB = b.map(fieldsOf);
  const names = new Set([...inA, ...inB].flatMap((fields) => [...fields.keys()]));
  const told: Said<'header'>[] = [];
  for (const name of names) {
    const isCredential = credentials.test(name);
    if (isCredential ? !observable(name) : changing.test(name)) continue;
    const valuesA = new Set(inA.map((fields) => fields.get(name)));
    const valuesB = new Set(inB.map((fields) => fields.get(name)));
    if ([...valuesA].some((value) => valuesB.has(value))) continue;
    const [valueA] = valuesA;
    const [valueB] = valuesB;
    if (isCredential && valueA !== undefined && valueB !== undefined) continue;
    told.push({
      said: {
        kind: 'header',
        message,
        name,
        ...(valueA === undefined ? {} : { a: shown(valueA, isCredential) }),
        ...(valueB === undefined ? {} : { b: shown(valueB, isCredential) }),
      },
      weight: isCredential || telling.test(name) ? weights.tellingHeader : weights.header,
    });
  }
  return told;
}

/** Values by lower-case name; ids and numbers as `#`, so that two users' are one. */
function fieldsOf(fields: readonly Field[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { name, value } of fields) {
    const key = name.toLowerCase();
    if (credentials.test(key)) {
      values.set(key, '');
      continue;
    }
    const before = values.get(key);
    const normal = value
      .slice(0, 4 * MAX_VALUE_CHARS)
      .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{11,12}/gi, '#')
      .replace(/[0-9a-f]{12,}|\d{4,}/gi, '#')
      .trim();
    values.set(key, before === undefined ? normal : `${before}, ${normal}`);
  }
  return values;
}

function shown(value: string, isCredential: boolean): string {
  if (isCredential) return '…';
  const line = value.replace(/\?.*/, '?…').replace(/\b[\w+/=-]{32,}/g, '…');
  return line.length > MAX_VALUE_CHARS ? `${line.slice(0, MAX_VALUE_CHARS - 1)}…` : line;
}
