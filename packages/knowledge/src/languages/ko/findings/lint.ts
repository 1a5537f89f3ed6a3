import type { GroupWords } from '../../../words.ts';

export const lintFindings: GroupWords<'lint'> = {};
