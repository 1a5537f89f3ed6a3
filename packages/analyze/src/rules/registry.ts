import type { FindingId } from '@harrier/knowledge';
import type { Rule } from '../findings/rule.ts';
import { authRules } from './auth/rules.ts';
import { blockRules } from './block/rules.ts';
import { captureRules } from './capture/rules.ts';
import { corsRules } from './cors/rules.ts';
import { failRules } from './fail/rules.ts';
import { lintRules } from './lint/rules.ts';
import { permissionRules } from './permission/rules.ts';
import { slowRules } from './slow/rules.ts';
import { versionRules } from './version/rules.ts';

/** Every rule by its id. An id without a rule does not compile. */
const rulesById: { readonly [Id in FindingId]: Rule<Id> } = {
  ...failRules,
  ...corsRules,
  ...authRules,
  ...blockRules,
  ...permissionRules,
  ...versionRules,
  ...slowRules,
  ...lintRules,
  ...captureRules,
};

/** Every rule there is, in the order in which they run; results are ranked, so it does not show. */
export const allRules: readonly Rule[] = Object.values(rulesById);
