import type { GroupRules } from '../group-rules.ts';

export const versionRules: GroupRules<'version'> = {};
