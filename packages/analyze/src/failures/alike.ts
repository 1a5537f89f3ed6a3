import { urlPlace } from '../exchange/path-template.ts';
import type { Failure } from './failure.ts';

/**
 * Puts failures together that are one trouble: same method, host, path template and `more` (a status, an error text).
 * Groups and their members stay in the order of `failures`.
 */
export function alike<Kind extends Failure>(
  failures: readonly Kind[],
  more: (failure: Kind) => string,
): (readonly [Kind, ...Kind[]])[] {
  const groups = new Map<string, [Kind, ...Kind[]]>();
  for (const failure of failures) {
    const { method, url } = failure.exchange.entry.request;
    const { host, path } = urlPlace(url);
    const key = JSON.stringify([method, host, path, more(failure)]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [failure]);
    else group.push(failure);
  }
  return [...groups.values()];
}
