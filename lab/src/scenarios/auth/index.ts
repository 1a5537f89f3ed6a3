import type { Scenario } from '../../scenario/scenario.ts';
import { redirects } from './redirects.ts';
import { refreshing } from './refreshing.ts';
import { signingIn } from './signing-in.ts';
import { tokens } from './tokens.ts';

/** Who somebody is, and what becomes of calls that cannot prove it. */
export const auth: readonly Scenario[] = [...tokens, ...refreshing, ...redirects, ...signingIn];
