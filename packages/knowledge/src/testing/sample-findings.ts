import type { FindingFacts, FindingId, FindingToTell } from '../finding/finding-facts.ts';
import { authSamples } from './samples/auth.ts';
import { blockSamples } from './samples/block.ts';
import { captureSamples } from './samples/capture.ts';
import { corsSamples } from './samples/cors.ts';
import { failSamples } from './samples/fail.ts';
import { lintSamples } from './samples/lint.ts';
import { permissionSamples } from './samples/permission.ts';
import { slowSamples } from './samples/slow.ts';
import { versionSamples } from './samples/version.ts';

/** Facts of every kind, so that each turn of each sentence is taken at least once. */
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
