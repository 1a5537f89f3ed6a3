import { RULE_SET } from '../rule-set.ts';

/** The member of `log` that tells readers what was done to a capture. */
export const MARKER_KEY = '_harrier';

/** What the marker says. Readers must not diagnose what sanitizing took out. */
export interface SanitizedMarker {
  readonly sanitized: true;
  /** Version of the rules, see {@link RULE_SET}. */
  readonly ruleSet: string;
}

/** The marker as a member of JSON, without a comma. */
export function markerText(): string {
  const marker: SanitizedMarker = { sanitized: true, ruleSet: RULE_SET };
  return `${JSON.stringify(MARKER_KEY)}: ${JSON.stringify(marker)}`;
}
