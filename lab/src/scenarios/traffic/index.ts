import type { Scenario } from '../../scenario/scenario.ts';
import { againAndAgain } from './again-and-again.ts';
import { largeAnswers } from './large-answers.ts';
import { oneByOne } from './one-by-one.ts';

export const trafficScenarios: readonly Scenario[] = [...againAndAgain, ...oneByOne, ...largeAnswers];
