import type { GroupSamples } from './shared.ts';

export const versionSamples: GroupSamples<'version'> = {};
