import type { GroupSamples } from './shared.ts';

export const lintSamples: GroupSamples<'lint'> = {};
