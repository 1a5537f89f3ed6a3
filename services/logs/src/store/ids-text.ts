import { parseTrackingId, type TrackingId } from '@harrier/tracking';

/** Ids as one text: no id holds a blank. */
export function writeIds(ids: readonly TrackingId[]): string {
  return ids.map((id) => id.text).join(' ');
}

/** The ids of such a text. */
export function readIds(text: string): TrackingId[] {
  if (text === '') return [];
  return text.split(' ').flatMap((one) => parseTrackingId(one) ?? []);
}
