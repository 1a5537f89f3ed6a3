import { setFlagsFromString } from 'node:v8';

/**
 * Tells V8 that this process will end soon. Most of a command's code runs some hundred times and is done; left to itself V8 compiles two
 * hundred functions for a long life, on a thread of its own, which is a third of all processor time, and nearly none of it is used
 * any more. What runs for seconds is still compiled, some tens of milliseconds later. To be called once, before the work.
 */
export function expectShortLife(): void {
  for (const flag of shortLifeFlags(process.versions.node)) setFlagsFromString(flag);
}

/**
 * Patterns are compiled to machine code at once: V8 makes a code of its own for the first text and machine code for the second, and of a
 * long list of words the first takes three times as long.
 */
const PATTERNS_AT_ONCE = '--no-regexp-tier-up';
/** Since V8 12 it counts how often a function was called; the numbers are about seven times V8's own. */
const COUNTED_CALLS: readonly string[] = [
  '--invocation-count-for-maglev=3000',
  '--invocation-count-for-turbofan=20000',
  PATTERNS_AT_ONCE,
];
/** By the major version of Node, for those that were measured: V8 writes a complaint about every flag that it does not know. */
const flagsOf: Readonly<Record<string, readonly string[]>> = {
  // Bytes of code that a function runs through before V8 looks at it: five times V8's own. With more, the opening takes longer than the rules save.
  20: ['--interrupt-budget=350000', PATTERNS_AT_ONCE],
  22: COUNTED_CALLS,
  24: COUNTED_CALLS,
  26: COUNTED_CALLS,
};

/** The flags for a version of Node, as in `process.versions.node`; none where they are not known. */
export function shortLifeFlags(version: string): readonly string[] {
  return flagsOf[version.split('.')[0] ?? ''] ?? [];
}
