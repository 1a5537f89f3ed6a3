import { createHash, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPrivateKeys } from './keys/private-keys.ts';
import type { VaultKey } from './keys/vault-key.ts';
import { openSealed } from './open-sealed.ts';
import { type SealReceipt, seal } from './seal.ts';
import type { SessionKey } from './session-key.ts';
import { type TestKey, testKey, vaultKeyOf } from './testing/keys.ts';
import { gather, pieces } from './testing/streams.ts';
import { verifySealed } from './verify-sealed.ts';

const plain = Buffer.concat([randomBytes(700_000), Buffer.alloc(300_000, '{"log":{"entries":[]}}')]);
let operations: TestKey;
let escrow: TestKey;
let stranger: TestKey;
let recipients: VaultKey[];

beforeAll(async () => {
  [operations, escrow, stranger] = await Promise.all([testKey(), testKey(), testKey()]);
  recipients = await Promise.all([operations, escrow].map(vaultKeyOf));
});

async function sealed(
  bytes: Uint8Array = plain,
): Promise<{ bytes: Buffer; sessionKey: SessionKey; receipt: SealReceipt }> {
  const stream = await seal(pieces(bytes), recipients);
  return { bytes: await gather(stream.bytes), sessionKey: stream.sessionKey, receipt: stream.receipt() };
}

const privateKeys = async (key: TestKey) => ({
  privateKeys: await readPrivateKeys(key.privateKey, async () => undefined),
});

describe('a sealed file', () => {
  it('opens for each of its recipients, and only for them', async () => {
    const { bytes } = await sealed();
    for (const key of [operations, escrow])
      expect((await gather(openSealed(pieces(bytes), await privateKeys(key)))).equals(plain)).toBe(true);
    await expect(gather(openSealed(pieces(bytes), await privateKeys(stranger)))).rejects.toMatchObject({
      code: 'vault/wrong-key',
    });
  });

  it.each([0, 1, 262_130, 262_144, 262_145, 524_288])('holds files of any size (%i bytes)', async (size) => {
    const content = plain.subarray(0, size);
    for (const compression of ['none', 'deflate'] as const) {
      const stream = await seal(pieces(content), recipients, { compression });
      const bytes = await gather(stream.bytes);
      expect(
        (await gather(openSealed(pieces(bytes), { sessionKey: stream.sessionKey }))).equals(content),
      ).toBe(true);
    }
  });

  it('says what went in, what came out and who can open it', async () => {
    const { bytes, receipt } = await sealed();
    const sha256 = (of: Uint8Array) => createHash('sha256').update(of).digest('hex');
    expect(receipt.plain).toEqual({ sizeBytes: plain.length, sha256: sha256(plain) });
    expect(receipt.sealed).toEqual({ sizeBytes: bytes.length, sha256: sha256(bytes) });
    expect(receipt.recipients.map(({ fingerprint }) => fingerprint)).toEqual(
      recipients.map(({ fingerprint }) => fingerprint),
    );
  });

  it('opens when it was put into ASCII armor on its way', async () => {
    const { armor, enums } = await import('openpgp');
    const { bytes } = await sealed();
    const armored = new TextEncoder().encode(armor(enums.armor.message, new Uint8Array(bytes)) as string);
    const opened = await gather(openSealed(pieces(armored), await privateKeys(operations)));
    expect(opened.equals(plain)).toBe(true);
  });

  it('is not made for fewer keys than were asked for, and the same key twice is one', async () => {
    const [one] = recipients;
    await expect(seal(pieces(plain), [one!, one!], { leastRecipients: 2 })).rejects.toMatchObject({
      code: 'vault/too-few-recipients',
    });
    await expect(seal(pieces(plain), [])).rejects.toMatchObject({ code: 'vault/too-few-recipients' });
  });

  it('is not made for a key that has ended since it was let in', async () => {
    const [one] = recipients;
    const expiresAt = new Date('2026-06-02T00:00:00Z');
    const sealing = seal(pieces(plain), [{ ...one!, expiresAt }], { now: expiresAt });
    await expect(sealing).rejects.toMatchObject({ code: 'vault/key-expired' });
  });

  it('fails when its original cannot be read to the end', async () => {
    const broken = async function* () {
      yield plain;
      throw new Error('the disk is gone');
    };
    for (const compression of ['none', 'deflate'] as const) {
      const stream = await seal(broken(), recipients, { compression });
      await expect(gather(stream.bytes)).rejects.toThrow('the disk is gone');
      expect(() => stream.receipt()).toThrow('not read to their end');
    }
  });
});

describe('reading a sealed copy back', () => {
  it('says yes to the copy that was made', async () => {
    const { bytes, sessionKey, receipt } = await sealed();
    expect(await verifySealed(pieces(bytes), sessionKey, receipt.plain)).toEqual({ ok: true });
  });

  it('says no to a copy with one changed byte, wherever it is, and to every cut', async () => {
    const { bytes, sessionKey, receipt } = await sealed();
    const places = [
      0,
      1,
      40,
      300,
      1000,
      bytes.length >> 1,
      bytes.length - 300,
      bytes.length - 21,
      bytes.length - 1,
    ];
    for (const at of places) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      // The first packets are the recipients' copies of the key, which the reader with a session key skips.
      const verdict = await verifySealed(pieces(changed), sessionKey, receipt.plain);
      if (at >= 1000) expect({ at, verdict }).toEqual({ at, verdict: { ok: false, why: 'damaged' } });
      const cut = bytes.subarray(0, at);
      expect({ at, ok: (await verifySealed(pieces(cut), sessionKey, receipt.plain)).ok }).toEqual({
        at,
        ok: false,
      });
    }
  });

  it('says no to another whole file under the same key, longer or shorter', async () => {
    const { bytes, sessionKey, receipt } = await sealed();
    const shorter = { ...receipt.plain, sizeBytes: receipt.plain.sizeBytes - 1 };
    const other = { ...receipt.plain, sha256: '0'.repeat(64) };
    for (const expected of [shorter, other])
      expect(await verifySealed(pieces(bytes), sessionKey, expected)).toEqual({
        ok: false,
        why: 'different',
      });
    expect((await verifySealed(pieces(receipt.capsule), sessionKey, receipt.plain)).ok).toBe(false);
  });

  it('says no to what is no message, and to nothing', async () => {
    const { sessionKey, receipt } = await sealed();
    for (const bytes of [Buffer.from('<html>502</html>'), Buffer.alloc(0), plain])
      expect(await verifySealed(pieces(bytes), sessionKey, receipt.plain)).toEqual({
        ok: false,
        why: 'damaged',
      });
  });

  it('does not take a copy that could not be fetched for a bad one', async () => {
    const { bytes, sessionKey, receipt } = await sealed();
    const broken = async function* () {
      yield bytes.subarray(0, 500_000);
      throw new Error('connection reset');
    };
    await expect(verifySealed(broken(), sessionKey, receipt.plain)).rejects.toThrow('connection reset');
  });
});

describe('the session key', () => {
  it('never shows itself', async () => {
    const { sessionKey } = await sealed();
    const hex = Buffer.from(sessionKey.expose()).toString('hex');
    const base64 = Buffer.from(sessionKey.expose()).toString('base64');
    for (const text of [
      JSON.stringify({ sessionKey }),
      String(sessionKey),
      inspect({ sessionKey }, { showHidden: true }),
    ])
      for (const form of [hex, base64]) expect(text.toLowerCase()).not.toContain(form.toLowerCase());
  });

  it('is overwritten when it is forgotten', async () => {
    const { sessionKey } = await sealed();
    const bytes = sessionKey.expose();
    sessionKey.forget();
    sessionKey.forget();
    expect(bytes.every((byte) => byte === 0)).toBe(true);
    expect(() => sessionKey.expose()).toThrow('forgotten');
  });

  it('is another one for every file', async () => {
    const [one, two] = [await sealed(), await sealed()];
    expect(await verifySealed(pieces(one.bytes), two.sessionKey, one.receipt.plain)).toEqual({
      ok: false,
      why: 'damaged',
    });
  });
});
