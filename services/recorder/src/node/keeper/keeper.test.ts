import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Keeper } from './keeper.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'harrier-keeper-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A keeper that was told to begin, with a profile that a browser has left. */
function begun() {
  const keeper = new Keeper();
  const profile = path.join(folder, 'harrier-profile-a');
  mkdirSync(profile);
  keeper.take({ kind: 'begin', task: { file: path.join(folder, 'a.har'), policy: 'raw', profile } });
  return { keeper, profile };
}

it('makes no file of a recording that is dropped, and leaves no profile behind', async () => {
  const { keeper, profile } = begun();
  keeper.take({ kind: 'drop' });
  expect(await keeper.finish()).toBeUndefined();
  expect(existsSync(profile)).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});

it('makes a file of one whose recorder is gone, and says so in it', async () => {
  const { keeper } = begun();
  expect(await keeper.finish()).toMatchObject({ end: 'crash' });
  expect(readdirSync(folder)).toEqual(['a.har']);
});
