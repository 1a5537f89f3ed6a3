import type { FindingFacts, FindingToTell } from '../../finding/finding-facts.ts';
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

type Family = NamedFindingId extends `${infer Name}/${string}` ? Name : never;
type Samples = { readonly [Id in NamedFindingId]?: readonly FindingFacts[Id][] };

/** Invented facts, loaded for the family of the page that is asked for: all of them are ten modules. */
const shelf: Readonly<Record<Family, () => Promise<Samples>>> = {
  auth: async () => (await import('../../finding/examples/auth.ts')).authSamples,
  block: async () => (await import('../../finding/examples/block.ts')).blockSamples,
  capture: async () => (await import('../../finding/examples/capture.ts')).captureSamples,
  cors: async () => (await import('../../finding/examples/cors.ts')).corsSamples,
  fail: async () => (await import('../../finding/examples/fail.ts')).failSamples,
  lint: async () => (await import('../../finding/examples/lint.ts')).lintSamples,
  permission: async () => (await import('../../finding/examples/permission.ts')).permissionSamples,
  slow: async () => (await import('../../finding/examples/slow.ts')).slowSamples,
  version: async () => (await import('../../finding/examples/version.ts')).versionSamples,
};

/** A page for each finding, made of the sentences that the finding itself uses, with invented facts. */
export async function findingBook(language: Language): Promise<Book> {
  const labels = await loadLabels(language);
  const spoken = words(language);
  return {
    title: labels.groups.finding,
    overview: undefined,
    names,
    find,
    page: async (name) => {
      const ruleId = find(name) as NamedFindingId | undefined;
      if (ruleId === undefined) return undefined;
      const samples = await shelf[ruleId.split('/', 1)[0] as Family]();
      // The id chooses the facts, which the compiler cannot see through the union.
      const example = { ruleId, facts: samples[ruleId]?.[0] } as FindingToTell;
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
