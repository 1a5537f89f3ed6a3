import type { Exchange } from '../exchange/exchange.ts';
import { urlPlace } from '../exchange/path-template.ts';

/** Puts exchanges together that have one method, host and path template. Groups and members keep their order. */
export function byPlace(exchanges: readonly Exchange[]): (readonly [Exchange, ...Exchange[]])[] {
  return groupedBy(exchanges, placeKey);
}

/** Method, host and path template in one text. */
export function placeKey({ entry }: Exchange): string {
  const { host, path } = urlPlace(entry.request.url);
  return JSON.stringify([entry.request.method, host, path]);
}

/** Puts exchanges together that have one key. Groups and members keep their order. */
export function groupedBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): (readonly [Item, ...Item[]])[] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
