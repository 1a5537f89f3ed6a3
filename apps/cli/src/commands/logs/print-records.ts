import type { LogAnswer, StoredRecord } from '@harrier/logs';
import type { Options } from '../../arguments/option-table.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import { ExitCode } from '../../exit-code.ts';
import type { CliIo } from '../../io.ts';
import { harmlessJson, jsonArray, jsonText } from '../../json/json-text.ts';
import { escapeLines, escapeText } from '../../terminal/escape.ts';
import { chooseStyle } from '../../terminal/style.ts';
import type { AllWords } from '../../words/for-language.ts';

/** Prints an answer as it comes, then how many records it had and what it lacks; what lacks makes the exit code 5. */
export async function printRecords(
  io: CliIo,
  answer: LogAnswer,
  options: Options,
  words: AllWords,
): Promise<ExitCode> {
  if (options.json && options.as !== undefined)
    throw new UsageError({ kind: 'exclude-each-other', options: ['--json', '--as'] });
  let count = 0;
  const records = (async function* () {
    for await (const record of answer.records) {
      io.signal.throwIfAborted();
      count++;
      yield record;
    }
  })();
  for await (const piece of piecesOf(records, io, options)) await io.stdout.write(piece);
  const told = words.logs;
  await io.stderr.write(`${count === 0 ? told.none : told.found(count)}\n`);
  for (const { name, reason } of answer.partial) {
    const sentence = told.partial(name === '' ? told.nameless : name, told.reason[reason]);
    await io.stderr.write(`${chooseStyle(io.env, io.stderr).failed(escapeText(sentence))}\n`);
  }
  return answer.partial.length === 0 ? ExitCode.done : ExitCode.unreachable;
}

async function* piecesOf(
  records: AsyncIterable<StoredRecord>,
  io: CliIo,
  options: Options,
): AsyncGenerator<string> {
  const { exportRecords, recordJson, recordText } = await import('@harrier/logs');
  if (options.json) {
    yield* jsonArray(mapped(records, recordJson));
    return;
  }
  if (options.as === 'otlp') {
    for await (const piece of exportRecords(records, 'otlp')) yield harmlessJson(piece);
    return;
  }
  const style = chooseStyle(io.env, io.stdout);
  for await (const record of records) {
    if (options.as === 'jsonl') yield `${jsonText(recordJson(record))}\n`;
    else {
      const text = escapeLines(recordText(record));
      const isBad = record.level === 'error' || record.level === 'fatal' || (record.status ?? 0) >= 500;
      yield `${isBad ? style.failed(text) : record.level === 'warn' ? style.slow(text) : text}\n`;
    }
  }
}

async function* mapped<From, To>(
  values: AsyncIterable<From>,
  change: (value: From) => To,
): AsyncGenerator<To> {
  for await (const value of values) yield change(value);
}
