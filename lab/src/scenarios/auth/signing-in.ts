import type { Scenario } from '../../scenario/scenario.ts';
import type { Answer } from '../answer.ts';
import { application } from '../application.ts';
import { host } from '../host.ts';
import { authVisit, letIn } from './family.ts';

const page = (title: string, text: string): Answer => ({
  html: `<!doctype html><html data-lab="done"><head><title>${title}</title><link rel="icon" href="data:,"></head>
    <body><h1>${title}</h1><p>${text}</p></body></html>`,
});

/** A sign-in that comes back with these parameters instead of a code. */
function comesBackWith(parameters: string): Pick<Parameters<typeof authVisit>[0], 'url' | 'sites'> {
  return {
    url: 'https://portal.example.test/start',
    sites: () => [
      host({
        host: 'portal.example.test',
        routes: {
          '/start': {
            status: 302,
            fields: { location: 'https://login.example.test/oauth2/authorize?client_id=portal&state=af0c' },
          },
          '/callback': page('Sign-in did not work', 'Please try again.'),
        },
      }),
      host({
        host: 'login.example.test',
        routes: {
          '/oauth2/authorize': {
            status: 302,
            fields: { location: `https://portal.example.test/callback?${parameters}&state=af0c` },
          },
        },
      }),
    ],
  };
}

const CERTIFICATE = 'admin-api.example.test/v1/tenants';
/** Record type alert (21), TLS 1.2, two bytes: fatal (2), bad_certificate (42). Spec: RFC 8446 §6. */
const BAD_CERTIFICATE_ALERT = Buffer.from([21, 3, 3, 0, 2, 2, 42]);

/** Nothing else in this response tells why: the identity provider's message is base64. Spec: SAML 2.0 core §3.2.2. */
function samlRefusal(): string {
  return Buffer.from(
    `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r81" Version="2.0">
      <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder">
        <samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:AuthnFailed"/></samlp:StatusCode>
        <samlp:StatusMessage>The account is not assigned to this application.</samlp:StatusMessage>
      </samlp:Status></samlp:Response>`,
  ).toString('base64');
}

/** Sign-ins that fail, and calls that fail for want of what a sign-in gives. */
export const signingIn: readonly Scenario[] = [
  authVisit({
    name: 'oauth-error-in-redirect',
    title: 'Signing in ends with "did not work".',
    ...comesBackWith('error=invalid_scope&error_description=The+scope+numbers%3Aorder+is+not+known.'),
    truth: {
      expects: [
        { finding: 'auth/oauth-error', on: [{ url: '/callback' }, { url: '/oauth2/authorize' }], root: true },
      ],
    },
  }),
  authVisit({
    name: 'oauth-cancelled-by-the-user',
    title: 'Works: somebody has pressed Cancel.',
    ...comesBackWith('error=access_denied&error_description=The+user+has+cancelled.'),
    truth: { healthy: true, expects: [], allows: ['auth/oauth-error'] },
  }),
  authVisit({
    name: 'oauth-error-in-body',
    title: 'Signing in ends with a blank page since the portal has a new address.',
    sites: () => [
      application({
        script: `await client.call('POST', 'https://login.example.test/oauth2/token', {
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: 'grant_type=authorization_code&client_id=portal&redirect_uri=https%3A%2F%2Fnew-portal.example.test&code=' + crypto.randomUUID(),
        });`,
      }),
      host({
        host: 'login.example.test',
        fields: letIn,
        routes: {
          'POST /oauth2/token': {
            status: 401,
            fields: { 'cache-control': 'no-store' },
            json: { error: 'invalid_client', error_description: 'The redirect_uri belongs to no client.' },
          },
        },
      }),
    ],
    truth: {
      expects: [{ finding: 'auth/oauth-error', on: [{ method: 'POST', url: '/oauth2/token' }], root: true }],
      allows: ['auth/no-challenge', 'auth/missing-credentials', 'auth/unauthorized', 'fail/http-4xx'],
    },
  }),
  authVisit({
    name: 'saml-refused',
    title: 'A new colleague cannot sign in with the company account.',
    url: 'https://idp.example.com/sso',
    sites: () => [
      host({
        host: 'idp.example.com',
        routes: {
          '/sso': {
            html: `<!doctype html><title>Continue</title><link rel="icon" href="data:,">
              <form method="post" action="https://portal.example.test/saml/acs">
              <input type="hidden" name="SAMLResponse" value="${samlRefusal()}"></form>
              <script>document.forms[0].submit();</script>`,
          },
        },
      }),
      host({
        host: 'portal.example.test',
        routes: {
          'POST /saml/acs': { ...page('Sign-in refused', 'Ask your administrator.'), status: 403 },
        },
      }),
    ],
    truth: {
      expects: [{ finding: 'auth/saml-refused', on: [{ method: 'POST', url: '/saml/acs' }], root: true }],
      allows: ['fail/http-4xx', 'auth/firewall-refused'],
    },
  }),
  authVisit({
    name: 'csrf-token-missing',
    title: 'Everything can be saved but the greeting.',
    sites: () => [
      application({
        script: `const csrf = { headers: { 'x-csrf-token': 'csrf-' + crypto.randomUUID() } };
          await client.post('/api/name', { name: 'Avery' }, csrf);
          await client.post('/api/greeting', { text: 'Hello' });`,
        routes: {
          'POST /api/name': { json: { saved: true } },
          'POST /api/greeting': {
            status: 403,
            json: { error: { code: 'CSRF_TOKEN_MISSING', message: 'The CSRF token is missing or invalid.' } },
          },
        },
      }),
    ],
    truth: {
      expects: [{ finding: 'auth/csrf', on: [{ method: 'POST', url: '/api/greeting' }], root: true }],
      allows: ['fail/http-4xx', 'auth/scope-missing'],
    },
  }),
  authVisit({
    name: 'clock-ahead',
    title: 'On one computer every signed call is refused.',
    sites: () => {
      const behind = { date: new Date(Date.now() - 420_000).toUTCString() };
      return [
        application({
          fields: behind,
          script: `await client.get('/api/session');
            await client.get('/api/features');
            for (const part of ['users', 'groups', 'devices'])
              await client.get('https://api.example.test/v1/' + part, { headers: { 'x-signed-at': new Date().toISOString() } });`,
          routes: { '/api/session': { json: { user: 'avery' } }, '/api/features': { json: [] } },
        }),
        host({
          host: 'api.example.test',
          fields: { ...letIn, ...behind, 'access-control-allow-headers': 'x-signed-at' },
          routes: {},
          otherwise: ({ method }) =>
            method === 'OPTIONS'
              ? { status: 204 }
              : {
                  status: 403,
                  json: { code: 'RequestTimeTooSkewed', message: 'The request was signed in the future.' },
                },
        }),
      ];
    },
    truth: {
      expects: [{ finding: 'auth/clock-skew', on: [{ url: /api\.example\.test\/v1/ }], root: true }],
      allows: ['fail/http-4xx', 'auth/scope-missing'],
    },
  }),
  authVisit({
    name: 'client-certificate-refused',
    title: 'Administrators’ pages do not load on the new laptops.',
    sites: () => [
      application({ script: `await client.get('https://${CERTIFICATE}');` }),
      {
        host: 'admin-api.example.test',
        raw: (socket) => void socket.end(BAD_CERTIFICATE_ALERT),
      },
    ],
    truth: {
      expects: [
        {
          finding: 'auth/client-certificate',
          on: [{ url: CERTIFICATE }],
          reason: 'net::ERR_BAD_SSL_CLIENT_AUTH_CERT',
          root: true,
        },
      ],
      allows: ['fail/tls'],
      browser: [{ on: { url: CERTIFICATE }, errorText: 'net::ERR_BAD_SSL_CLIENT_AUTH_CERT' }],
    },
  }),
];
