import type { GroupFixers } from './fixer.ts';

export const lintFixers: GroupFixers<'lint'> = {};
