import type { GroupRules } from '../group-rules.ts';
import { unauthorized } from './unauthorized/rule.ts';

export const authRules: GroupRules<'auth'> = {
  'auth/unauthorized': unauthorized,
};
