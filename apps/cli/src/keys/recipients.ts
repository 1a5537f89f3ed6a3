import type { VaultKey } from '@harrier/cases/vault';
import { VaultError } from '@harrier/cases/vault-error';
import { readOption } from '../commands/sanitize/policy-of-options.ts';
import { KeyFileError } from './key-file-error.ts';

/** The public keys of all files that an option names, each through the gate. Error: `UsageError`, {@link KeyFileError}. */
export async function readRecipients(files: readonly string[], option = '--to'): Promise<VaultKey[]> {
  // Loaded when it is needed: OpenPGP takes longer to load than most commands to run.
  const { readVaultKeys } = await import('@harrier/cases/vault');
  const now = new Date();
  const keys = await Promise.all(
    files.map(async (file) => {
      const bytes = await readOption(option, file);
      try {
        return await readVaultKeys(bytes, now);
      } catch (error) {
        throw error instanceof VaultError ? new KeyFileError(option, file, error) : error;
      }
    }),
  );
  return keys.flat();
}
