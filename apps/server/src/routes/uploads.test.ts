import { openSealed } from '@harrier/cases/vault';
import * as openpgp from 'openpgp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TrialKey, trialKey } from '../testing/sealed-intake.ts';
import { type Person, type TrialServer, trialServer } from '../testing/trial-server.ts';

let trial: TrialServer;
let tenant: string;
let engineer: Person;
let caseId: string;
beforeEach(async () => {
  trial = await trialServer({ mostUploadBytes: 20_000 });
  tenant = await trial.newTenant();
  engineer = await trial.signIn(tenant, ['engineer']);
  caseId = (await engineer.ask('POST', '/api/cases', { title: 'No audio', language: 'en' })).json().id;
});
afterEach(async () => await trial.close());

async function newLink(wantsOriginal = false): Promise<{ id: string; token: string }> {
  const url = `/api/cases/${caseId}/upload-links`;
  const { id, link } = (await engineer.ask('POST', url, { days: 2, wantsOriginal })).json();
  return { id, token: new URL(link).hash.replace('#upload=', '') };
}

async function send(kind: 'clean' | 'original', token: string, bytes: Uint8Array, headers: object = {}) {
  return await trial.ask({
    method: 'POST',
    url: `/api/uploads/${kind}?name=call.har`,
    headers: { 'harrier-upload': token, 'content-type': 'application/octet-stream', ...headers },
    payload: Buffer.from(bytes),
  });
}

const look = async (token: string) =>
  await trial.ask({ url: '/api/uploads', headers: { 'harrier-upload': token } });

/** Two keys of the vault, proposed by one and confirmed by another. */
async function vaultOfTwo(): Promise<readonly TrialKey[]> {
  return await vaultOf([await trialKey(), await trialKey()]);
}

async function vaultOf(keys: readonly TrialKey[]): Promise<readonly TrialKey[]> {
  const holder = await trial.signIn(tenant, ['key-holder']);
  const admin = await trial.signIn(tenant, ['admin']);
  for (const { publicKey } of keys) {
    const { id } = (await holder.ask('POST', '/api/vault/keys', { armored: publicKey })).json();
    await admin.ask('PATCH', `/api/vault/keys/${id}`);
  }
  return keys;
}

async function sealedFor(keys: readonly TrialKey[], text: string): Promise<Uint8Array> {
  const message = await openpgp.createMessage({ binary: Buffer.from(text) });
  const encryptionKeys = keys.map(({ vaultKey }) => vaultKey.openPgpKey);
  return (await openpgp.encrypt({ message, encryptionKeys, format: 'binary' })) as Uint8Array;
}

describe('an upload link', () => {
  it('is one of fifty of its case that work: then one is ended before another is made', async () => {
    const { id } = await newLink();
    for (let made = 1; made < 50; made++) await newLink();
    const url = `/api/cases/${caseId}/upload-links`;
    const another = async () => await engineer.ask('POST', url, { days: 2, wantsOriginal: false });
    const refused = await another();
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'request/enough']);
    expect((await engineer.ask('DELETE', `/api/upload-links/${id}`)).statusCode).toBe(204);
    expect((await another()).statusCode).toBe(201);
  });

  it('is all that a sender needs, who may come from an extension of a browser', async () => {
    const { token } = await newLink();
    const extension = { origin: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop' };
    expect((await send('clean', token, Buffer.from('{}'), extension)).statusCode).toBe(201);
  });

  it.each([
    ['/api/cases', '{"title":"x"}'],
    ['/api/session', '{"name":"x","password":"y"}'],
  ])('lets an extension send files and nothing else: %s', async (url, payload) => {
    const { token } = await newLink();
    const answer = await trial.ask({
      method: 'POST',
      url,
      headers: {
        origin: 'moz-extension://0b1f2c3d-0000-4000-8000-000000000001',
        cookie: engineer.cookie,
        'harrier-upload': token,
        'content-type': 'application/json',
      },
      payload,
    });
    expect(answer.json()).toMatchObject({ status: 403, code: 'request/wrong-origin' });
  });

  it('lets a customer send a file to its case, where it is examined like every attachment', async () => {
    const { token, id } = await newLink();
    expect((await look(token)).json()).toMatchObject({
      organisation: 'Example',
      caseNumber: 1,
      wantsOriginal: false,
      keys: [],
    });
    expect((await send('clean', token, Buffer.from('{}'))).statusCode).toBe(201);
    const attached = (await engineer.ask('GET', `/api/cases/${caseId}/attachments`)).json();
    expect(attached).toMatchObject([{ name: 'call.har', sizeBytes: 2, createdBy: `upload-link:${id}` }]);
    const intakes = (await engineer.ask('GET', `/api/intakes?caseRef=${caseId}`)).json();
    expect(intakes).toMatchObject([{ state: 'running', step: 'detect' }]);
  });

  it('opens nothing once it has ended, was revoked, or never was', async () => {
    const { token, id } = await newLink();
    expect((await look('x'.repeat(43))).statusCode).toBe(410);
    expect((await look('')).statusCode).toBe(410);
    trial.clock.nowMs += 2 * 86_400_000;
    expect((await look(token)).statusCode).toBe(410);
    expect((await send('clean', token, Buffer.from('{}'))).statusCode).toBe(410);
    trial.clock.nowMs -= 1000;
    expect((await look(token)).statusCode).toBe(200);
    // Two days later the engineer's session has ended, too.
    const again = await trial.signInAgain(engineer);
    expect((await again.ask('DELETE', `/api/upload-links/${id}`)).statusCode).toBe(204);
    expect((await look(token)).statusCode).toBe(410);
  });

  it('takes twenty files and no more, however many come at once', async () => {
    const { token } = await newLink();
    const answers = await Promise.all(
      Array.from({ length: 25 }, async () => (await send('clean', token, Buffer.from('{}'))).statusCode),
    );
    expect(answers.filter((status) => status === 201)).toHaveLength(20);
    expect(answers.filter((status) => status === 410)).toHaveLength(5);
  });

  it('refuses what is larger than the limit, and a page of another site', async () => {
    const { token } = await newLink();
    expect((await send('clean', token, new Uint8Array(20_001))).statusCode).toBe(413);
    const stranger = await send('clean', token, Buffer.from('{}'), { origin: 'https://evil.example.com' });
    expect(stranger.statusCode).toBe(403);
  });
});

describe('an original by an upload link', () => {
  it('is asked for only where the link says so, and only for a vault that can take it', async () => {
    const { token } = await newLink();
    expect((await send('original', token, new Uint8Array([0xc1]))).statusCode).toBe(403);
    const asking = await newLink(true);
    expect((await look(asking.token)).json()).toMatchObject({ wantsOriginal: true, keys: [] });
    const keys = await vaultOfTwo();
    expect(
      (await look(asking.token)).json().keys.map((key: { fingerprint: string }) => key.fingerprint),
    ).toEqual(keys.map(({ vaultKey }) => vaultKey.fingerprint));
  });

  it('is refused where the vault has one key alone: nobody could open it when that is lost', async () => {
    const keys = await vaultOf([await trialKey()]);
    const { token } = await newLink(true);
    const capsule = Buffer.from(await sealedFor(keys, 'capsule')).toString('base64');
    const sealed = await sealedFor(keys, 'the original');
    const answer = await send('original', token, sealed, { 'harrier-capsule': capsule });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'request/invalid']);
    expect((await engineer.ask('GET', `/api/cases/${caseId}/attachments`)).json()).toEqual([]);
  });

  it('is kept sealed, opens with each of the keys, and is there for exceptions with its capsule', async () => {
    const keys = await vaultOfTwo();
    const { token } = await newLink(true);
    const sealed = await sealedFor(keys, 'the original');
    const capsule = Buffer.from(await sealedFor(keys, 'capsule')).toString('base64');
    const answer = await send('original', token, sealed, { 'harrier-capsule': capsule });
    expect(answer.statusCode).toBe(201);
    const [intake] = (await engineer.ask('GET', `/api/intakes?caseRef=${caseId}`)).json();
    expect(intake).toMatchObject({
      state: 'done',
      facts: { sealed: { keyIds: keys.map(({ vaultKey }) => vaultKey.encryptionKeyId) } },
    });
    const kept = await trial.service.objects.open(answer.json().sha256);
    let text = '';
    for await (const piece of openSealed(kept, { privateKeys: keys[0]?.privateKeys ?? [] }))
      text += Buffer.from(piece).toString();
    expect(text).toBe('the original');
    // The worker has nothing to do with it.
    expect(await trial.service.intakes.claim(trial.clock.nowMs, 60_000)).toBeUndefined();
    const asked = await engineer.ask('POST', '/api/exceptions', {
      intakeId: intake.id,
      scope: { kind: 'whole' },
      reason: { code: 'value-needed', text: 'The session id must be searched in the logs.' },
      requesterKey: (await trialKey()).publicKey,
    });
    expect(asked.statusCode).toBe(201);
  });

  it('is refused in the clear before anything of it is kept, and so is one that others can open', async () => {
    const keys = await vaultOfTwo();
    const { token } = await newLink(true);
    const capsule = Buffer.from(await sealedFor(keys, 'capsule')).toString('base64');
    const stranger = Buffer.from(await sealedFor([await trialKey()], 'capsule')).toString('base64');
    const sealed = await sealedFor(keys, 'the original');
    const clear = Buffer.from('{"log":{"entries":[]}}');
    for (const [bytes, headers] of [
      [clear, { 'harrier-capsule': capsule }],
      [new Uint8Array(), { 'harrier-capsule': capsule }],
      [sealed, { 'harrier-capsule': stranger }],
      [sealed, { 'harrier-capsule': 'bm8ga2V5' }],
      [sealed, {}],
    ] as const)
      expect((await send('original', token, bytes, headers)).statusCode).toBe(400);
    expect((await engineer.ask('GET', `/api/cases/${caseId}/attachments`)).json()).toEqual([]);
    const kept: string[] = [];
    for await (const { sha256 } of trial.service.objects.list()) kept.push(sha256);
    expect(kept).toEqual([]);
  });
});
