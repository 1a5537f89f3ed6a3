import type { Language } from '../../language.ts';
import { nameFinder } from '../fold-name.ts';
import { loadLabels, type PageLabels } from '../labels.ts';
import type { Block, Book, Page } from '../page.ts';
import type { Shelf } from '../same-shape.ts';
import { sourceOf } from '../source.ts';
import { type GlossaryTerm, type GlossaryWords, glossaryFacts } from './glossary-facts.ts';

const shelf: Shelf<GlossaryWords> = {
  en: async () => (await import('../../languages/en/pages/glossary.ts')).glossary,
  fr: async () => (await import('../../languages/fr/pages/glossary.ts')).glossary,
  ja: async () => (await import('../../languages/ja/pages/glossary.ts')).glossary,
  ko: async () => (await import('../../languages/ko/pages/glossary.ts')).glossary,
  'zh-CN': async () => (await import('../../languages/zh-cn/pages/glossary.ts')).glossary,
  'zh-TW': async () => (await import('../../languages/zh-tw/pages/glossary.ts')).glossary,
};

const asOf = '2026-11-21';
const names = Object.keys(glossaryFacts) as GlossaryTerm[];

/** The glossary. A term is found by its English name and by the one in the page's language. */
export async function glossaryBook(language: Language): Promise<Book> {
  const [words, labels] = await Promise.all([shelf[language](), loadLabels(language)]);
  const find = nameFinder(names, Object.fromEntries(names.map((name) => [words[name][0], name])));
  return {
    title: labels.groups.glossary,
    overview: undefined,
    names,
    find,
    page: async (name) => {
      const term = find(name) as GlossaryTerm | undefined;
      return term === undefined ? undefined : termPage(term, words, labels);
    },
  };
}

function termPage(name: GlossaryTerm, words: GlossaryWords, { headings }: PageLabels): Page {
  const { source, see } = glossaryFacts[name];
  const [title, lead] = words[name];
  const blocks: Block[] = see.length === 0 ? [] : [{ kind: 'see', heading: headings.seeAlso, topics: see }];
  return { topic: `glossary/${name}`, title, lead, blocks, sources: [sourceOf(source)], asOf };
}
