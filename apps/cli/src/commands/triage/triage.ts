import { analyseCapture } from '@harrier/analyze';
import { inputOptions, type Severity, severities } from '../../arguments/option-table.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import { ExitCode } from '../../exit-code.ts';
import { withCapture } from '../../input/with-capture.ts';
import { jsonText } from '../../json/json-text.ts';
import { maskCredentials } from '../../masking/mask.ts';
import { createPage } from '../../terminal/page.ts';
import { chooseStyle } from '../../terminal/style.ts';
import type { Command } from '../command.ts';
import { playbooksOf } from './playbooks-of-folder.ts';
import { printTriage } from './print-triage.ts';
import { triageJson } from './triage-json.ts';
import { buildReport, worstSeverity } from './triage-report.ts';
import { triageSarif } from './triage-sarif.ts';

/** `harrier triage <file>`: what failed, who says so, which id to search. */
export const triage: Command = {
  name: 'triage',
  positionals: ['file'],
  oneOf: { format: ['text', 'json', 'sarif'] },
  options: ['all', 'json', 'format', 'fail-on', 'playbooks', ...inputOptions],
  async run(io, { positionals, options }, words) {
    const [file = ''] = positionals;
    if (options.json && options.format !== undefined && options.format !== 'json')
      throw new UsageError({ kind: 'exclude-each-other', options: ['--json', `--format ${options.format}`] });
    const format = options.json ? 'json' : (options.format ?? 'text');
    const playbooks = await playbooksOf(options.playbooks, words);
    return await withCapture(io, file, options, words, async (capture) => {
      const analysis = await analyseCapture(capture, { signal: io.signal, playbooks });
      const report = await buildReport(capture, analysis, maskCredentials(words.mask));
      if (format === 'text') {
        const page = createPage(io.stdout, chooseStyle(io.env, io.stdout), words);
        printTriage(report, page, options.all === true ? 'all' : 'top');
        await page.flush();
      } else {
        const value = format === 'json' ? triageJson(report, words) : triageSarif(report, words);
        await io.stdout.write(`${jsonText(value, 2)}\n`);
      }
      return meets(worstSeverity(analysis), options['fail-on']) ? ExitCode.findingsMet : ExitCode.done;
    });
  },
};

function meets(worst: Severity | undefined, asked: Severity | undefined): boolean {
  if (worst === undefined || asked === undefined) return false;
  return severities.indexOf(worst) >= severities.indexOf(asked);
}
