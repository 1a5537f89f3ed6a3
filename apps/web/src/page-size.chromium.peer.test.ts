import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

const assets = fileURLToPath(new URL('../dist/page/assets/', import.meta.url));

/** The viewer's own code, before the editor and the words of six languages are loaded. */
const MOST_BYTES = 250_000;

it('is small enough to be there at once: the page’s own script and style, packed', () => {
  const own = readdirSync(assets).filter((name) => /^(?:index|rolldown-runtime)-.*\.(?:js|css)$/.test(name));
  expect(own.some((name) => name.endsWith('.js'))).toBe(true);
  const script = own.filter((name) => name.endsWith('.js'));
  const size = script.reduce(
    (sum, name) => sum + gzipSync(readFileSync(assets + name), { level: 9 }).length,
    0,
  );
  expect(size).toBeLessThanOrEqual(MOST_BYTES);
});

it('loads the editor and the words apart', () => {
  const names = readdirSync(assets);
  expect(names.some((name) => name.startsWith('code-editor-'))).toBe(true);
  expect(names.some((name) => name.startsWith('words-'))).toBe(true);
});
