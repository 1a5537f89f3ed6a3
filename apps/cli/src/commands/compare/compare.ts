import { sep } from 'node:path';
import { compareCaptures } from '@harrier/analyze';
import { type CaptureNames, tellDifference } from '@harrier/knowledge';
import { inputOptions } from '../../arguments/option-table.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import { ExitCode } from '../../exit-code.ts';
import { withCapture } from '../../input/with-capture.ts';
import { jsonText } from '../../json/json-text.ts';
import { createPage } from '../../terminal/page.ts';
import { chooseStyle } from '../../terminal/style.ts';
import type { Command } from '../command.ts';
import { compareJson } from './compare-json.ts';
import { type CompareReport, printComparison } from './print-comparison.ts';

/** `harrier compare <a> <b>`: what differs between a capture in which it works and one in which it fails. */
export const compare: Command = {
  name: 'compare',
  positionals: ['a', 'b'],
  options: ['json', ...inputOptions],
  async run(io, { positionals, options }, words) {
    const [fileA = '', fileB = ''] = positionals;
    // Standard input can be read once.
    if (fileA === '-' && fileB === '-') throw new UsageError({ kind: 'extra-argument', given: '-' });
    await withCapture(io, fileA, options, words, (a) =>
      withCapture(io, fileB, options, words, async (b) => {
        const names = namesOf(fileA, fileB);
        const comparison = await compareCaptures(a, b, { signal: io.signal });
        const sentences = comparison.differences.map(({ facts }) =>
          tellDifference(facts, names, words.knowledge),
        );
        const report: CompareReport = { a, b, names, comparison, sentences };
        if (options.json) return await io.stdout.write(`${jsonText(compareJson(report, words), 2)}\n`);
        const page = createPage(io.stdout, chooseStyle(io.env, io.stdout), words);
        printComparison(report, page);
        await page.flush();
      }),
    );
    return ExitCode.done;
  },
};

/** Short names tell two files apart; where both have the same, as many folders as that takes. */
function namesOf(fileA: string, fileB: string): CaptureNames {
  const [partsA, partsB] = [fileA.split(sep), fileB.split(sep)];
  for (let parts = 1; parts < Math.max(partsA.length, partsB.length); parts++) {
    const [a, b] = [partsA.slice(-parts).join(sep), partsB.slice(-parts).join(sep)];
    if (a !== b) return { a, b };
  }
  return { a: fileA, b: fileB };
}
