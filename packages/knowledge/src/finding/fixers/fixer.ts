import type { FindingFacts, FindingId } from '../finding-facts.ts';

/**
 * Who can mend what a finding says. `customer-network` whoever runs the way from browser to service ·
 * `customer-administrator` whoever sets up users and features · `browser` the person at the browser ·
 * `service-team` whoever runs the service · `third-party` somebody behind the service · `recorder` whoever recorded the
 * capture · `nobody` there is nothing to mend.
 */
export type Fixer =
  | 'customer-network'
  | 'customer-administrator'
  | 'browser'
  | 'service-team'
  | 'third-party'
  | 'recorder'
  | 'nobody';

/** Who is asked first about each finding of a group; by its facts where they decide. */
export type GroupFixers<Group extends string> = {
  readonly [Id in Extract<FindingId, `${Group}/${string}`>]: Fixer | ((facts: FindingFacts[Id]) => Fixer);
};
