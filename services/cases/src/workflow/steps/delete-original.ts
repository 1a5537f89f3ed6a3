import type { CaseConnector, RemoteAttachment } from '../../connectors/case-connector.ts';
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
  const found = await findOriginal(intake, connector);
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

/**
 * The attachment as it is listed now, if it holds the bytes that were sealed. Ids are given anew: another name with other
 * bytes is another file, and the original is gone, whoever deleted it (a step that crashed behind its deletion comes here
 * again). Its own name with other bytes means that somebody replaced it.
 */
async function findOriginal(
  { attachment, facts }: Intake,
  connector: CaseConnector,
): Promise<RemoteAttachment | Extract<Removal, 'was-gone' | 'replaced'>> {
  const there = (await connector.list(attachment.caseRef)).find(({ id }) => id === attachment.id);
  if (there === undefined) return 'was-gone';
  const otherwise = there.name === attachment.name ? 'replaced' : 'was-gone';
  if (there.sizeBytes !== attachment.sizeBytes) return otherwise;
  try {
    const { sha256 } = await digestOfAttachment(connector, there);
    return sha256 === facts.original?.sha256 ? there : otherwise;
  } catch (error) {
    if (error instanceof CaseSystemError && error.code === 'case-system/not-found') return 'was-gone';
    throw error;
  }
}
