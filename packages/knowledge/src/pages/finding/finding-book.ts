import type { FindingToTell } from '../../finding/finding-facts.ts';
import { tellFinding } from '../../finding/tell-finding.ts';
import type { Language } from '../../language.ts';
import { words } from '../../languages/languages.ts';
import type { Words } from '../../words.ts';
import { nameFinder } from '../fold-name.ts';
import { loadLabels, type PageLabels } from '../labels.ts';
import type { Book, Page } from '../page.ts';
import { sourceOf } from '../source.ts';
import { findingSources, type NamedFindingId } from './finding-sources.ts';

const asOf = '2026-11-21';
const names = Object.keys(findingSources) as NamedFindingId[];
const find = nameFinder(names);

/** A page for each finding, made of the sentences that the finding itself uses, with invented facts. */
export async function findingBook(language: Language): Promise<Book> {
  const [{ sampleFacts }, labels] = await Promise.all([
    import('../../finding/examples/every-example.ts'),
    loadLabels(language),
  ]);
  const spoken = words(language);
  return {
    title: labels.groups.finding,
    overview: undefined,
    names,
    page: (name) => {
      const ruleId = find(name) as NamedFindingId | undefined;
      if (ruleId === undefined) return undefined;
      // The id chooses the facts, which the compiler cannot see through the union.
      const example = { ruleId, facts: sampleFacts[ruleId][0] } as FindingToTell;
      return findingPage(example, ruleId, spoken, labels);
    },
  };
}

function findingPage(
  example: FindingToTell,
  ruleId: NamedFindingId,
  spoken: Words,
  { headings }: PageLabels,
): Page {
  const { verdict, explanation, nextStep, whoCanFix } = tellFinding(example, spoken);
  return {
    topic: `finding/${ruleId}`,
    title: ruleId,
    lead: explanation,
    blocks: [
      { kind: 'text', heading: headings.example, text: verdict },
      { kind: 'text', heading: headings.next, text: nextStep },
      { kind: 'facts', rows: [[headings.whoCanFix, whoCanFix]] },
    ],
    sources: findingSources[ruleId].map(sourceOf),
    asOf,
  };
}
