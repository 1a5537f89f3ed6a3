import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createPseudonymiser } from '../pseudonyms/pseudonymiser.ts';
import { ContentRewriter } from './content-rewriter.ts';

const modules = createRequire(import.meta.url)
  .resolve('re2js')
  .replace(/node_modules.*/s, 'node_modules');

/** Programs full of names such as password, token and key; two of them are about nothing else. */
const folders = [
  'openpgp/dist',
  '@zip.js/zip.js/dist',
  '@noble/hashes',
  'fast-check/lib',
  'vitest/dist',
  'ajv/dist',
];

function* programs(): Generator<string> {
  for (const folder of folders)
    for (const file of readdirSync(path.join(modules, folder)))
      if (/\.m?js$/.test(file)) yield path.join(modules, folder, file);
}

it('well-known programs lose less than one piece in 100 KB', () => {
  const taken: string[] = [];
  let characters = 0;
  for (const file of programs()) {
    const text = readFileSync(file, 'utf8');
    characters += text.length;
    const pseudonymiser = createPseudonymiser(new Uint8Array(32));
    const onSecret = ({ rule, value }: { rule: string; value: string }): void => {
      taken.push(`${path.basename(file)}: ${rule} ${value.slice(0, 40)}`);
    };
    new ContentRewriter({ pseudonymiser, strictness: 'default', onSecret }).rewriteText(
      text,
      'text/javascript',
    );
  }
  expect(characters).toBeGreaterThan(2_000_000);
  expect(taken.length / (characters / 100_000), taken.join('\n')).toBeLessThan(1);
});
