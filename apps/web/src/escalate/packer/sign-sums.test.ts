import * as openpgp from 'openpgp';
import { beforeAll, expect, it } from 'vitest';
import { type SigningKey, signerOf } from './sign-sums.ts';

const sums = new TextEncoder().encode('0123  summary.md\n');
const password = ['pass', 'word', '-4711'].join('');
let armored: string;
let binary: Uint8Array;
let publicKey: string;

beforeAll(async () => {
  const userIDs = [{ email: 'support@example.test' }];
  ({ privateKey: armored, publicKey } = await openpgp.generateKey({ userIDs, passphrase: password }));
  binary = (await openpgp.readPrivateKey({ armoredKey: armored })).write();
});

const keyOf = (content: string | Uint8Array, given = password): SigningKey => ({
  file: new Blob([content as string]),
  password: given,
});

it('makes a detached signature that the public key verifies, and that fits nothing else', async () => {
  for (const file of [armored, binary]) {
    const signature = await (await signerOf(openpgp, keyOf(file)))(sums);
    expect(signature).toMatch(/^-----BEGIN PGP SIGNATURE-----/);
    const verified = async (binary: Uint8Array) => {
      const { signatures } = await openpgp.verify({
        message: await openpgp.createMessage({ binary }),
        signature: await openpgp.readSignature({ armoredSignature: signature }),
        verificationKeys: await openpgp.readKey({ armoredKey: publicKey }),
      });
      return await signatures[0]?.verified;
    };
    expect(await verified(sums)).toBe(true);
    await expect(verified(new Uint8Array([1]))).rejects.toThrow();
  }
});

it('says of a key what is wrong with it, and nothing of the password', async () => {
  const other = 'something else';
  for (const [key, code] of [
    [keyOf('no key'), 'vault/key-unreadable'],
    [keyOf(publicKey), 'vault/key-public'],
    [keyOf(armored, ''), 'vault/password-needed'],
    [keyOf(armored, other), 'vault/password-wrong'],
  ] as const) {
    const error = await signerOf(openpgp, key).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code });
    expect(String(error)).not.toContain(other);
  }
  const expired = await openpgp.generateKey({
    userIDs: [{ email: 'support@example.test' }],
    date: new Date('2020-01-01T00:00:00Z'),
    keyExpirationTime: 60,
  });
  await expect(signerOf(openpgp, keyOf(expired.privateKey))).rejects.toMatchObject({
    code: 'vault/key-not-for-signing',
  });
});
