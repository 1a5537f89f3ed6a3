import { applicationScenarios } from '../scenarios/application/index.ts';
import { applicationAbroad } from '../scenarios/application-abroad/index.ts';
import { cachingScenarios } from '../scenarios/caching/index.ts';
import { cachingAbroad } from '../scenarios/caching-abroad/index.ts';
import { compositeScenarios } from '../scenarios/composite/index.ts';
import { compositeAbroad } from '../scenarios/composite-abroad/index.ts';
import { gatewayScenarios } from '../scenarios/gateway/index.ts';
import { gatewayAbroad } from '../scenarios/gateway-abroad/index.ts';
import { healthyScenarios } from '../scenarios/healthy/index.ts';
import { healthyAbroad } from '../scenarios/healthy-abroad/index.ts';
import { network } from '../scenarios/network/index.ts';
import { telephony } from '../scenarios/telephony/index.ts';
import { timing } from '../scenarios/timing/index.ts';
import { trafficScenarios } from '../scenarios/traffic/index.ts';
import { trafficAbroad } from '../scenarios/traffic-abroad/index.ts';
import { versionScenarios } from '../scenarios/version/index.ts';
import { versionAbroad } from '../scenarios/version-abroad/index.ts';
import type { Scenario } from './scenario.ts';

/**
 * Every scenario, family by family; a new family is a file and a line here. A family belongs to one set as a whole,
 * so that what rules were written by says nothing about what they are measured by.
 */
export const scenarios: readonly Scenario[] = [
  ...network,
  ...timing,
  ...telephony,
  ...applicationScenarios,
  ...gatewayScenarios,
  ...versionScenarios,
  ...trafficScenarios,
  ...cachingScenarios,
  ...healthyScenarios,
  ...compositeScenarios,
  ...applicationAbroad,
  ...gatewayAbroad,
  ...versionAbroad,
  ...trafficAbroad,
  ...cachingAbroad,
  ...healthyAbroad,
  ...compositeAbroad,
];
