import type { Redaction } from '@harrier/sanitize';
import { createMessage, encrypt, type Key, readKey, readKeys } from 'openpgp';
import { UsageError } from '../../arguments/usage-error.ts';
import { readOption } from './policy-of-options.ts';

/**
 * What each pseudonym stood for, for the holder of an OpenPGP key alone: JSON, one object a line, encrypted. It never
 * touches the disk in clear.
 */
export class SealedMap {
  readonly #recipient: Key;
  readonly #lines = new Map<string, string>();

  private constructor(recipient: Key) {
    this.#recipient = recipient;
  }

  /** Error: {@link UsageError} for a file without a key that gpg 2.2 can use to decrypt as well. */
  static async for(keyFile: string): Promise<SealedMap> {
    return new SealedMap(await readRecipient(keyFile));
  }

  add({ pseudonym, kind }: Redaction, value: string): void {
    if (!this.#lines.has(pseudonym)) this.#lines.set(pseudonym, JSON.stringify({ pseudonym, kind, value }));
  }

  /** Binary OpenPGP message in the profile that gpg 2.2 reads. */
  async seal(): Promise<Uint8Array> {
    const text = [...this.#lines.values()].map((line) => `${line}\n`).join('');
    const message = await createMessage({ binary: new TextEncoder().encode(text) });
    return await encrypt({
      message,
      encryptionKeys: this.#recipient,
      format: 'binary',
      config: { aeadProtect: false, allowMissingKeyFlags: true },
    });
  }
}

async function readRecipient(file: string): Promise<Key> {
  const bytes = await readOption('--to', file);
  try {
    const isArmored = bytes.subarray(0, 5).toString('latin1') === '-----';
    const keys = isArmored
      ? await readKeys({ armoredKeys: bytes.toString('utf8') })
      : [await readKey({ binaryKey: bytes })];
    const [recipient] = keys;
    if (recipient === undefined) throw new Error('no key');
    const encryption = await recipient.getEncryptionKey();
    // Version 6 keys and their algorithms are unreadable to gpg 2.2.
    if (encryption.keyPacket.version === 4) return recipient;
  } catch {
    // Told below.
  }
  throw new UsageError({ kind: 'bad-key', option: '--to', path: file });
}
