import type { Scenario } from '../../scenario/scenario.ts';
import { bodies } from './bodies.ts';
import { journeys } from './journeys.ts';

export const healthyAbroad: readonly Scenario[] = [...bodies, ...journeys];
