import { spawnSync } from 'node:child_process';
import { languages } from '@harrier/knowledge';
import { expect, it } from 'vitest';
import { commandTable } from './commands/command-table.ts';
import { manualPage } from './manual.ts';
import { wordsFor } from './words/for-language.ts';

const mandoc = (page: string, ...args: readonly string[]) =>
  spawnSync('mandoc', args, { input: page, encoding: 'utf8' });

it.each(languages)('reads as a manual page without a warning in %s', async (language) => {
  const { stdout, status } = mandoc(
    await manualPage(await wordsFor(language), '2026-11-21'),
    '-T',
    'lint',
    '-W',
    'warning',
  );
  expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
});

it('names every command as it is typed', async () => {
  const { stdout } = mandoc(
    await manualPage(await wordsFor('en'), '2026-11-21'),
    '-T',
    'ascii',
    '-O',
    'width=200',
  );
  const read = stdout.replace(/.\x08/g, '');
  for (const { name } of commandTable) expect(read).toContain(`harrier ${name} `);
  expect(read).toContain('--tab <word>');
});
