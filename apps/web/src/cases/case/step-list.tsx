import { useCaseWords } from '../words/use-case-words.ts';
import { type StepState, stepState } from './step-state.ts';
import classes from './steps.module.css';
import { type Intake, steps } from './support-case.ts';

/** A sign beside the colour: nothing is told by colour alone. */
const SIGNS: Readonly<Record<StepState, string>> = {
  done: '✓',
  running: '▸',
  waits: '↻',
  failed: '✕',
  'to-do': '·',
  'not-needed': '–',
};

/** The nine steps of an intake, one beside the other. */
export function StepList({ intake }: { readonly intake: Intake }) {
  const { intake: words } = useCaseWords();
  return (
    <ol className={classes.steps} aria-label={words.stepsLabel}>
      {steps.map((step) => {
        const state = stepState(intake, step);
        return (
          <li key={step} className={classes.step} data-state={state}>
            <span className={classes.sign} role="img" aria-label={words.stepStates[state]}>
              {SIGNS[state]}
            </span>
            {words.steps[step]}
          </li>
        );
      })}
    </ol>
  );
}
