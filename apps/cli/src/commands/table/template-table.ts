import type { TemplateStatistics } from '@harrier/analyze';
import { countText, durationText } from '../../format/quantity.ts';
import type { CliIo } from '../../io.ts';
import { escapeText } from '../../terminal/escape.ts';
import { createPage } from '../../terminal/page.ts';
import { chooseStyle } from '../../terminal/style.ts';
import { cutMiddle, padEnd, padStart, widestOf, widthOf } from '../../terminal/width.ts';
import type { AllWords } from '../../words/for-language.ts';

/** The keys of a row in `--group template --json` and the heads of `--csv`. A contract: docs/command-line.md. */
export const templateColumns = [
  'method',
  'host',
  'path',
  'count',
  'errors',
  'p50Ms',
  'p95Ms',
] as const satisfies (keyof TemplateStatistics)[];

const leastPlaceCells = 20;

/** `harrier table --group template`: a line for each method, host and path template, the most frequent first. */
export async function printTemplates(
  io: CliIo,
  templates: readonly TemplateStatistics[],
  words: AllWords,
): Promise<void> {
  if (templates.length === 0) return await io.stderr.write(`${words.table.empty}\n`);
  const page = createPage(io.stdout, chooseStyle(io.env, io.stdout), words);
  const { templateHeads, heads } = words.table;
  const rows = templates.map(({ count, errors, p50Ms, p95Ms, method }) => [
    countText(count),
    countText(errors),
    timeText(p50Ms),
    timeText(p95Ms),
    escapeText(method),
  ]);
  const titles = [
    templateHeads.count,
    templateHeads.errors,
    templateHeads.p50Ms,
    templateHeads.p95Ms,
    heads.method,
  ];
  const cells = titles.map((title, at) => widestOf([title, ...rows.map((row) => row[at] ?? '')]));
  const line = (texts: readonly string[]) =>
    texts.map((text, at) => (at === 4 ? padEnd : padStart)(text, cells[at] ?? 0)).join('  ');
  page.line(page.style.muted(`${line(titles)}  ${heads.url}`));
  for (const [at, row] of rows.entries()) {
    const { host = '', path = '', errors = 0 } = templates[at] ?? {};
    const head = line(row);
    const place = cutMiddle(
      escapeText(host + path),
      Math.max(page.cells - widthOf(head) - 2, leastPlaceCells),
    );
    page.line(`${errors > 0 ? page.style.failed(head) : head}  ${place}`);
    await page.flushIfFull();
  }
  await page.flush();
}

function timeText(ms: number | null): string {
  return ms === null ? '' : durationText(ms);
}
