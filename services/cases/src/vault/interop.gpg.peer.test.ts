import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPrivateKeys } from './keys/private-keys.ts';
import { readVaultKeys } from './keys/vault-key.ts';
import { openSealed } from './open-sealed.ts';
import { seal } from './seal.ts';
import { GpgHome } from './testing/gpg-home.ts';
import { testKey, today } from './testing/keys.ts';
import { gather, pieces } from './testing/streams.ts';

const plain = Buffer.concat([randomBytes(600_000), Buffer.alloc(300_000, '{"log":{"entries":[]}}')]);
const gpg = new GpgHome();
afterAll(() => gpg.remove());

async function sealFor(publicKeys: Uint8Array, compression: 'deflate' | 'none' = 'deflate') {
  const stream = await seal(pieces(plain), await readVaultKeys(publicKeys, new Date()), { compression });
  const bytes = await gather(stream.bytes);
  return { bytes, ...stream.receipt() };
}

describe.each([
  ['rsa3072', 'default'],
  ['cv25519', 'future-default'],
] as const)('a key of gpg (%s)', (expected, algorithm) => {
  const who = `${algorithm}@example.test`;
  beforeAll(() => gpg.generate(who, algorithm));

  it('is known by its algorithm', async () => {
    const [key] = await readVaultKeys(gpg.run(['--export', who]), new Date());
    expect(key?.algorithm).toBe(expected);
  });

  it.each(['none', 'deflate'] as const)('opens with gpg what was sealed for it (%s)', async (compression) => {
    const { bytes } = await sealFor(gpg.run(['--export', who]), compression);
    expect(gpg.run(['--decrypt'], bytes).equals(plain)).toBe(true);
  });

  it.each([
    ['binary', []],
    ['armored, signed and compressed', ['--armor', '--sign', '--local-user', who]],
    ['of a known length and uncompressed', ['--compress-algo', 'none']],
    ['with zlib', ['--compress-algo', 'zlib']],
    ['with bzip2, which only the library reads', ['--compress-algo', 'bzip2']],
    ['with AES-128', ['--cipher-algo', 'AES']],
  ])('opens here what gpg encrypted (%s)', async (_how, options) => {
    writeFileSync(gpg.file('plain'), plain);
    const encrypt = ['--trust-model', 'always', '--output', '-', ...options, '--recipient', who, '--encrypt'];
    const sealed = gpg.run([...encrypt, gpg.file('plain')]);
    const privateKeys = await readPrivateKeys(gpg.run(['--export-secret-keys', who]), async () => undefined);
    expect((await gather(openSealed(pieces(sealed), { privateKeys }))).equals(plain)).toBe(true);
  });
});

describe('a sealed file in the hands of gpg', () => {
  beforeAll(() => {
    gpg.generate('operations@example.test', 'future-default');
    gpg.generate('escrow@example.test', 'future-default');
  });
  const both = () => gpg.run(['--export', 'operations@example.test', 'escrow@example.test']);

  it('is no older and no newer than version 1 packets, and keeps its name to itself', async () => {
    const { bytes, recipients } = await sealFor(both());
    const packets = gpg.run(['--list-packets'], bytes).toString('utf8');
    for (const { encryptionKeyId } of recipients) expect(packets).toContain(`keyid ${encryptionKeyId}`);
    expect(packets).toContain('mdc_method: 2');
    expect(packets).toMatch(/mode b \(62\), created 0, name="",/);
  });

  it('is refused when a byte of it was changed', async () => {
    const { bytes } = await sealFor(both());
    bytes[bytes.length >> 1]! ^= 1;
    expect(() => gpg.run(['--decrypt'], bytes)).toThrow();
  });

  it('opens with the session key of its capsule, with nobody’s private key', async () => {
    const { bytes, capsule, sealed } = await sealFor(both());
    expect(gpg.run(['--decrypt'], capsule).toString('utf8')).toContain(sealed.sha256);
    const [, sessionKey = ''] =
      /session key: '(9:[0-9A-F]{64})'/.exec(gpg.told(['--show-session-key', '--decrypt'], capsule)) ?? [];
    const nobody = new GpgHome();
    try {
      const opened = nobody.run(['--override-session-key', sessionKey, '--decrypt'], bytes);
      expect(opened.equals(plain)).toBe(true);
      const other = await sealFor(both());
      expect(() => nobody.run(['--override-session-key', sessionKey, '--decrypt'], other.bytes)).toThrow();
    } finally {
      nobody.remove();
    }
  });

  it('opens for the owner of a key whose program prefers AEAD', async () => {
    const key = await testKey({
      config: { aeadProtect: true },
      date: new Date(today.getTime() - 86_400_000),
    });
    gpg.run(['--import'], key.privateKey);
    const { bytes } = await sealFor(key.publicKey);
    expect(gpg.run(['--decrypt'], bytes).equals(plain)).toBe(true);
  });

  it('takes NIST curves, which smart cards have', async () => {
    const key = await testKey({ type: 'ecc', curve: 'nistP256' });
    gpg.run(['--import'], key.privateKey);
    expect(gpg.run(['--decrypt'], (await sealFor(key.publicKey)).bytes).equals(plain)).toBe(true);
  });
});
