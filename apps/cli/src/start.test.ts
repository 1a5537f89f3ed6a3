import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What a module loads before anything runs: files of ours by their path, packages of others by their name. */
function loadedBy(file: string, found = new Set<string>()): Set<string> {
  if (found.has(path.relative(root, file))) return found;
  found.add(path.relative(root, file));
  const imports = /^(?:import|export)(?! type\b)(?:[^;']*\bfrom)? '([^']+)';$/gm;
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(imports)) {
    if (name.startsWith('.')) loadedBy(path.resolve(path.dirname(file), name), found);
    else if (name.startsWith('@harrier/')) loadedBy(sourceOf(name), found);
    else found.add(name);
  }
  return found;
}

function sourceOf(name: string): string {
  const [, room = '', entry = ''] = /^@harrier\/([^/]+)(\/.*)?$/.exec(name) ?? [];
  const folder = path.join(root, 'node_modules/@harrier', room);
  const { exports } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, exports[`.${entry}`]['harrier-source']);
}

it('starts without the words of any language: those that are spoken are loaded by themselves', () => {
  const loaded = [...loadedBy(path.join(root, 'apps/cli/src/main.ts'))];
  expect(loaded).toContain('apps/cli/src/words/for-language.ts');
  expect(loaded.filter((file) => /\/(?:languages|words)\/(?:en|fr|ja|ko|zh-)/.test(file))).toEqual([]);
});
