import { tableRows } from '@harrier/analyze';
import type { Capture } from '@harrier/har';
import { inputOptions, type Tab } from '../../arguments/option-table.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import { ExitCode } from '../../exit-code.ts';
import { bytesText } from '../../format/quantity.ts';
import { withCapture } from '../../input/with-capture.ts';
import type { CliIo } from '../../io.ts';
import { jsonText } from '../../json/json-text.ts';
import { maskCredentials, showEverything } from '../../masking/mask.ts';
import { writeOutput } from '../../output/write-output.ts';
import { escapeText } from '../../terminal/escape.ts';
import { createPage } from '../../terminal/page.ts';
import { chooseStyle } from '../../terminal/style.ts';
import type { Command } from '../command.ts';
import { headersTab } from './headers-tab.ts';
import { initiatorTab } from './initiator-tab.ts';
import { payloadTab } from './payload-tab.ts';
import { previewTab } from './preview-tab.ts';
import { responseTab } from './response-tab.ts';
import { summaryTab } from './summary-tab.ts';
import type { ShowTab } from './tab.ts';
import { timingTab } from './timing-tab.ts';
import type { EntryView } from './view.ts';

const tabTable: Readonly<Record<Tab, ShowTab>> = {
  headers: headersTab,
  payload: payloadTab,
  preview: previewTab,
  response: responseTab,
  initiator: initiatorTab,
  timing: timingTab,
};

/** `harrier show <file> <index>`: one request. */
export const show: Command = {
  name: 'show',
  positionals: ['file', 'index'],
  options: ['tab', 'json', 'unmasked', 'output', 'force', ...inputOptions],
  async run(io, { positionals, options }, words) {
    const [file = '', indexText = ''] = positionals;
    const index = readIndex(indexText);
    const tab = options.tab === undefined ? summaryTab : tabTable[options.tab];
    if (options.output !== undefined && tab.bytes === undefined)
      throw new UsageError({ kind: 'no-bytes-to-write' });
    await withCapture(io, file, options, words, async (capture) => {
      const mask = options.unmasked ? showEverything : maskCredentials(words.mask);
      const view: EntryView = { capture, ...(await openView(capture, index)), mask, words };
      if (options.output !== undefined)
        return await writeBody(io, file, options.output, options.force, view, tab);
      if (options.json) return await io.stdout.write(`${jsonText(await tab.json(view), 2)}\n`);
      const page = createPage(io.stdout, chooseStyle(io.env, io.stdout), words);
      await tab.print(view, page);
      await page.flush();
    });
    return ExitCode.done;
  },
};

function readIndex(text: string): number {
  const digits = /^#?(\d{1,15})$/.exec(text)?.[1];
  if (digits === undefined) throw new UsageError({ kind: 'not-an-index', given: text });
  return Number(digits);
}

async function openView(capture: Capture, index: number): Promise<Pick<EntryView, 'entry' | 'row'>> {
  const entries = capture.index.length;
  if (index >= entries) throw new UsageError({ kind: 'no-such-entry', index, entries });
  const entry = await capture.openEntry(index);
  for await (const row of tableRows(capture, { entries: [index] })) return { entry, row };
  throw new Error(`no row for entry ${index}`);
}

/** A body into a file: the bytes as they were, credentials and all. */
async function writeBody(
  io: CliIo,
  input: string,
  output: string,
  force: true | undefined,
  view: EntryView,
  tab: ShowTab,
): Promise<void> {
  const bytes = (await tab.bytes?.(view)) ?? bodyThatIsNone(view, tab);
  await writeOutput(io, { output, input, force: force === true }, (write) => write(bytes));
  if (output !== '-')
    await io.stderr.write(`${escapeText(view.words.show.written(bytesText(bytes.length), output))}\n`);
}

/** Of an answer without a body that is an empty file; of one whose body was left out that would be a lie. */
function bodyThatIsNone({ entry }: EntryView, tab: ShowTab): Uint8Array {
  const { absent } = entry.response.content;
  if (tab !== payloadTab && (absent === 'not-captured' || absent === 'over-limit'))
    throw new UsageError({ kind: 'body-not-recorded' });
  return new Uint8Array();
}
