import { type ReadNote, writeHar } from '@harrier/har';
import { inputOptions, type Options } from '../../arguments/option-table.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import { ExitCode } from '../../exit-code.ts';
import { bytesText } from '../../format/quantity.ts';
import { withCapture } from '../../input/with-capture.ts';
import type { CliIo } from '../../io.ts';
import { jsonText } from '../../json/json-text.ts';
import { writeOutput } from '../../output/write-output.ts';
import { escapeText } from '../../terminal/escape.ts';
import { startProgress } from '../../terminal/progress.ts';
import type { AllWords } from '../../words/for-language.ts';
import type { Command } from '../command.ts';

/** `harrier convert <file> -o <out.har>`: whatever could be read, as HAR 1.2. */
export const convert: Command = {
  name: 'convert',
  positionals: ['file'],
  options: ['output', 'force', 'json', ...inputOptions],
  async run(io, { positionals, options }, words) {
    const [input = ''] = positionals;
    const { output } = options;
    if (output === undefined) throw new UsageError({ kind: 'missing-output' });
    if (output === '-' && options.json)
      throw new UsageError({ kind: 'exclude-each-other', options: ['-o -', '--json'] });
    // The output first: a long input is not read only to learn that there is no place for it.
    const converted = await writeOutput(io, { output, input, force: options.force === true }, (write) =>
      convertTo(io, input, options, words, write),
    );
    if (options.json) await io.stdout.write(`${jsonText({ output, ...converted }, 2)}\n`);
    else await reportDone(io, output, converted, words);
    return ExitCode.done;
  },
};

interface Converted {
  readonly entries: number;
  readonly sizeBytes: number;
  readonly notes: readonly ReadNote[];
}

function convertTo(
  io: CliIo,
  input: string,
  options: Options,
  words: AllWords,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<Converted> {
  return withCapture(io, input, options, words, async (capture) => {
    const progress = startProgress(io.stderr, io.clock);
    let sizeBytes = 0;
    try {
      await writeHar(capture, async (bytes) => {
        await write(bytes);
        sizeBytes += bytes.length;
        // About as much comes out as went in.
        progress.update(sizeBytes / capture.source.sizeBytes, words.progress.writing(bytesText(sizeBytes)));
      });
    } finally {
      await progress.clear();
    }
    return { entries: capture.index.length, sizeBytes, notes: capture.notes };
  });
}

async function reportDone(io: CliIo, output: string, converted: Converted, words: AllWords): Promise<void> {
  const place = output === '-' ? words.convert.standardOutput : output;
  const done = words.convert.done(converted.entries, bytesText(converted.sizeBytes), place);
  await io.stderr.write(`${escapeText(done)}\n`);
  if (converted.notes.length > 0) await io.stderr.write(`${words.convert.notes(converted.notes.length)}\n`);
}
