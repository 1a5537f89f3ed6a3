import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { languages } from '@harrier/knowledge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../testing/run-cli.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'harrier-completion-'));
  for (const shell of ['bash', 'zsh', 'fish']) await writeScript(shell, 'en');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function writeScript(shell: string, language: string): Promise<string> {
  const file = path.join(folder, `${shell}-${language}`);
  writeFileSync(file, (await runCli(['completion', shell, '--lang', language])).out);
  return file;
}

const run = (command: string, args: readonly string[]) =>
  execFileSync(command, args, { encoding: 'utf8', cwd: folder, timeout: 20_000 });

it.each([
  [['tri'], ['triage']],
  [
    ['logs', 's'],
    ['search', 'sources'],
  ],
  [['case', 'b'], ['backfill']],
  [['case', 'show', 'b'], []],
  [['show', '--tab', 't'], ['timing']],
  [['show', '--tab', '=', 't'], ['timing']],
  [['logs', 'search', '--sc'], ['--scope']],
  [
    ['logs', 'search', '--scope', ''],
    ['source', 'global'],
  ],
  [['triage', '--unm'], []],
  [['sanitize', '--report', ''], []],
])('bash completes harrier %j', (words, expected) => {
  const asked = `source bash-en
COMP_WORDS=(harrier ${words.map((word) => `'${word}'`).join(' ')}) COMP_CWORD=${words.length}
_harrier
printf '%s\\n' "\${COMPREPLY[@]}"`;
  expect(run('bash', ['--norc', '-euc', asked]).split('\n').filter(Boolean)).toEqual(expected);
});

it.each([
  ['tri', ['triage']],
  ['logs s', ['search', 'sources']],
  ['case b', ['backfill']],
  ['show --tab t', ['timing']],
  ['logs search --scope ', ['global', 'source']],
  ['triage --unm', []],
])('fish completes harrier %s', (words, expected) => {
  const told = run('fish', ['--no-config', '-c', `source fish-en; complete -C 'harrier ${words}'`]);
  expect(
    told
      .split('\n')
      .map((line) => line.split('\t')[0])
      .filter(Boolean),
  ).toEqual(expected);
});

/** A terminal of zsh's own, in which the words are typed, then the tabulator; what became of the line is printed. */
const typeInZsh = `
zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z "bindkey -e; PROMPT='' ; autoload -U compinit; compinit -u -D; source zsh-en; print -r -- REA''DY"
zpty -r -m z out '*READY*'
zpty -n -w z "$1"$'\\t\\x01print -r -- "<" \\x05">" END\\n'
zpty -r -m z out '*"*< *> END*'
print -r -- "\${\${out##*< }%> END*}"
zpty -d z
`;

it.each([
  ['tri', 'triage'],
  ['logs sea', 'logs search'],
  ['case back', 'case backfill'],
  ['show --tab ti', 'show --tab timing'],
  ['show --tab=ti', 'show --tab=timing'],
  ['logs search --scope gl', 'logs search --scope global'],
])('zsh completes harrier %s', (words, expected) => {
  expect(run('zsh', ['-fc', typeInZsh, 'zsh', `harrier ${words}`]).trim()).toBe(`harrier ${expected}`);
});

describe.each(languages)('in %s', (language) => {
  it.each(['bash', 'zsh', 'fish'])('is a whole script for %s', async (shell) => {
    run(shell, ['-n', await writeScript(shell, language)]);
  });
});
