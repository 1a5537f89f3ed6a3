import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withSection } from '../measure/markdown-section.ts';
import { besideOthers } from './beside-others.ts';

const read = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');

it('says in the README what the benchmarks say', () => {
  const readme = read('README.md');
  const lines = besideOthers(read('docs/benchmarks.md'));
  expect(readme).toBe(withSection(readme, 'beside', lines));
  expect(lines.join('\n')).not.toContain('–');
});

it('takes the figures from the row and column that they stand in, as a person would say them', () => {
  const page = [
    '<!-- bench:index -->',
    '| Harrier, WebAssembly | of the goals | 1 |',
    '### 100 MB',
    '| | first, ms | peak RSS |',
    '| Harrier, WebAssembly | 97.5 | 70 MB |',
    '### 1000 MB',
    '|  | first, ms | × | peak RSS |',
    '| -- | -- | -- | -- |',
    '| Harrier, WebAssembly | 563.8 | 4.4 | 78 MB |',
    '| read, decode, JSON.parse | 2457.6 | – | 1280 MB |',
    '<!-- /bench:index -->',
  ].join('\n');
  const row = besideOthers(page).find((line) => line.startsWith('| indexing')) ?? '';
  expect(row).toContain('| 0.56 s, 78 MB of memory');
  expect(row).toContain('decoding 2.5 s a GB, with 1280 MB of memory at 400 MB');
});

it('shows a dash for what was not measured', () => {
  expect(besideOthers('').find((line) => line.includes('grep'))).toContain('| –');
});
