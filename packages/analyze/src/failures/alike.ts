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
  return alikeBy(failures, (failure) => {
    const { method, url } = failure.exchange.entry.request;
    const { host, path } = urlPlace(url);
    return JSON.stringify([method, host, path, more(failure)]);
  });
}

/** The same for what fails for a whole host at once: its name, its port, its certificate. */
export function alikeOfHost<Kind extends Pick<Failure, 'exchange'>>(
  failures: readonly Kind[],
  more: (failure: Kind) => string,
): (readonly [Kind, ...Kind[]])[] {
  return alikeBy(failures, (failure) =>
    JSON.stringify([urlPlace(failure.exchange.entry.request.url).host, more(failure)]),
  );
}

/** Puts things together that have one key; groups and their members stay in their order. */
export function alikeBy<Kind>(things: readonly Kind[], keyOf: (thing: Kind) => string): [Kind, ...Kind[]][] {
  const groups = new Map<string, [Kind, ...Kind[]]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return [...groups.values()];
}
