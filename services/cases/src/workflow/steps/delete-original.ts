import { type CaseConnector, isSameAttachment } from '../../connectors/case-connector.ts';
import { CaseSystemError } from '../../connectors/case-system-error.ts';
import { type Bench, digestOfAttachment } from '../bench.ts';
import type { Intake, IntakeFacts, Removal } from '../intake.ts';
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
  const standing = await stateOf(intake, connector);
  if (standing !== 'unchanged') return { removal: standing };
  await bench.hold();
  try {
    const { level, untilMs, residual } = await connector.remove(
      intake.attachment,
      needed(intake.facts.original).sha256,
    );
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

/** Looks at the list and reads the bytes: an id may belong to another file by now, and a file may have been replaced. */
async function stateOf(
  { attachment, facts }: Intake,
  connector: CaseConnector,
): Promise<'unchanged' | Extract<Removal, 'was-gone' | 'replaced'>> {
  const there = (await connector.list(attachment.caseRef)).find(({ id }) => id === attachment.id);
  // Gone is gone, whoever did it: a step that crashed behind its deletion comes here again.
  if (there === undefined) return 'was-gone';
  if (!isSameAttachment(there, attachment)) return 'replaced';
  try {
    const { sha256 } = await digestOfAttachment(connector, attachment);
    return sha256 === facts.original?.sha256 ? 'unchanged' : 'replaced';
  } catch (error) {
    if (error instanceof CaseSystemError && error.code === 'case-system/not-found') return 'was-gone';
    throw error;
  }
}
