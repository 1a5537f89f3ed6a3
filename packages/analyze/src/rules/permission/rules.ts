import type { GroupRules } from '../group-rules.ts';
import { askedForOff } from './asked-for-off/rule.ts';
import { featureNoAccess } from './feature-no-access/rule.ts';
import { flagOff } from './flag-off/rule.ts';
import { jobFailed } from './job-failed/rule.ts';
import { licence } from './licence/rule.ts';
import { valueLost } from './value-lost/rule.ts';
import { vendorRefused } from './vendor-refused/rule.ts';

export const permissionRules: GroupRules<'permission'> = {
  'permission/feature-no-access': featureNoAccess,
  'permission/flag-off': flagOff,
  'permission/licence': licence,
  'permission/vendor-refused': vendorRefused,
  'permission/asked-for-off': askedForOff,
  'permission/value-lost': valueLost,
  'permission/job-failed': jobFailed,
};
