import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('holds nothing that only Node has', () => {
  const start = new URL('./for-pages.ts', import.meta.url).href;
  const files = new Set([start]);
  const offences: string[] = [];
  for (const file of files) {
    const text = readFileSync(new URL(file), 'utf8');
    for (const [, type, from = ''] of text.matchAll(
      /^(?:import|export)(?: (type)\b)?[^'"]*?\bfrom '([^']+)'/gm,
    )) {
      if (type === undefined && from.startsWith('node:')) offences.push(`${file} ${from}`);
      // Types are gone before a page sees them.
      if (type === undefined && from.startsWith('.')) files.add(new URL(from, file).href);
    }
    if (/\b(?:Buffer|process)\b[.[(]/.test(text)) offences.push(`${file} uses Node’s own names`);
  }
  expect(files.size).toBeGreaterThan(15);
  expect(offences).toEqual([]);
});
