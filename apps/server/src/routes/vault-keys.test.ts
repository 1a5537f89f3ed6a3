import { generateKey } from 'openpgp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { trialKey } from '../testing/sealed-intake.ts';
import { type Person, type TrialServer, trialServer } from '../testing/trial-server.ts';

let trial: TrialServer;
let tenant: string;
let holder: Person;
let admin: Person;
beforeEach(async () => {
  trial = await trialServer();
  tenant = await trial.newTenant();
  holder = await trial.signIn(tenant, ['key-holder']);
  admin = await trial.signIn(tenant, ['admin']);
});
afterEach(async () => await trial.close());

const sealedFor = async (tenantId = tenant) =>
  (await trial.service.vaultKeys(tenantId)).map(({ fingerprint }) => fingerprint);

describe('a key of the vault', () => {
  it('is used once somebody else has confirmed it, and for the own organisation alone', async () => {
    const other = await trial.newTenant();
    const { publicKey, vaultKey } = await trialKey();
    const made = (await holder.ask('POST', '/api/vault/keys', { armored: publicKey })).json();
    expect(made.fingerprint).toBe(vaultKey.fingerprint);
    expect(await sealedFor()).toEqual([]);
    expect((await holder.ask('GET', '/api/vault/keys')).json()).toMatchObject([
      { fingerprint: vaultKey.fingerprint, isProposed: true, addedBy: `account:${holder.accountId}` },
    ]);
    expect((await admin.ask('PATCH', `/api/vault/keys/${made.id}`)).statusCode).toBe(204);
    expect(await sealedFor()).toEqual([vaultKey.fingerprint]);
    expect(await sealedFor(other)).toEqual([]);
    expect((await admin.ask('DELETE', `/api/vault/keys/${made.id}`)).statusCode).toBe(204);
    expect(await sealedFor()).toEqual([]);
  });

  it('is not confirmed by the one who proposed it, whatever their roles', async () => {
    const both = await trial.signIn(tenant, ['key-holder', 'admin']);
    const { publicKey } = await trialKey();
    const { id } = (await both.ask('POST', '/api/vault/keys', { armored: publicKey })).json();
    expect((await both.ask('PATCH', `/api/vault/keys/${id}`)).statusCode).toBe(403);
    expect(await sealedFor()).toEqual([]);
  });

  it('is proposed once, and both steps are in the audit log', async () => {
    const { publicKey, vaultKey } = await trialKey();
    const { id } = (await holder.ask('POST', '/api/vault/keys', { armored: publicKey })).json();
    expect((await holder.ask('POST', '/api/vault/keys', { armored: publicKey })).statusCode).toBe(409);
    await admin.ask('PATCH', `/api/vault/keys/${id}`);
    const auditor = await trial.signIn(tenant, ['auditor']);
    const entries = (await auditor.ask('GET', '/api/audit?limit=200')).json() as { line: string }[];
    const told = entries
      .map(({ line }) => JSON.parse(line))
      .filter(({ action }) => /^vault-key/.test(action));
    expect(told.map(({ action, actor, subject }) => [action, actor, subject])).toEqual([
      ['vault-key/proposed', `account:${holder.accountId}`, `vault-key:${vaultKey.fingerprint}`],
      ['vault-key/confirmed', `account:${admin.accountId}`, `vault-key:${vaultKey.fingerprint}`],
    ]);
  });

  it.each([
    ['vault/key-algorithm', { type: 'curve25519' }],
    ['vault/key-expired', { type: 'ecc', curve: 'curve25519Legacy', keyExpirationTime: 60 }],
  ] as const)('is turned away by the gate with %s, in words', async (code, options) => {
    const { publicKey } = await generateKey({
      ...(options as object),
      userIDs: [{ name: 'Somebody' }],
      format: 'armored',
    });
    const answer = await holder.ask('POST', '/api/vault/keys', { armored: publicKey });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code });
    expect(answer.json().detail.length).toBeGreaterThan(10);
  });

  it('is turned away where it is private, and nothing of it is kept', async () => {
    const { privateKey } = await generateKey({ userIDs: [{ name: 'Somebody' }], format: 'armored' });
    const answer = await holder.ask('POST', '/api/vault/keys', { armored: privateKey });
    expect(answer.json()).toMatchObject({ code: 'vault/key-private' });
    const { rows } = await trial.service.store.db
      .selectFrom('settings')
      .selectAll()
      .execute()
      .then((found) => ({ rows: JSON.stringify(found) }));
    expect(rows).not.toContain('PRIVATE KEY');
  });
});
