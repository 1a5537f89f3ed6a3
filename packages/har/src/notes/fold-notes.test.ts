import { expect, it } from 'vitest';
import { foldNotes } from './fold-notes.ts';
import type { ReadNote } from './read-note.ts';

const nullRedirect = (entry: number): ReadNote => ({
  code: 'entry/null',
  path: `/log/entries/${entry}/response/redirectURL`,
  found: 'null',
  assumed: 'not there',
  entryIndex: entry,
});

it('tells the same oddity of many entries once, with the first place and a count', () => {
  expect(foldNotes([nullRedirect(3), nullRedirect(4), nullRedirect(9)])).toEqual([
    { ...nullRedirect(3), count: 3 },
  ]);
});

it('keeps oddities apart that differ in code, place or assumption', () => {
  const notes: ReadNote[] = [
    nullRedirect(0),
    { ...nullRedirect(0), code: 'entry/wrong-type' },
    { ...nullRedirect(0), path: '/log/entries/0/response/statusText' },
    { ...nullRedirect(0), assumed: 'number 200' },
  ];
  expect(foldNotes(notes)).toEqual(notes);
});

it('adds counts up when folded notes are folded again', () => {
  const once = foldNotes([nullRedirect(0), nullRedirect(1)]);
  expect(foldNotes([...once, ...once])[0]?.count).toBe(4);
  expect(foldNotes(once)).toEqual(once);
});
