import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { totpCode } from './accounts/totp.ts';
import { type Person, type TrialServer, trialServer } from './testing/trial-server.ts';
import { wrongCode } from './testing/wrong-code.ts';

const password = 'correct horse battery';
const another = 'cloister vinegar seven trams';
const MINUTE = 60_000;

let trial: TrialServer;
let tenant: string;
let admin: Person;
let engineer: Person;
beforeEach(async () => {
  trial = await trialServer();
  tenant = await trial.newTenant();
  admin = await trial.signIn(tenant, ['admin']);
  engineer = await trial.signIn(tenant, ['engineer']);
});
afterEach(async () => await trial.close());

const signIn = async (name: string, word: string, code?: string) =>
  await trial.ask({
    method: 'POST',
    url: '/api/session',
    payload: { name, password: word, ...(code === undefined ? {} : { code }) },
  });
const post = async (url: string, payload: object) => await trial.ask({ method: 'POST', url, payload });
const codeOf = (secret: string) => totpCode(secret, Math.floor(trial.clock.nowMs / 30_000));

/** Ties an app to an account; gives its secret and the codes for recovery. */
async function withApp(person: Person): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = (await person.ask('POST', '/api/session/second-factor')).json();
  const confirm = { secret, code: codeOf(secret), password };
  return { secret, ...(await person.ask('PATCH', '/api/session/second-factor', confirm)).json() };
}

describe('a second factor', () => {
  it('is set, and taken off, only by somebody who knows the password', async () => {
    const { secret } = (await engineer.ask('POST', '/api/session/second-factor')).json();
    const confirm = { secret, code: codeOf(secret), password: another };
    expect((await engineer.ask('PATCH', '/api/session/second-factor', confirm)).json()).toMatchObject({
      code: 'request/wrong-sign-in',
    });
    const { secret: theirs, recoveryCodes } = await withApp(engineer);
    const off = async (word: string, code: string) =>
      (await engineer.ask('DELETE', '/api/session/second-factor', { password: word, code })).statusCode;
    expect(await off(another, recoveryCodes[0] ?? '')).toBe(401);
    const wrong = wrongCode(theirs, Math.floor(trial.clock.nowMs / 30_000));
    expect(await off(password, wrong)).toBe(401);
    expect(await off(password, recoveryCodes[0] ?? '')).toBe(204);
    expect((await signIn(engineer.name, password)).statusCode).toBe(204);
  });

  it('is not replaced without a code of the app that is there', async () => {
    const { secret } = await withApp(engineer);
    const { secret: theirs } = (await engineer.ask('POST', '/api/session/second-factor')).json();
    const confirm = { secret: theirs, code: codeOf(theirs), password };
    const replaced = await engineer.ask('PATCH', '/api/session/second-factor', confirm);
    expect(replaced.json()).toMatchObject({ status: 409, code: 'request/conflict' });
    trial.clock.nowMs += MINUTE;
    expect((await signIn(engineer.name, password, codeOf(theirs))).statusCode).toBe(401);
    expect((await signIn(engineer.name, password, codeOf(secret))).statusCode).toBe(204);
  });

  it('ends the sessions that were begun without it', async () => {
    const before = await trial.signInAgain(engineer);
    await withApp(engineer);
    expect((await before.ask('GET', '/api/session')).statusCode).toBe(401);
    expect((await engineer.ask('GET', '/api/session')).json()).toMatchObject({
      secondFactor: true,
      recoveryCodesLeft: 10,
    });
  });

  it('has codes for the day on which the app is lost, each of which works once', async () => {
    const { recoveryCodes } = await withApp(engineer);
    expect(new Set(recoveryCodes).size).toBe(10);
    const [first = '', second = ''] = recoveryCodes;
    expect((await signIn(engineer.name, password, first)).statusCode).toBe(204);
    expect((await signIn(engineer.name, password, first)).statusCode).toBe(401);
    expect((await signIn(engineer.name, password, second)).statusCode).toBe(204);
    expect((await engineer.ask('GET', '/api/session')).json()).toMatchObject({ recoveryCodesLeft: 8 });
    const kept = await trial.service.accounts.get(engineer.accountId);
    for (const code of recoveryCodes) expect(kept.recoveryCodes).not.toContain(code);
  });

  it('can be demanded of a role, which works once it is there', async () => {
    const policy = { secondFactorFor: ['engineer'] };
    expect((await admin.ask('PATCH', '/api/security-policy', policy)).statusCode).toBe(200);
    const open = async () =>
      (await engineer.ask('POST', '/api/cases', { title: 'a', language: 'en' })).statusCode;
    expect(await open()).toBe(403);
    expect((await engineer.ask('GET', '/api/session')).json()).toMatchObject({
      roles: [],
      waitingRoles: ['engineer'],
    });
    await withApp(engineer);
    expect(await open()).toBe(201);
    expect((await engineer.ask('GET', '/api/session')).json()).toMatchObject({
      roles: ['engineer'],
      waitingRoles: [],
    });
  });

  it('is demanded of tokens as well, and of this organisation alone', async () => {
    const token = await engineer.apiToken();
    const other = await trial.signIn(await trial.newTenant(), ['engineer']);
    await admin.ask('PATCH', '/api/security-policy', { secondFactorFor: ['engineer'] });
    const headers = { authorization: `Bearer ${token}` };
    expect((await trial.ask({ url: '/api/cases', headers })).statusCode).toBe(403);
    expect((await other.ask('GET', '/api/cases')).statusCode).toBe(200);
  });
});

describe('one’s sessions', () => {
  it('are listed with the browser that began them, and end for whoever knows the password', async () => {
    await trial.ask({
      method: 'POST',
      url: '/api/session',
      headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0' },
      payload: { name: engineer.name, password },
    });
    const list = async (): Promise<{ id: string; client: string; isThis: boolean }[]> =>
      (await engineer.ask('GET', '/api/sessions')).json();
    const other = (await list()).find(({ isThis }) => !isThis);
    expect(other).toMatchObject({ client: 'Firefox, Linux' });
    const end = async (body: object) => (await engineer.ask('POST', '/api/sessions/end', body)).statusCode;
    expect(await end({ id: other?.id })).toBe(401);
    expect(await end({ id: other?.id, password: another })).toBe(401);
    expect(await list()).toHaveLength(2);
    expect(await end({ id: other?.id, password })).toBe(200);
    expect(await list()).toMatchObject([{ isThis: true }]);
    expect(await end({ id: other?.id, password })).toBe(404);
  });

  it('end all but the one that asks, and nobody else’s', async () => {
    await trial.signInAgain(engineer);
    await trial.signInAgain(engineer);
    const ended = await engineer.ask('POST', '/api/sessions/end', { password });
    expect(ended.json()).toEqual({ ended: 2 });
    expect((await engineer.ask('GET', '/api/session')).statusCode).toBe(200);
    expect((await admin.ask('GET', '/api/session')).statusCode).toBe(200);
  });
});

it('tells the audit log who signed out, and who ended other sessions of theirs', async () => {
  const again = await trial.signInAgain(engineer);
  await trial.signInAgain(engineer);
  await engineer.ask('POST', '/api/sessions/end', { password });
  expect((await again.ask('DELETE', '/api/session')).statusCode).toBe(401);
  await engineer.ask('DELETE', '/api/session');
  const entries = await trial.service.store.db.selectFrom('auditEntries').select('line').execute();
  expect(
    entries
      .map(({ line }) => JSON.parse(line))
      .filter(({ action }) => action === 'account/signed-out')
      .map(({ actor, facts }) => [actor, facts]),
  ).toEqual([
    [`account:${engineer.accountId}`, { sessions: 2 }],
    [`account:${engineer.accountId}`, { sessions: 1 }],
  ]);
});

describe('a link to choose a password', () => {
  const tokenOf = (link: string) => new URL(link).hash.replace('#password=', '');

  it('begins an account whose password no administrator knows', async () => {
    const made = (await admin.ask('POST', '/api/accounts', { name: 'new', roles: ['viewer'] })).json();
    expect((await signIn('new', 'none')).statusCode).toBe(401);
    const token = tokenOf(made.link);
    expect((await post('/api/account-link/question', { token })).json()).toEqual({ name: 'new' });
    expect((await post('/api/account-link', { token, password: another })).statusCode).toBe(204);
    expect((await signIn('new', another)).statusCode).toBe(204);
    expect((await post('/api/account-link', { token, password })).json()).toMatchObject({
      code: 'request/gone',
    });
  });

  it('gives a lost password back and leaves the second factor, unless it says otherwise', async () => {
    const { secret } = await withApp(engineer);
    const link = async (dropsSecondFactor: boolean) =>
      tokenOf(
        (await admin.ask('POST', `/api/accounts/${engineer.accountId}/link`, { dropsSecondFactor })).json()
          .link,
      );
    const first = await link(false);
    const second = await link(false);
    expect((await post('/api/account-link', { token: first, password: another })).statusCode).toBe(410);
    expect((await post('/api/account-link', { token: second, password: another })).statusCode).toBe(204);
    expect((await engineer.ask('GET', '/api/session')).statusCode).toBe(401);
    expect((await signIn(engineer.name, another)).json()).toMatchObject({ code: 'request/second-factor' });
    trial.clock.nowMs += MINUTE;
    expect((await signIn(engineer.name, another, codeOf(secret))).statusCode).toBe(204);
    const token = await link(true);
    expect((await post('/api/account-link', { token, password })).statusCode).toBe(204);
    expect((await signIn(engineer.name, password)).statusCode).toBe(204);
  });

  it('ends when the owner changes the password without it', async () => {
    const url = `/api/accounts/${engineer.accountId}/link`;
    const token = tokenOf((await admin.ask('POST', url, { dropsSecondFactor: false })).json().link);
    const change = { current: password, password: another };
    expect((await engineer.ask('PATCH', '/api/session/password', change)).statusCode).toBe(204);
    expect((await post('/api/account-link', { token, password })).json()).toMatchObject({
      code: 'request/gone',
    });
    expect((await signIn(engineer.name, another)).statusCode).toBe(204);
  });

  it('works for a day, not for a shut account, and not for oneself', async () => {
    const url = `/api/accounts/${engineer.accountId}/link`;
    const link = async () =>
      tokenOf((await admin.ask('POST', url, { dropsSecondFactor: false })).json().link);
    const late = await link();
    trial.clock.nowMs += 24 * 60 * MINUTE;
    expect((await post('/api/account-link/question', { token: late })).statusCode).toBe(410);
    expect((await post('/api/account-link', { token: late, password: another })).statusCode).toBe(410);
    const again = await trial.signInAgain(admin);
    const shut = tokenOf((await again.ask('POST', url, { dropsSecondFactor: false })).json().link);
    await again.ask('PATCH', `/api/accounts/${engineer.accountId}`, { disabled: true });
    expect((await post('/api/account-link', { token: shut, password: another })).statusCode).toBe(410);
    const own = `/api/accounts/${admin.accountId}/link`;
    expect((await again.ask('POST', own, { dropsSecondFactor: true })).statusCode).toBe(403);
  });
});

it('refuses passwords that are tried first, wherever one is chosen', async () => {
  const common = 'Password2024!';
  const made = await admin.ask('POST', '/api/accounts', { name: 'new', password: common, roles: [] });
  expect(made.json()).toMatchObject({ status: 400, code: 'request/common-password' });
  const changed = await engineer.ask('PATCH', '/api/session/password', {
    current: password,
    password: common,
  });
  expect(changed.json()).toMatchObject({ code: 'request/common-password' });
  const tenantMade = { organisation: 'Other', name: 'olga', password: common };
  expect((await admin.ask('POST', '/api/tenants', tenantMade)).json()).toMatchObject({
    code: 'request/common-password',
  });
});

describe('somebody who reads many files', () => {
  const attached = async (): Promise<string> => {
    const { id } = (await engineer.ask('POST', '/api/cases', { title: 'No audio', language: 'en' })).json();
    const url = `/api/cases/${id}/attachments?name=a.txt`;
    return `/api/attachments/${(await engineer.ask('POST', url, new Uint8Array([1, 2]))).json().id}/content`;
  };

  it('is told of to the auditors once, by metric and by audit entry', async () => {
    await admin.ask('PATCH', '/api/security-policy', { manyReads: 3 });
    const auditor = await trial.signIn(tenant, ['auditor']);
    const alarms = async () => (await auditor.ask('GET', '/api/audit/alarms')).json();
    const url = await attached();
    for (let read = 0; read < 3; read++) await engineer.ask('GET', url);
    expect(await alarms()).toEqual([]);
    for (let read = 0; read < 2; read++) expect((await engineer.ask('GET', url)).statusCode).toBe(200);
    const [alarm, ...others] = await alarms();
    expect(others).toEqual([]);
    expect(alarm).toMatchObject({ actor: `account:${engineer.accountId}`, files: 5, seenMs: null });
    expect((await auditor.ask('GET', '/api/metrics')).body).toContain('\nharrier_read_alarms 1\n');
    const entries: { line: string }[] = (await auditor.ask('GET', '/api/audit?limit=200')).json();
    expect(entries.filter(({ line }) => line.includes('"reads/many"'))).toHaveLength(1);
    expect((await auditor.ask('PATCH', `/api/audit/alarms/${alarm.id}`)).statusCode).toBe(204);
    expect(await alarms()).toMatchObject([{ seenBy: `account:${auditor.accountId}` }]);
    expect((await auditor.ask('GET', '/api/metrics')).body).toContain('\nharrier_read_alarms 0\n');
  });

  it('is told of with the most files that were read in such a time', async () => {
    await admin.ask('PATCH', '/api/security-policy', { manyReads: 3 });
    const url = await attached();
    for (let read = 0; read < 3; read++) await engineer.ask('GET', url);
    trial.clock.nowMs += 6 * MINUTE;
    for (let read = 0; read < 3; read++) await engineer.ask('GET', url);
    trial.clock.nowMs += 5 * MINUTE;
    await engineer.ask('GET', url);
    const alarms = await trial.service.store.db.selectFrom('readAlarms').select('files').execute();
    expect(alarms).toEqual([{ files: 6 }]);
  });

  it('is no alarm over a longer time, and none for two people', async () => {
    await admin.ask('PATCH', '/api/security-policy', { manyReads: 3 });
    const url = await attached();
    const viewer = await trial.signIn(tenant, ['viewer']);
    for (let read = 0; read < 6; read++) {
      await engineer.ask('GET', url);
      await viewer.ask('GET', url);
      trial.clock.nowMs += 4 * MINUTE;
    }
    expect(await trial.service.store.db.selectFrom('readAlarms').selectAll().execute()).toEqual([]);
  });

  it('waits where the organisation wants it so, and what is refused counts as not read', async () => {
    await admin.ask('PATCH', '/api/security-policy', { manyReads: 3, stopManyReads: true });
    const url = await attached();
    const statuses: number[] = [];
    for (let read = 0; read < 6; read++) statuses.push((await engineer.ask('GET', url)).statusCode);
    expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
    expect(Number((await engineer.ask('GET', url)).headers['retry-after'])).toBeLessThanOrEqual(600);
    trial.clock.nowMs += 10 * MINUTE;
    expect((await engineer.ask('GET', url)).statusCode).toBe(200);
  });
});
