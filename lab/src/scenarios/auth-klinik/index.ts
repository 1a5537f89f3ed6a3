import { createHmac } from 'node:crypto';
import type { FindingName } from '../../scenario/finding-names.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Expectation } from '../../scenario/truth.ts';
import type { Answer } from '../answer.ts';
import { cookie, host } from '../host.ts';
import { olderPage } from '../older-page.ts';
import { visitsOf } from '../visit.ts';

const clinicVisit = visitsOf('auth-klinik', 'measure');

const CLINIC = 'https://klinik.example.org/';
const FINDINGS = 'befunde.example.org/rest/befunde';

const problem = (status: number, title: string, detail: string, fields: Answer['fields'] = {}): Answer => ({
  status,
  fields,
  type: 'application/problem+json',
  json: { type: 'about:blank', status, title, detail, vorgang: 'VG-2026-0881' },
});

/** A token of the clinic's identity provider, made in the run; times in minutes from now. */
function clinicToken(times: { readonly from: number; readonly to: number }, audience = 'befunde'): string {
  const now = Math.floor(Date.now() / 1000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = part({ typ: 'at+jwt', alg: 'HS512', kid: 'k1' });
  const content = `${head}.${part({
    exp: now + times.to * 60,
    nbf: now + times.from * 60,
    aud: [audience, 'konto'],
    azp: 'klinik-portal',
    preferred_username: 'h.brandt',
  })}`;
  return `${content}.${createHmac('sha512', 'signs clinic tokens of this lab').update(content).digest('base64url')}`;
}

const letIn = {
  'Access-Control-Allow-Origin': 'https://klinik.example.org',
  'Access-Control-Allow-Headers': 'Authorization,Content-Type',
  'Access-Control-Max-Age': '3600',
};

/** The clinic's page: it gets a token from its own host and asks for findings with it. */
function asksForFindings(
  name: string,
  title: string,
  token: (() => string) | undefined,
  answer: Answer,
  expected: Omit<Expectation, 'on' | 'root'>,
  allows: readonly FindingName[] = [],
): Scenario {
  return clinicVisit({
    name,
    title,
    url: CLINIC,
    sites: () => [
      olderPage({
        host: 'klinik.example.org',
        lang: 'de',
        title: 'Klinik am See',
        fields: { Server: 'Jetty(12.0.5)' },
        script: `var konto = JSON.parse((await ask('GET', '/konto')).responseText);
          await ask('GET', 'https://befunde.example.org/rest/stationen', { headers: { Authorization: 'Bearer ' + konto.stationen } });
          await ask('GET', 'https://${FINDINGS}', { headers: konto.kennung ? { Authorization: 'Bearer ' + konto.kennung } : {} });`,
        routes: {
          '/konto': () => ({ json: { name: 'H. Brandt', stationen: opaque(), kennung: token?.() ?? null } }),
        },
      }),
      host({
        host: 'befunde.example.org',
        protocol: 'http/1.1',
        fields: { ...letIn, Server: 'Apache-Coyote/1.1' },
        routes: {
          'OPTIONS /rest/stationen': { status: 204 },
          '/rest/stationen': { json: ['Innere', 'Chirurgie'] },
          'OPTIONS /rest/befunde': { status: 204 },
          '/rest/befunde': answer,
        },
      }),
    ],
    truth: {
      // That nothing says how to sign in is no cause: the refusal is, and this beside it.
      expects:
        expected.finding === 'auth/no-challenge'
          ? [
              { finding: 'auth/unauthorized', on: [{ url: FINDINGS }], root: true },
              { ...expected, on: [{ url: FINDINGS }] },
            ]
          : [{ ...expected, on: [{ url: FINDINGS }], root: true }],
      allows: ['fail/http-4xx', 'auth/unauthorized', ...allows],
    },
  });
}

const opaque = () => ['b3f', 'und', 'e', String(20260115), 'x'.repeat(20)].join('-');
const hidden = { notObservableWhenSanitized: true } as const;

const LOGIN = `<!DOCTYPE html><html lang="de" data-lab="done"><head><title>Anmeldung</title><link rel="icon" href="data:,"></head>
<body><form method="post" action="/anmeldung"><input name="benutzer"><input name="kennwort" type="password"></form></body></html>`;

/** A German clinic and who may see what in it. Only ever counted: no rule is written by it. */
export const authKlinik: readonly Scenario[] = [
  asksForFindings(
    'kennung-fehlt',
    'Befunde bleiben leer.',
    undefined,
    problem(401, 'Nicht angemeldet', 'Es fehlt eine Kennung.', { 'WWW-Authenticate': 'Bearer' }),
    { finding: 'auth/missing-credentials', ...hidden },
  ),
  asksForFindings(
    'ohne-aufforderung',
    'Befunde bleiben leer, ohne jede Meldung.',
    opaque,
    problem(401, 'Nicht angemeldet', 'Zugriff verweigert.'),
    { finding: 'auth/no-challenge' },
  ),
  asksForFindings(
    'kennung-abgelaufen',
    'Nach der Visite sind die Befunde weg.',
    () => clinicToken({ from: -90, to: -30 }),
    problem(401, 'Sitzung beendet', 'Bitte melden Sie sich neu an.', {
      'WWW-Authenticate': 'Bearer error="invalid_token"',
    }),
    { finding: 'auth/token-expired', ...hidden },
  ),
  asksForFindings(
    'kennung-noch-nicht-gueltig',
    'Gleich nach der Anmeldung sind keine Befunde da.',
    () => clinicToken({ from: 10, to: 70 }),
    problem(401, 'Kennung ungültig', 'Die Kennung gilt noch nicht.', {
      'WWW-Authenticate': 'Bearer error="invalid_token"',
    }),
    { finding: 'auth/token-not-yet-valid', ...hidden },
  ),
  asksForFindings(
    'kennung-fuer-anderes',
    'Befunde bleiben leer seit der Umstellung.',
    () => clinicToken({ from: -5, to: 55 }, 'termine'),
    problem(401, 'Kennung ungültig', 'Unerwartete audience.', {
      'WWW-Authenticate': 'Bearer error="invalid_token", error_description="audience not accepted"',
    }),
    { finding: 'auth/token-audience', ...hidden },
    ['auth/token-audience'],
  ),
  asksForFindings(
    'rolle-fehlt',
    'Die neue Ärztin sieht keine Befunde.',
    opaque,
    problem(403, 'Forbidden', 'Erforderlicher Scope: befunde.lesen', {
      'WWW-Authenticate': 'Bearer error="insufficient_scope" scope="befunde.lesen"',
    }),
    { finding: 'auth/scope-missing' },
  ),
  asksForFindings(
    'waf-sperrt',
    'Befunde mit Umlauten im Namen lassen sich nicht suchen.',
    opaque,
    {
      status: 403,
      fields: { Server: 'BigShield' },
      html: `<html><head><title>Request Rejected</title></head><body>Die Anfrage wurde von der Web Application Firewall abgelehnt.<br>
        Support ID: 4417620998312207</body></html>`,
    },
    { finding: 'auth/firewall-refused' },
    ['block/interception', 'fail/html-for-json'],
  ),
  clinicVisit({
    name: 'erneuern-abgelehnt',
    title: 'Montags sind alle abgemeldet.',
    url: CLINIC,
    sites: () => [
      olderPage({
        host: 'klinik.example.org',
        lang: 'de',
        title: 'Klinik am See',
        script: `await ask('POST', 'https://anmeldung.example.net/realms/klinik/token', {
          headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
          body: 'client_id=klinik-portal&grant_type=refresh_token&refresh_token=' + 'r7'.repeat(24) });`,
      }),
      host({
        host: 'anmeldung.example.net',
        fields: { 'Access-Control-Allow-Origin': '*', Server: 'WildFly/30' },
        routes: {
          '/realms/klinik/token': {
            status: 400,
            json: { error: 'invalid_grant', error_description: 'Sitzung nicht aktiv' },
          },
        },
      }),
    ],
    truth: {
      expects: [{ finding: 'auth/refresh-refused', on: [{ method: 'POST', url: /\/token$/ }], root: true }],
      allows: ['auth/oauth-error', 'fail/http-4xx'],
    },
  }),
  clinicVisit({
    name: 'erneuern-ohne-ende',
    title: 'Die Liste blinkt.',
    url: CLINIC,
    sites: () => [
      olderPage({
        host: 'klinik.example.org',
        lang: 'de',
        title: 'Klinik am See',
        script: `var kennung = 'anfang-' + 'q'.repeat(12);
          for (var i = 0; i < 4; i++) {
            await ask('GET', '/rest/termine', { headers: { Authorization: 'Bearer ' + kennung } });
            kennung = JSON.parse((await ask('POST', '/auth/refresh', { body: '{}' })).responseText).accessToken;
          }
          await ask('GET', '/rest/termine', { headers: { Authorization: 'Bearer ' + kennung } });`,
        routes: {
          '/rest/termine': problem(401, 'Kennung ungültig', 'Unbekannter Schlüssel.', {
            'WWW-Authenticate': 'Bearer error="invalid_token"',
          }),
          '/auth/refresh': () => ({ json: { accessToken: clinicToken({ from: -1, to: 30 }) } }),
        },
      }),
    ],
    truth: {
      expects: [
        {
          finding: 'auth/refresh-loop',
          on: [{ method: 'POST', url: '/auth/refresh' }, { url: '/rest/termine' }],
          root: true,
        },
      ],
      allows: ['auth/unauthorized', 'fail/http-4xx', 'slow/retry-storm', 'slow/many-calls'],
    },
  }),
  clinicVisit({
    name: 'zur-anmeldung-geschickt',
    title: 'Nach der Pause zeigt die Terminliste Zeichensalat.',
    url: CLINIC,
    sites: () => [
      olderPage({
        host: 'klinik.example.org',
        lang: 'de',
        title: 'Klinik am See',
        script: `await ask('GET', '/rest/termine');`,
        routes: {
          '/rest/termine': { status: 303, fields: { Location: '/anmeldung?ziel=%2Frest%2Ftermine' } },
          '/anmeldung': { html: LOGIN },
        },
      }),
    ],
    truth: {
      expects: [
        {
          finding: 'auth/redirect-to-login',
          on: [{ url: '/rest/termine' }, { url: '/anmeldung' }],
          root: true,
        },
      ],
      allows: ['fail/html-for-json', 'slow/redirects'],
    },
  }),
  clinicVisit({
    name: 'anmeldung-im-kreis',
    title: 'Die Anmeldung dreht sich im Kreis.',
    url: CLINIC,
    sites: () => [
      host({
        host: 'klinik.example.org',
        routes: {
          '/': (request) =>
            cookie(request, 'KLINIKSESSION') === undefined
              ? { status: 302, fields: { Location: 'https://sso.example.com/cas/login?service=klinik' } }
              : { html: LOGIN },
          '/cas': {
            status: 302,
            fields: {
              'Set-Cookie': 'KLINIKSESSION=ab12; Domain=klinik.example.com; Path=/; Secure',
              Location: '/',
            },
          },
        },
      }),
      host({
        host: 'sso.example.com',
        routes: {
          '/cas/login': { status: 302, fields: { Location: 'https://klinik.example.org/cas?ticket=ST-1' } },
        },
      }),
    ],
    drive: (tab) => tab.open(CLINIC),
    truth: {
      expects: [
        {
          finding: 'auth/redirect-loop',
          on: [{ url: 'klinik.example.org/' }, { url: '/cas/login' }, { url: '/cas' }],
          reason: 'net::ERR_TOO_MANY_REDIRECTS',
          root: true,
        },
      ],
      allows: ['fail/redirect-loop', 'slow/redirects', 'auth/cookie-domain', 'lint/cookie-attributes'],
      browser: [{ on: { url: /example\.(org|com)/ }, errorText: 'net::ERR_TOO_MANY_REDIRECTS' }],
    },
  }),
  clinicVisit({
    name: 'pruefwert-fehlt',
    title: 'Ein Formular lässt sich nicht absenden.',
    url: CLINIC,
    sites: () => [
      olderPage({
        host: 'klinik.example.org',
        lang: 'de',
        title: 'Klinik am See',
        script: `await ask('POST', '/formular/aufnahme', { headers: { 'X-XSRF-TOKEN': 'p-5512-' + 'z'.repeat(9) }, body: '{}' });
          await ask('POST', '/formular/essen', { body: '{}' });`,
        routes: {
          '/formular/aufnahme': { status: 201, text: 'gespeichert' },
          '/formular/essen': { status: 419, text: 'CSRF-Prüfwert abgelaufen oder nicht vorhanden' },
        },
      }),
    ],
    truth: {
      expects: [{ finding: 'auth/csrf', on: [{ method: 'POST', url: '/formular/essen' }], root: true }],
      allows: ['fail/http-4xx'],
    },
  }),
  clinicVisit({
    name: 'erneuern-heilt',
    title: 'Geht: die Kennung war abgelaufen und wurde erneuert.',
    url: CLINIC,
    sites: () => {
      let asked = 0;
      return [
        olderPage({
          host: 'klinik.example.org',
          lang: 'de',
          title: 'Klinik am See',
          script: `await ask('GET', '/rest/termine', { headers: { Authorization: 'Bearer alt-' + 'q'.repeat(12) } });
            var neu = JSON.parse((await ask('POST', '/auth/refresh', { body: '{}' })).responseText).accessToken;
            await ask('GET', '/rest/termine', { headers: { Authorization: 'Bearer ' + neu } });`,
          routes: {
            '/rest/termine': () =>
              ++asked === 1
                ? problem(401, 'Sitzung beendet', 'Kennung abgelaufen', { 'WWW-Authenticate': 'Bearer' })
                : { json: [] },
            '/auth/refresh': () => ({ json: { accessToken: clinicToken({ from: -1, to: 30 }) } }),
          },
        }),
      ];
    },
    truth: { healthy: true, expects: [], allows: ['auth/unauthorized'] },
  }),
];
