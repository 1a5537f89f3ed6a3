import type { GroupRules } from '../group-rules.ts';

export const corsRules: GroupRules<'cors'> = {};
