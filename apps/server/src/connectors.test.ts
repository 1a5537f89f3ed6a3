import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Person, type TrialServer, trialServer } from './testing/trial-server.ts';

const token = ['zendesk', 'token', '4711'].join('-');
const zendesk = {
  id: 'support',
  kind: 'zendesk',
  baseUrl: 'https://127.0.0.1/',
  account: 'harrier@example.com',
  secret: { env: 'HARRIER_SECRET_ZENDESK' },
};

let trial: TrialServer;
let tenant: string;
let admin: Person;
let secretsFolder: string;
beforeEach(async () => {
  secretsFolder = mkdtempSync(path.join(tmpdir(), 'harrier-secrets-'));
  const env = { HARRIER_SECRET_ZENDESK: token, HARRIER_DATABASE_PASSWORD: 'no' };
  trial = await trialServer({ env, secretsFolder });
  tenant = await trial.newTenant();
  admin = await trial.signIn(tenant, ['admin']);
});
afterEach(async () => {
  await trial.close();
  rmSync(secretsFolder, { recursive: true });
});

const setUp = async (definition: object = zendesk, as = admin) =>
  await as.ask('POST', '/api/connector-definitions', definition);
const definitions = async (as = admin) => (await as.ask('GET', '/api/connector-definitions')).json();

describe('a case system', () => {
  it('is set up with the name of its secret, which is shown nowhere and kept nowhere', async () => {
    expect((await setUp()).statusCode).toBe(204);
    expect(await definitions()).toEqual([
      {
        connectorId: `${tenant}:support`,
        from: 'database',
        hasSecret: true,
        secretAt: 'HARRIER_SECRET_ZENDESK',
        definition: { ...zendesk, network: 'public' },
      },
    ]);
    const { db } = trial.service.store;
    const rows = JSON.stringify([
      await db.selectFrom('connectorDefinitions').selectAll().execute(),
      await db.selectFrom('auditEntries').selectAll().execute(),
    ]);
    expect(rows).not.toContain(token);
    expect(rows).toContain('connector:');
  });

  it('is one of fifty of its organisation', async () => {
    for (let made = 0; made < 50; made++)
      expect((await setUp({ ...zendesk, id: `support-${made}` })).statusCode).toBe(204);
    const refused = await setUp({ ...zendesk, id: 'support-50' });
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'request/enough']);
    const stranger = await trial.signIn(await trial.newTenant(), ['admin']);
    const theirs = { ...zendesk, secret: { file: 'zendesk' } };
    expect((await setUp(theirs, stranger)).statusCode).toBe(204);
  });

  it('is not talked to while its secret is missing', async () => {
    await setUp({ ...zendesk, secret: { env: 'HARRIER_SECRET_OTHER' } });
    expect(await definitions()).toMatchObject([{ hasSecret: false }]);
    expect(trial.service.registry.find(`${tenant}:support`)).toBeUndefined();
  });

  it.each([
    ['a variable that is none of the secrets', { secret: { env: 'HARRIER_DATABASE_PASSWORD' } }],
    ['a file somewhere else', { secret: { file: '../../etc/passwd' } }],
    ['a secret in clear', { secret: token }],
    ['an address with a password', { baseUrl: 'https://a:b@support.example.com/' }],
    ['an address that is none', { baseUrl: 'file:///etc/passwd' }],
    ['a member that is misspelt', { acount: 'x' }],
    ['no kind that there is', { kind: 'post-it' }],
  ])('is refused with %s', async (_what, more) => {
    expect((await setUp({ ...zendesk, ...more })).json()).toMatchObject({ code: 'request/invalid' });
    expect(await definitions()).toEqual([]);
  });

  it.each([
    ['an address in the clear', { baseUrl: 'http://support.example.com/' }],
    ['a project that is no key', { kind: 'jira', project: 'sup' }],
  ])('with %s is refused, and keeps nobody else from theirs', async (_what, more) => {
    const { account: _, ...rest } = zendesk;
    expect((await setUp({ ...rest, ...('kind' in more ? {} : { account: 'a' }), ...more })).statusCode).toBe(
      400,
    );
    expect((await setUp()).statusCode).toBe(204);
  });

  it('that was stored and cannot be read keeps the others going, and can be removed', async () => {
    const { db } = trial.service.store;
    const value = JSON.stringify({ ...zendesk, id: 'odd', kind: 'jira', project: 'sup' });
    const row = { id: `${tenant}:odd`, tenantId: tenant, value, createdMs: 1 };
    await db.insertInto('connectorDefinitions').values(row).execute();
    expect((await setUp()).statusCode).toBe(204);
    expect(trial.service.registry.find(`${tenant}:support`)).toBeDefined();
    expect((await admin.ask('DELETE', '/api/connector-definitions/odd')).statusCode).toBe(204);
  });

  it.each([
    ['in a private network', { ...zendesk, network: 'private' }],
    ['that is a folder of the server', { id: 'disk', kind: 'folder', root: '/' }],
  ])('%s can be set up by whoever runs the server alone', async (_what, definition) => {
    expect((await setUp(definition)).json()).toMatchObject({ code: 'request/forbidden' });
  });

  it('belongs to its organisation, whatever others call theirs', async () => {
    const stranger = await trial.signIn(await trial.newTenant(), ['admin']);
    await setUp();
    const theirs = { ...zendesk, secret: { file: 'zendesk' } };
    expect((await setUp(theirs, stranger)).statusCode).toBe(204);
    expect((await setUp()).statusCode).toBe(409);
    const ofStranger = await stranger.ask('DELETE', '/api/connector-definitions/support');
    expect(ofStranger.statusCode).toBe(204);
    expect(await definitions()).toHaveLength(1);
  });

  it('is sent no secret that another organisation uses, or the server itself', async () => {
    const stranger = await trial.signIn(await trial.newTenant(), ['admin']);
    await setUp();
    const evil = { ...zendesk, baseUrl: 'https://evil.example.com/' };
    expect((await setUp(evil, stranger)).json()).toMatchObject({ code: 'request/forbidden' });
    const theirs = { ...evil, secret: { file: 'zendesk' } };
    await setUp(theirs, stranger);
    const changed = await stranger.ask('PATCH', '/api/connector-definitions/support', evil);
    expect(changed.json()).toMatchObject({ code: 'request/forbidden' });
    const ofProvider = { ...evil, id: 'other', secret: { file: 'oidc-client-secret' } };
    expect((await setUp(ofProvider)).json()).toMatchObject({ code: 'request/forbidden' });
    expect(await definitions(stranger)).toMatchObject([{ definition: theirs, hasSecret: false }]);
  });

  it('finds the secret in the folder of its own organisation, and no other can name it', async () => {
    const theirTenant = await trial.newTenant();
    const stranger = await trial.signIn(theirTenant, ['admin']);
    const named = { ...zendesk, secret: { file: 'zendesk' } };
    // Nobody uses it yet: what protects it is where it lies.
    writeFileSync(path.join(secretsFolder, 'zendesk'), token);
    expect((await setUp(named, stranger)).statusCode).toBe(204);
    expect(await definitions(stranger)).toMatchObject([
      { hasSecret: false, secretAt: `secrets/${theirTenant}/zendesk` },
    ]);
    mkdirSync(path.join(secretsFolder, theirTenant));
    writeFileSync(path.join(secretsFolder, theirTenant, 'zendesk'), ['their', token].join('-'));
    expect(await definitions(stranger)).toMatchObject([{ hasSecret: true }]);
    await trial.service.registry.refresh();
    expect(trial.service.registry.find(`${theirTenant}:support`)).toBeDefined();
    await setUp(named);
    await setUp({ ...named, id: 'theirs', secret: { file: theirTenant } });
    expect(await definitions()).toMatchObject([
      { hasSecret: true, secretAt: 'secrets/zendesk' },
      { hasSecret: false },
    ]);
  });

  it('inside the network is not reached from outside of it, and the look says so in words', async () => {
    await setUp();
    const looked = await admin.ask('POST', `/api/connectors/${tenant}:support/look`);
    expect(looked.json()).toMatchObject({
      ok: false,
      trouble: { code: 'case-system/unreachable', reason: 'The case system cannot be reached.' },
    });
  });

  it('that does not answer is in the list all the same', async () => {
    await admin.ask('POST', '/api/connector-definitions', {
      id: 'jira',
      kind: 'jira',
      baseUrl: 'https://127.0.0.1/',
      project: 'SUP',
      secret: { env: 'HARRIER_SECRET_ZENDESK' },
    });
    const engineer = await trial.signIn(tenant, ['engineer']);
    const all: { id: string; maxBytes?: number; health: object }[] = (
      await engineer.ask('GET', '/api/connectors')
    ).json();
    expect(all.map(({ id, maxBytes }) => [id.split(':')[0], maxBytes !== undefined])).toEqual([
      ['built-in', true],
      [tenant, false],
    ]);
    expect(all[1]?.health).toMatchObject({ trouble: { code: 'case-system/unreachable' } });
  });

  it('takes in nothing old before a dry run was seen', async () => {
    const url = `/api/connectors/built-in:${tenant}/backfill`;
    expect((await admin.ask('POST', url, { mode: 'run' })).statusCode).toBe(409);
    expect((await admin.ask('POST', url, { mode: 'dry-run' })).statusCode).toBe(204);
    expect((await admin.ask('GET', url)).json()).toMatchObject({ mode: 'dry-run', state: 'going', found: 0 });
    expect((await admin.ask('DELETE', url)).statusCode).toBe(204);
    expect((await admin.ask('GET', url)).json()).toMatchObject({ state: 'stopped' });
  });
});
