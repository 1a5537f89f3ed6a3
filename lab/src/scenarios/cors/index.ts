import type { Scenario } from '../../scenario/scenario.ts';
import { errorsBehind } from './errors-behind.ts';
import { otherOrigins } from './other-origins.ts';
import { preflights } from './preflights.ts';
import { simple } from './simple.ts';
import { works } from './works.ts';

/** A portal that calls other hosts, which let it in or not. */
export const cors: readonly Scenario[] = [
  ...simple,
  ...preflights,
  ...errorsBehind,
  ...otherOrigins,
  ...works,
];
