import type { Language } from '@harrier/knowledge';
import {
  type Book,
  loadLabels,
  openBook,
  type Page,
  type PageLabels,
  type TopicGroup,
  topicGroups,
} from '@harrier/knowledge/pages';

/** A page, or a part of one. */
export interface ReadTopic {
  readonly page: Page;
  readonly labels: PageLabels;
  /** The sentence that was asked for, where a part was. */
  readonly part?: string;
}

const books = new Map<string, Promise<Book>>();

/** A group of pages; loaded once in each language. */
export function bookOf(group: TopicGroup, language: Language): Promise<Book> {
  const key = `${group} ${language}`;
  const known = books.get(key);
  if (known !== undefined) return known;
  const book = openBook(group, language);
  books.set(key, book);
  // A chunk that did not arrive is asked for again.
  book.catch(() => books.delete(key));
  return book;
}

/** The page of a topic; undefined = there is none. */
export async function readTopic(topic: string, language: Language): Promise<ReadTopic | undefined> {
  const [, first = '', name, at] = /^([^/#]*)(?:\/([^#]*))?(?:#(\d+))?$/.exec(topic) ?? [];
  const group = topicGroups.find((one) => one === first);
  if (group === undefined) return undefined;
  const [book, labels] = await Promise.all([bookOf(group, language), loadLabels(language)]);
  const page = name === undefined ? book.overview : await book.page(name);
  if (page === undefined) return undefined;
  const part = at === undefined ? undefined : itemOf(page, Number(at));
  return { page, labels, ...(part === undefined ? {} : { part }) };
}

function itemOf({ blocks }: Page, at: number): string | undefined {
  const list = blocks.find((block) => block.kind === 'list');
  return list?.kind === 'list' ? list.items[at] : undefined;
}
