import type { GroupFixers } from './fixer.ts';

export const versionFixers: GroupFixers<'version'> = {};
