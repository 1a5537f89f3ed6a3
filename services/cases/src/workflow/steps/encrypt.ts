import type { Bench } from '../bench.ts';
import { sealedName } from '../file-names.ts';
import type { Intake } from '../intake.ts';
import { goOn, needed, type StepResult } from '../step-result.ts';

/** Seals the original. What is written down from here on is the digest of bytes that were proven to give it back. */
export async function encrypt(intake: Intake, bench: Bench): Promise<StepResult> {
  const { source, digest } = await bench.original(intake);
  const { workshop } = bench;
  const expected = needed(intake.facts.original && digest);
  const made = await workshop.seal(source, expected, workshop.objects, intake.tenantId);
  const { sealedSuffix } = await bench.connector(intake).capabilities();
  const sealed = { name: sealedName(intake.id, intake.attachment.name, sealedSuffix), ...made };
  return goOn(intake, 'upload-sealed', { sealed }, made.sha256);
}
