import { clientName } from '../accounts/client-name.ts';
import { codesLeft } from '../accounts/recovery-codes.ts';
import { permissions } from '../accounts/roles.ts';
import { totpUrl } from '../accounts/totp.ts';
import { clearedSessionCookie, sessionCookie, sessionTokenOf } from '../http/cookie.ts';
import { RequestError } from '../http/request-error.ts';
import { caller, inPerson, type Route, route } from './route.ts';
import {
  accountName,
  count,
  id,
  list,
  object,
  password,
  roleList,
  scopeList,
  secondFactorCode,
  text,
  totp,
} from './schemas.ts';

const who = object({
  accountId: id,
  name: accountName,
  roles: roleList,
  /** Work once the account has a second factor. */
  waitingRoles: roleList,
  /** Work once a second person has confirmed the account; one of them may wait for a second factor, too. */
  heldRoles: roleList,
  permissions: list({ enum: [...permissions] }),
  /** `provider`: password and second factor are the identity provider's. */
  kind: { enum: ['local', 'provider'] },
  secondFactor: { type: 'boolean' },
  recoveryCodesLeft: count,
});

/** Guessing is slow here: few calls, and the account waits besides. */
const GUESSES_PER_MINUTE = 20;

export const sessionRoutes: readonly Route[] = [
  route<{ token: string; organisation: string; name: string; password: string }>({
    method: 'POST',
    url: '/api/setup',
    access: 'public',
    summary: 'Makes the first administrator, with the token of the link that the server printed.',
    body: object({ token: text(100), organisation: text(200), name: accountName, password }),
    answer: { status: 201, schema: object({ accountId: id }) },
    perMinute: GUESSES_PER_MINUTE,
    handle: async ({ service, body }) => {
      const { id: accountId } = await service.accounts.organisations.setUp(
        body.token,
        body.organisation,
        body.name,
        body.password,
      );
      // Or what is attached to the first case waits until the case systems are looked through the next time.
      await service.registry.refresh();
      return { accountId };
    },
  }),
  route<{ name: string; password: string; code?: string }>({
    method: 'POST',
    url: '/api/session',
    access: 'public',
    summary: 'Signs in and sets the session cookie.',
    body: object({ name: accountName, password: text(256), code: secondFactorCode }, ['code']),
    answer: { status: 204 },
    perMinute: GUESSES_PER_MINUTE,
    handle: async ({ service, body, reply, request }) => {
      // Whoever runs the server has said that the identity provider is the only way in.
      if (service.oidc?.localAccounts === false) throw new RequestError('request/forbidden');
      const client = clientName(request.headers['user-agent']);
      const token = await service.accounts.signIns.byPassword(body.name, body.password, body.code, client);
      // A session that is there already ends: nobody can hand somebody a session and wait until they sign in with it.
      const before = sessionTokenOf(request.headers.cookie);
      if (before !== undefined) await service.accounts.signIns.signOut(before);
      reply.header('set-cookie', sessionCookie(token));
    },
  }),
  route({
    method: 'GET',
    url: '/api/session',
    access: 'signed-in',
    summary: 'Who is signed in, and what they may do.',
    answer: { status: 200, schema: who },
    handle: async (call) => {
      const { accountId, name, roles, waitingRoles, heldRoles, permissions: may } = caller(call);
      const { identity, totpSecret, recoveryCodes } = await call.service.accounts.get(accountId);
      return {
        accountId,
        name,
        roles,
        waitingRoles,
        heldRoles,
        permissions: [...may],
        kind: identity === null ? 'local' : 'provider',
        secondFactor: totpSecret !== null,
        recoveryCodesLeft: codesLeft(recoveryCodes),
      };
    },
  }),
  route({
    method: 'DELETE',
    url: '/api/session',
    access: 'signed-in',
    summary: 'Signs out.',
    answer: { status: 204 },
    handle: async ({ service, request, reply }) => {
      const token = sessionTokenOf(request.headers.cookie);
      if (token !== undefined) await service.accounts.signIns.signOut(token);
      reply.header('set-cookie', clearedSessionCookie());
    },
  }),
  route<{ current: string; password: string; endsTokens?: boolean }>({
    method: 'PATCH',
    url: '/api/session/password',
    access: 'signed-in',
    summary:
      'Changes your password; it takes the one that you have. All other sessions of yours end, and your API tokens if you say so.',
    body: object({ current: text(256), password, endsTokens: { type: 'boolean' } }, ['endsTokens']),
    answer: { status: 204 },
    perMinute: GUESSES_PER_MINUTE,
    handle: async (call) => {
      const { service, body } = call;
      const { current, password: next, endsTokens = false } = body;
      await service.accounts.changePassword(inPerson(call), current, next, { endsTokens });
    },
  }),
  route({
    method: 'POST',
    url: '/api/session/second-factor',
    access: 'signed-in',
    summary: 'Gives a new secret for an authenticator app. Nothing changes until it is confirmed.',
    answer: { status: 200, schema: object({ secret: text(100), url: text(1000) }) },
    handle: async (call) => {
      const secret = call.service.accounts.secondFactors.newSecret();
      return { secret, url: totpUrl(secret, caller(call).name) };
    },
  }),
  route<{ secret: string; code: string; password: string }>({
    method: 'PATCH',
    url: '/api/session/second-factor',
    access: 'signed-in',
    summary:
      'Confirms the secret with a code and your password; from now on each sign-in asks for one. Gives codes for the day on which the app is lost. Other sessions of yours end.',
    body: object({
      secret: { type: 'string', pattern: '^[A-Z2-7]{32}$' },
      code: totp,
      password: text(256),
    }),
    answer: { status: 200, schema: object({ recoveryCodes: list(text(40)) }) },
    perMinute: GUESSES_PER_MINUTE,
    handle: async (call) => {
      const { service, body } = call;
      return { recoveryCodes: await service.accounts.secondFactors.confirm(inPerson(call), body) };
    },
  }),
  route<{ password: string; code: string }>({
    method: 'DELETE',
    url: '/api/session/second-factor',
    access: 'signed-in',
    summary: 'Takes the second factor off; it takes your password and a code. Other sessions of yours end.',
    body: object({ password: text(256), code: secondFactorCode }),
    answer: { status: 204 },
    perMinute: GUESSES_PER_MINUTE,
    handle: async (call) => {
      const { service, body } = call;
      await service.accounts.secondFactors.drop(inPerson(call), body.password, body.code);
    },
  }),
  route({
    method: 'GET',
    url: '/api/tokens',
    access: 'signed-in',
    summary: 'Your API tokens, without the tokens themselves.',
    answer: { status: 200 },
    handle: async (call) =>
      (await call.service.accounts.apiTokens.list(caller(call).accountId)).map(
        ({ tokenHash: _, accountId: __, scopes, ...row }) => ({
          ...row,
          scopes: JSON.parse(scopes) as unknown,
        }),
      ),
  }),
  route<{ name: string; scopes: never[]; days: number; password?: string }>({
    method: 'POST',
    url: '/api/tokens',
    access: 'signed-in',
    summary:
      'Makes an API token; it takes your password, where your account has one here. The token is shown this once.',
    body: object(
      {
        name: text(100),
        scopes: scopeList,
        days: { type: 'integer', minimum: 1, maximum: 366 },
        password: text(256),
      },
      ['password'],
    ),
    answer: { status: 201, schema: object({ id, token: text(100) }) },
    perMinute: GUESSES_PER_MINUTE,
    handle: async (call) => {
      const { service, body } = call;
      // A token that makes tokens would outlive its own end.
      const who = inPerson(call);
      // A stolen session ends within the day; a token that it made would live for a year.
      await service.accounts.check.askAgainWhereLocal(who, body.password);
      const { token, row } = await service.accounts.apiTokens.create(who, body);
      return { id: row.id, token };
    },
  }),
  route({
    method: 'DELETE',
    url: '/api/tokens/:tokenId',
    access: 'signed-in',
    summary: 'Revokes one of your API tokens.',
    answer: { status: 204 },
    handle: async (call) => {
      const isRevoked = await call.service.accounts.apiTokens.revoke(caller(call), call.params.tokenId ?? '');
      if (!isRevoked) throw new RequestError('request/not-found');
    },
  }),
];
