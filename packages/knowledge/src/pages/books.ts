import type { Language } from '../language.ts';
import { captureBook } from './capture/capture-book.ts';
import { findingBook } from './finding/finding-book.ts';
import { glossaryBook } from './glossary/glossary-book.ts';
import { headerBook } from './header/header-book.ts';
import { methodBook } from './method/method-book.ts';
import type { Book } from './page.ts';
import { phaseBook } from './phase/phase-book.ts';
import { readBook } from './read/read-book.ts';
import { statusBook } from './status/status-book.ts';
import type { TopicGroup } from './topic.ts';
import { trackingBook } from './tracking/tracking-book.ts';

/** Every group of pages; one without a line here does not compile. */
const books: Readonly<Record<TopicGroup, (language: Language) => Promise<Book>>> = {
  read: readBook,
  capture: captureBook,
  tracking: trackingBook,
  method: methodBook,
  status: statusBook,
  header: headerBook,
  phase: phaseBook,
  finding: findingBook,
  glossary: glossaryBook,
};

/** Loads one group of pages in one language, and nothing else. */
export function openBook(group: TopicGroup, language: Language): Promise<Book> {
  return books[group](language);
}
