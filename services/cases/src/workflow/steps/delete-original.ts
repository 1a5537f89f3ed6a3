import { CaseSystemError } from '../../connectors/case-system-error.ts';
import type { Bench } from '../bench.ts';
import { findUnchanged } from '../find-unchanged.ts';
import type { Intake, IntakeFacts } from '../intake.ts';
import { goOn, needed, type StepResult } from '../step-result.ts';

/**
 * Deletes the original, if what is there now is byte for byte what was sealed. A refusal is written down as what it is, and
 * the note says it; the intake then ends red.
 */
export async function deleteOriginal(intake: Intake, bench: Bench): Promise<StepResult> {
  // The one thing that must never happen is both gone, so this does not rely on the order of steps.
  needed(needed(intake.facts.sealed).verifiedMs);
  const facts = await remove(intake, bench);
  const isGone = facts.removal === 'removed' || facts.removal === 'was-gone';
  return goOn(intake, isGone ? 'probe-deletion' : 'note', facts);
}

async function remove(intake: Intake, bench: Bench): Promise<IntakeFacts> {
  const connector = bench.connector(intake);
  const { purgeLevel } = await connector.capabilities();
  if (purgeLevel === 'P0') return { removal: 'not-removable' };
  const found = await findUnchanged(connector, intake.attachment, needed(intake.facts.original).sha256);
  if (typeof found === 'string') return { removal: found };
  await bench.hold();
  try {
    const { level, untilMs, residual } = await connector.remove(found, needed(intake.facts.original).sha256);
    return {
      removal: 'removed',
      purge: { level, residual, ...(untilMs === undefined ? {} : { untilMs }) },
    };
  } catch (error) {
    if (!(error instanceof CaseSystemError)) throw error;
    if (error.code === 'case-system/not-found') return { removal: 'was-gone' };
    if (error.code === 'case-system/forbidden') return { removal: 'forbidden' };
    throw error;
  }
}
