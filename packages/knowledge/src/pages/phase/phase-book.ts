import type { Language } from '../../language.ts';
import type { phaseAdvice as english } from '../../languages/en/pages/phases.ts';
import { words } from '../../languages/languages.ts';
import { devToolsPhaseNames, type PhaseName } from '../../phase/phase-name.ts';
import type { Words } from '../../words.ts';
import { nameFinder } from '../fold-name.ts';
import { loadLabels, type PageLabels } from '../labels.ts';
import type { Book, Page } from '../page.ts';
import type { SameShape, Shelf } from '../same-shape.ts';
import { sourceOf } from '../source.ts';
import { phaseAliases, phaseFields } from './phase-facts.ts';

/** What to look at when a phase is long, the likeliest first. */
export type PhaseAdvice = SameShape<typeof english>;

const shelf: Shelf<PhaseAdvice> = {
  en: async () => (await import('../../languages/en/pages/phases.ts')).phaseAdvice,
  fr: async () => (await import('../../languages/fr/pages/phases.ts')).phaseAdvice,
  ja: async () => (await import('../../languages/ja/pages/phases.ts')).phaseAdvice,
  ko: async () => (await import('../../languages/ko/pages/phases.ts')).phaseAdvice,
  'zh-CN': async () => (await import('../../languages/zh-cn/pages/phases.ts')).phaseAdvice,
  'zh-TW': async () => (await import('../../languages/zh-tw/pages/phases.ts')).phaseAdvice,
};

const asOf = '2026-11-21';
const names = Object.keys(phaseFields) as PhaseName[];
const find = nameFinder(names, {
  ...phaseAliases,
  ...Object.fromEntries(names.flatMap((name) => devToolsPhaseNames[name].map((other) => [other, name]))),
});

/** The pages on timing phases. */
export async function phaseBook(language: Language): Promise<Book> {
  const [advice, labels] = await Promise.all([shelf[language](), loadLabels(language)]);
  const spoken = words(language);
  return {
    title: labels.groups.phase,
    overview: undefined,
    names,
    find,
    page: async (name) => {
      const phase = find(name) as PhaseName | undefined;
      return phase === undefined ? undefined : phasePage(phase, spoken, advice, labels);
    },
  };
}

function phasePage(
  name: PhaseName,
  { terms, phases }: Words,
  advice: PhaseAdvice,
  { headings }: PageLabels,
): Page {
  const inDevTools = devToolsPhaseNames[name].map((other) => `\`${other}\``).join(', ');
  return {
    topic: `phase/${name}`,
    title: terms.phase[name],
    lead: phases[name],
    blocks: [
      { kind: 'list', heading: headings.whenLong, items: advice[name] },
      {
        kind: 'facts',
        rows: [
          [headings.inHar, `\`${phaseFields[name]}\``],
          ...(inDevTools === '' ? [] : [[headings.inDevTools, inDevTools] as const]),
        ],
      },
    ],
    sources: [sourceOf('HAR 1.2, timings'), sourceOf('Chrome DevTools, Network features reference')],
    asOf,
  };
}
