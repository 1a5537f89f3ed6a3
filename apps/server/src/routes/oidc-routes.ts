import { clientName } from '../accounts/client-name.ts';
import {
  clearedSignInCookie,
  sessionCookie,
  sessionTokenOf,
  signInCookie,
  signInTokenOf,
} from '../http/cookie.ts';
import { RequestError } from '../http/request-error.ts';
import type { Service } from '../service.ts';
import { type Route, route } from './route.ts';
import { object, text } from './schemas.ts';

const GUESSES_PER_MINUTE = 20;

export const oidcRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/sign-in-ways',
    access: 'public',
    summary: 'How one can sign in here.',
    answer: {
      status: 200,
      schema: object({ local: { type: 'boolean' }, oidc: object({ label: text(200) }) }, ['oidc']),
    },
    handle: async ({ service: { oidc } }) =>
      oidc === undefined ? { local: true } : { local: oidc.localAccounts, oidc: { label: oidc.label } },
  }),
  route({
    method: 'GET',
    url: '/api/session/oidc',
    access: 'public',
    summary: 'Sends the browser to the identity provider.',
    answer: { status: 302 },
    perMinute: GUESSES_PER_MINUTE,
    handle: async ({ service, reply }) => {
      if (service.oidc === undefined) throw new RequestError('request/not-found');
      try {
        const { url, browser } = await service.oidc.begin();
        await reply.header('set-cookie', signInCookie(browser)).redirect(url, 302);
      } catch (error) {
        await reply.redirect(refusedAt(service, error), 302);
      }
    },
  }),
  route({
    method: 'GET',
    url: '/api/session/oidc/callback',
    access: 'public',
    summary: 'Where the identity provider sends the browser back to.',
    // Providers add members of their own.
    query: { type: 'object', additionalProperties: { type: 'string', maxLength: 10_000 } },
    answer: { status: 303 },
    perMinute: GUESSES_PER_MINUTE,
    handle: async ({ service, request, reply, query }) => {
      const { oidc, accounts, settings } = service;
      if (oidc === undefined) throw new RequestError('request/not-found');
      const given = new URLSearchParams(query as Record<string, string>);
      const cookies = [clearedSignInCookie()];
      let place = `${settings.publicOrigin}/`;
      try {
        const client = clientName(request.headers['user-agent']);
        const token = await oidc.finish(given, signInTokenOf(request.headers.cookie), client);
        // A session that is there already ends, as with a password.
        const before = sessionTokenOf(request.headers.cookie);
        if (before !== undefined) await accounts.signIns.signOut(before);
        cookies.push(sessionCookie(token));
      } catch (error) {
        place = refusedAt(service, error);
      }
      await reply.header('set-cookie', cookies).redirect(place, 303);
    },
  }),
];

/** A page of ours that says why in words; there is no way to name another place to go to. What is no refusal is thrown on. */
function refusedAt({ settings }: Service, error: unknown): string {
  if (!(error instanceof RequestError)) throw error;
  return `${settings.publicOrigin}/#sign-in=${error.code}`;
}
