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
  const { createCredentialBlanker, explainLine, openInputs, openLog, shownText } = await import(
    '@harrier/logs'
  );
  const show = options['keep-credentials'] ? (text: string) => text : shownText(createCredentialBlanker());
  const explained: object[] = [];
  for await (const { name, chunks, referenceMs } of openInputs(paths, { stdin: io.stdin })) {
    const lines = await firstLines(chunks);
    const defaults = { referenceMs, ...(options.zone === undefined ? {} : { zone: options.zone }) };
    const begins = new Set<number>();
    const together = Readable.from([Buffer.from(lines.join('\n'))]);
    for await (const record of openLog(together, { name, defaults, ...(formats && { formats }) }))
      begins.add(record.line);
    for (const [at, line] of lines.entries()) {
      const number = at + 1;
      const { format, pattern, tried } = explainLine(line, formats, defaults);
      const goesOn = !begins.has(number);
      const [nearest] = tried;
      if (options.json) {
        explained.push({
          file: name,
          line: number,
          format: format ?? null,
          pattern: format === undefined ? null : pattern,
          goesOn,
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
      const told = goesOn ? words.logs.goesOn(why) : why;
      await io.stdout.write(`${escapeText(`${name}:${number}: ${show(line)}`)}\n    ${escapeText(told)}\n`);
    }
  }
  if (options.json) await io.stdout.write(`${jsonText(explained, 2)}\n`);
  return ExitCode.done;
}

async function firstLines(chunks: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
  const reader = createInterface({ input: Readable.from(chunks), crlfDelay: Number.POSITIVE_INFINITY });
  const lines: string[] = [];
  for await (const line of reader) {
    lines.push(line);
    if (lines.length === EXPLAINED_LINES) break;
  }
  reader.close();
  return lines;
}
