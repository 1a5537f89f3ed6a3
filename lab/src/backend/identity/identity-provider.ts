import { createHash } from 'node:crypto';
import { type Surroundings, trackingIdOf } from '../call.ts';
import { clockOf } from '../clock.ts';
import type { User } from '../estate/estate.ts';
import { syslogLine } from '../logs/syslog.ts';
import { type HopRequest, type HopResponse, jsonResponse, pathOf, queryOf } from '../wire/message.ts';
import type { Service } from '../wire/wire.ts';
import { audience } from './bearer.ts';
import { signInPage } from './sign-in-page.ts';
import type { Signer } from './tokens.ts';

export const identityHost = 'idbroker.example.test';

/** How the identity provider misbehaves. */
export interface IdentityBehaviour {
  /** Its clock runs ahead of everybody else's, ms. */
  readonly clockAheadMs?: number;
  /** It hands out tokens from a cache: so long ago were they issued, ms. Refreshed ones are new. */
  readonly cachedForMs?: number;
  /** Every refresh token counts as revoked. */
  readonly refusesRefresh?: true;
}

const lifetimeS = 3600;

interface Grant {
  readonly user: User;
  readonly redirectUri: string;
  readonly challenge: string | undefined;
}

/** OAuth 2.0 with authorization code and PKCE (RFC 6749 §4.1, RFC 7636), behind a form for name and password. */
export function identityProvider(
  { estate, book, time }: Surroundings,
  signer: Signer,
  behaviour: IdentityBehaviour = {},
): Service {
  const machine = 'idbroker';
  const clock = clockOf(machine, time, behaviour.clockAheadMs ?? 0);
  const sessions = new Map<string, User>();
  const codes = new Map<string, Grant>();
  const refreshTokens = new Map<string, User>();

  const log = (
    request: HopRequest,
    messageId: string,
    message: string,
    severity: 'info' | 'warning' = 'info',
  ) =>
    book.write(
      machine,
      syslogLine({
        atMs: clock(),
        severity,
        machine,
        application: 'broker',
        messageId,
        trackingId: trackingIdOf(request),
        message,
      }),
    );

  const authorize = (request: HopRequest): HopResponse => {
    const query = queryOf(request);
    const session = cookieOf(request, 'idb_session');
    const user = session === undefined ? undefined : sessions.get(session);
    if (user === undefined) {
      log(request, 'SIGNIN', `form shown for ${query.get('client_id')}`);
      return page(200, signInPage(request.target));
    }
    const redirectUri = query.get('redirect_uri') ?? '';
    const code = estate.random.uuid().replaceAll('-', '');
    codes.set(code, { user, redirectUri, challenge: query.get('code_challenge') ?? undefined });
    log(request, 'CODE', `code issued to ${query.get('client_id')} for subject ${user.id}`);
    const target = new URL(redirectUri);
    target.searchParams.set('code', code);
    target.searchParams.set('state', query.get('state') ?? '');
    return redirect(302, target.href);
  };

  const signIn = (request: HopRequest): HopResponse => {
    const form = new URLSearchParams(request.body);
    const name = form.get('username')?.trim().toLowerCase();
    const user = estate.users.find(({ email }) => email === name);
    const back = form.get('continue') ?? '/';
    if (user === undefined || user.password !== form.get('password')) {
      log(request, 'SIGNIN', 'refused: wrong name or password', 'warning');
      return page(401, signInPage(back, 'The name or the password is wrong.'));
    }
    const session = estate.random.uuid();
    sessions.set(session, user);
    log(request, 'SIGNIN', `subject ${user.id} signed in`);
    const cookie = `idb_session=${session}; Path=/; Secure; HttpOnly; SameSite=Lax`;
    return redirect(303, back.startsWith('/') ? back : '/', [{ name: 'set-cookie', value: cookie }]);
  };

  const tokensFor = (user: User, cachedForMs: number) => {
    const issuedS = Math.floor((clock() - cachedForMs) / 1000);
    const refresh = `${Buffer.from(estate.random.uuid()).toString('base64url')}_T4K1_${estate.organisation.id}`;
    refreshTokens.set(refresh, user);
    const accessToken = signer.sign({
      iss: `https://${identityHost}/idb`,
      sub: user.id,
      aud: audience,
      scope: user.role === 'Administrator' ? 'calling:admin calling:self' : 'calling:self',
      org: estate.organisation.id,
      iat: issuedS,
      nbf: issuedS,
      exp: issuedS + lifetimeS,
    });
    return jsonResponse(
      200,
      { access_token: accessToken, token_type: 'Bearer', expires_in: lifetimeS, refresh_token: refresh },
      [{ name: 'cache-control', value: 'no-store' }],
    );
  };

  const refuse = (request: HopRequest, error: string, description: string): HopResponse => {
    log(request, 'TOKEN', `refused: ${description}`, 'warning');
    return jsonResponse(400, { error, error_description: description }, [
      { name: 'cache-control', value: 'no-store' },
    ]);
  };

  const token = (request: HopRequest): HopResponse => {
    const form = new URLSearchParams(request.body);
    if (form.get('grant_type') === 'refresh_token') {
      const user = refreshTokens.get(form.get('refresh_token') ?? '');
      if (user === undefined || behaviour.refusesRefresh)
        return refuse(request, 'invalid_grant', 'The refresh token is expired or revoked');
      log(request, 'TOKEN', `refreshed for subject ${user.id}`);
      return tokensFor(user, 0);
    }
    const code = form.get('code') ?? '';
    const grant = codes.get(code);
    codes.delete(code);
    if (grant === undefined || grant.redirectUri !== form.get('redirect_uri'))
      return refuse(request, 'invalid_grant', 'The authorization code is unknown or was used before');
    const verifier = form.get('code_verifier') ?? '';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    if (grant.challenge !== undefined && grant.challenge !== challenge)
      return refuse(request, 'invalid_grant', 'The code verifier does not match');
    log(request, 'TOKEN', `issued to ${form.get('client_id')} for subject ${grant.user.id}`);
    return tokensFor(grant.user, behaviour.cachedForMs ?? 0);
  };

  const routes: Readonly<Record<string, (request: HopRequest) => HopResponse>> = {
    'GET /idb/oauth2/v1/authorize': authorize,
    'POST /idb/oauth2/v1/access_token': token,
    'GET /idb/oauth2/v1/keys': () => jsonResponse(200, { keys: [signer.publicJwk()] }),
    'POST /idb/login': signIn,
  };
  return {
    machine,
    host: identityHost,
    workMs: [10, 40],
    answer: async (request) =>
      routes[`${request.method} ${pathOf(request)}`]?.(request) ?? page(404, '<title>Not found</title>'),
  };
}

/** A cookie of a request by name; the field may be split, as HTTP/2 allows (RFC 9113 §8.2.3). */
export function cookieOf(request: HopRequest, name: string): string | undefined {
  const pairs = request.fields
    .filter((field) => field.name.toLowerCase() === 'cookie')
    .flatMap(({ value }) => value.split('; '));
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

export function redirect(
  status: 302 | 303,
  location: string,
  fields: HopResponse['fields'] = [],
): HopResponse {
  return { status, fields: [{ name: 'location', value: location }, ...fields], body: '' };
}

export function page(status: number, html: string): HopResponse {
  return { status, fields: [{ name: 'content-type', value: 'text/html; charset=utf-8' }], body: html };
}
