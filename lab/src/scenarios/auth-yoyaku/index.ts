import type { Scenario } from '../../scenario/scenario.ts';
import type { Answer } from '../answer.ts';
import { host } from '../host.ts';
import { olderPage } from '../older-page.ts';
import { visitsOf } from '../visit.ts';

const bookingVisit = visitsOf('auth-yoyaku', 'measure');

const page = (title: string, text: string): Answer => ({
  html: `<!DOCTYPE html><html lang="ja" data-lab="done"><head><title>${title}</title><link rel="icon" href="data:,"></head>
    <body><h1>${title}</h1><p>${text}</p></body></html>`,
});

const booking = (script: string, routes: Parameters<typeof olderPage>[0]['routes'] = {}) =>
  olderPage({
    host: 'yoyaku.example.net',
    lang: 'ja',
    title: '予約',
    fields: { Server: 'Werkzeug/3.0.1 Python/3.12' },
    script,
    routes,
  });

const SAML = `<Response xmlns="urn:oasis:names:tc:SAML:2.0:protocol" ID="_y3"><Status>
  <StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Requester"><StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:NoPassive"/></StatusCode>
  <StatusMessage>対話なしではサインインできません。</StatusMessage></Status></Response>`;

/** Record type alert (21), TLS 1.2, two bytes: fatal (2), unknown_ca (48). Spec: RFC 8446 §6. */
const UNKNOWN_CA_ALERT = Buffer.from([21, 3, 3, 0, 2, 2, 48]);

/** A Japanese booking site and its sign-in. Only ever counted: no rule is written by it. */
export const authYoyaku: readonly Scenario[] = [
  bookingVisit({
    name: 'fukki-error',
    title: 'サインインすると「エラー」と出る。',
    url: 'https://yoyaku.example.net/login',
    sites: () => [
      host({
        host: 'yoyaku.example.net',
        routes: {
          '/login': {
            status: 302,
            fields: { Location: 'https://ninsho.example.org/connect/authorize?client_id=yoyaku' },
          },
          '/signin-oidc': page('エラー', '管理者に連絡してください。'),
        },
      }),
      host({
        host: 'ninsho.example.org',
        routes: {
          '/connect/authorize': {
            status: 303,
            fields: {
              Location:
                'https://yoyaku.example.net/signin-oidc?error=unauthorized_client&error_description=%E8%A8%B1%E5%8F%AF%E3%81%95%E3%82%8C%E3%81%A6%E3%81%84%E3%81%BE%E3%81%9B%E3%82%93',
            },
          },
        },
      }),
    ],
    truth: {
      expects: [
        {
          finding: 'auth/oauth-error',
          on: [{ url: '/signin-oidc' }, { url: '/connect/authorize' }],
          root: true,
        },
      ],
    },
  }),
  bookingVisit({
    name: 'token-kyohi',
    title: 'サインインの最後で止まる。',
    url: 'https://yoyaku.example.net/',
    sites: () => [
      booking(`await ask('POST', 'https://ninsho.example.org/connect/token', {
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'grant_type=authorization_code&code_verifier=' + 'v'.repeat(43) + '&code=' + 'c'.repeat(16) });`),
      host({
        host: 'ninsho.example.org',
        fields: { 'Access-Control-Allow-Origin': '*', Server: 'Kestrel' },
        routes: {
          '/connect/token': {
            status: 400,
            json: {
              error: 'invalid_grant',
              error_description: 'コードは使用済みです。',
              error_codes: [54005],
            },
          },
        },
      }),
    ],
    truth: {
      expects: [{ finding: 'auth/oauth-error', on: [{ method: 'POST', url: '/connect/token' }], root: true }],
      allows: ['auth/refresh-refused', 'fail/http-4xx'],
    },
  }),
  bookingVisit({
    name: 'saml-kyohi',
    title: '会社のアカウントで入れない。',
    url: 'https://idp.example.com/saml2',
    sites: () => [
      host({
        host: 'idp.example.com',
        routes: {
          '/saml2': {
            html: `<html><head><link rel="icon" href="data:,"></head><body onload="document.forms[0].submit()">
              <form method="POST" action="https://yoyaku.example.net/Saml2/Acs">
              <input type="hidden" name="RelayState" value="r-1"><input type="hidden" name="SAMLResponse" value="${Buffer.from(SAML).toString('base64')}"></form></body></html>`,
          },
        },
      }),
      host({
        host: 'yoyaku.example.net',
        routes: { '/Saml2/Acs': { ...page('サインインできません', '後でもう一度。'), status: 500 } },
      }),
    ],
    truth: {
      expects: [{ finding: 'auth/saml-refused', on: [{ method: 'POST', url: '/Saml2/Acs' }], root: true }],
      allows: ['fail/http-5xx'],
    },
  }),
  bookingVisit({
    name: 'tokei-no-zure',
    title: '一台だけ、予約の送信がいつも断られる。',
    url: 'https://yoyaku.example.net/',
    sites: () => {
      const ahead = { Date: new Date(Date.now() + 900_000).toUTCString() };
      return [
        olderPage({
          host: 'yoyaku.example.net',
          lang: 'ja',
          title: '予約',
          fields: ahead,
          script: `await ask('GET', '/heya');
            for (var i = 0; i < 3; i++)
              await ask('POST', 'https://kessai.example.com/pay', { headers: { 'X-Jikoku': String(Date.now()) }, body: '{}' });`,
          routes: { '/heya': { json: ['一号室'] } },
        }),
        host({
          host: 'kessai.example.com',
          fields: { ...ahead, 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' },
          routes: {
            'OPTIONS /pay': { status: 204 },
            '/pay': { status: 400, json: { kind: 'TIMESTAMP_OUT_OF_RANGE', message: '時刻が範囲外です。' } },
          },
        }),
      ];
    },
    truth: {
      expects: [
        { finding: 'auth/clock-skew', on: [{ method: 'POST', url: 'kessai.example.com/pay' }], root: true },
      ],
      allows: ['fail/http-4xx', 'slow/retry-storm', 'slow/duplicate-calls'],
    },
  }),
  bookingVisit({
    name: 'tensou-de-kieru',
    title: '予約一覧が新しいサーバーで見えない。',
    url: 'https://yoyaku.example.net/',
    sites: () => [
      booking(
        `await ask('GET', '/v2/yoyaku', { headers: { Authorization: 'Bearer ' + 'y0yaku'.repeat(5) } });`,
        {
          '/v2/yoyaku': { status: 308, fields: { Location: 'https://shin.example.org/v2/yoyaku' } },
        },
      ),
      host({
        host: 'shin.example.org',
        fields: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'Authorization' },
        routes: {
          'OPTIONS /v2/yoyaku': { status: 204 },
          '/v2/yoyaku': {
            status: 401,
            fields: { 'WWW-Authenticate': 'Bearer realm="yoyaku"' },
            text: '認証が必要です',
          },
        },
      }),
    ],
    truth: {
      expects: [
        {
          finding: 'auth/lost-on-redirect',
          on: [{ url: 'shin.example.org/v2/yoyaku' }, { url: 'yoyaku.example.net/v2/yoyaku' }],
          root: true,
          notObservableWhenSanitized: true,
        },
      ],
      allows: ['auth/missing-credentials', 'auth/unauthorized', 'fail/http-4xx', 'slow/redirects'],
    },
  }),
  bookingVisit({
    name: 'shomeisho-kyohi',
    title: '管理画面が新しい端末で開かない。',
    url: 'https://yoyaku.example.net/',
    sites: () => [
      booking(`await ask('GET', 'https://kanri.example.org/setting');`),
      { host: 'kanri.example.org', raw: (socket) => void socket.end(UNKNOWN_CA_ALERT) },
    ],
    truth: {
      expects: [
        {
          finding: 'auth/client-certificate',
          on: [{ url: 'kanri.example.org/setting' }],
          reason: 'net::ERR_BAD_SSL_CLIENT_AUTH_CERT',
          root: true,
        },
      ],
      allows: ['fail/tls'],
      browser: [{ on: { url: 'kanri.example.org/setting' }, errorText: 'net::ERR_BAD_SSL_CLIENT_AUTH_CERT' }],
    },
  }),
];
