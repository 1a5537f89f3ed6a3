import type { Store } from '@harrier/cases';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { totpCode } from './accounts/totp.ts';
import { confirmRetention } from './settings/shorter-retention.ts';
import { type Person, type TrialServer, trialServer } from './testing/trial-server.ts';

const password = 'correct horse battery';
const another = 'cloister vinegar seven trams';

let trial: TrialServer;
let tenant: string;
let admin: Person;
let approver: Person;
beforeEach(async () => {
  trial = await trialServer();
  tenant = await trial.newTenant();
  admin = await trial.signIn(tenant, ['admin']);
  approver = await trial.signIn(tenant, ['approver']);
});
afterEach(async () => await trial.close());

const post = async (url: string, payload: object) => await trial.ask({ method: 'POST', url, payload });
const tokenOf = (link: string) => new URL(link).hash.replace('#password=', '');
const linkFor = async (accountId: string, dropsSecondFactor = false) =>
  tokenOf((await admin.ask('POST', `/api/accounts/${accountId}/link`, { dropsSecondFactor })).json().link);
const confirm = async (accountId: string, as: Person) =>
  answerOf(await as.ask('POST', `/api/confirmations/accounts/${accountId}`));
/** A body, where there is one. */
const answerOf = ({ body }: { readonly body: string }) =>
  (body === '' ? {} : JSON.parse(body)) as { readonly code?: string };
const waiting = async (as = approver) => (await as.ask('GET', '/api/confirmations')).json();

/** The roles that somebody can use who signs in with this password. */
async function rolesOf(name: string, word: string, code?: string) {
  const more = code === undefined ? {} : { code };
  const session = await post('/api/session', { name, password: word, ...more });
  const cookie = String(session.headers['set-cookie']).split(';')[0] ?? '';
  const { roles, waitingRoles, heldRoles } = (
    await trial.ask({ url: '/api/session', headers: { cookie } })
  ).json();
  return { roles, waitingRoles, heldRoles };
}

async function tieApp(person: Person): Promise<() => string> {
  const { secret } = (await person.ask('POST', '/api/session/second-factor')).json();
  const code = () => totpCode(secret, Math.floor(trial.clock.nowMs / 30_000));
  await person.ask('PATCH', '/api/session/second-factor', { secret, code: code(), password });
  trial.clock.nowMs += 60_000;
  return code;
}

describe('one administrator alone', () => {
  it.each(['approver', 'key-holder', 'auditor'])('makes no %s that works', async (role) => {
    const made = (
      await admin.ask('POST', '/api/accounts', { name: 'puppet', roles: [role, 'viewer'] })
    ).json();
    expect(made).toMatchObject({ held: true });
    await post('/api/account-link', { token: tokenOf(made.link), password: another });
    expect(await rolesOf('puppet', another)).toEqual({
      roles: ['viewer'],
      waitingRoles: [],
      heldRoles: [role],
    });
  });

  it('leaves it said which of the roles wait for a second factor, and which for a second person', async () => {
    await admin.ask('PATCH', '/api/security-policy', { secondFactorFor: ['engineer', 'approver'] });
    const roles = ['viewer', 'engineer', 'approver', 'auditor'];
    const made = (await admin.ask('POST', '/api/accounts', { name: 'kim', roles })).json();
    await post('/api/account-link', { token: tokenOf(made.link), password: another });
    expect(await rolesOf('kim', another)).toEqual({
      roles: ['viewer'],
      waitingRoles: ['engineer', 'approver'],
      heldRoles: ['approver', 'auditor'],
    });
  });

  it('becomes no approver by a link that drops the second factor of one', async () => {
    await tieApp(approver);
    const token = await linkFor(approver.accountId, true);
    await post('/api/account-link', { token, password: another });
    expect(await rolesOf(approver.name, another)).toMatchObject({ roles: [], heldRoles: ['approver'] });
  });

  it('becomes none by a link to the password of one that has no second factor', async () => {
    const token = await linkFor(approver.accountId);
    await post('/api/account-link', { token, password: another });
    expect(await rolesOf(approver.name, another)).toMatchObject({ roles: [], heldRoles: ['approver'] });
  });

  it('becomes none by a link that was made before the second factor was taken off', async () => {
    const code = await tieApp(approver);
    const token = await linkFor(approver.accountId);
    const off = await approver.ask('DELETE', '/api/session/second-factor', { password, code: code() });
    expect(off.statusCode).toBe(204);
    const used = await post('/api/account-link', { token, password: another });
    expect(answerOf(used)).toMatchObject({ code: 'request/gone' });
  });

  it('becomes none by giving the role to an account whose password they know', async () => {
    const body = { name: 'puppet', password: another, roles: ['engineer'] };
    const { id } = (await admin.ask('POST', '/api/accounts', body)).json();
    const given = await admin.ask('PATCH', `/api/accounts/${id}`, { roles: ['engineer', 'approver'] });
    expect(given.json()).toMatchObject({ held: true });
    expect(await rolesOf('puppet', another)).toMatchObject({ roles: ['engineer'] });
    // Nor with the help of somebody who confirms what they see: its owner has not chosen the password.
    expect(await confirm(id, approver)).toMatchObject({ code: 'request/conflict' });
  });

  it('is not helped by shutting everybody else first, or by taking their roles', async () => {
    const url = `/api/accounts/${approver.accountId}`;
    await admin.ask('PATCH', url, { roles: [] });
    await admin.ask('PATCH', url, { disabled: true });
    const made = await admin.ask('POST', '/api/accounts', { name: 'puppet', roles: ['approver'] });
    expect(made.json()).toMatchObject({ held: true });
  });

  it('is not helped by taking the only approver’s role, using a link, and giving it back', async () => {
    const url = `/api/accounts/${approver.accountId}`;
    await admin.ask('PATCH', url, { roles: [] });
    await post('/api/account-link', { token: await linkFor(approver.accountId), password: another });
    await admin.ask('PATCH', url, { roles: ['approver'] });
    expect(await rolesOf(approver.name, another)).toMatchObject({ roles: [], heldRoles: ['approver'] });
  });

  it('confirms nothing after another administrator’s hand in what they made', async () => {
    const both = await trial.signIn(tenant, ['admin', 'approver']);
    for (const roles of [['key-holder'], ['engineer']]) {
      const name = `puppet-${roles}`;
      const made = (await both.ask('POST', '/api/accounts', { name, roles })).json();
      await post('/api/account-link', { token: tokenOf(made.link), password: another });
      await admin.ask('PATCH', `/api/accounts/${made.id}`, { roles: ['key-holder', 'auditor'] });
      expect(await confirm(made.id, both)).toMatchObject({ code: 'request/forbidden' });
      expect(await confirm(made.id, approver)).toEqual({});
    }
  });

  it('finds no second administrator in an account that they made, were given or have a link to', async () => {
    const both = await trial.signIn(tenant, ['admin', 'approver']);
    const made = (await both.ask('POST', '/api/accounts', { name: 'puppet', roles: ['admin'] })).json();
    await post('/api/account-link', { token: tokenOf(made.link), password: another });
    expect(await rolesOf('puppet', another)).toMatchObject({ roles: [], heldRoles: ['admin'] });
    expect(await confirm(made.id, both)).toMatchObject({ code: 'request/forbidden' });

    const body = { name: 'eve', password: another, roles: ['engineer'] };
    const { id } = (await both.ask('POST', '/api/accounts', body)).json();
    await both.ask('PATCH', `/api/accounts/${id}`, { roles: ['engineer', 'admin'] });
    expect(await rolesOf('eve', another)).toMatchObject({ roles: ['engineer'], heldRoles: ['admin'] });

    const link = await both.ask('POST', `/api/accounts/${admin.accountId}/link`, {
      dropsSecondFactor: false,
    });
    await post('/api/account-link', { token: tokenOf(link.json().link), password: another });
    expect(await rolesOf(admin.name, another)).toMatchObject({ roles: [], heldRoles: ['admin'] });
    expect(await confirm(admin.accountId, approver)).toEqual({});
    expect(await rolesOf(admin.name, another)).toMatchObject({ roles: ['admin'], heldRoles: [] });
  });

  it('confirms nothing with a second account of their own making', async () => {
    const accounts = ['first', 'second'].map(async (name) => {
      const made = (await admin.ask('POST', '/api/accounts', { name, roles: ['auditor'] })).json();
      await post('/api/account-link', { token: tokenOf(made.link), password: another });
      return made.id as string;
    });
    const [, second = ''] = await Promise.all(accounts);
    const session = await post('/api/session', { name: 'first', password: another });
    const cookie = String(session.headers['set-cookie']).split(';')[0] ?? '';
    const url = `/api/confirmations/accounts/${second}`;
    expect((await trial.ask({ method: 'POST', url, headers: { cookie } })).statusCode).toBe(403);
  });
});

describe('a second person', () => {
  it('sees who waits, and lets them work once they have chosen their password', async () => {
    const made = (await admin.ask('POST', '/api/accounts', { name: 'kim', roles: ['key-holder'] })).json();
    const heldBy = `account:${admin.accountId}`;
    expect(await waiting()).toEqual({
      accounts: [{ id: made.id, name: 'kim', roles: ['key-holder'], heldBy, isOwners: false }],
    });
    expect(await confirm(made.id, approver)).toMatchObject({ code: 'request/conflict' });
    await post('/api/account-link', { token: tokenOf(made.link), password: another });
    expect(await waiting()).toMatchObject({ accounts: [{ isOwners: true }] });
    await confirm(made.id, approver);
    expect(await rolesOf('kim', another)).toMatchObject({ roles: ['key-holder'], heldRoles: [] });
    expect(await waiting()).toEqual({ accounts: [] });
    const entries = await trial.service.store.db.selectFrom('auditEntries').select('line').execute();
    const [entry] = entries.filter(({ line }) => line.includes('"account/confirmed"'));
    expect(entry?.line).toContain(`"actor":"account:${approver.accountId}"`);
    expect(entry?.line).toContain(`"heldBy":"${heldBy}"`);
  });

  it('is none of those that had the hand in it, nor its owner', async () => {
    const both = await trial.signIn(tenant, ['admin', 'approver']);
    const made = (await both.ask('POST', '/api/accounts', { name: 'kim', roles: ['key-holder'] })).json();
    await post('/api/account-link', { token: tokenOf(made.link), password: another });
    expect(await confirm(made.id, both)).toMatchObject({ code: 'request/forbidden' });
    await admin.ask('PATCH', `/api/accounts/${approver.accountId}`, { roles: ['approver', 'auditor'] });
    const again = await trial.signInAgain(approver);
    expect((await confirm(approver.accountId, again)).code).toBe('request/forbidden');
  });

  it('has to look again when another link is out', async () => {
    const made = (await admin.ask('POST', '/api/accounts', { name: 'kim', roles: ['key-holder'] })).json();
    await post('/api/account-link', { token: tokenOf(made.link), password: another });
    const token = await linkFor(made.id);
    expect(await confirm(made.id, approver)).toMatchObject({ code: 'request/conflict' });
    await post('/api/account-link', { token, password });
    await confirm(made.id, approver);
    expect(await rolesOf('kim', password)).toMatchObject({ roles: ['key-holder'] });
  });

  it('is not needed where the second factor keeps the administrator out', async () => {
    const code = await tieApp(approver);
    const token = await linkFor(approver.accountId);
    await post('/api/account-link', { token, password: another });
    expect(await rolesOf(approver.name, another, code())).toMatchObject({
      roles: ['approver'],
      heldRoles: [],
    });
  });

  it('is not needed for the first one of an organisation, nor for roles that watch over nobody', async () => {
    const other = await trial.signIn(await trial.newTenant(), ['admin']);
    const early = await other.ask('POST', '/api/accounts', { name: 'early', roles: ['admin'] });
    expect(early.json()).toMatchObject({ held: false });
    const first = await other.ask('POST', '/api/accounts', { name: 'first', roles: ['approver'] });
    expect(first.json()).toMatchObject({ held: false });
    const engineer = await other.ask('POST', '/api/accounts', { name: 'eve', roles: ['engineer'] });
    expect(engineer.json()).toMatchObject({ held: false });
    const late = await other.ask('POST', '/api/accounts', { name: 'late', roles: ['engineer', 'admin'] });
    expect(late.json()).toMatchObject({ held: true });
    const second = await other.ask('POST', '/api/accounts', { name: 'second', roles: ['key-holder'] });
    expect(second.json()).toMatchObject({ held: true });
  });

  it('is whoever runs the server where nobody else is left', async () => {
    const { held } = trial.service.accounts;
    const token = await linkFor(approver.accountId);
    expect(await held.confirmByServer(approver.name)).toBe(false);
    await post('/api/account-link', { token, password: another });
    expect(await held.confirmByServer(approver.name)).toBe(true);
    expect(await rolesOf(approver.name, another)).toMatchObject({ roles: ['approver'] });
  });

  it('is whoever runs the server once only, though what they set is left there', async () => {
    const { held } = trial.service.accounts;
    const anew = async () =>
      await post('/api/account-link', { token: await linkFor(approver.accountId), password: another });
    await anew();
    expect(await held.confirmByServer(approver.name)).toBe(true);
    await anew();
    expect(await held.confirmByServer(approver.name)).toBe(false);
    expect(await rolesOf(approver.name, another)).toMatchObject({ roles: [] });
    expect(await held.confirmByServer(`${approver.name}#2`)).toBe(true);
    // Nothing waits at this start: that counts, too.
    expect(await held.confirmByServer(`${approver.name}#3`)).toBe(false);
    await anew();
    expect(await held.confirmByServer(`${approver.name}#3`)).toBe(false);
  });
});

describe('a shorter time for sealed originals', () => {
  const policy = async () => (await admin.ask('GET', '/api/security-policy')).json();
  const keep = async (keepSealedDays: number | null) =>
    (await admin.ask('PATCH', '/api/security-policy', { keepSealedDays })).json();
  const agree = async (keepSealedDays: number, as = approver) =>
    (await as.ask('POST', '/api/confirmations/retention', { keepSealedDays })).statusCode;

  it('waits until somebody other than the administrator has confirmed it', async () => {
    expect(await keep(90)).toMatchObject({ keepSealedDays: null, askedKeepSealedDays: 90 });
    const askedBy = `account:${admin.accountId}`;
    expect(await waiting()).toMatchObject({ retention: { keepSealedDays: 90, askedBy } });
    expect(await agree(90)).toBe(204);
    expect(await policy()).toMatchObject({ keepSealedDays: 90 });
    expect(await policy()).not.toHaveProperty('askedKeepSealedDays');
    expect(await keep(1)).toMatchObject({ keepSealedDays: 90, askedKeepSealedDays: 1 });
  });

  it('is confirmed as it was read, and not by whoever asked', async () => {
    const both = await trial.signIn(tenant, ['admin', 'approver']);
    await both.ask('PATCH', '/api/security-policy', { keepSealedDays: 90 });
    expect(await agree(90, both)).toBe(403);
    await keep(1);
    expect(await agree(90)).toBe(409);
    expect(await policy()).toMatchObject({ keepSealedDays: null, askedKeepSealedDays: 1 });
  });

  it('can be withdrawn; a longer one holds at once, and so does all else', async () => {
    await keep(90);
    await agree(90);
    await keep(30);
    await admin.ask('PATCH', '/api/security-policy', { keepSealedDays: 90, manyReads: 7 });
    expect(await policy()).toMatchObject({ keepSealedDays: 90, askedKeepSealedDays: 30, manyReads: 7 });
    await admin.ask('DELETE', '/api/confirmations/retention');
    expect(await agree(30)).toBe(409);
    expect(await keep(365)).toMatchObject({ keepSealedDays: 365 });
    expect(await keep(null)).toMatchObject({ keepSealedDays: null });
  });

  it('stays asked for where another is asked for in the moment in which the one before is confirmed', async () => {
    await keep(90);
    const { store } = trial.service;
    let isFirst = true;
    const interrupted: Store = {
      ...store,
      transaction: async (work) => {
        const done = await store.transaction(work);
        if (isFirst) await keep(1);
        isFirst = false;
        return done;
      },
    };
    const second = { tenantId: tenant, name: `account:${approver.accountId}` };
    expect(await confirmRetention(interrupted, second, 90, 1)).toBe('confirmed');
    expect(await policy()).toMatchObject({ keepSealedDays: 90, askedKeepSealedDays: 1 });
  });

  it('is no change of the policy where it only waits, nor is what was so before', async () => {
    await admin.ask('PATCH', '/api/security-policy', { secondFactorFor: ['engineer'] });
    const lines = async () =>
      (await trial.service.store.db.selectFrom('auditEntries').select('line').execute())
        .map(({ line }) => line)
        .filter((line) => line.includes('"settings/changed"'));
    const before = await lines();
    await admin.ask('PATCH', '/api/security-policy', { secondFactorFor: ['engineer'], keepSealedDays: null });
    expect(await lines()).toEqual(before);
    await keep(90);
    const [entry, ...others] = (await lines()).slice(before.length);
    expect(entry).toContain('"subject":"settings:asked-retention"');
    expect(others).toEqual([]);
  });

  it('holds at once where nobody could confirm it', async () => {
    const other = await trial.signIn(await trial.newTenant(), ['admin']);
    const changed = await other.ask('PATCH', '/api/security-policy', { keepSealedDays: 30 });
    expect(changed.json()).toMatchObject({ keepSealedDays: 30 });
  });
});

describe('API tokens', () => {
  const works = async (token: string) =>
    (await trial.ask({ url: '/api/session', headers: { authorization: `Bearer ${token}` } })).statusCode ===
    200;

  it('end with the password that a link replaces', async () => {
    const token = await approver.apiToken();
    expect(await works(token)).toBe(true);
    await post('/api/account-link', { token: await linkFor(approver.accountId), password: another });
    expect(await works(token)).toBe(false);
  });

  it('end with the password that their owner changes, if the owner says so', async () => {
    const token = await approver.apiToken();
    const change = { current: password, password: another };
    await approver.ask('PATCH', '/api/session/password', change);
    expect(await works(token)).toBe(true);
    const again = { current: another, password, endsTokens: true };
    await approver.ask('PATCH', '/api/session/password', again);
    expect(await works(token)).toBe(false);
  });

  it('end when their account is confirmed: who knew its password before its owner may have made one', async () => {
    const body = { name: 'kim', password, roles: ['engineer'] };
    const { id } = (await admin.ask('POST', '/api/accounts', body)).json();
    const kim = await trial.signInAgain({ accountId: id, name: 'kim' });
    const token = await kim.apiToken();
    await kim.ask('PATCH', '/api/session/password', { current: password, password: another });
    await admin.ask('PATCH', `/api/accounts/${id}`, { roles: ['approver'] });
    expect(await works(token)).toBe(true);
    expect(await confirm(id, approver)).toEqual({});
    expect(await works(token)).toBe(false);
  });

  it('end with all other sessions, if their owner says so, and nobody else’s do', async () => {
    const [own, others] = [await approver.apiToken(), await admin.apiToken()];
    await approver.ask('POST', '/api/sessions/end', { password });
    expect(await works(own)).toBe(true);
    await approver.ask('POST', '/api/sessions/end', { password, endsTokens: true });
    expect([await works(own), await works(others)]).toEqual([false, true]);
  });
});
