import type { HeaderWords } from '../../header/header-name.ts';
import { type HeaderName, headerSources } from '../../header/header-name.ts';
import type { Language } from '../../language.ts';
import { words } from '../../languages/languages.ts';
import { nameFinder } from '../fold-name.ts';
import { loadLabels, type PageLabels } from '../labels.ts';
import type { Block, Book, Page } from '../page.ts';
import type { Shelf } from '../same-shape.ts';
import { sourceOf } from '../source.ts';
import { headerFacts } from './header-facts.ts';
import type { HeaderPitfalls } from './header-pitfalls.ts';

const shelf: Shelf<HeaderPitfalls> = {
  en: async () => (await import('../../languages/en/pages/headers.ts')).headerPitfalls,
  fr: async () => (await import('../../languages/fr/pages/headers.ts')).headerPitfalls,
  ja: async () => (await import('../../languages/ja/pages/headers.ts')).headerPitfalls,
  ko: async () => (await import('../../languages/ko/pages/headers.ts')).headerPitfalls,
  'zh-CN': async () => (await import('../../languages/zh-cn/pages/headers.ts')).headerPitfalls,
  'zh-TW': async () => (await import('../../languages/zh-tw/pages/headers.ts')).headerPitfalls,
};

const asOf = '2026-11-21';
const names = Object.keys(headerSources) as HeaderName[];
const find = nameFinder(names);

/** The header dictionary: what `explainHeader` says at once, and what there is to know beyond it. */
export async function headerBook(language: Language): Promise<Book> {
  const [pitfalls, labels] = await Promise.all([shelf[language](), loadLabels(language)]);
  const meanings = words(language).headers;
  return {
    title: labels.groups.header,
    overview: undefined,
    names,
    find,
    page: async (name) => {
      const header = find(name) as HeaderName | undefined;
      return header === undefined ? undefined : headerPage(header, meanings, pitfalls, labels);
    },
  };
}

function headerPage(
  name: HeaderName,
  meanings: HeaderWords,
  pitfalls: HeaderPitfalls,
  { headings, values }: PageLabels,
): Page {
  const { direction, example } = headerFacts[name];
  const pitfall = (pitfalls as Partial<Record<HeaderName, string>>)[name];
  const blocks: Block[] = [
    { kind: 'facts', rows: [[headings.direction, values[direction]]] },
    { kind: 'example', heading: headings.example, text: example },
  ];
  if (pitfall !== undefined) blocks.push({ kind: 'text', heading: headings.pitfall, text: pitfall });
  return {
    topic: `header/${name}`,
    // The example begins with the name as it is usually spelt.
    title: example.slice(0, name.length),
    lead: meanings[name],
    blocks,
    sources: [sourceOf(headerSources[name])],
    asOf,
  };
}
