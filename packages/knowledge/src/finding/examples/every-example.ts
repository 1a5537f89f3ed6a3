import type { FindingFacts, FindingId, FindingToTell } from '../finding-facts.ts';
import { authSamples } from './auth.ts';
import { blockSamples } from './block.ts';
import { captureSamples } from './capture.ts';
import { corsSamples } from './cors.ts';
import { failSamples } from './fail.ts';
import { lintSamples } from './lint.ts';
import { permissionSamples } from './permission.ts';
import { slowSamples } from './slow.ts';
import { versionSamples } from './version.ts';

/**
 * Invented facts of every kind: each turn of each sentence is taken at least once, so tests use all of them. The first of each
 * finding is the example on its page.
 */
export const sampleFacts: { readonly [Id in FindingId]: readonly FindingFacts[Id][] } = {
  ...failSamples,
  ...corsSamples,
  ...authSamples,
  ...blockSamples,
  ...permissionSamples,
  ...versionSamples,
  ...slowSamples,
  ...lintSamples,
  ...captureSamples,
};

/** Every sample with its id. */
export const sampleFindings: readonly FindingToTell[] = Object.entries(sampleFacts).flatMap(
  ([ruleId, samples]) => samples.map((facts) => ({ ruleId, facts }) as FindingToTell),
);
