import type { Bench } from '../bench.ts';
import { cleanName } from '../file-names.ts';
import type { Intake } from '../intake.ts';
import { end, goOn, type StepResult } from '../step-result.ts';

const CHUNK_BYTES = 1024 * 1024;

/** Makes the clean copy and keeps it as an object. Its digest is known as ours before it goes anywhere. */
export async function sanitize(intake: Intake, bench: Bench): Promise<StepResult> {
  const { source } = await bench.original(intake);
  const { output, findings, ...told } = await bench.workshop.clean(
    source,
    bench.workshop.objects,
    intake.tenantId,
  );
  if (output === undefined) return end(intake, 'skipped', { skipped: 'already-clean', findings });
  try {
    const stored = await bench.workshop.objects.put(output.stream(CHUNK_BYTES));
    const clean = { name: cleanName(intake.id, intake.attachment.name), ...stored, ...told };
    const kept = told.sealedMap === undefined ? [] : [told.sealedMap.sha256];
    return goOn(intake, 'upload-clean', { clean, findings }, stored.sha256, ...kept);
  } finally {
    await output.close?.();
  }
}
