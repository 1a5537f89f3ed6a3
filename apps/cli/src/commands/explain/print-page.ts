import {
  type Block,
  type Book,
  type Page as KnowledgePage,
  type PageLabels,
  segments,
  type TopicGroup,
} from '@harrier/knowledge/pages';
import { escapeText } from '../../terminal/escape.ts';
import { heading, labelledRows, type Page } from '../../terminal/page.ts';
import { padEnd, widthOf } from '../../terminal/width.ts';
import { wrap, wrapLabelled } from '../../terminal/wrap.ts';

/** Groups of pages with their names, as they are listed. */
export type GroupList = readonly {
  readonly group: TopicGroup;
  readonly title: string;
  readonly names: readonly string[];
}[];

/** A page of the knowledge base as lines: its answer first, its sources last. */
export function printPage(shown: KnowledgePage, labels: PageLabels, page: Page): void {
  heading(page, terminalText(shown.title));
  prose(shown.lead, '', page);
  for (const block of shown.blocks) printBlock(block, page);
  heading(page, labels.headings.sources);
  for (const { document, licence, url } of shown.sources) {
    const where = url === undefined ? '' : `  ${url}`;
    page.line(`  ${document} (${licence ?? labels.values.factsOnly})${page.style.muted(where)}`);
  }
  page.line(page.style.muted(`  ${labels.headings.asOf} ${shown.asOf}`));
}

/** The pages of one group: their names, with what they are called where that differs. */
export async function printGroup(
  { group, title, names }: GroupList[number],
  book: Book,
  page: Page,
): Promise<void> {
  const pages = await Promise.all(names.map((name) => book.page(name)));
  const titles = names.map((name, at) => pages[at]?.title ?? name);
  // A finding is called by its name, a field by another spelling of it.
  if (names.every((name, at) => name.toLowerCase() === titles[at]?.toLowerCase())) {
    printGroups([{ group, title, names }], page);
    return;
  }
  heading(page, title);
  page.line(page.style.muted(`  harrier explain ${group} ${page.words.explain.name}`));
  labelledRows(
    page,
    names.map((name, at) => ({ label: name, value: titles[at]?.replace(`${name} `, '') ?? name })),
  );
}

/** What can be asked for. */
export function printGroups(groups: GroupList, page: Page): void {
  const { explain } = page.words;
  for (const { group, title, names } of groups) {
    heading(page, title);
    page.line(page.style.muted(`  harrier explain ${group}${names.length > 0 ? ` ${explain.name}` : ''}`));
    if (names.length > 0) prose(names.join(', '), '  ', page);
  }
}

function printBlock(block: Block, page: Page): void {
  if (block.kind === 'facts') {
    page.line();
    labelledRows(
      page,
      block.rows.map(([label, value]) => ({ label: terminalText(label), value: terminalText(value) })),
    );
    return;
  }
  if (block.kind === 'table') {
    page.line();
    printTable(block.heads, block.rows, page);
    return;
  }
  heading(page, block.heading);
  switch (block.kind) {
    case 'text':
      prose(block.text, '  ', page);
      return;
    case 'list':
      for (const item of block.items) prose(item, '  - ', page);
      return;
    case 'steps':
      for (const [at, item] of block.items.entries()) prose(item, `  ${at + 1}. `, page);
      return;
    case 'example':
      for (const line of block.text.split('\n')) page.line(`  ${escapeText(line)}`);
      return;
    case 'see':
      for (const topic of block.topics) page.line(`  harrier explain ${topic.replace('/', ' ')}`);
      return;
  }
}

/** A text without its marks. What a program shows stands in brackets, so that it stands out without colour. */
function terminalText(text: string): string {
  return escapeText(
    segments(text)
      .map((part) => (part.kind === 'menu' ? `[${part.text}]` : part.text))
      .join(''),
  );
}

/** Running text, wrapped behind its label. */
function prose(text: string, label: string, page: Page): void {
  const plain = terminalText(text);
  const lines = label === '' ? wrap(plain, page.proseCells) : wrapLabelled(label, plain, page.proseCells);
  for (const line of lines) page.line(line);
}

function printTable(heads: readonly string[], rows: readonly (readonly string[])[], page: Page): void {
  const cells = heads.map((head, column) =>
    Math.max(widthOf(head), ...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  const line = (row: readonly string[]) =>
    `  ${row.map((text, column) => padEnd(text, cells[column] ?? 0)).join('  ')}`.trimEnd();
  page.line(page.style.muted(line(heads)));
  for (const row of rows) page.line(line(row));
}
