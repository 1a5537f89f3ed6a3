import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { LoadedFormats } from '@harrier/logs';
import type { Options } from '../../arguments/option-table.ts';
import { ExitCode } from '../../exit-code.ts';
import type { CliIo } from '../../io.ts';
import { jsonText } from '../../json/json-text.ts';
import { escapeText } from '../../terminal/escape.ts';
import type { AllWords } from '../../words/for-language.ts';

/** More of a file is seldom looked at; `head` and `sed` choose others. */
const EXPLAINED_LINES = 50;

/** `harrier logs import --explain <path…>`: how each of the first lines is read, and why; nothing is stored. */
export async function explainLines(
  io: CliIo,
  paths: readonly string[],
  options: Options,
  formats: LoadedFormats['formats'] | undefined,
  words: AllWords,
): Promise<ExitCode> {
  const { createCredentialBlanker, explainLine, openInputs, shownText } = await import('@harrier/logs');
  const show = options['keep-credentials'] ? (text: string) => text : shownText(createCredentialBlanker());
  const explained: object[] = [];
  for await (const { name, chunks, referenceMs } of openInputs(paths, { stdin: io.stdin })) {
    const lines = createInterface({ input: Readable.from(chunks), crlfDelay: Number.POSITIVE_INFINITY });
    let number = 0;
    for await (const line of lines) {
      if (++number > EXPLAINED_LINES) break;
      const { format, pattern, tried } = explainLine(line, formats, {
        referenceMs,
        ...(options.zone === undefined ? {} : { zone: options.zone }),
      });
      const [nearest] = tried;
      if (options.json) {
        explained.push({
          file: name,
          line: number,
          format: format ?? null,
          pattern: format === undefined ? null : pattern,
          text: show(line),
          tried,
        });
        continue;
      }
      const why =
        format === undefined
          ? words.logs.fitsNone(
              nearest?.format ?? '',
              (nearest?.matchedChars ?? 0) + 1,
              nearest?.expected ?? '',
            )
          : words.logs.fits(format, pattern);
      await io.stdout.write(`${escapeText(`${name}:${number}: ${show(line)}`)}\n    ${escapeText(why)}\n`);
    }
    lines.close();
  }
  if (options.json) await io.stdout.write(`${jsonText(explained, 2)}\n`);
  return ExitCode.done;
}
