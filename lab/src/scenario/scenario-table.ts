import { applicationScenarios } from '../scenarios/application/index.ts';
import { applicationAbroad } from '../scenarios/application-abroad/index.ts';
import { auth } from '../scenarios/auth/index.ts';
import { authKlinik } from '../scenarios/auth-klinik/index.ts';
import { authYoyaku } from '../scenarios/auth-yoyaku/index.ts';
import { blocked } from '../scenarios/blocked/index.ts';
import { blockedStadtwerke } from '../scenarios/blocked-stadtwerke/index.ts';
import { cachingScenarios } from '../scenarios/caching/index.ts';
import { cachingAbroad } from '../scenarios/caching-abroad/index.ts';
import { compositeScenarios } from '../scenarios/composite/index.ts';
import { compositeAbroad } from '../scenarios/composite-abroad/index.ts';
import { cookies } from '../scenarios/cookies/index.ts';
import { cookiesBoutique } from '../scenarios/cookies-boutique/index.ts';
import { cors } from '../scenarios/cors/index.ts';
import { corsMediatheque } from '../scenarios/cors-mediatheque/index.ts';
import { gatewayScenarios } from '../scenarios/gateway/index.ts';
import { gatewayAbroad } from '../scenarios/gateway-abroad/index.ts';
import { healthyScenarios } from '../scenarios/healthy/index.ts';
import { healthyAbroad } from '../scenarios/healthy-abroad/index.ts';
import { network } from '../scenarios/network/index.ts';
import { proxy } from '../scenarios/proxy/index.ts';
import { proxyKaisha } from '../scenarios/proxy-kaisha/index.ts';
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
  ...cors,
  ...cookies,
  ...auth,
  ...blocked,
  ...proxy,
  ...corsMediatheque,
  ...cookiesBoutique,
  ...authKlinik,
  ...authYoyaku,
  ...blockedStadtwerke,
  ...proxyKaisha,
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
