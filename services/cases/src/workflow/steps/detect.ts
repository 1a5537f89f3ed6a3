import { SNIFF_BYTES, sniff } from '@harrier/har';
import type { Bench } from '../bench.ts';
import type { Intake } from '../intake.ts';
import { end, goOn, type StepResult } from '../step-result.ts';

/**
 * Decides by content whether there is anything to do; a name says nothing. Files that we made are known by their digest,
 * because anybody can give a file a name like ours.
 */
export async function detect(intake: Intake, bench: Bench): Promise<StepResult> {
  const { workshop } = bench;
  const { sizeBytes } = intake.attachment;
  const head = await headOf(
    await bench.connector(intake).open(intake.attachment),
    Math.min(sizeBytes, SNIFF_BYTES),
  );
  // What is no capture by its first bytes need not be fetched whole: cases hold videos and disk images.
  const { kind } = sniff(head, sizeBytes);
  if (kind === 'empty' || kind === 'other') return end(intake, 'skipped', { skipped: 'not-a-capture' });

  const { source, digest } = await bench.original(intake);
  if (await workshop.store.isOwnFile(digest.sha256)) return end(intake, 'skipped', { skipped: 'own-file' });
  const examined = await workshop.examine(source);
  if ('skipped' in examined) return end(intake, 'skipped', { skipped: examined.skipped });
  return goOn(intake, 'sanitize', { original: { ...digest, ...examined } });
}

async function headOf(bytes: AsyncIterable<Uint8Array>, wantedBytes: number): Promise<Uint8Array> {
  const head = new Uint8Array(wantedBytes);
  let filled = 0;
  for await (const piece of bytes) {
    const part = piece.subarray(0, wantedBytes - filled);
    head.set(part, filled);
    filled += part.length;
    if (filled === wantedBytes) break;
  }
  return head.subarray(0, filled);
}
