import type { GroupFixers } from './fixer.ts';

export const blockFixers: GroupFixers<'block'> = {};
