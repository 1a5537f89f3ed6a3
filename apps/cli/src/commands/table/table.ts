import { filterRows, type TableRow, tableRows, templateStatistics } from '@harrier/analyze';
import type { Capture } from '@harrier/har';
import { inputOptions } from '../../arguments/option-table.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import { csvRow } from '../../csv/csv-row.ts';
import { ExitCode } from '../../exit-code.ts';
import { withCapture } from '../../input/with-capture.ts';
import type { CliIo, Sink } from '../../io.ts';
import { jsonArray, jsonText } from '../../json/json-text.ts';
import { maskCredentials } from '../../masking/mask.ts';
import { escapeText } from '../../terminal/escape.ts';
import { createPage } from '../../terminal/page.ts';
import { chooseStyle } from '../../terminal/style.ts';
import type { AllWords } from '../../words/for-language.ts';
import type { Command } from '../command.ts';
import { filteredRows, readFilter } from './filtered-rows.ts';
import { pipedLayout } from './piped-layout.ts';
import { stackedLayout } from './stacked-layout.ts';
import { printTemplates, templateColumns } from './template-table.ts';

/** The keys of a row in `--json` and the heads of `--csv`. A contract: docs/command-line.md. */
const columns = [
  'index',
  'startedDateTime',
  'url',
  'method',
  'status',
  'trackingId',
  'error',
  'org',
  'timeMs',
] as const satisfies (keyof TableRow)[];

/** Rows of about this many characters go to the output at once. */
const batchCharacters = 32 * 1024;

/** `harrier table <file>`: one line for each request. */
export const table: Command = {
  name: 'table',
  positionals: ['file'],
  options: ['json', 'csv', 'filter', 'group', ...inputOptions],
  async run(io, { positionals, options }, words) {
    const [file = ''] = positionals;
    if (options.json && options.csv)
      throw new UsageError({ kind: 'exclude-each-other', options: ['--json', '--csv'] });
    const filter = options.filter === undefined ? undefined : readFilter(options.filter);
    for (const { problem, term } of filter?.notes ?? []) {
      const note = words.filterNote(problem.start, words.filterProblem[problem.code](term));
      await io.stderr.write(`${escapeText(note)}
`);
    }
    await withCapture(io, file, options, words, async (capture) => {
      if (options.group === 'template') {
        const wanted = filter && filterRows(capture, filter.ast, io.signal);
        const templates = await templateStatistics(capture, wanted, io.signal);
        if (options.json) return await io.stdout.write(`${jsonText(templates, 2)}\n`);
        if (options.csv) return await writePieces(io.stdout, csvOf(templateColumns, templates));
        return await printTemplates(io, templates, words);
      }
      const rows =
        filter === undefined
          ? tableRows(capture, { signal: io.signal })
          : filteredRows(capture, filter, io.signal);
      if (options.json) return await writePieces(io.stdout, jsonArray(jsonRows(rows)));
      if (options.csv) return await writePieces(io.stdout, csvOf(columns, rows));
      await printRows(io, capture, rows, words);
    });
    return ExitCode.done;
  },
};

/** The contract's keys in the contract's order, whatever else a row may carry. */
async function* jsonRows(rows: AsyncIterable<TableRow>): AsyncGenerator<Partial<TableRow>> {
  for await (const row of rows) yield Object.fromEntries(columns.map((column) => [column, row[column]]));
}

async function* csvOf<Row>(
  heads: readonly (keyof Row & string)[],
  rows: Iterable<Row> | AsyncIterable<Row>,
): AsyncGenerator<string> {
  yield csvRow(heads);
  for await (const row of rows) yield csvRow(heads.map((head) => row[head] as string | number | null));
}

async function writePieces(sink: Sink, pieces: AsyncIterable<string>): Promise<void> {
  let pending = '';
  for await (const piece of pieces) {
    pending += piece;
    if (pending.length < batchCharacters) continue;
    await sink.write(pending);
    pending = '';
  }
  if (pending !== '') await sink.write(pending);
}

async function printRows(
  io: CliIo,
  capture: Capture,
  rows: AsyncIterable<TableRow>,
  words: AllWords,
): Promise<void> {
  const page = createPage(io.stdout, chooseStyle(io.env, io.stdout), words);
  const mask = maskCredentials(words.mask);
  const layout = (io.stdout.isTerminal ? stackedLayout : pipedLayout)(page, capture.index, mask);
  let count = 0;
  for await (const row of rows) {
    if (count === 0) layout.printHead();
    layout.printRow(row);
    count++;
    await page.flushIfFull();
  }
  await page.flush();
  if (count > 0) return;
  const { length } = capture.index;
  await io.stderr.write(`${length === 0 ? words.table.empty : words.table.noneFits(length)}\n`);
}
