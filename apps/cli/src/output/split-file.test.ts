import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSplitFile } from './split-file.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'harrier-split-'));
  file = path.join(folder, 'a.pgp');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What is there, by name; a folder holds `undefined`. */
const found = () =>
  Object.fromEntries(
    readdirSync(folder, { withFileTypes: true }).map((one) => [
      one.name,
      one.isFile() ? readFileSync(path.join(folder, one.name), 'latin1') : undefined,
    ]),
  );
const begin = async (text: string) => {
  const split = await createSplitFile(file, undefined, 'replace', 2);
  await split.write(Buffer.from(text));
  return split;
};

it('leaves an earlier file as it was when a part cannot take its place', async () => {
  await (await begin('oldold')).commit();
  const old = found();
  const split = await begin('new!');
  // Whoever made the name a folder meanwhile stands for every rename that the system refuses.
  rmSync(`${file}.001`);
  mkdirSync(`${file}.001`);
  await expect(split.commit()).rejects.toThrow('a.pgp.001');
  await split.discard();
  expect(found()).toEqual({ ...old, 'a.pgp.001': undefined });
});

it('keeps the earlier list until every part has its place, so that it fits no mixture', async () => {
  await (await begin('oldold')).commit();
  const old = found();
  const split = await begin('new!');
  rmSync(`${file}.002`);
  mkdirSync(`${file}.002`);
  await expect(split.commit()).rejects.toThrow('a.pgp.002');
  await split.discard();
  expect(found()).toEqual({ ...old, 'a.pgp.001': 'ne', 'a.pgp.002': undefined });
});

it('takes away what is left of a longer file, behind a gap as well, and nothing that is named otherwise', async () => {
  await (await begin('oldoldold!')).commit();
  rmSync(`${file}.004`);
  writeFileSync(`${file}.old`, 'kept');
  await (await begin('new')).commit();
  expect(Object.keys(found())).toEqual(['a.pgp-parts.sha256', 'a.pgp.001', 'a.pgp.002', 'a.pgp.old']);
});
