import { object } from './shape-hit.ts';

/** What is known of the request that a batch answers. */
export interface BatchRequest {
  readonly method?: string;
  readonly url?: string;
  readonly bodyText?: string;
}

/** Reads ask for one thing, whatever list it is; `batch=1` is how several of them share one request (tRPC). */
export function isRead({ method = '', url = '' }: BatchRequest): boolean {
  return /^(?:GET|HEAD)$/i.test(method) && !/[?&]batch=/.test(url);
}

/** Whether an address is called a batch. */
export function isBatchUrl(url: string): boolean {
  const path = url.replace(/[?#].*$/s, '');
  return (
    /(?:\b|[_$:])(?:batch|bulk|multi|composite|import|lote|stapel|massen|sammel)/i.test(path) ||
    /[?&]batch=/.test(url)
  );
}

/** A question lies this deep in its envelopes. */
const MAX_QUESTION_DEPTH = 3;

/** Whether a request asks for so many things: a list of that length stands in it. */
export function asksForAsMany(bodyText: string | undefined, count: number): boolean {
  if (bodyText === undefined || bodyText.length > 256 * 1024) return false;
  try {
    return holdsListOf(JSON.parse(bodyText), count, 0);
  } catch {
    return false;
  }
}

function holdsListOf(asked: unknown, count: number, depth: number): boolean {
  if (Array.isArray(asked)) return asked.length === count;
  if (depth > MAX_QUESTION_DEPTH) return false;
  return Object.values(object(asked) ?? {}).some((value) => holdsListOf(value, count, depth + 1));
}
