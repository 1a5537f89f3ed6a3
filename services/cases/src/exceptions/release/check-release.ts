import { enums, readMessage } from 'openpgp';
import { readVaultKeys } from '../../vault/keys/vault-key.ts';

/** A few values or one session key; the whole original never goes this way. */
const mostBytes = 4 << 20;

/**
 * Whether a release is an encrypted message for the requester's key and for no other: the server must not be able to read
 * it, and nobody else who might get hold of it.
 */
export async function isForRequesterAlone(message: Uint8Array, requesterKey: string): Promise<boolean> {
  if (message.length > mostBytes) return false;
  try {
    const keys = await readVaultKeys(new TextEncoder().encode(requesterKey), new Date());
    const { packets } = await readMessage({ binaryMessage: message });
    const recipients = packets.filterByTag(enums.packet.publicKeyEncryptedSessionKey);
    const passwords = packets.filterByTag(enums.packet.symEncryptedSessionKey);
    const sealed = packets.filterByTag(enums.packet.symEncryptedIntegrityProtectedData);
    const [key] = keys;
    const [recipient] = recipients as unknown as { publicKeyID: { toHex(): string } }[];
    return (
      keys.length === 1 &&
      recipients.length === 1 &&
      passwords.length === 0 &&
      sealed.length === 1 &&
      packets.length === 2 &&
      recipient?.publicKeyID.toHex().toUpperCase() === key?.encryptionKeyId
    );
  } catch {
    return false;
  }
}
