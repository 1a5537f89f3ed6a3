import { type Intake, type Step, steps } from './support-case.ts';

/** Where one step of an intake stands. `waits`: tried, failed, and tried again by itself. */
export type StepState = 'done' | 'running' | 'waits' | 'failed' | 'to-do' | 'not-needed';

/** The state of a step. What was skipped or ended early needed the later steps no more. */
export function stepState(intake: Intake, step: Step): StepState {
  const at = steps.indexOf(intake.step);
  const own = steps.indexOf(step);
  switch (intake.state) {
    case 'done':
      return 'done';
    case 'skipped':
      return own <= at ? 'done' : 'not-needed';
    case 'original-present':
      // The case was told, and what was promised is not so.
      return isUndone(intake, step) ? 'failed' : 'done';
    case 'stuck':
      return own < at ? 'done' : own === at ? 'failed' : 'to-do';
    case 'running':
      if (own !== at) return own < at ? 'done' : 'to-do';
      return intake.trouble === undefined ? 'running' : 'waits';
  }
}

function isUndone({ facts }: Intake, step: Step): boolean {
  if (step === 'probe-deletion') return true;
  return step === 'delete-original' && facts.removal !== 'removed' && facts.removal !== 'was-gone';
}
