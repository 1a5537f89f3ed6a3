import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { type AnalyseOptions, type Analysis, analyseCapture } from '../analyse-capture.ts';
import { isLint } from '../findings/lint.ts';
import type { Rule } from '../findings/rule.ts';
import { dumpFindings } from './dump-findings.ts';
import { captureOf } from './memory-capture.ts';

/** Captures by the name of their folder: `finds.<what>` or `quiet.<what>`. A text is written as it stands. */
export type RuleCaptures = Readonly<Record<`finds.${string}` | `quiet.${string}`, unknown>>;

/** Set to write the folders instead of comparing them: `HARRIER_WRITE_FIXTURES=1 npx vitest run packages/analyze/src/rules`. */
const isWriting = process.env.HARRIER_WRITE_FIXTURES === '1';
const notWritten = 'no such file yet: HARRIER_WRITE_FIXTURES=1 writes it; read it before you keep it';

/**
 * Makes the tests of one rule from its captures. Each lies in its folder beside the rule with what all rules together say
 * about it; this rule must be among them in `finds.*` and must not in `quiet.*`.
 */
export function checkRule(
  rule: Rule,
  testUrl: string,
  captures: RuleCaptures,
  options: AnalyseOptions = {},
): void {
  const folder = fileURLToPath(new URL('.', testUrl));
  const { id } = rule.meta;
  for (const [name, har] of Object.entries(captures)) {
    const [verb = '', ...words] = name.split('.');
    it(`${verb === 'finds' ? 'finds' : 'stays quiet about'} ${words.join(' ').replaceAll('-', ' ')}`, async () => {
      const analysis = await analyse(har, options);
      // The fixtures of other rules do not repeat the remarks, of which every capture has some.
      const findings = isLint(id) ? [...analysis.findings, ...analysis.lint] : analysis.findings;
      const ids = findings.map(({ ruleId }) => ruleId);
      if (verb === 'finds') expect(ids).toContain(id);
      else expect(ids).not.toContain(id);
      const text = typeof har === 'string' ? har : `${JSON.stringify(har, null, 2)}\n`;
      checkFile(`${folder}${name}/`, 'capture.har', text);
      checkFile(`${folder}${name}/`, 'expected.txt', dumpFindings({ ...analysis, findings }));
    });
  }
  it('has no fixture folder that nobody reads', () => {
    const folders = readdirSync(folder, { withFileTypes: true }).filter((item) => item.isDirectory());
    expect(folders.map((item) => item.name).sort()).toEqual(Object.keys(captures).sort());
  });
}

async function analyse(har: unknown, options: AnalyseOptions): Promise<Analysis> {
  const analysis = await analyseCapture(await captureOf(har), options);
  expect(analysis.ruleFailures).toEqual([]);
  return analysis;
}

function checkFile(folder: string, name: string, text: string): void {
  if (isWriting) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(folder + name, text);
  }
  expect(existsSync(folder + name) ? readFileSync(folder + name, 'utf8') : notWritten).toBe(text);
}
