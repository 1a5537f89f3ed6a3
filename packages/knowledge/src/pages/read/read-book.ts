import type { Language } from '../../language.ts';
import type { readingGuide as english } from '../../languages/en/pages/read.ts';
import { loadLabels } from '../labels.ts';
import type { Book } from '../page.ts';
import type { SameShape, Shelf } from '../same-shape.ts';
import { sourceOf } from '../source.ts';

export type ReadingGuide = SameShape<typeof english>;

const shelf: Shelf<ReadingGuide> = {
  en: async () => (await import('../../languages/en/pages/read.ts')).readingGuide,
  fr: async () => (await import('../../languages/fr/pages/read.ts')).readingGuide,
  ja: async () => (await import('../../languages/ja/pages/read.ts')).readingGuide,
  ko: async () => (await import('../../languages/ko/pages/read.ts')).readingGuide,
  'zh-CN': async () => (await import('../../languages/zh-cn/pages/read.ts')).readingGuide,
  'zh-TW': async () => (await import('../../languages/zh-tw/pages/read.ts')).readingGuide,
};

/** How to read a capture: one page. */
export async function readBook(language: Language): Promise<Book> {
  const [guide, { groups, headings }] = await Promise.all([shelf[language](), loadLabels(language)]);
  return {
    title: groups.read,
    overview: {
      topic: 'read',
      title: groups.read,
      lead: guide.lead,
      blocks: [
        { kind: 'steps', heading: headings.steps, items: guide.steps },
        { kind: 'list', heading: guide.partsHeading, items: guide.parts },
        { kind: 'list', heading: headings.traps, items: guide.traps },
        {
          kind: 'see',
          heading: headings.seeAlso,
          topics: ['tracking', 'status', 'method', 'phase/wait', 'header/trackingid', 'capture'],
        },
      ],
      sources: [sourceOf('HAR 1.2'), sourceOf('Chrome DevTools, Network features reference')],
      asOf: '2026-11-21',
    },
    names: [],
    find: () => undefined,
    page: async () => undefined,
  };
}
