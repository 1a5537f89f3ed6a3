import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

const page = fileURLToPath(new URL('../dist/page/', import.meta.url));
const assets = `${page}assets/`;

/** The viewer's own code, before the editor and the words of six languages are loaded. */
const MOST_BYTES = 250_000;

it('is small enough to be there at once: all script that the page starts with, packed', () => {
  const own = loadedAtStart().filter((name) => !name.startsWith('words-'));
  expect(own.length).toBeGreaterThan(1);
  const size = own.reduce((sum, name) => sum + gzipSync(readFileSync(assets + name), { level: 9 }).length, 0);
  expect(size).toBeLessThanOrEqual(MOST_BYTES);
});

it('loads the editor, the words and the details apart', () => {
  const names = readdirSync(assets);
  for (const apart of ['code-editor-', 'words-', 'details-']) {
    expect(names.some((name) => name.startsWith(apart))).toBe(true);
  }
  expect(loadedAtStart().some((name) => /^(?:code-editor|details)-/.test(name))).toBe(false);
});

/** The script of the page and what it imports, and what that imports; not what is imported when it is needed. */
function loadedAtStart(): string[] {
  const html = readFileSync(`${page}index.html`, 'utf8');
  const found = new Set([...html.matchAll(/assets\/([\w-]+\.js)/g)].map((match) => match[1] as string));
  for (const name of found) {
    const code = readFileSync(assets + name, 'utf8');
    for (const [, imported] of code.matchAll(/(?:from|import)\s*["']\.\/([\w-]+\.js)["']/g))
      found.add(imported as string);
  }
  return [...found];
}
