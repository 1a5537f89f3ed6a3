import type { Flow, FlowExport } from '@harrier/logs';
import { inputOptions } from '../../arguments/option-table.ts';
import type { Arguments } from '../../arguments/read-arguments.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import { ExitCode } from '../../exit-code.ts';
import type { CliIo } from '../../io.ts';
import { harmlessJson, jsonText } from '../../json/json-text.ts';
import { writeOutput } from '../../output/write-output.ts';
import { escapeText } from '../../terminal/escape.ts';
import { createPage } from '../../terminal/page.ts';
import { chooseStyle } from '../../terminal/style.ts';
import type { AllWords } from '../../words/for-language.ts';
import type { Command } from '../command.ts';
import { playbooksOf } from '../triage/playbooks-of-folder.ts';
import { printFlow } from './print-flow.ts';
import { type Traced, tracedEntry, tracedId } from './traced.ts';
import { tracedRecords } from './traced-records.ts';

/** `harrier trace <id>` or `harrier trace <file> <index>`: one request through the services, hop by hop. */
export const trace: Command = {
  name: 'trace',
  positionals: ['id'],
  more: 'index',
  options: [
    'store',
    'source',
    'sources',
    'region',
    'scope',
    'host',
    'since',
    'until',
    'around',
    'json',
    'as',
    'output',
    'force',
    'all',
    'playbooks',
    ...inputOptions,
  ],
  oneOf: { as: ['mermaid', 'svg', 'otlp', 'jaeger'] },
  async run(io, given, words) {
    const { options } = given;
    if (options.json && options.as !== undefined)
      throw new UsageError({ kind: 'exclude-each-other', options: ['--json', '--as'] });
    if (options.output !== undefined && options.as === undefined)
      throw new UsageError({ kind: 'needs-other', option: '--output', other: '--as' });
    const playbooks = await playbooksOf(options.playbooks, words);
    const traced = await whatIsTraced(io, given, words);
    const { records, partial, isCut } = await tracedRecords(io, traced, options);
    const { findFlows, flowJson, mostBroken } = await import('@harrier/logs');
    const { entry, target } = traced;
    const flows = findFlows({ target, records, playbooks, ...(entry === undefined ? {} : { entry }) });
    const flow = mostBroken(flows);
    const told = words.trace;
    if (flow === undefined) {
      if (options.json) await io.stdout.write('null\n');
      await io.stderr.write(`${words.logs.none}\n`);
    } else if (options.as !== undefined)
      await exportFlow(io, given, flow, options.as as FlowExport, traced.file, words);
    else if (options.json) await io.stdout.write(`${jsonText(flowJson(flow), 2)}\n`);
    else {
      const page = createPage(io.stdout, chooseStyle(io.env, io.stdout), words);
      await printFlow(page, flow, { requests: flows.length, everyLine: options.all === true });
      await page.flush();
    }
    if (isCut) await io.stderr.write(`${told.cut(records.length)}\n`);
    for (const { name, reason } of partial) {
      const sentence = words.logs.partial(name || words.logs.nameless, words.logs.reason[reason]);
      await io.stderr.write(`${chooseStyle(io.env, io.stderr).failed(escapeText(sentence))}\n`);
    }
    return partial.length === 0 ? ExitCode.done : ExitCode.unreachable;
  },
};

/** One argument is an id, two are a capture and a request of it. */
async function whatIsTraced(
  io: CliIo,
  { positionals, options }: Arguments,
  words: AllWords,
): Promise<Traced> {
  const [first = '', index, extra] = positionals;
  if (extra !== undefined) throw new UsageError({ kind: 'extra-argument', given: extra });
  return index === undefined ? await tracedId(first) : await tracedEntry(io, first, index, options, words);
}

async function exportFlow(
  io: CliIo,
  { options }: Arguments,
  flow: Flow,
  format: FlowExport,
  input: string | undefined,
  words: AllWords,
): Promise<void> {
  const { flowWords, writeFlow } = await import('@harrier/logs');
  const text = writeFlow(flow, format, flowWords(words.knowledge));
  // Diagrams hold no control characters of a log; JSON may hold those that a terminal obeys.
  const isJson = format === 'otlp' || format === 'jaeger';
  const bytes = new TextEncoder().encode(isJson ? harmlessJson(text) : text);
  const place = { output: options.output ?? '-', input: input ?? '-', force: options.force === true };
  await writeOutput(io, place, (write) => write(bytes));
}
