import type { Scenario } from '../../scenario/scenario.ts';
import { recordingScenarios } from './call-recording.ts';
import { faxScenarios } from './fax-messaging.ts';
import { jobScenarios } from './jobs.ts';
import { numbersScenarios } from './numbers.ts';
import { signInScenarios } from './sign-in.ts';
import { reachScenarios } from './single-number-reach.ts';

/** What administrators and users of a telephony service meet, with the logs of every service that had a part in it. */
export const telephony: readonly Scenario[] = [
  ...numbersScenarios,
  ...reachScenarios,
  ...recordingScenarios,
  ...faxScenarios,
  ...jobScenarios,
  ...signInScenarios,
];
