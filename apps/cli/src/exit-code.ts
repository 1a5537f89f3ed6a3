/**
 * What `harrier` ends with. 0–5 are a contract that scripts depend on (docs/command-line.md);
 * the others follow the shell's habits.
 */
export const ExitCode = {
  done: 0,
  /** Done, and a finding was at least as severe as `--fail-on` asked. */
  findingsMet: 1,
  /** Done, and `sanitize --check` found that the capture is not clean. */
  notClean: 1,
  /** Done, and `escalate --require-ready` wrote a draft. */
  notReady: 1,
  wrongUsage: 2,
  unreadableInput: 3,
  refusedForSafety: 4,
  /** A service or store could not be reached, or would not take what was to be written. */
  unreachable: 5,
  /** A fault of Harrier itself (sysexits.h, EX_SOFTWARE). */
  internalError: 70,
  /** Ctrl-C: 128 + SIGINT. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
