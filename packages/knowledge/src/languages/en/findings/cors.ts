import type { GroupWords } from '../../../words.ts';

export const corsFindings: GroupWords<'cors'> = {};
