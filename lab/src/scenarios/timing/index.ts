import type { Scenario } from '../../scenario/scenario.ts';
import { connecting } from './connecting.ts';
import { oneAfterAnother } from './one-after-another.ts';
import { receiving } from './receiving.ts';
import { waiting } from './waiting.ts';

/** Each phase of a request made slow on purpose, by a known time. */
export const timing: readonly Scenario[] = [...waiting, ...receiving, ...connecting, ...oneAfterAnother];
