import { languages } from '@harrier/knowledge';
import { describe, expect, it } from 'vitest';
import { miscounted } from '../../../../packages/knowledge/src/testing/compare-words.ts';
import { corpusFile } from '../testing/corpus.ts';
import { runCli } from '../testing/run-cli.ts';
import { wordsFor } from './for-language.ts';

/** Every text among the words, messages called with numbers and names that stand out. */
function textsOf(words: unknown, path = ''): [string, string][] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([key, value]) => textsOf(value, `${path}/${key}`));
}

describe.each(languages)('in %s', async (language) => {
  const { knowledge: _knowledge, ...own } = await wordsFor(language);

  it('no sentence is empty, and options and commands stand as they are typed', () => {
    for (const [path, text] of textsOf(own))
      expect({ path, isEmpty: text.trim() === '' }).toEqual({ path, isEmpty: false });
    expect(own.triage.someFailed(3)).toContain('harrier table --filter is:failed');
    expect(own.usage['missing-output']({ kind: 'missing-output' })).toContain('-o <out.har>');
  });

  it('the whole program speaks, with the same facts', async () => {
    const file = corpusFile('mitmproxy+mitmproxy--incomplete_log.har');
    const { code, out } = await runCli(['triage', '--lang', language, '--json', file]);
    const english = JSON.parse((await runCli(['triage', '--json', file])).out);
    const report = JSON.parse(out);
    expect(code).toBe(0);
    expect(report.findings.map((finding: { facts: unknown }) => finding.facts)).toEqual(
      english.findings.map((finding: { facts: unknown }) => finding.facts),
    );
    if (language !== 'en') expect(report.findings[0].verdict).not.toBe(english.findings[0].verdict);
  });

  it('errors and help are told, too', async () => {
    const wrong = await runCli(['table', '--lang', language, 'a.har', '--jsno']);
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).toContain('--json');
    const help = await runCli(['table', '--lang', language, '--help']);
    expect(help.out).toContain(own.help.command.table.summary);
  });
});

it.each(['en', 'fr'] as const)('%s puts no plural behind one', async (language) => {
  // What is wrong about a call is no count, and a cut comes after thousands.
  const { usage: _usage, knowledge: _knowledge, ...own } = await wordsFor(language);
  const told = miscounted(own, language).filter((one) => !/^\/(?:trace\/cut|logs\/note\/.*-cut):/.test(one));
  expect(told).toEqual([]);
});

it.each([
  [{ LC_ALL: 'fr_FR.UTF-8' }, 'fr'],
  [{ LANG: 'ja_JP.UTF-8' }, 'ja'],
  [{ LANG: 'zh_TW.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8' }, 'zh-CN'],
  [{ LANG: 'C.UTF-8' }, 'en'],
  [{}, 'en'],
] as const)('takes the language from the environment: %j', async (env, language) => {
  const { out } = await runCli(['--help'], { env });
  expect(out).toContain((await wordsFor(language)).help.tagline.slice(0, 20));
});
