import type { Language } from '@harrier/knowledge';
import { type Book, openBook, type Page, type TopicGroup, topicGroups } from '@harrier/knowledge/pages';
import { didYouMean } from '../../arguments/did-you-mean.ts';

/** What was asked for: a page, a group of pages, or nothing that is known. */
export type Found =
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'group'; readonly group: TopicGroup; readonly book: Book }
  /** Topics with similar names, the nearest first. */
  | { readonly kind: 'nothing'; readonly nearest: readonly string[] };

/** More suggestions than this are a list, and there is a list. */
const suggestions = 3;

/**
 * Finds a page by words as people give them: `status 502`, `status/502`, or without the group (`502`, `set-cookie`,
 * `cors/preflight-status`). A group by itself is found as one.
 */
export async function findPage(words: readonly string[], language: Language): Promise<Found> {
  const given = words.join(' ').trim();
  const [first = '', ...rest] = given.split(/[\s/]+/);
  const group = topicGroups.find((name) => name === first.toLowerCase());
  if (group !== undefined) {
    const book = await openBook(group, language);
    const name = given.slice(first.length).replace(/^[\s/]+/, '');
    if (rest.length === 0) return { kind: 'group', group, book };
    const page = await book.page(name);
    if (page !== undefined) return { kind: 'page', page };
    // `capture/truncated` begins as a group and is a finding.
    return await findAnywhere(given, language, nearestOf(name, group, book.names));
  }
  return await findAnywhere(given, language, []);
}

async function findAnywhere(given: string, language: Language, nearest: readonly string[]): Promise<Found> {
  const close: string[] = [...nearest];
  for (const group of topicGroups) {
    const book = await openBook(group, language);
    const page = await book.page(given);
    if (page !== undefined) return { kind: 'page', page };
    close.push(...nearestOf(given, group, book.names));
  }
  if (close.length === 0) close.push(...nearestOf(given, undefined, topicGroups));
  return { kind: 'nothing', nearest: [...new Set(close)].slice(0, suggestions) };
}

function nearestOf(given: string, group: TopicGroup | undefined, names: readonly string[]): string[] {
  const nearest: string[] = [];
  let left = names;
  while (nearest.length < suggestions) {
    const name = didYouMean(given, left);
    if (name === undefined) break;
    nearest.push(group === undefined ? name : `${group} ${name}`);
    left = left.filter((other) => other !== name);
  }
  return nearest;
}
