import type { Language } from '../../language.ts';
import type { trackingGuide as english } from '../../languages/en/pages/tracking.ts';
import { loadLabels } from '../labels.ts';
import type { Book } from '../page.ts';
import type { SameShape, Shelf } from '../same-shape.ts';
import { sourceOf } from '../source.ts';

export type TrackingGuide = SameShape<typeof english>;

const shelf: Shelf<TrackingGuide> = {
  en: async () => (await import('../../languages/en/pages/tracking.ts')).trackingGuide,
  fr: async () => (await import('../../languages/fr/pages/tracking.ts')).trackingGuide,
  ja: async () => (await import('../../languages/ja/pages/tracking.ts')).trackingGuide,
  ko: async () => (await import('../../languages/ko/pages/tracking.ts')).trackingGuide,
  'zh-CN': async () => (await import('../../languages/zh-cn/pages/tracking.ts')).trackingGuide,
  'zh-TW': async () => (await import('../../languages/zh-tw/pages/tracking.ts')).trackingGuide,
};

/** Invented. The same request on its way: the browser's id, then those of two services. */
const example = [
  'ATLAS_4b6f0c1e-2d3a-4f58-9b7c-0e1d2c3b4a59_12',
  'CPAPI_4b6f0c1e-2d3a-4f58-9b7c-0e1d2c3b4a59_12_0',
  'OCIROUTER_4b6f0c1e-2d3a-4f58-9b7c-0e1d2c3b4a59_12_0',
  'CPAPI_4b6f0c1e-2d3a-4f58-9b7c-0e1d2c3b4a59_12_1',
].join('\n');

/** The guide to tracking ids: one page. */
export async function trackingBook(language: Language): Promise<Book> {
  const [guide, { groups, headings }] = await Promise.all([shelf[language](), loadLabels(language)]);
  return {
    title: groups.tracking,
    overview: {
      topic: 'tracking',
      title: groups.tracking,
      lead: guide.lead,
      blocks: [
        { kind: 'example', heading: headings.example, text: example },
        { kind: 'list', heading: guide.partsHeading, items: guide.parts },
        { kind: 'steps', heading: guide.searchHeading, items: guide.search },
        { kind: 'list', heading: headings.traps, items: guide.traps },
        { kind: 'text', heading: guide.othersHeading, text: guide.others },
        {
          kind: 'see',
          heading: headings.seeAlso,
          topics: ['header/trackingid', 'header/traceparent', 'header/x-request-id', 'phase/wait'],
        },
      ],
      sources: [
        sourceOf('Webex JS SDK, webex-core (MIT)'),
        sourceOf('W3C Trace Context'),
        sourceOf('Webex Calling, troubleshooting document'),
      ],
      asOf: '2026-11-21',
    },
    names: [],
    find: () => undefined,
    page: async () => undefined,
  };
}
