import { CaseSystemError } from '../../connectors/case-system-error.ts';
import { type ByteDigest, tapDigest } from '../../vault/index.ts';
import { type Bench, digestOfAttachment } from '../bench.ts';
import type { Intake } from '../intake.ts';
import { IntakeTrouble } from '../intake-trouble.ts';
import { goOn, needed, type StepResult } from '../step-result.ts';

/**
 * Reads the sealed copy out of the place where it will stay, and compares it with the one that was decrypted and found equal
 * to the original. Case systems and object services have been seen to change bytes and answer 200.
 */
export async function verifySealedCopy(intake: Intake, bench: Bench): Promise<StepResult> {
  const sealed = needed(intake.facts.sealed);
  const found = await digestOfCopy(intake, bench);
  if (found.sha256 !== sealed.sha256 || found.sizeBytes !== sealed.sizeBytes)
    throw new IntakeTrouble('intake/copy-differs', 'the sealed copy is not the one that was put');
  return goOn(intake, 'delete-original', { sealed: { ...sealed, verifiedMs: bench.workshop.clock() } });
}

async function digestOfCopy(intake: Intake, bench: Bench): Promise<ByteDigest> {
  const sealed = needed(intake.facts.sealed);
  if (sealed.attachment !== undefined) {
    try {
      return await digestOfAttachment(bench.connector(intake), sealed.attachment);
    } catch (error) {
      if (error instanceof CaseSystemError && error.code === 'case-system/not-found')
        throw new IntakeTrouble('intake/copy-differs', 'the sealed copy is not there');
      throw error;
    }
  }
  const tap = tapDigest(await bench.workshop.objects.open(sealed.sha256));
  for await (const _ of tap.bytes) {
    // Only counted.
  }
  return tap.digest();
}
