import type { GroupWords } from '../../../words.ts';

export const blockFindings: GroupWords<'block'> = {};
