import type { Language } from '../language.ts';
import { headerBook } from './header/header-book.ts';
import { methodBook } from './method/method-book.ts';
import type { Book } from './page.ts';
import { statusBook } from './status/status-book.ts';
import type { TopicGroup } from './topic.ts';

/** Every group of pages; one without a line here does not compile. */
const books: Readonly<Record<TopicGroup, (language: Language) => Promise<Book>>> = {
  method: methodBook,
  status: statusBook,
  header: headerBook,
};

/** Loads one group of pages in one language, and nothing else. */
export function openBook(group: TopicGroup, language: Language): Promise<Book> {
  return books[group](language);
}
