import type { LoadedFormats } from '@harrier/logs';
import type { Options } from '../../arguments/option-table.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import type { CliIo } from '../../io.ts';
import { escapeText } from '../../terminal/escape.ts';
import type { AllWords } from '../../words/for-language.ts';

/**
 * The formats of the files of `--formats`, before those that Harrier brings; undefined where none was named. What an lnav file has that
 * is not taken over is told on standard error. Error: {@link UsageError}.
 */
export async function ownFormats(
  io: CliIo,
  { formats: files }: Options,
  words: AllWords,
): Promise<LoadedFormats['formats'] | undefined> {
  if (files === undefined) return undefined;
  const { LogFormatError, loadFormats } = await import('@harrier/logs');
  // One at a time first, so that it is known which one is wrong.
  for (const path of files)
    await loadFormats([path]).catch((error: unknown) => {
      if (error instanceof LogFormatError)
        throw new UsageError({ kind: 'bad-settings', path, pointer: error.path, rule: error.message });
      throw new UsageError({ kind: 'unreadable-option', option: '--formats', path });
    });
  const { formats, notes } = await loadFormats(files);
  for (const { format, path, kind } of notes)
    await io.stderr.write(`${escapeText(words.logs.formatNote[kind](`${format} ${path}`))}\n`);
  return formats;
}
