import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { longTests } from './long-tests.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));

it('names as long only tests that are there', () => {
  const files = Object.keys(longTests);
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});
