import type { GroupRules } from '../group-rules.ts';
import { featureNoAccess } from './feature-no-access/rule.ts';

export const permissionRules: GroupRules<'permission'> = {
  'permission/feature-no-access': featureNoAccess,
};
