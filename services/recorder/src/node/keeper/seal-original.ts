import { readVaultKeys, seal } from '@harrier/cases/vault';
import type { ByteSource } from '@harrier/har';
import type { KeeperTask, KeptRecording } from './keeper-task.ts';
import { writeWhole } from './whole-file.ts';

/** Writes the recording as it was, encrypted for the holders of the keys. Error: `VaultError`, {@link WriteError}. */
export async function sealOriginal(
  source: ByteSource,
  { file, keys }: NonNullable<KeeperTask['original']>,
): Promise<NonNullable<KeptRecording['original']>> {
  const now = new Date();
  const recipients = await Promise.all(keys.map((key) => readVaultKeys(Buffer.from(key, 'base64'), now)));
  const stream = await seal(source.stream(1 << 18), recipients.flat(), { compression: 'deflate' });
  try {
    await writeWhole(file, stream.bytes);
    const { sealed, recipients: holders } = stream.receipt();
    return {
      file,
      sizeBytes: sealed.sizeBytes,
      sha256: sealed.sha256,
      fingerprints: holders.map(({ fingerprint }) => fingerprint),
    };
  } finally {
    stream.sessionKey.forget();
  }
}
