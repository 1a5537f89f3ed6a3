import { generateKey, type KeyOptions } from 'openpgp';
import { readVaultKeys, type VaultKey } from '../keys/vault-key.ts';

/** A day on which every key of the tests is valid unless the test says otherwise. */
export const today = new Date('2026-06-01T12:00:00Z');
const madeOn = new Date('2026-01-01T00:00:00Z');

export interface TestKey {
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

/** A key pair in the older Curve25519 format, which is made in a moment; armored. */
export async function testKey(options: Partial<KeyOptions> = {}): Promise<TestKey> {
  const pair = await generateKey({
    type: 'ecc',
    curve: 'curve25519Legacy',
    userIDs: [{ name: 'Vault of Example', email: 'vault@example.test' }],
    date: madeOn,
    ...options,
    format: 'armored',
  });
  const encoder = new TextEncoder();
  return { publicKey: encoder.encode(pair.publicKey), privateKey: encoder.encode(pair.privateKey) };
}

export async function vaultKeyOf({ publicKey }: TestKey): Promise<VaultKey> {
  const [key] = await readVaultKeys(publicKey, today);
  if (key === undefined) throw new Error('no key');
  return key;
}
