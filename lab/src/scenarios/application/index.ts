import type { Scenario } from '../../scenario/scenario.ts';
import { errorInSuccess } from './error-in-success.ts';
import { queriesAndBatches } from './queries-and-batches.ts';
import { refusals } from './refusals.ts';
import { wrongBodies } from './wrong-bodies.ts';
import { xmlAnswers } from './xml-answers.ts';

export const applicationScenarios: readonly Scenario[] = [
  ...errorInSuccess,
  ...queriesAndBatches,
  ...xmlAnswers,
  ...wrongBodies,
  ...refusals,
];
