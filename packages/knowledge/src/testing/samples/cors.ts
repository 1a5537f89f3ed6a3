import type { GroupSamples } from './shared.ts';

export const corsSamples: GroupSamples<'cors'> = {};
