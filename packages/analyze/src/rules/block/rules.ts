import type { GroupRules } from '../group-rules.ts';

export const blockRules: GroupRules<'block'> = {};
