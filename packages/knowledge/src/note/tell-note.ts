import type { Words } from '../words.ts';
import { type NoteCode, type NoteToTell, noteCodes } from './note-code.ts';

/** What a note says, in one language; without its place. */
export function tellNote({ code }: NoteToTell, { notes }: Words): string {
  return isNoteCode(code) ? notes[code] : notes.other;
}

function isNoteCode(code: string): code is NoteCode {
  return (noteCodes as readonly string[]).includes(code);
}
