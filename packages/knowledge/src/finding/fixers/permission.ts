import type { GroupFixers } from './fixer.ts';

export const permissionFixers: GroupFixers<'permission'> = {
  'permission/feature-no-access': 'customer-administrator',
};
