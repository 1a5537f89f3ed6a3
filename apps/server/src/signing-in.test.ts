import { builtInId } from '@harrier/cases';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { totpCode } from './accounts/totp.ts';
import { origin, type Person, type TrialServer, trialServer } from './testing/trial-server.ts';

const password = 'correct horse battery';
const MINUTE = 60_000;

let trial: TrialServer;
let tenant: string;
let engineer: Person;
beforeEach(async () => {
  trial = await trialServer();
  tenant = await trial.newTenant();
  engineer = await trial.signIn(tenant, ['engineer']);
});
afterEach(async () => await trial.close());

const host = new URL(origin).host;
const signIn = async (name: string, code?: string, word = password) =>
  await trial.ask({
    method: 'POST',
    url: '/api/session',
    payload: { name, password: word, ...(code === undefined ? {} : { code }) },
  });

describe('a session', () => {
  it('lives in a cookie that no script and no other host can read', async () => {
    const field = String((await signIn(engineer.name)).headers['set-cookie']);
    expect(field).toMatch(/^__Host-harrier=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
  });

  it('ends at signing out, after an hour without a request, and after half a day', async () => {
    expect((await engineer.ask('DELETE', '/api/session')).statusCode).toBe(204);
    expect((await engineer.ask('GET', '/api/session')).statusCode).toBe(401);
    const idle = await trial.signIn(tenant, []);
    trial.clock.nowMs += 61 * MINUTE;
    expect((await idle.ask('GET', '/api/session')).statusCode).toBe(401);
    const busy = await trial.signIn(tenant, []);
    for (let half = 0; half < 24; half++) {
      expect((await busy.ask('GET', '/api/session')).statusCode).toBe(200);
      trial.clock.nowMs += 30 * MINUTE + 1;
    }
    expect((await busy.ask('GET', '/api/session')).statusCode).toBe(401);
  });

  it('ends when the account’s roles change or it is shut', async () => {
    const admin = await trial.signIn(tenant, ['admin']);
    const url = `/api/accounts/${engineer.accountId}`;
    expect((await admin.ask('PATCH', url, { disabled: true })).json()).toMatchObject({ disabled: true });
    expect((await engineer.ask('GET', '/api/session')).statusCode).toBe(401);
    expect((await signIn(engineer.name)).json()).toMatchObject({ code: 'request/wrong-sign-in' });
  });

  it('is one of fifty at most: another sign-in ends the one of the account that was not seen for longest', async () => {
    const somebodyElse = await trial.signIn(tenant, []);
    const second = await trial.signInAgain(engineer);
    trial.clock.nowMs += 2 * MINUTE;
    expect((await engineer.ask('GET', '/api/session')).statusCode).toBe(200);
    for (let more = 0; more < 48; more++) await trial.signInAgain(engineer);
    expect((await second.ask('GET', '/api/session')).statusCode).toBe(200);
    trial.clock.nowMs += 2 * MINUTE;
    expect((await second.ask('GET', '/api/session')).statusCode).toBe(200);
    await trial.signInAgain(engineer);
    expect((await engineer.ask('GET', '/api/sessions')).statusCode).toBe(401);
    expect((await second.ask('GET', '/api/sessions')).json()).toHaveLength(50);
    expect((await somebodyElse.ask('GET', '/api/session')).statusCode).toBe(200);
  });

  it('is not taken from a request that carries two', async () => {
    const cookie = `${engineer.cookie}; ${engineer.cookie}`;
    expect((await trial.ask({ url: '/api/session', headers: { cookie } })).statusCode).toBe(401);
  });

  it('is kept as a digest', async () => {
    const rows = await trial.service.store.db.selectFrom('sessions').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(engineer.cookie.split('=')[1]);
  });
});

describe('signing in', () => {
  it('says the same of a wrong name and of a wrong password', async () => {
    const [name, word] = [await signIn('nobody'), await signIn(engineer.name, undefined, 'wrong')];
    const { instance: _, ...first } = name.json();
    const { instance: __, ...second } = word.json();
    expect(first).toEqual(second);
  });

  it('makes an account wait after five failures, longer each time, and not for ever', async () => {
    for (let failures = 0; failures < 5; failures++) await signIn(engineer.name, undefined, 'wrong');
    const waiting = await signIn(engineer.name);
    expect(waiting.statusCode).toBe(429);
    expect(waiting.headers['retry-after']).toBe('30');
    trial.clock.nowMs += 30_000;
    await signIn(engineer.name, undefined, 'wrong');
    expect((await signIn(engineer.name)).headers['retry-after']).toBe('60');
    trial.clock.nowMs += 60_000;
    expect((await signIn(engineer.name)).statusCode).toBe(204);
  });

  it('makes a name wait that nobody has, just as long: a lock does not tell which names there are', async () => {
    const waits = async (name: string) => {
      for (let failures = 0; failures < 5; failures++) await signIn(name, undefined, 'wrong');
      const { statusCode, headers } = await signIn(name);
      return [statusCode, headers['retry-after']];
    };
    const [there, nowhere] = [await waits(engineer.name), await waits('nobody')];
    expect(nowhere).toEqual([429, '30']);
    expect(there).toEqual(nowhere);
    expect((await signIn('somebody else')).statusCode).toBe(401);
    trial.clock.nowMs += 30_000;
    expect((await signIn('nobody')).statusCode).toBe(401);
    expect((await signIn('nobody')).headers['retry-after']).toBe('60');
  });

  it('asks for the code of an authenticator app, and takes each one once', async () => {
    const { secret } = (await engineer.ask('POST', '/api/session/second-factor')).json();
    const step = () => Math.floor(trial.clock.nowMs / 30_000);
    const confirm = { secret, code: totpCode(secret, step()), password };
    expect((await engineer.ask('PATCH', '/api/session/second-factor', confirm)).statusCode).toBe(200);
    expect((await signIn(engineer.name)).json()).toMatchObject({ code: 'request/second-factor' });
    expect((await signIn(engineer.name, confirm.code)).json()).toMatchObject({
      code: 'request/wrong-sign-in',
    });
    trial.clock.nowMs += 30_000;
    const next = totpCode(secret, step());
    expect((await signIn(engineer.name, next)).statusCode).toBe(204);
    expect((await signIn(engineer.name, next)).statusCode).toBe(401);
  });

  it('changes a password for whoever knows the one before, and ends every other session', async () => {
    const other = await trial.signInAgain(engineer);
    const change = async (current: string) =>
      await engineer.ask('PATCH', '/api/session/password', { current, password: 'another horse battery' });
    expect((await change('wrong horse battery')).json()).toMatchObject({ code: 'request/wrong-sign-in' });
    expect((await other.ask('GET', '/api/session')).statusCode).toBe(200);
    expect((await change(password)).statusCode).toBe(204);
    expect((await other.ask('GET', '/api/session')).statusCode).toBe(401);
    expect((await engineer.ask('GET', '/api/session')).statusCode).toBe(200);
    expect((await signIn(engineer.name)).statusCode).toBe(401);
    expect((await signIn(engineer.name, undefined, 'another horse battery')).statusCode).toBe(204);
  });

  it('has the codes of RFC 6238', () => {
    // Appendix B, SHA-1, secret "12345678901234567890", the last six digits.
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    const codes = [59, 1_111_111_109, 1_234_567_890, 20_000_000_000].map((s) =>
      totpCode(secret, Math.floor(s / 30)),
    );
    expect(codes).toEqual(['287082', '081804', '005924', '353130']);
  });

  it('watches the cases of the first organisation from the moment that it is set up', async () => {
    const fresh = await trialServer();
    const token = await fresh.service.accounts.organisations.newSetupToken();
    const payload = { token, organisation: 'Example', name: 'ada', password };
    expect((await fresh.ask({ method: 'POST', url: '/api/setup', payload })).statusCode).toBe(201);
    const [made] = await fresh.service.accounts.organisations.list();
    expect(fresh.service.registry.find(builtInId(made?.id ?? ''))).toBeDefined();
    await fresh.close();
  });

  it('gives nobody a second administrator by the link, and administrators no role by themselves', async () => {
    const setUp = { token: 'x', organisation: 'E', name: 'a', password };
    expect((await trial.ask({ method: 'POST', url: '/api/setup', payload: setUp })).statusCode).toBe(410);
    const admin = await trial.signIn(tenant, ['admin']);
    const own = `/api/accounts/${admin.accountId}`;
    expect((await admin.ask('PATCH', own, { roles: ['approver'] })).statusCode).toBe(403);
  });
});

describe('an API token', () => {
  it('does what its scopes and its account’s roles allow both, needs no origin, and ends', async () => {
    const token = await engineer.apiToken();
    const ask = async (method: 'GET' | 'POST', url: string, payload?: object) =>
      await trial.server.inject({
        method,
        url,
        headers: { host, authorization: `Bearer ${token}` },
        ...(payload && { payload }),
      });
    expect((await ask('POST', '/api/cases', { title: 'a', language: 'en' })).statusCode).toBe(201);
    expect((await ask('GET', '/api/accounts')).statusCode).toBe(403);
    const another = { name: 'a', scopes: ['case:read'], days: 1, password };
    expect((await ask('POST', '/api/tokens', another)).statusCode).toBe(403);
    trial.clock.nowMs += 24 * 60 * MINUTE;
    expect((await ask('GET', '/api/cases')).statusCode).toBe(401);
  });

  it('is made for whoever knows the password: a stolen session ends within the day, a token lives for a year', async () => {
    const wanted = { name: 'thief', scopes: ['case:read'], days: 366 };
    for (const word of [{}, { password: 'another horse battery' }]) {
      const refused = await engineer.ask('POST', '/api/tokens', { ...wanted, ...word });
      expect([refused.statusCode, refused.json().code]).toEqual([401, 'request/wrong-sign-in']);
    }
    expect((await engineer.ask('GET', '/api/tokens')).json()).toEqual([]);
    expect((await engineer.ask('POST', '/api/tokens', { ...wanted, password })).statusCode).toBe(201);
  });

  it('is one of a hundred that work: then one is revoked before another is made', async () => {
    const identity = await trial.service.accounts.signIns.ofSession(engineer.cookie.split('=')[1] ?? '');
    if (identity === undefined) throw new Error('not signed in');
    const wanted = { name: 'ci', scopes: ['case:read'] as const, days: 30 };
    for (let made = 0; made < 100; made++) await trial.service.accounts.apiTokens.create(identity, wanted);
    const refused = await engineer.ask('POST', '/api/tokens', { ...wanted, password });
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'request/enough']);
    const [{ id }] = (await engineer.ask('GET', '/api/tokens')).json();
    expect((await engineer.ask('DELETE', `/api/tokens/${id}`)).statusCode).toBe(204);
    expect((await engineer.ask('POST', '/api/tokens', { ...wanted, password })).statusCode).toBe(201);
  });

  it('is worth nothing once it is revoked, and is nowhere to be read', async () => {
    const wanted = { name: 'ci', scopes: ['case:read'], days: 30, password };
    const { id, token } = (await engineer.ask('POST', '/api/tokens', wanted)).json();
    expect(token).toMatch(/^harrier_[\w-]{43}$/);
    const listed = await engineer.ask('GET', '/api/tokens');
    expect(listed.body).toContain(id);
    expect(listed.body).not.toContain(token);
    const other = await trial.signIn(tenant, ['admin']);
    expect((await other.ask('DELETE', `/api/tokens/${id}`)).statusCode).toBe(404);
    expect((await engineer.ask('DELETE', `/api/tokens/${id}`)).statusCode).toBe(204);
    const used = await trial.ask({ url: '/api/cases', headers: { authorization: `Bearer ${token}` } });
    expect(used.statusCode).toBe(401);
  });
});

describe('names of accounts', () => {
  it('are told by id, of the own organisation alone', async () => {
    const other = await trial.signIn(await trial.newTenant(), ['engineer']);
    const colleague = await trial.signIn(tenant, []);
    const url = `/api/names?ids=${colleague.accountId},${other.accountId},nobody`;
    expect((await engineer.ask('GET', url)).json()).toEqual([
      { id: colleague.accountId, name: colleague.name },
    ]);
    expect((await engineer.ask('GET', '/api/names')).statusCode).toBe(400);
    expect((await engineer.ask('GET', '/api/names?ids=nobody')).json()).toEqual([]);
  });
});
