import type { GroupFixers } from './fixer.ts';

export const permissionFixers: GroupFixers<'permission'> = {
  // What is outdated mends itself.
  'permission/feature-no-access': ({ outdatedSince }) =>
    outdatedSince === undefined ? 'customer-administrator' : 'nobody',
  'permission/flag-off': 'service-team',
  'permission/licence': 'customer-administrator',
  'permission/vendor-refused': ({ healed }) => (healed ? 'nobody' : 'third-party'),
  'permission/asked-for-off': 'browser',
  'permission/value-lost': 'service-team',
  'permission/job-failed': 'service-team',
};
