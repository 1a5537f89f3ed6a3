import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findBrowser } from './find-browser.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'harrier-browsers-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function install(name: string, mode = 0o755): string {
  const file = path.join(folder, name);
  writeFileSync(file, '');
  chmodSync(file, mode);
  return file;
}

it('takes Chrome before Edge before Chromium', () => {
  const chromium = install('chromium');
  expect(findBrowser(undefined, { PATH: folder }, 'linux')).toEqual({ name: 'Chromium', file: chromium });
  install('microsoft-edge');
  expect(findBrowser(undefined, { PATH: folder }, 'linux').name).toBe('Microsoft Edge');
  install('google-chrome');
  expect(findBrowser(undefined, { PATH: folder }, 'linux').name).toBe('Google Chrome');
});

it('takes the one that was asked for, by name or by path', () => {
  const file = install('my-browser');
  expect(findBrowser('my-browser', { PATH: folder }, 'linux').file).toBe(file);
  expect(findBrowser(file, {}, 'linux').file).toBe(file);
});

it('says that there is none, and where it was looked', () => {
  install('chromium', 0o644);
  expect(() => findBrowser(undefined, { PATH: folder }, 'linux')).toThrow(
    expect.objectContaining({ code: 'record/no-browser' }),
  );
  expect(() => findBrowser('/nowhere/chrome', {}, 'linux')).toThrow(
    expect.objectContaining({ code: 'record/no-browser', place: '/nowhere/chrome' }),
  );
});
