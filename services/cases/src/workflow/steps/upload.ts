import type { OutgoingFile, RemoteAttachment } from '../../connectors/case-connector.ts';
import type { Bench } from '../bench.ts';
import { ensureAttached } from '../ensure-attached.ts';
import { type Intake, intakeMark, type PlacedFile } from '../intake.ts';
import { goOn, needed, type StepResult } from '../step-result.ts';

/** Puts the clean copy beside the original. */
export async function uploadClean(intake: Intake, bench: Bench): Promise<StepResult> {
  const clean = needed(intake.facts.clean);
  const placed = await place(intake, bench, clean, 'clean');
  return goOn(intake, 'encrypt', { clean: { ...clean, ...placed } });
}

/** Puts the sealed original into the case, out of the customer's sight where the case system can do that. */
export async function uploadSealed(intake: Intake, bench: Bench): Promise<StepResult> {
  const sealed = needed(intake.facts.sealed);
  const placed = await place(intake, bench, sealed, 'sealed');
  return goOn(intake, 'verify-sealed', { sealed: { ...sealed, ...placed } });
}

/** A file that the case system would refuse for its size stays in the object store; the note says where it is. */
async function place(
  intake: Intake,
  bench: Bench,
  file: PlacedFile,
  kind: 'clean' | 'sealed',
): Promise<{ place: 'vault' } | { place: 'case'; attachment: RemoteAttachment }> {
  const connector = bench.connector(intake);
  const { maxBytes, privateAttachments } = await connector.capabilities();
  if (file.sizeBytes > maxBytes) return { place: 'vault' };
  const { name, sizeBytes, sha256 } = file;
  const outgoing: OutgoingFile = {
    name,
    sizeBytes,
    sha256,
    mediaType: kind === 'clean' ? 'application/json' : 'application/pgp-encrypted',
    visibility: kind === 'sealed' && privateAttachments ? 'private' : 'public',
    key: `${intakeMark(intake.id)}/${kind}`,
    bytes: async () => await bench.workshop.objects.open(sha256),
  };
  const hold = async () => await bench.hold();
  const attachment = await ensureAttached(connector, intake.attachment.caseRef, outgoing, hold);
  return { place: 'case', attachment };
}
