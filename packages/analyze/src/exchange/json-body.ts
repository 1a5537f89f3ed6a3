import type { Exchange } from './exchange.ts';

/** The JSON of an answer; undefined where it has none, or was cut. Whoever needs a part of it later keeps that part. */
export function responseJson(exchange: Exchange): unknown {
  return exchange.responseJson;
}

/** The JSON that was sent; undefined where there is none. */
export function requestJson(exchange: Exchange): unknown {
  return exchange.requestJson;
}

/** The JSON of a text; undefined where it is none, or no list or object. */
export function jsonOf(text: string | undefined): unknown {
  if (text === undefined || !/^\s{0,20}[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
