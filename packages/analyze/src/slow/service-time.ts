import type { Exchange } from '../exchange/exchange.ts';
import { fieldValue } from '../exchange/field-value.ts';

/**
 * How long the service itself says it took, in ms: Envoy's `x-envoy-upstream-service-time`, Rails' `x-runtime` (seconds),
 * else the longest `dur` of `server-timing` (W3C Server Timing §3). undefined = it does not say.
 */
export function serviceTimeMs({ entry }: Exchange): number | undefined {
  const { headers } = entry.response;
  const envoy = numberIn(fieldValue(headers, 'x-envoy-upstream-service-time'));
  if (envoy !== undefined) return envoy;
  const seconds = numberIn(fieldValue(headers, 'x-runtime'));
  if (seconds !== undefined) return seconds * 1000;
  let longest: number | undefined;
  for (const { name, value } of headers) {
    if (name.toLowerCase() !== 'server-timing') continue;
    for (const match of value
      .slice(0, 4096)
      .matchAll(/;\s{0,4}dur\s{0,4}=\s{0,4}"?(\d{1,9}(?:\.\d{1,9})?)/gi)) {
      longest = Math.max(longest ?? 0, Number(match[1]));
    }
  }
  return longest;
}

function numberIn(value: string | undefined): number | undefined {
  const text = value?.trim() ?? '';
  return /^\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : undefined;
}
