import { VaultError } from '@harrier/cases/vault-error';
import type { Options } from '../arguments/option-table.ts';
import { readOption } from '../commands/sanitize/policy-of-options.ts';
import type { CliIo } from '../io.ts';
import type { AllWords } from '../words/for-language.ts';
import { KeyFileError } from './key-file-error.ts';
import { passwordOf } from './opener.ts';

/**
 * Signs with the OpenPGP key that `--sign` names: a detached signature, armoured, as `gpg --verify` reads it. A locked key asks
 * for its password once, before anything is written. Error: `UsageError`, {@link KeyFileError}.
 */
export async function detachedSigner(
  io: CliIo,
  options: Options,
  words: AllWords,
): Promise<(bytes: Uint8Array) => Promise<string>> {
  const path = options.sign ?? '';
  const file = await readOption('--sign', path);
  // Loaded when it is needed: OpenPGP takes longer to load than most commands to run.
  const [{ readPrivateKeys }, { createMessage, sign }] = await Promise.all([
    import('@harrier/cases/vault'),
    import('openpgp'),
  ]);
  try {
    const signingKeys = await readPrivateKeys(file, () => passwordOf(io, options, words, path));
    // A key that has expired or may not sign is found before the package is made.
    await Promise.all(signingKeys.map((key) => key.getSigningKey()));
    return async (bytes) =>
      await sign({
        message: await createMessage({ binary: bytes }),
        signingKeys,
        detached: true,
        format: 'armored',
      });
  } catch (error) {
    throw new KeyFileError(
      '--sign',
      path,
      error instanceof VaultError
        ? error
        : new VaultError('vault/key-not-for-signing', 'the key cannot sign'),
    );
  }
}
