import type { Scenario } from '../../scenario/scenario.ts';
import { cachesAndCrossings } from './caches-and-crossings.ts';
import { expectedRefusals } from './expected-refusals.ts';
import { healed } from './healed.ts';
import { movingOn } from './moving-on.ts';
import { signIn } from './sign-in.ts';
import { words } from './words.ts';

export const healthyScenarios: readonly Scenario[] = [
  ...healed,
  ...expectedRefusals,
  ...signIn,
  ...words,
  ...movingOn,
  ...cachesAndCrossings,
];
