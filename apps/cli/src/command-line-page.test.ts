import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type OptionSpec, optionTable } from './arguments/option-table.ts';
import { commandTable, loadEveryCommand } from './commands/command-table.ts';

const page = readFileSync(new URL('../../../docs/command-line.md', import.meta.url), 'utf8');
const sections = page.split(/^## /m);
const forAll = sections.find((section) => section.startsWith('Rules for all commands')) ?? '';

/** The section of a command's first word: `logs import` and `logs search` share one. */
function sectionOf(name: string): string {
  const [word] = name.split(' ');
  return sections.find((section) => section.startsWith(`\`harrier ${word}`)) ?? '';
}

/** What a reader of a command's section is told. A worker has “the same settings” as a server. */
function toldOf(name: string): string {
  return [forAll, sectionOf(name), name === 'worker' ? sectionOf('serve') : ''].join();
}

describe('the page of the command line', () => {
  it.each(commandTable.map(({ name }) => name))(
    'has a section about %s, and a line that leads there',
    (name) => {
      expect(sectionOf(name)).not.toBe('');
      const [word] = name.split(' ');
      expect(page).toMatch(new RegExp(`^\\| \\[\`${word}[^\\]]*\`\\]\\(#harrier-${word}`, 'm'));
    },
  );

  it('names every option of each command', async () => {
    const missing = (await loadEveryCommand()).flatMap(({ name, options }) =>
      options
        .filter((option) => {
          const { short }: OptionSpec = optionTable[option];
          const written = [`--${option}`, ...(short === undefined ? [] : [` -${short} `])];
          return !written.some((one) => toldOf(name).includes(one));
        })
        .map((option) => `${name} --${option}`),
    );
    expect(missing).toEqual([]);
  });

  it('names no option that there is not', () => {
    const ours = page.replace(/^.*\bgpg\b.*$|`gpg [^`]*`/gm, '');
    const named = [...ours.matchAll(/(?<=[\s`(|])--([a-z][a-z-]+)/g)].map(([, option = '']) => option);
    expect(named.length).toBeGreaterThan(100);
    expect([...new Set(named)].filter((option) => !(option in optionTable))).toEqual([]);
  });
});
