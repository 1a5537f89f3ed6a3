import type { FindingId } from '@harrier/knowledge';
import type { Rule } from '../findings/rule.ts';

/** The rules of a group by their ids. An id without a rule does not compile. */
export type GroupRules<Group extends string> = {
  readonly [Id in Extract<FindingId, `${Group}/${string}`>]: Rule<Id>;
};
