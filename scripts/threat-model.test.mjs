import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Pages that claim that a file of this repository shows something. */
const pages = ['docs/threat-model.md'];

it.each(pages)('every file that %s names is there', (page) => {
  const text = readFileSync(new URL(`../${page}`, import.meta.url), 'utf8');
  const named = [...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]+\.(?:ts|tsx|mjs|js|json|sh))`/g)].map(
    ([, path]) => path,
  );
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((path) => !existsSync(new URL(`../${path}`, import.meta.url)))).toEqual([]);
});
