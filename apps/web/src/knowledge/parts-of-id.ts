import type { TrackingId } from '@harrier/tracking';

/** A piece of an id, and the part of the guide that explains it. */
export interface PartOfId {
  readonly text: string;
  readonly topic: string;
}

/** Items of the first list of the page `tracking`. */
const PARTS = ['tracking#0', 'tracking#1', 'tracking#2', 'tracking#3', 'tracking#4'] as const;

/**
 * Takes an id apart as it is written: prefix, UUID, the request's counter, counters of calls, replay. What is no such id stays
 * whole.
 */
export function partsOfId(text: string, id: TrackingId | undefined): readonly PartOfId[] {
  const base = id?.uuid ?? id?.token;
  const from = base === undefined ? -1 : text.toLowerCase().indexOf(base.toLowerCase());
  if (base === undefined || from < 0) return [{ text, topic: 'tracking' }];
  const [, first = '', calls = '', rest = ''] =
    /^((?:_\d+)?)((?:_[^+]*)?)(.*)$/s.exec(text.slice(from + base.length)) ?? [];
  const pieces = [text.slice(0, from), text.slice(from, from + base.length), first, calls, rest];
  return pieces
    .map((piece, at) => ({ text: piece, topic: PARTS[at] as string }))
    .filter((piece) => piece.text !== '');
}
