import { useCaseWords } from '../words/use-case-words.ts';
import { stepState } from './step-state.ts';
import classes from './steps.module.css';
import { type Intake, steps } from './support-case.ts';

/** The state of an intake as one dot for each step; the words are in its name. */
export function StepDots({ intake }: { readonly intake: Intake }) {
  const { intake: words } = useCaseWords();
  const label = `${words.states[intake.state]}: ${words.steps[intake.step]}`;
  return (
    <span className={classes.dots} role="img" aria-label={label} title={label}>
      {steps.map((step) => (
        <span key={step} className={classes.dot} data-state={stepState(intake, step)} />
      ))}
    </span>
  );
}
