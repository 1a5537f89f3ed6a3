import type { EntryView } from './view.ts';

/** `502 Bad Gateway`, or why there is none. */
export function statusText({ entry, words }: EntryView): string {
  const { status, statusText } = entry.response;
  if (entry.pending) return words.show.pending;
  if (status === undefined) return words.show.noStatus;
  if (status === 0) return words.show.noResponse;
  return `${status} ${statusText}`.trim();
}
