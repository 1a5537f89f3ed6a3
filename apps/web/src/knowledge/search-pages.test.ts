import { languages } from '@harrier/knowledge';
import { expect, it } from 'vitest';
import { readTopic } from './read-topic.ts';
import { pageIndex } from './search-pages.ts';
import { topicOfLiteral } from './topic-of-literal.ts';

const topics = async (asked: string, language: (typeof languages)[number] = 'en') =>
  (await pageIndex(language)).find(asked).map(({ topic }) => topic);

it('finds a page by its name, by another of its names, and by what it says', async () => {
  expect((await topics('set cookie'))[0]).toBe('header/set-cookie');
  expect((await topics('ttfb'))[0]).toBe('phase/wait');
  expect((await topics('Unauthorized'))[0]).toBe('status/401');
  expect((await topics('502'))[0]).toBe('status/502');
  expect(await topics('preflight')).toContain('glossary/preflight');
  expect(await topics('  ')).toEqual([]);
  expect(await topics('qqqqqq')).toEqual([]);
});

it.each(languages)('finds in %s what the page is called there, and its literal name', async (language) => {
  const { page } = (await readTopic('glossary/preflight', language))!;
  expect(await topics(page.title, language)).toContain('glossary/preflight');
  expect((await topics('retry-after', language))[0]).toBe('header/retry-after');
});

it('looks up a page without loading anything again', async () => {
  const first = await readTopic('status/502', 'en');
  expect(first?.page.title).toBe('502 Bad Gateway');
  // The same book answers, so nothing but the page itself is made.
  expect((await readTopic('status/404', 'en'))?.labels).toBe(first?.labels);
  expect(await readTopic('status/999', 'en')).toBeUndefined();
  expect(await readTopic('constructor', 'en')).toBeUndefined();
});

it('reads one part of a page', async () => {
  const counter = await readTopic('tracking#2', 'en');
  expect(counter?.part).toMatch(/^First counter: /);
  expect((await readTopic('tracking#99', 'en'))?.part).toBeUndefined();
});

it.each([
  ['PATCH', 'method/PATCH'],
  ['502', 'status/502'],
  ['401 Unauthorized', 'status/401'],
  ['Set-Cookie', 'header/set-cookie'],
  ['x-request-id', 'header/x-request-id'],
  [':authority', 'header/:authority'],
  ['age', undefined],
  ['status', undefined],
  ['299', undefined],
])('knows of the literal %s that its page is %s', (literal, topic) => {
  expect(topicOfLiteral(literal)).toBe(topic);
});
