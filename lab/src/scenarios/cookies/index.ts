import type { Scenario } from '../../scenario/scenario.ts';
import { notSent } from './not-sent.ts';
import { rejectedCookies } from './rejected.ts';
import { works } from './works.ts';

/** Sessions that hang on a cookie. */
export const cookies: readonly Scenario[] = [...rejectedCookies, ...notSent, ...works];
