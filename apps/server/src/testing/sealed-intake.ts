import { readPrivateKeys, readVaultKeys, seal, type VaultKey } from '@harrier/cases/vault';
import { generateKey, type PrivateKey } from 'openpgp';
import { harOf } from '../../../../services/cases/src/testing/trial-har.ts';
import type { TrialServer } from './trial-server.ts';

/** A key pair of a test, in the older form that is made in a moment. */
export interface TrialKey {
  readonly publicKey: string;
  readonly privateKeys: readonly PrivateKey[];
  readonly vaultKey: VaultKey;
}

export async function trialKey(): Promise<TrialKey> {
  const pair = await generateKey({
    type: 'ecc',
    curve: 'curve25519Legacy',
    userIDs: [{ name: 'Somebody' }],
    format: 'armored',
  });
  const [vaultKey] = await readVaultKeys(Buffer.from(pair.publicKey), new Date());
  if (vaultKey === undefined) throw new Error('no key');
  const privateKeys = await readPrivateKeys(Buffer.from(pair.privateKey), async () => undefined);
  return { publicKey: pair.publicKey, privateKeys, vaultKey };
}

/** What stands for a secret in the clean capture of {@link sealedIntake}; in its request 1. */
export const pseudonym = 'hx-tok-7k3m9qp2rt5w6';
/** Another one, in request 0. */
export const otherPseudonym = 'hx-tok-000000000000a';

export interface SealedIntake {
  readonly caseId: string;
  readonly intakeId: string;
  readonly original: Buffer;
  /** What {@link pseudonym} stands for. */
  readonly secret: string;
  readonly otherSecret: string;
}

/** A case whose attachment was sanitized and sealed, as the worker leaves it behind. */
export async function sealedIntake(
  trial: TrialServer,
  tenantId: string,
  vault: TrialKey,
  { withMap = true } = {},
): Promise<SealedIntake> {
  const { service } = trial;
  const actor = { name: 'worker', tenantId };
  const { id: caseId } = await service.book.createCase(actor, { title: 'No audio', language: 'en' });
  const secret = ['Kd8fjw02', 'Lm4nop6Q'].join('');
  const otherSecret = ['Zt5', 'rQ1xW'].join('');
  const original = Buffer.from(`{"log":{"secret":"${secret} ${otherSecret}"}}`);
  const calls = [otherPseudonym, pseudonym].map((token) => ({ authorization: `Bearer ${token}` }));
  const clean = Buffer.from(harOf(...calls));
  const map = [
    { pseudonym, kind: 'token', value: secret },
    { pseudonym: otherPseudonym, kind: 'token', value: otherSecret },
  ];
  const put = async (bytes: Buffer) => await service.objects.put(one(bytes));
  const sealing = await seal(one(original), [vault.vaultKey]);
  const stored = await service.objects.put(sealing.bytes);
  const { capsule } = sealing.receipt();
  const lines = Buffer.from(map.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const sealedMap = await service.objects.put((await seal(one(lines), [vault.vaultKey])).bytes);

  const attachment = {
    caseRef: caseId,
    id: 'a1',
    name: 'trace.har',
    sizeBytes: original.length,
    createdMs: service.clock(),
  };
  const connector = { id: `built-in:${tenantId}`, tenantId };
  const { id: intakeId } = await service.intakes.announce(connector, attachment, service.clock());
  const claimed = await service.intakes.claim(service.clock(), 60_000);
  if (claimed?.intake.id !== intakeId) throw new Error('another intake was waiting');
  const counts = { redactions: 2, secrets: 2, droppedBodies: 0, repaired: false };
  const cleanFile = { name: 'trace.clean.har', ...(await put(clean)), ...counts };
  await service.intakes.commit(
    claimed.lease,
    {
      kind: 'end',
      state: 'done',
      facts: {
        clean: withMap ? { ...cleanFile, sealedMap } : cleanFile,
        sealed: {
          name: 'trace.har.pgp',
          ...stored,
          keyIds: [vault.vaultKey.encryptionKeyId],
          capsule: Buffer.from(capsule).toString('base64'),
        },
      },
    },
    service.clock(),
  );
  return { caseId, intakeId, original, secret, otherSecret };
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
