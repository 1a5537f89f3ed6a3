import { readPrivateKey, revokeKey } from 'openpgp';
import { describe, expect, it } from 'vitest';
import { testKey, today } from '../testing/keys.ts';
import { expiryWarnings } from './expiry.ts';
import { readPrivateKeys } from './private-keys.ts';
import { readVaultKeys } from './vault-key.ts';

const day = 86_400;
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytes = (armored: string) => new TextEncoder().encode(armored);
const codeOf = async (file: Uint8Array, now = today) =>
  await readVaultKeys(file, now).then(
    () => 'let through',
    (error) => error.code,
  );

describe('the gate for keys', () => {
  it.each([
    ['cv25519', {}],
    ['nistp384', { type: 'ecc', curve: 'nistP384' }],
    // The sealer writes the older format for it, which its owner's program reads, too.
    ['cv25519', { config: { aeadProtect: true } }],
  ] as const)('lets %s through (%o)', async (algorithm, options) => {
    const { publicKey } = await testKey(options);
    const [key] = await readVaultKeys(publicKey, today);
    expect(key).toMatchObject({ algorithm, userIds: ['Vault of Example <vault@example.test>'] });
    expect(key?.fingerprint).toMatch(/^[0-9A-F]{40}$/);
  });

  it.each([
    ['vault/key-version', { type: 'curve25519', config: { v6Keys: true } }],
    ['vault/key-algorithm', { type: 'curve25519' }],
    ['vault/key-expired', { keyExpirationTime: 100 * day }],
    ['vault/key-not-yet-valid', { date: new Date('2026-07-01T00:00:00Z') }],
    ['vault/key-not-for-encryption', { subkeys: [{ sign: true }] }],
  ] as const)('refuses with %s what %o makes', async (code, options) => {
    const { publicKey } = await testKey(options as object);
    expect(await codeOf(publicKey)).toBe(code);
  });

  it('refuses a private key: it has no business here', async () => {
    expect(await codeOf((await testKey()).privateKey)).toBe('vault/key-private');
  });

  it('refuses a revoked key', async () => {
    const { privateKey } = await testKey();
    const key = await readPrivateKey({ armoredKey: text(privateKey) });
    const { publicKey } = await revokeKey({ key, date: new Date('2026-02-01T00:00:00Z'), format: 'armored' });
    expect(await codeOf(bytes(publicKey))).toBe('vault/key-revoked');
  });

  it('tells an expired subkey from one that is missing', async () => {
    const { publicKey } = await testKey({ subkeys: [{ keyExpirationTime: 30 * day }] });
    expect(await codeOf(publicKey)).toBe('vault/key-expired');
  });

  it('refuses RSA below 3072 bits, names the key and says nothing of its owner', async () => {
    const { publicKey } = await testKey({ type: 'rsa', rsaBits: 2048 });
    const error = await readVaultKeys(publicKey, today).catch((caught) => caught);
    expect(error).toMatchObject({
      code: 'vault/key-weak',
      message: `key ${error.fingerprint} is RSA of 2048 bits`,
    });
  });

  it.each([
    ['no key at all'],
    ['-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nxjMEaaaa\n-----END PGP PUBLIC KEY BLOCK-----\n'],
    [''],
  ])('says of %j that it is no key', async (content) => {
    expect(await codeOf(bytes(content))).toBe('vault/key-unreadable');
  });

  it('reads several keys of one file, and fails for all when one is bad', async () => {
    const [one, two, bad] = await Promise.all([testKey(), testKey(), testKey({ keyExpirationTime: day })]);
    const file = (...keys: { publicKey: Uint8Array }[]) =>
      Buffer.concat(keys.map(({ publicKey }) => publicKey));
    expect(await readVaultKeys(file(one, two, one), today)).toHaveLength(2);
    expect(await codeOf(file(one, bad, two))).toBe('vault/key-expired');
  });
});

describe('the end of a key', () => {
  it('is told from 30 days before, the next one first', async () => {
    const keys = await Promise.all(
      [10, 29.5, 40].map(async (days) => {
        const sinceMade = (today.getTime() - Date.parse('2026-01-01T00:00:00Z')) / 1000;
        const { publicKey } = await testKey({ keyExpirationTime: sinceMade + days * day });
        return (await readVaultKeys(publicKey, today))[0]!;
      }),
    );
    expect(expiryWarnings(keys.reverse(), today).map(({ daysLeft }) => daysLeft)).toEqual([10, 29]);
    expect(expiryWarnings([(await readVaultKeys((await testKey()).publicKey, today))[0]!], today)).toEqual(
      [],
    );
  });
});

describe('a private key', () => {
  it('is unlocked with its password, and only with that', async () => {
    const password = ['corr', 'ect', ' horse'].join('');
    const { privateKey } = await testKey({ passphrase: password });
    const read = (given: string | undefined) => readPrivateKeys(privateKey, async () => given);
    expect(await read(password)).toHaveLength(1);
    await expect(read(undefined)).rejects.toMatchObject({ code: 'vault/password-needed' });
    const wrong = await read('wrong').catch((error) => error);
    expect(wrong).toMatchObject({ code: 'vault/password-wrong' });
    expect(JSON.stringify([wrong.message, String(wrong.cause)])).not.toContain('wrong"');
  });

  it('does not ask for a password that is not needed', async () => {
    const asked = () => Promise.reject(new Error('asked'));
    expect(await readPrivateKeys((await testKey()).privateKey, asked)).toHaveLength(1);
  });

  it('is not the public one', async () => {
    const { publicKey } = await testKey();
    await expect(readPrivateKeys(publicKey, async () => undefined)).rejects.toMatchObject({
      code: 'vault/key-public',
    });
  });
});
