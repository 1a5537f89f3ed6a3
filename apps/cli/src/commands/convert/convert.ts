import { writeHar } from '@harrier/har';
import { inputOptions } from '../../arguments/option-table.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import { ExitCode } from '../../exit-code.ts';
import { bytesText, countText } from '../../format/quantity.ts';
import { withCapture } from '../../input/with-capture.ts';
import { jsonText } from '../../json/json-text.ts';
import { writeOutput } from '../../output/write-output.ts';
import { escapeText } from '../../terminal/escape.ts';
import type { Command } from '../command.ts';

/** `harrier convert <file> -o <out.har>`: whatever could be read, as HAR 1.2. */
export const convert: Command = {
  name: 'convert',
  positionals: ['file'],
  options: ['output', 'force', 'json', ...inputOptions],
  async run(io, { positionals, options }, words) {
    const [input = ''] = positionals;
    const { output, json } = options;
    if (output === undefined) throw new UsageError({ kind: 'missing-output' });
    if (output === '-' && json)
      throw new UsageError({ kind: 'exclude-each-other', options: ['-o -', '--json'] });
    await withCapture(io, input, options, words, async (capture) => {
      let sizeBytes = 0;
      await writeOutput(io, { output, input, force: options.force === true }, (write) =>
        writeHar(capture, async (bytes) => {
          sizeBytes += bytes.length;
          await write(bytes);
        }),
      );
      const entries = capture.index.length;
      if (json) {
        await io.stdout.write(`${jsonText({ output, entries, sizeBytes, notes: capture.notes }, 2)}\n`);
        return;
      }
      const done = words.convert.done(
        countText(entries),
        bytesText(sizeBytes),
        output === '-' ? words.convert.standardOutput : output,
      );
      await io.stderr.write(`${escapeText(done)}\n`);
      if (capture.notes.length > 0)
        await io.stderr.write(`${words.convert.notes(countText(capture.notes.length))}\n`);
    });
    return ExitCode.done;
  },
};
