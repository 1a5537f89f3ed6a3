import type { Language } from '../../language.ts';
import type { captureGuides as english } from '../../languages/en/pages/captures.ts';
import { nameFinder } from '../fold-name.ts';
import { loadLabels, type PageLabels } from '../labels.ts';
import type { Book, Page } from '../page.ts';
import type { SameShape, Shelf } from '../same-shape.ts';
import { sourceOf } from '../source.ts';

export type CaptureGuides = SameShape<typeof english>;

/** A program that records captures. */
export type Recorder = keyof CaptureGuides['recorders'];

const shelf: Shelf<CaptureGuides> = {
  en: async () => (await import('../../languages/en/pages/captures.ts')).captureGuides,
  fr: async () => (await import('../../languages/fr/pages/captures.ts')).captureGuides,
  ja: async () => (await import('../../languages/ja/pages/captures.ts')).captureGuides,
  ko: async () => (await import('../../languages/ko/pages/captures.ts')).captureGuides,
  'zh-CN': async () => (await import('../../languages/zh-cn/pages/captures.ts')).captureGuides,
  'zh-TW': async () => (await import('../../languages/zh-tw/pages/captures.ts')).captureGuides,
};

/** What a guide rests on, by its recorder. */
const recorders: Readonly<Record<Recorder, { readonly title: string; readonly source: string }>> = {
  chrome: { title: 'Google Chrome', source: 'Chrome DevTools, Network features reference' },
  edge: { title: 'Microsoft Edge', source: 'Microsoft Edge DevTools documentation' },
  firefox: { title: 'Mozilla Firefox', source: 'Firefox, Network Monitor' },
  safari: { title: 'Safari', source: 'Apple, Safari Web Inspector documentation' },
  fiddler: { title: 'Fiddler Classic', source: 'Telerik, Fiddler Classic documentation' },
};

const asOf = '2026-11-21';
const names = Object.keys(recorders) as Recorder[];
const find = nameFinder(names, {
  'Google Chrome': 'chrome',
  Chromium: 'chrome',
  Brave: 'chrome',
  Opera: 'chrome',
  'Microsoft Edge': 'edge',
  'Mozilla Firefox': 'firefox',
  'Apple Safari': 'safari',
  WebKit: 'safari',
  'Fiddler Classic': 'fiddler',
  saz: 'fiddler',
});

/** How to record a capture, in each browser and in Fiddler. */
export async function captureBook(language: Language): Promise<Book> {
  const [guides, labels] = await Promise.all([shelf[language](), loadLabels(language)]);
  return {
    title: labels.groups.capture,
    overview: overview(guides, labels),
    names,
    find,
    page: async (name) => {
      const recorder = find(name) as Recorder | undefined;
      return recorder === undefined ? undefined : guidePage(recorder, guides, labels);
    },
  };
}

function guidePage(name: Recorder, guides: CaptureGuides, { headings }: PageLabels): Page {
  const { lead, steps, traps } = guides.recorders[name];
  const { title, source } = recorders[name];
  return {
    topic: `capture/${name}`,
    title,
    lead,
    blocks: [
      { kind: 'steps', heading: headings.steps, items: steps },
      { kind: 'list', heading: headings.traps, items: traps },
      { kind: 'see', heading: headings.seeAlso, topics: ['capture', 'read'] },
    ],
    sources: [sourceOf(source)],
    asOf,
  };
}

function overview({ overview: { lead, rules } }: CaptureGuides, { groups, headings }: PageLabels): Page {
  return {
    topic: 'capture',
    title: groups.capture,
    lead,
    blocks: [
      { kind: 'steps', heading: headings.steps, items: rules },
      { kind: 'see', heading: headings.seeAlso, topics: names.map((name) => `capture/${name}`) },
    ],
    sources: [sourceOf('HAR 1.2'), sourceOf('Chrome DevTools, Network features reference')],
    asOf,
  };
}
