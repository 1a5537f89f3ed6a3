import { purgeLevels } from '@harrier/knowledge';
import type { PurgeReceipt } from '../../connectors/case-connector.ts';
import type { Bench } from '../bench.ts';
import type { Intake } from '../intake.ts';
import { IntakeTrouble } from '../intake-trouble.ts';
import { goOn, type StepResult } from '../step-result.ts';

/** Asks for the original at every address that it had. What is written down is what was proven, never more. */
export async function probeDeletion(intake: Intake, bench: Bench): Promise<StepResult> {
  const probe = await bench.connector(intake).probe(intake.attachment);
  if (probe.present)
    throw new IntakeTrouble('intake/still-there', 'the original can still be had after its deletion');
  return goOn(intake, 'note', { purge: weakerOf(probe, intake.facts.purge) });
}

/** The answer to the removal may know of copies that asking cannot see: the weaker claim of the two counts. */
function weakerOf(probe: PurgeReceipt, receipt: PurgeReceipt = probe): PurgeReceipt {
  const [weaker, stronger] =
    purgeLevels.indexOf(receipt.level) < purgeLevels.indexOf(probe.level)
      ? [receipt, probe]
      : [probe, receipt];
  const untilMs = weaker.untilMs ?? stronger.untilMs;
  return {
    level: weaker.level,
    residual: [...new Set([...weaker.residual, ...stronger.residual])],
    ...(untilMs === undefined ? {} : { untilMs }),
  };
}
