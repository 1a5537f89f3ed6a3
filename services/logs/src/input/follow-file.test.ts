import { appendFileSync, mkdtempSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openLog } from '../formats/open-log.ts';
import { type FollowNote, followFile } from './follow-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'harrier-follow-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Does one thing before each look at the file. */
async function* turnsOf(...steps: (() => void)[]) {
  for (const step of steps) {
    step();
    yield;
  }
}

async function follow(file: string, from: 'start' | 'end', ...steps: (() => void)[]) {
  const notes: FollowNote['kind'][] = [];
  const pieces: string[] = [];
  const { signal } = new AbortController();
  const turns = turnsOf(...steps);
  for await (const chunk of followFile(file, { from, signal, turns, onNote: ({ kind }) => notes.push(kind) }))
    if (chunk.length > 0) pieces.push(Buffer.from(chunk).toString('utf8'));
  return { text: pieces.join(''), notes };
}

it('gives what is there and what is added', async () => {
  const file = path.join(folder, 'grows.log');
  writeFileSync(file, 'one\n');
  const { text } = await follow(
    file,
    'start',
    () => {},
    () => appendFileSync(file, 'two\n'),
  );
  expect(text).toBe('one\ntwo\n');
});

it('begins at the end when asked to, and waits for a file that is not there yet', async () => {
  const file = path.join(folder, 'tail.log');
  writeFileSync(file, 'old\n');
  expect(
    (
      await follow(
        file,
        'end',
        () => {},
        () => appendFileSync(file, 'new\n'),
      )
    ).text,
  ).toBe('new\n');
  const later = path.join(folder, 'later.log');
  expect(
    (
      await follow(
        later,
        'end',
        () => {},
        () => writeFileSync(later, 'all of it\n'),
      )
    ).text,
  ).toBe('all of it\n');
});

it('reads the old file to its end when another takes its name', async () => {
  const file = path.join(folder, 'rotates.log');
  writeFileSync(file, 'one\n');
  const { text, notes } = await follow(
    file,
    'start',
    () => {},
    () => {
      appendFileSync(file, 'last, without a line feed');
      renameSync(file, `${file}.1`);
      writeFileSync(file, 'first of the new\n');
    },
    () => appendFileSync(file, 'second\n'),
  );
  expect(text).toBe('one\nlast, without a line feed\nfirst of the new\nsecond\n');
  expect(notes).toEqual(['rotated']);
});

it('begins again when a file was emptied', async () => {
  const file = path.join(folder, 'emptied.log');
  writeFileSync(file, 'a long line that was there\n');
  const { text, notes } = await follow(
    file,
    'start',
    () => {},
    () => {
      truncateSync(file);
      appendFileSync(file, 'new\n');
    },
  );
  expect(text).toBe('a long line that was there\nnew\n');
  expect(notes).toEqual(['truncated']);
});

it('lets a record out at the end of a turn, though no next line says that it is whole', async () => {
  const file = path.join(folder, 'records.log');
  writeFileSync(file, '2026-03-04 09:05:07,083 ERROR [main] c.e.App - failed\n\tat a.B.c(B.java:1)\n');
  const seen: number[] = [];
  const records: string[] = [];
  const turns = turnsOf(
    () => {},
    () => seen.push(records.length),
  );
  const { signal } = new AbortController();
  for await (const record of openLog(followFile(file, { from: 'start', signal, turns }), {
    name: 'records.log',
  }))
    records.push(record.body);
  expect(records).toEqual(['failed\n\tat a.B.c(B.java:1)']);
  expect(seen).toEqual([1]);
});
