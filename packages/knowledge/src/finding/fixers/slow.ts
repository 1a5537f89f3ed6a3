import type { GroupFixers } from './fixer.ts';

export const slowFixers: GroupFixers<'slow'> = {
  'slow/wait-dominates': 'service-team',
  'slow/stalled': 'browser',
};
