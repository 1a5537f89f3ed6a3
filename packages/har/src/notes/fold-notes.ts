import type { ReadNote } from './read-note.ts';

/**
 * Folds notes about the same oddity at the same place of different entries into the first of them,
 * with a `count`: a Charles export of 5,000 entries says "redirectURL is null" once, not 5,000 times.
 * Order of first appearance. Folding folded notes adds their counts.
 */
export function foldNotes(notes: Iterable<ReadNote>): ReadNote[] {
  const folded = new NoteFolder();
  for (const note of notes) folded.add(note);
  return folded.toArray();
}

/** {@link foldNotes} for notes that arrive one by one; memory grows with the kinds of oddity, not the entries. */
export class NoteFolder {
  readonly #byKind = new Map<string, ReadNote>();

  add(note: ReadNote): void {
    const kind = `${note.code}\n${placeWithoutIndexes(note.path)}\n${note.assumed}`;
    const known = this.#byKind.get(kind);
    this.#byKind.set(kind, known ? { ...known, count: (known.count ?? 1) + (note.count ?? 1) } : note);
  }

  toArray(): ReadNote[] {
    return [...this.#byKind.values()];
  }
}

/** `/log/entries/12/request/headers/3` and `/log/entries/40/request/headers/0` are the same place. */
function placeWithoutIndexes(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/|$)/g, '/*');
}
