import type { GroupFixers } from './fixer.ts';

export const corsFixers: GroupFixers<'cors'> = {};
