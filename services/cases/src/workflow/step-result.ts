import type { Intake, IntakeFacts } from './intake.ts';
import type { IntakeChange } from './intake-store.ts';
import type { Step } from './step.ts';

/** What a step gives back when it succeeded. Trouble is thrown. */
export type StepResult = Extract<IntakeChange, { readonly kind: 'advance' | 'end' }>;

export function goOn(intake: Intake, step: Step, facts: IntakeFacts, ...ownFiles: string[]): StepResult {
  return {
    kind: 'advance',
    step,
    facts: { ...intake.facts, ...facts },
    ...(ownFiles.length === 0 ? {} : { ownFiles }),
  };
}

export function end(
  intake: Intake,
  state: Extract<IntakeChange, { kind: 'end' }>['state'],
  facts: IntakeFacts = {},
): StepResult {
  return { kind: 'end', state, facts: { ...intake.facts, ...facts } };
}

/** A fact that an earlier step has written down. */
export function needed<Fact>(fact: Fact | undefined): Fact {
  if (fact === undefined) throw new Error('a step began without what the one before it writes down');
  return fact;
}
