import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { examineScenario } from './examine.ts';

const root = fileURLToPath(new URL('../../../fixtures/lab/', import.meta.url));
const folders = readdirSync(root)
  .filter((name) => name.includes('__'))
  .sort();
const families = [...new Set(folders.map((folder) => folder.split('__')[0] ?? ''))];

/** `folder form`: what is not told first, and why. Whoever mends one takes it off the list. */
const notFirst: ReadonlySet<string> = new Set([
  // A slow answer is a warning, and the errors that it led to come before it.
  'composite__one-slow-database chrome',
]);

describe.each(families)('captures of %s', (family) => {
  it('are told by their root first, and nothing fails where all is well', { timeout: 60_000 }, async () => {
    const astray: string[] = [];
    for (const folder of folders.filter((name) => name.startsWith(`${family}__`)))
      for await (const { dialect, verdict } of examineScenario(path.join(root, folder))) {
        const isFirst = verdict.root === undefined || verdict.root.rank === 1;
        if (!isFirst || (verdict.falseErrors ?? 0) > 0) astray.push(`${folder} ${dialect}`);
      }
    expect(astray.filter((name) => !notFirst.has(name))).toEqual([]);
  });
});

it('holds nobody to a shortcoming that is gone', () => {
  const folderNames = new Set(folders);
  expect([...notFirst].filter((name) => !folderNames.has(name.split(' ')[0] ?? ''))).toEqual([]);
});
