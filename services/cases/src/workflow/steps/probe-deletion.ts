import type { Bench } from '../bench.ts';
import type { Intake } from '../intake.ts';
import { IntakeTrouble } from '../intake-trouble.ts';
import { goOn, type StepResult } from '../step-result.ts';

/** Asks for the original at every address that it had. What is written down is what was proven, never more. */
export async function probeDeletion(intake: Intake, bench: Bench): Promise<StepResult> {
  const probe = await bench.connector(intake).probe(intake.attachment);
  if (probe.present)
    throw new IntakeTrouble('intake/still-there', 'the original can still be had after its deletion');
  const { level, untilMs, residual } = probe;
  return goOn(intake, 'note', {
    purge: { level, residual, ...(untilMs === undefined ? {} : { untilMs }) },
  });
}
