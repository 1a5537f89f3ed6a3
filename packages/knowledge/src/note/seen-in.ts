import type { Words } from '../words.ts';

/** Who writes odd captures, where it is no program's name: the words that notes (`ReadNote.seenIn`) carry. */
export const seenInPhrases = [
  'hand-made captures',
  'files saved by Windows editors',
  'Playwright minimal mode',
  'Chrome without queueing',
  'request in flight at export',
] as const;

export type SeenInPhrase = (typeof seenInPhrases)[number];

/** Who is known to write an oddity, in one language; names of programs stay. */
export function tellSeenIn(seenIn: string, { exporters }: Words): string {
  return seenIn
    .split(', ')
    .map((name) => (isPhrase(name) ? exporters[name] : name))
    .join(', ');
}

function isPhrase(name: string): name is SeenInPhrase {
  return (seenInPhrases as readonly string[]).includes(name);
}
