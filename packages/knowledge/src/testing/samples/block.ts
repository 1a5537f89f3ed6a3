import type { GroupSamples } from './shared.ts';

export const blockSamples: GroupSamples<'block'> = {};
