import type { Scenario } from '../../scenario/scenario.ts';
import { deploysAndSessions } from './deploys-and-sessions.ts';
import { outages } from './outages.ts';

export const compositeScenarios: readonly Scenario[] = [...outages, ...deploysAndSessions];
