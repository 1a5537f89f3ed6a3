import type { Language } from '../../language.ts';
import { openBook } from '../books.ts';
import type { Block, Page } from '../page.ts';
import { topicGroups } from '../topic.ts';

/** Every page of one language, overviews first in their group. */
export async function everyPage(language: Language): Promise<Page[]> {
  const pages: Page[] = [];
  for (const group of topicGroups) {
    const book = await openBook(group, language);
    if (book.overview !== undefined) pages.push(book.overview);
    for (const name of book.names) pages.push((await book.page(name))!);
  }
  return pages;
}

/** Every text of a page with its place, in the order in which it is read. Examples are literals and stay out. */
export function textsOf({ title, lead, blocks }: Page): [place: string, text: string][] {
  return [
    ['title', title],
    ['lead', lead],
    ...blocks.flatMap((block, at) =>
      textsOfBlock(block).map((text, line): [string, string] => [`${at}.${line}`, text]),
    ),
  ];
}

function textsOfBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'facts':
      return block.rows.flat();
    case 'text':
      return [block.heading, block.text];
    case 'list':
    case 'steps':
      return [block.heading, ...block.items];
    case 'example':
    case 'see':
      return [block.heading];
    case 'table':
      return [...block.heads, ...block.rows.flat()];
  }
}
