import type { GroupRules } from '../group-rules.ts';

export const lintRules: GroupRules<'lint'> = {};
