import type { Exchange } from './exchange.ts';

const responses = new WeakMap<Exchange, { readonly value: unknown }>();
const requests = new WeakMap<Exchange, { readonly value: unknown }>();

/** The JSON of an answer; undefined where it has none, or was cut. Parsed once for all rules. */
export function responseJson(exchange: Exchange): unknown {
  return parsedOnce(responses, exchange, exchange.responseText);
}

/** The JSON that was sent; undefined where there is none. Parsed once for all rules. */
export function requestJson(exchange: Exchange): unknown {
  return parsedOnce(requests, exchange, exchange.requestText);
}

function parsedOnce(
  known: WeakMap<Exchange, { readonly value: unknown }>,
  exchange: Exchange,
  text: string | undefined,
): unknown {
  const before = known.get(exchange);
  if (before !== undefined) return before.value;
  const value = text === undefined || !/^\s{0,20}[[{]/.test(text) ? undefined : parsed(text);
  known.set(exchange, { value });
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
