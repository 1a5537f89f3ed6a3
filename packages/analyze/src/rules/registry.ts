import type { FindingId } from '@harrier/knowledge';
import type { Rule } from '../findings/rule.ts';
import { unauthorized } from './auth/unauthorized/rule.ts';
import { damaged } from './capture/damaged/rule.ts';
import { noContent } from './capture/no-content/rule.ts';
import { truncated } from './capture/truncated/rule.ts';
import { corsSuspected } from './fail/cors-suspected/rule.ts';
import { http4xx } from './fail/http-4xx/rule.ts';
import { http5xx } from './fail/http-5xx/rule.ts';
import { inBody } from './fail/in-body/rule.ts';
import { network } from './fail/network/rule.ts';
import { pending } from './fail/pending/rule.ts';
import { upstream } from './fail/upstream/rule.ts';
import { featureNoAccess } from './permission/feature-no-access/rule.ts';
import { stalled } from './slow/stalled/rule.ts';
import { waitDominates } from './slow/wait-dominates/rule.ts';

/** Every rule by its id. An id without a rule does not compile. */
const rulesById: { readonly [Id in FindingId]: Rule<Id> } = {
  'fail/upstream': upstream,
  'fail/http-5xx': http5xx,
  'fail/http-4xx': http4xx,
  'fail/network': network,
  'fail/cors-suspected': corsSuspected,
  'fail/in-body': inBody,
  'auth/unauthorized': unauthorized,
  'permission/feature-no-access': featureNoAccess,
  'slow/wait-dominates': waitDominates,
  'slow/stalled': stalled,
  'fail/pending': pending,
  'capture/no-content': noContent,
  'capture/truncated': truncated,
  'capture/damaged': damaged,
};

/** Every rule there is, in the order in which they run; results are ranked, so it does not show. */
export const allRules: readonly Rule[] = Object.values(rulesById);
