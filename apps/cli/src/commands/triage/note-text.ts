import type { ReadNote } from '@harrier/har';
import { tellNote, tellSeenIn } from '@harrier/knowledge';
import type { AllWords } from '../../words/for-language.ts';

/** A note on the file as a sentence, with its place, how often it was met, and who writes such files. */
export function noteText(note: ReadNote, words: AllWords): string {
  const sentence = tellNote(note, words.knowledge);
  const place = [
    note.path,
    note.line === undefined ? '' : words.errors.line(note.line),
    note.byteOffset === undefined ? '' : words.errors.byte(note.byteOffset),
    note.count === undefined || note.count < 2 ? '' : words.triage.times(note.count),
    note.seenIn === undefined ? '' : tellSeenIn(note.seenIn, words.knowledge),
  ].filter(Boolean);
  return place.length === 0 ? sentence : `${sentence} (${place.join(', ')})`;
}
