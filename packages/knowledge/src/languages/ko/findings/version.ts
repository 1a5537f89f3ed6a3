import type { GroupWords } from '../../../words.ts';

export const versionFindings: GroupWords<'version'> = {};
