import type { Scenario } from '../../scenario/scenario.ts';
import { byOthers } from './by-others.ts';
import { policies } from './policies.ts';
import { responses } from './responses.ts';

/** What browsers, extensions and administrators keep from a page. */
export const blocked: readonly Scenario[] = [...policies, ...responses, ...byOthers];
