import type { Scenario } from '../../scenario/scenario.ts';
import { service } from '../web-app/app.ts';
import { directory } from '../web-app/looks.ts';
import { html, inTurn, json, nothing, queryOf, redirect } from '../web-app/reply.ts';
import { healthy } from '../web-app/truth-of.ts';
import { works } from './family.ts';

const IDENTITY = 'id.example.test';

const HOME = 'https://directory.example.test';

/** A page without the application: the drive says what comes next. */
const plain = (title: string, markup: string) =>
  html(
    `<!doctype html><html lang="en" data-lab="done"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"></head><body>${markup}</body></html>`,
  );

/** A token as they look, made at run time. */
const token = (name: string) =>
  `${Buffer.from(name).toString('hex')}.${Buffer.from(`of the lab: ${name}`).toString('base64url')}`;

export const signIn: readonly Scenario[] = [
  works({
    name: 'bounce-through-single-sign-on',
    title: 'Works: the portal opens by way of the identity provider.',
    script: '',
    routes: () => ({
      '/enter': redirect(
        `https://${IDENTITY}/authorize?client_id=directory&state=st-1&redirect_uri=${encodeURIComponent(`${HOME}/callback`)}`,
      ),
      '/callback': redirect('/', 302, {
        fields: { 'set-cookie': 'session=s-18; Path=/; Secure; HttpOnly; SameSite=Lax' },
      }),
    }),
    sites: () => [
      service(directory, IDENTITY, {
        '/authorize': (request, response) =>
          redirect(`${queryOf(request, 'redirect_uri')}?code=c-1&state=st-1`)(request, response),
      }),
    ],
    drive: async (tab) => {
      await tab.open(`${HOME}/enter`);
      await tab.until();
    },
    truth: healthy(['slow/redirects']),
  }),
  works({
    name: 'bounce-to-set-cookie',
    title: 'Works: the page sends the browser to itself once, to see whether it takes cookies.',
    script: '',
    routes: () => ({
      '/start': (request, response) =>
        String(request.headers.cookie).includes('taken=1')
          ? redirect('/')(request, response)
          : redirect('/start', 302, {
              fields: { 'set-cookie': 'taken=1; Path=/; Secure; SameSite=Lax' },
            })(request, response),
    }),
    drive: async (tab) => {
      await tab.open(`${HOME}/start`);
      await tab.until();
    },
    truth: healthy(['slow/redirects']),
  }),
  works({
    name: 'sign-in-with-code-and-proof',
    title: 'Works: the application fetches its token itself.',
    script: `const code = new URLSearchParams(location.search).get('code');
      if (code === null) {
        location.href = 'https://${IDENTITY}/authorize?response_type=code&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw&state=st-2';
        await new Promise(() => {});
      }
      const tokens = await http.send('POST', 'https://${IDENTITY}/token', 'grant_type=authorization_code&code=' + code, { headers: { 'content-type': 'application/x-www-form-urlencoded' } });
      show((await http.get('/api/me', { headers: { authorization: 'Bearer ' + tokens.json().access_token } })).status);`,
    routes: () => ({ '/api/me': json({ name: 'Avery' }) }),
    sites: () => [
      service(directory, IDENTITY, {
        '/authorize': redirect(`${HOME}/?code=c-2&state=st-2`),
        '/token': json({ access_token: token('access'), token_type: 'Bearer', expires_in: 3600 }),
      }),
    ],
    truth: healthy(['slow/redirects', 'fail/aborted-by-user']),
  }),
  works({
    name: 'token-renewed-on-the-way',
    title: 'Works: a call is refused, the token is renewed, the call is made again.',
    script: `let access = '${token('old')}';
      const call = async (path) => {
        const answer = await http.get(path, { headers: { authorization: 'Bearer ' + access } });
        if (answer.status !== 401) return answer;
        access = (await http.send('POST', '/oauth/token', { grant_type: 'refresh_token' })).json().access_token;
        return http.get(path, { headers: { authorization: 'Bearer ' + access } });
      };
      show((await call('/api/calls')).json().items.length);
      show((await call('/api/numbers')).json().items.length);`,
    routes: () => ({
      '/api/calls': inTurn(
        json(
          { message: 'Token expired' },
          { status: 401, fields: { 'www-authenticate': 'Bearer error="invalid_token"' } },
        ),
        json({ items: [] }),
      ),
      '/api/numbers': json({ items: [] }),
      '/oauth/token': json({ access_token: token('new'), token_type: 'Bearer', expires_in: 3600 }),
    }),
    truth: healthy(['auth/unauthorized', 'auth/token-expired', 'fail/http-4xx']),
  }),
  works({
    name: 'sign-in-by-posted-form',
    title: 'Works: the identity provider posts its answer, the portal takes it.',
    script: '',
    routes: () => ({
      '/saml/acs': redirect('/', 303, {
        fields: { 'set-cookie': 'session=s-19; Path=/; Secure; HttpOnly; SameSite=None' },
      }),
    }),
    sites: () => {
      const response = Buffer.from(
        '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status></samlp:Response>',
      ).toString('base64');
      return [
        service(directory, IDENTITY, {
          '/saml/sso': html(
            `<!doctype html><link rel="icon" href="data:,"><body onload="document.forms[0].submit()"><form method="post" action="${HOME}/saml/acs"><input type="hidden" name="SAMLResponse" value="${response}"><input type="hidden" name="RelayState" value="/"></form></body>`,
          ),
        }),
      ];
    },
    drive: async (tab) => {
      await tab.open(`https://${IDENTITY}/saml/sso`);
      await tab.page.waitForURL(`${HOME}/`);
      await tab.until();
    },
    truth: healthy(['slow/redirects']),
  }),
  works({
    name: 'sign-out',
    title: 'Works: after signing out the page asks nothing any more.',
    script: `await http.send('POST', '/api/sign-out');
      location.href = '/signed-out';
      await new Promise(() => {});`,
    routes: () => ({
      '/api/sign-out': nothing(204, {
        fields: { 'set-cookie': 'session=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax' },
      }),
      '/signed-out': plain('Signed out', '<p>Good bye.</p>'),
    }),
    drive: async (tab) => {
      await tab.open(`${HOME}/`);
      await tab.page.waitForURL(`${HOME}/signed-out`);
      await tab.until();
    },
    truth: healthy(),
  }),
  works({
    name: 'menu-without-what-is-not-allowed',
    title: 'Works: the menu shows what this person may do, and asks the server for it.',
    script: `const parts = await Promise.all(['numbers', 'billing', 'recordings'].map((part) => http.send('HEAD', '/api/may/' + part)));
      show(parts.filter(({ ok }) => ok).length + ' parts');`,
    routes: () => ({
      '/api/may/billing': nothing(403),
      '/api/may/*': nothing(204),
    }),
    truth: healthy(['fail/http-4xx', 'auth/scope-missing', 'auth/unauthorized']),
  }),
];
