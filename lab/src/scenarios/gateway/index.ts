import type { Scenario } from '../../scenario/scenario.ts';
import { envoy } from './envoy.ts';
import { inFront } from './in-front.ts';

export const gatewayScenarios: readonly Scenario[] = [...envoy, ...inFront];
