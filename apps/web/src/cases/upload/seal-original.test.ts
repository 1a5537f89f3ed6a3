import * as openpgp from 'openpgp';
import { expect, it } from 'vitest';
import { openCapsule } from '../../../../../services/cases/src/vault/capsule.ts';
import { openSealed } from '../../../../../services/cases/src/vault/open-sealed.ts';
import { sealOriginal } from './seal-original.ts';

async function keyPair(name: string) {
  const pair = await openpgp.generateKey({ userIDs: [{ name }], format: 'object' });
  return {
    privateKey: pair.privateKey,
    uploadKey: {
      fingerprint: pair.publicKey.getFingerprint().toUpperCase(),
      armored: pair.publicKey.armor(),
    },
  };
}

async function* one(bytes: Uint8Array) {
  yield bytes;
}

async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all).toString('utf8');
}

const original = `{"log":{"entries":[]}}${'x'.repeat(100_000)}`;

it('seals so that each of the keys opens it alone, and the capsule gives the session key of this one file', async () => {
  const [team, safe] = await Promise.all([keyPair('team'), keyPair('safe')]);
  const file = new Blob([original]);
  const made = await sealOriginal(openpgp, file, [team.uploadKey, safe.uploadKey], () => {});
  const bytes = new Uint8Array(await made.sealed.arrayBuffer());
  expect(Buffer.from(bytes).includes('"log"')).toBe(false);
  for (const { privateKey } of [team, safe]) {
    expect(await textOf(openSealed(one(bytes), { privateKeys: [privateKey] }))).toBe(original);
    const { sealedSha256, sessionKey } = await openCapsule(made.capsule, { privateKeys: [privateKey] });
    expect(sealedSha256).toBe(made.sha256);
    expect(await textOf(openSealed(one(bytes), { sessionKey }))).toBe(original);
  }
});

it('seals for nobody where the server gave another key than it named', async () => {
  const [team, stranger] = await Promise.all([keyPair('team'), keyPair('stranger')]);
  const swapped = { fingerprint: team.uploadKey.fingerprint, armored: stranger.uploadKey.armored };
  await expect(sealOriginal(openpgp, new Blob([original]), [swapped], () => {})).rejects.toThrow(
    'another key',
  );
});
