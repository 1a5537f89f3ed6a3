import type { GroupRules } from '../group-rules.ts';
import { stalled } from './stalled/rule.ts';
import { waitDominates } from './wait-dominates/rule.ts';

export const slowRules: GroupRules<'slow'> = {
  'slow/wait-dominates': waitDominates,
  'slow/stalled': stalled,
};
