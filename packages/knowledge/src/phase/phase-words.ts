import type { PhaseName } from './phase-name.ts';

/** What happens in each phase of a request and what a long one means, in one language. */
export type PhaseWords = Readonly<Record<PhaseName, string>>;
