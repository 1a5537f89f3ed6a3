import type { Language } from '@harrier/knowledge';
import { type Book, type Page, plainText, type TopicGroup, topicGroups } from '@harrier/knowledge/pages';
import { bookOf } from './read-topic.ts';

/** A page as a search finds it. Texts are without marks. */
export interface FoundPage {
  readonly topic: string;
  readonly title: string;
  readonly lead: string;
  readonly group: string;
  /** Its title is what stands in captures or what a product is called: no language has another. */
  readonly isLiteral: boolean;
}

/** Every page of one language, ready to be searched. */
export interface PageIndex {
  readonly groups: readonly GroupOfPages[];
  /** Pages that fit, the nearest first. */
  find(asked: string): readonly FoundPage[];
}

/** A group with its pages, in their order. */
export interface GroupOfPages {
  readonly group: TopicGroup;
  readonly title: string;
  readonly pages: readonly FoundPage[];
}

interface Folded extends FoundPage {
  readonly foldedTitle: string;
  readonly foldedLead: string;
}

const SHOWN = 40;
const indexes = new Map<Language, Promise<PageIndex>>();

/** Built at the first question in a language; each question after that only looks through it. */
export function pageIndex(language: Language): Promise<PageIndex> {
  const known = indexes.get(language);
  if (known !== undefined) return known;
  const index = buildIndex(language);
  indexes.set(language, index);
  index.catch(() => indexes.delete(language));
  return index;
}

async function buildIndex(language: Language): Promise<PageIndex> {
  const books = await Promise.all(
    topicGroups.map(async (group) => ({ group, book: await bookOf(group, language) })),
  );
  const groups = await Promise.all(books.map(({ group, book }) => groupOf(group, book)));
  const all = groups.flatMap(({ pages }) =>
    pages.map((page): Folded => ({ ...page, foldedTitle: fold(page.title), foldedLead: fold(page.lead) })),
  );
  return {
    groups,
    find: (asked) => {
      const folded = fold(asked);
      if (folded === '') return [];
      // What a page is also called (`ttfb`, `Unauthorized`) stands in no title.
      const named = new Set(books.map(({ group, book }) => `${group}/${book.find(asked)}`));
      return all
        .map((page) => ({ page, rank: named.has(page.topic) ? 0 : rank(page, folded) }))
        .filter((one): one is { page: Folded; rank: number } => one.rank !== undefined)
        .sort((a, b) => a.rank - b.rank)
        .slice(0, SHOWN)
        .map(({ page }) => page);
    },
  };
}

async function groupOf(group: TopicGroup, { overview, names, title, page }: Book): Promise<GroupOfPages> {
  const pages: FoundPage[] = overview === undefined ? [] : [foundPage(overview, title, false)];
  for (const made of await Promise.all(names.map(page)))
    if (made !== undefined) pages.push(foundPage(made, title, literalGroups.has(group)));
  return { group, title, pages };
}

/** Groups whose pages are called by literals. */
const literalGroups: ReadonlySet<TopicGroup> = new Set(['capture', 'method', 'status', 'header', 'finding']);

function foundPage({ topic, title, lead }: Page, group: string, isLiteral: boolean): FoundPage {
  return { topic, title: plainText(title), lead: plainText(lead), group, isLiteral };
}

/** Letters and digits only, in one case and one width: `Set Cookie` finds `Set-Cookie`. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Lower is nearer; undefined = does not fit. */
function rank({ foldedTitle, foldedLead }: Folded, asked: string): number | undefined {
  if (foldedTitle === asked) return 0;
  if (foldedTitle.startsWith(asked)) return 1;
  if (foldedTitle.includes(asked)) return 2;
  return foldedLead.includes(asked) ? 3 : undefined;
}
