import type { Language } from '../language.ts';
import type { labels as english } from '../languages/en/pages/labels.ts';
import type { SameShape, Shelf } from './same-shape.ts';

/** Headings and short words that all pages share. */
export type PageLabels = SameShape<typeof english>;

const shelf: Shelf<PageLabels> = {
  en: async () => (await import('../languages/en/pages/labels.ts')).labels,
  fr: async () => (await import('../languages/fr/pages/labels.ts')).labels,
  ja: async () => (await import('../languages/ja/pages/labels.ts')).labels,
  ko: async () => (await import('../languages/ko/pages/labels.ts')).labels,
  'zh-CN': async () => (await import('../languages/zh-cn/pages/labels.ts')).labels,
  'zh-TW': async () => (await import('../languages/zh-tw/pages/labels.ts')).labels,
};

export function loadLabels(language: Language): Promise<PageLabels> {
  return shelf[language]();
}
