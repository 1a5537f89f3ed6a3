import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OidcSettingsError, parseOidcSettings } from './accounts/oidc/oidc-settings.ts';
import { OidcSignIn } from './accounts/oidc/oidc-sign-in.ts';
import { origin, type TrialServer, trialServer } from './testing/trial-server.ts';

const callback = `${origin}/api/session/oidc/callback`;
const secret = ['trial', 'client', 'secret'].join('-');
const roles = { support: ['engineer'], leads: ['approver'], staff: ['viewer'] };

let idp: Server;
let issuer: string;
let trial: TrialServer;
/** What the provider tells of somebody. */
let groups: Record<string, readonly string[]>;

beforeEach(async () => {
  groups = { eve: ['support', 'choir'], ada: ['leads'], mallory: ['choir'] };
  // It says that it is set up for a test, which it is.
  for (const how of ['warn', 'info'] as const) vi.spyOn(console, how).mockImplementation(() => {});
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  idp = createServer();
  await new Promise<void>((resolve) => idp.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(idp.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'harrier', client_secret: secret, redirect_uris: [callback] }],
    claims: { openid: ['sub'], profile: ['preferred_username'], groups: ['groups'], email: ['email'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['trial'] },
    findAccount: async (_context, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, preferred_username: id, groups: [...(groups[id] ?? [])] }),
    }),
  });
  idp.on('request', provider.callback());
  trial = await trialServer({
    oidc: (given) =>
      new OidcSignIn({
        ...given,
        publicOrigin: origin,
        secret: async () => secret,
        settings: parseOidcSettings(
          JSON.stringify({
            issuer,
            clientId: 'harrier',
            secret: { env: 'X' },
            roles,
            label: 'Example',
            scope: 'openid profile groups',
          }),
        ),
      }),
  });
  await trial.newTenant();
  // The provider and its tokens live in the present.
  trial.clock.nowMs = Date.now();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await trial.close();
  idp.closeAllConnections();
  await new Promise((resolve) => idp.close(resolve));
});

/** A browser: cookies of the provider by name, and ours. */
function browser() {
  const jar = new Map<string, string>();
  const ours = new Map<string, string>();
  const keep = (into: Map<string, string>, fields: readonly string[]) => {
    for (const field of fields) {
      const [pair = ''] = field.split(';');
      const at = pair.indexOf('=');
      if (/Max-Age=0|Thu, 01 Jan 1970/.test(field)) into.delete(pair.slice(0, at));
      else into.set(pair.slice(0, at), pair.slice(at + 1));
    }
  };
  const cookieOf = (from: Map<string, string>) =>
    [...from].map(([name, value]) => `${name}=${value}`).join('; ');
  const atProvider = async (url: string, body?: URLSearchParams) => {
    const answer = await fetch(new URL(url, issuer), {
      redirect: 'manual',
      headers: { cookie: cookieOf(jar) },
      ...(body === undefined ? {} : { method: 'POST', body }),
    });
    keep(jar, answer.headers.getSetCookie());
    return { location: answer.headers.get('location') ?? '', text: await answer.text() };
  };
  const here = async (url: string, payload?: object) => {
    const headers = { cookie: cookieOf(ours) };
    const answer = await trial.ask(
      payload === undefined ? { url, headers } : { method: 'POST', url, headers, payload },
    );
    keep(ours, [answer.headers['set-cookie'] ?? []].flat());
    return answer;
  };
  return {
    here,
    /** To the provider, sign in there, and give where it sends back to. */
    async signInAtProvider(name: string): Promise<string> {
      let { location } = await atProvider(String((await here('/api/session/oidc')).headers.location));
      for (let hops = 0; hops < 10 && !location.startsWith(callback); hops++) {
        const { text, location: next } = await atProvider(location);
        if (next !== '') location = next;
        else {
          const prompt = /name="prompt" value="(\w+)"/.exec(text)?.[1] ?? '';
          const [, action = ''] = /action="([^"]+)"/.exec(text) ?? [];
          ({ location } = await atProvider(
            action,
            new URLSearchParams({ prompt, login: name, password: 'x' }),
          ));
        }
      }
      return location.replace(origin, '');
    },
  };
}

async function signedIn(name: string) {
  const { here, signInAtProvider } = browser();
  const back = await here(await signInAtProvider(name));
  return { here, back, who: (await here('/api/session')).json() };
}

describe('signing in with an identity provider', () => {
  it('lets somebody in with the roles that their groups give, and makes their account once', async () => {
    const { back, who } = await signedIn('eve');
    expect(back.statusCode).toBe(303);
    expect(back.headers.location).toBe(`${origin}/`);
    expect(who).toMatchObject({ name: 'eve', roles: ['engineer'] });
    expect((await signedIn('eve')).who.accountId).toBe(who.accountId);
  });

  it('asks nobody who came from there for a password that they do not have here', async () => {
    const { here } = await signedIn('eve');
    const made = await here('/api/tokens', { name: 'ci', scopes: ['case:read'], days: 1 });
    expect(made.statusCode).toBe(201);
  });

  it('takes a role away with the group, and ends the sessions that had it', async () => {
    const before = await signedIn('eve');
    groups.eve = ['staff'];
    expect((await signedIn('eve')).who).toMatchObject({ roles: ['viewer'] });
    expect((await before.here('/api/session')).statusCode).toBe(401);
  });

  it('lets nobody in whose groups give no role, and makes no account for them', async () => {
    const { back, who } = await signedIn('mallory');
    expect(back.headers.location).toBe(`${origin}/#sign-in=request/forbidden`);
    expect(who).toMatchObject({ code: 'request/not-signed-in' });
    const rows = await trial.service.store.db.selectFrom('accounts').select('name').execute();
    expect(rows).toEqual([]);
  });

  it('gives nobody the local account of the same name', async () => {
    const [tenant] = await trial.service.accounts.organisations.list();
    const tenantId = tenant?.id ?? '';
    const password = 'correct horse battery';
    const local = await trial.service.accounts.create('setup', {
      tenantId,
      name: 'eve',
      password,
      roles: ['admin'],
    });
    const { who } = await signedIn('eve');
    expect(who).toMatchObject({ roles: ['engineer'], name: expect.stringContaining('eve (') });
    expect(who.accountId).not.toBe(local.id);
    const byPassword = { name: who.name, password: 'none' };
    expect((await trial.ask({ method: 'POST', url: '/api/session', payload: byPassword })).statusCode).toBe(
      401,
    );
  });

  it('says in words that the provider does not answer, at the beginning and at the end', async () => {
    const down = `${origin}/#sign-in=request/identity-provider`;
    const { here, signInAtProvider } = browser();
    const back = await signInAtProvider('eve');
    idp
      .removeAllListeners('request')
      .on('request', (_request, response) => void response.writeHead(503).end());
    expect((await here(back)).headers.location).toBe(down);
    // What is known of the provider is asked for anew after a while.
    trial.clock.nowMs += 2 * 24 * 60 * 60_000;
    const begun = await here('/api/session/oidc');
    expect([begun.statusCode, begun.headers.location]).toEqual([302, down]);
    expect((await here('/api/session')).statusCode).toBe(401);
  });

  it('keeps the person apart from the account, for exceptions', async () => {
    await signedIn('ada');
    const row = await trial.service.store.db.selectFrom('accounts').selectAll().executeTakeFirstOrThrow();
    expect(row.identity).toBe(`${issuer}#ada`);
  });
});

describe('what comes back from a provider', () => {
  const refused = `${origin}/#sign-in=request/wrong-sign-in`;

  it('works once', async () => {
    const { here, signInAtProvider } = browser();
    const back = await signInAtProvider('eve');
    expect((await here(back)).headers.location).toBe(`${origin}/`);
    expect((await browser().here(back)).headers.location).toBe(refused);
    expect((await here(back)).headers.location).toBe(refused);
  });

  it('works in the browser that began alone: nobody is signed in as somebody else by a link', async () => {
    const attacker = browser();
    const back = await attacker.signInAtProvider('mallory');
    const victim = browser();
    await victim.here('/api/session/oidc');
    expect((await victim.here(back)).headers.location).toBe(refused);
  });

  it('works for ten minutes', async () => {
    const { here, signInAtProvider } = browser();
    const back = await signInAtProvider('eve');
    trial.clock.nowMs += 10 * 60_000;
    expect((await here(back)).headers.location).toBe(refused);
  });

  it.each([
    ['another state', (url: URL) => url.searchParams.set('state', 'x')],
    ['another code', (url: URL) => url.searchParams.set('code', 'x')],
    ['another issuer', (url: URL) => url.searchParams.set('iss', 'https://evil.example.com')],
    ['no code', (url: URL) => url.searchParams.delete('code')],
    ['an error', (url: URL) => url.searchParams.set('error', 'access_denied')],
  ])('is refused with %s, and leads nowhere else', async (_what, change) => {
    const { here, signInAtProvider } = browser();
    const url = new URL(await signInAtProvider('eve'), origin);
    change(url);
    const answer = await here(`${url.pathname}${url.search}`);
    expect(answer.headers.location).toBe(refused);
    expect((await here('/api/session')).statusCode).toBe(401);
  });
});

describe('the settings of a provider', () => {
  const good = { issuer: 'https://login.example.com/', clientId: 'a', secret: { file: 'oidc' }, roles };
  it.each([
    ['an address that anybody can listen to', { issuer: 'http://login.example.com/' }, '/issuer'],
    ['a role that there is not', { roles: { all: ['emperor'] } }, '/roles/all'],
    ['a secret in clear', { secret: 'abc' }, '/secret'],
    ['no client', { clientId: undefined }, '/clientId'],
  ])('are refused with %s', (_what, change, pointer) => {
    const read = () => parseOidcSettings(JSON.stringify({ ...good, ...change }));
    expect(read).toThrow(OidcSettingsError);
    expect(read).toThrow(expect.objectContaining({ pointer }));
  });

  it('give nothing for a group that is called like a member of every object', async () => {
    const { rolesOfClaim } = await import('./accounts/oidc/oidc-settings.ts');
    const settings = parseOidcSettings(JSON.stringify(good));
    expect(rolesOfClaim(['constructor', '__proto__', 'toString'], settings)).toEqual([]);
    expect(rolesOfClaim('support', settings)).toEqual(['engineer']);
  });
});
