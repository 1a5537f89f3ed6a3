import { type Carrier, field } from '../contest-capture.ts';
import { draw, jwt, password } from '../tokens.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Credentials in header fields of every name and case. */
export const headerCredentials: Carrier = ({ random, plant }) => {
  const group = 'authentication headers';
  for (const name of [
    'Authorization',
    'authorization',
    'AUTHORIZATION',
    'Proxy-Authorization',
    'proxy-authorization',
  ])
    for (const scheme of ['Bearer', 'bearer', 'Token']) {
      const token = draw(random, 'alphanumeric', 44);
      plant(group, `${name}: ${scheme}`, token, { requestFields: [field(name, `${scheme} ${token}`)] });
    }
  for (const name of ['Authorization', 'authorization', 'proxy-authorization']) {
    const secret = password(random);
    plant('Basic', `${name}: Basic`, secret, {
      requestFields: [field(name, `Basic ${base64(`anna.lund:${secret}`)}`)],
    });
  }
  const umlauts = `Grün${draw(random, 'alphanumeric', 8)}`;
  plant('Basic', 'Basic in Latin-1', umlauts.slice(4), {
    requestFields: [
      field('authorization', `Basic ${Buffer.from(`jörg:${umlauts}`, 'latin1').toString('base64')}`),
    ],
  });
  const colons = `${draw(random, 'alphanumeric', 6)}:${draw(random, 'alphanumeric', 6)}`;
  plant('Basic', 'Basic, a password with a colon', colons, {
    requestFields: [field('authorization', `Basic ${base64(`svc-account:${colons}`)}`)],
  });
  const clientSecret = draw(random, 'base64url', 40);
  plant('Basic', 'Basic of a client at the token endpoint', clientSecret, {
    url: 'https://login.example.test/oauth2/token',
    requestFields: [field('authorization', `Basic ${base64(`portal-web:${clientSecret}`)}`)],
    sentType: 'application/x-www-form-urlencoded',
    sent: 'grant_type=client_credentials&scope=read',
  });

  const special: readonly (readonly [carrier: string, needle: string, field: readonly [string, string]])[] = [
    withNeedle(draw(random, 'hex', 32), 'Digest response', (needle) => [
      'authorization',
      `Digest username="anna", realm="pbx", nonce="${draw(random, 'hex', 16)}", uri="/v1", qop=auth, nc=00000001, cnonce="0a4f113b", response="${needle}", opaque="x1"`,
    ]),
    withNeedle(draw(random, 'hex', 64), 'AWS Signature Version 4', (needle) => [
      'Authorization',
      `AWS4-HMAC-SHA256 Credential=${`AK${'IA'}`}${draw(random, 'base32', 16)}/20260504/eu-central-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=${needle}`,
    ]),
    withNeedle(draw(random, 'base64', 300), 'Negotiate', (needle) => [
      'authorization',
      `Negotiate YII${needle}`,
    ]),
    withNeedle(draw(random, 'base64', 160), 'NTLM', (needle) => [
      'Authorization',
      `NTLM TlRMTVNTUAAD${needle}`,
    ]),
    withNeedle(`${draw(random, 'base64', 43)}=`, 'Hawk mac', (needle) => [
      'Authorization',
      `Hawk id="dh37fgj492je", ts="1777883400", nonce="j4h3g2", ext="", mac="${needle}"`,
    ]),
    withNeedle(draw(random, 'alphanumeric', 28), 'OAuth 1 signature', (needle) => [
      'Authorization',
      `OAuth oauth_consumer_key="portal", oauth_signature_method="HMAC-SHA1", oauth_timestamp="1777883400", oauth_signature="${needle}", oauth_version="1.0"`,
    ]),
    withNeedle(draw(random, 'base64url', 40), 'Okta SSWS', (needle) => ['Authorization', `SSWS 00${needle}`]),
    withNeedle(draw(random, 'hex', 40), 'Token token="…"', (needle) => [
      'Authorization',
      `Token token="${needle}"`,
    ]),
    withNeedle(draw(random, 'alphanumeric', 32), 'GenieKey', (needle) => [
      'Authorization',
      `GenieKey ${needle}`,
    ]),
    withNeedle(draw(random, 'alphanumeric', 40), 'Authorization without a scheme', (needle) => [
      'authorization',
      needle,
    ]),
    withNeedle(draw(random, 'base64', 44), 'SharedKey', (needle) => [
      'Authorization',
      `SharedKey exampleaccount:${needle}`,
    ]),
    withNeedle(draw(random, 'base64url', 60), 'Authentication-Info', (needle) => [
      'Authentication-Info',
      `nextnonce="n1", rspauth="${needle}"`,
    ]),
  ];
  for (const [carrier, needle, [name, value]] of special)
    plant(group, carrier, needle, { requestFields: [field(name, value)] });

  const names = [
    'X-Api-Key',
    'x-api-key',
    'X-API-KEY',
    'apikey',
    'Api-Key',
    'Ocp-Apim-Subscription-Key',
    'x-functions-key',
    'x-goog-api-key',
    'X-Auth-Token',
    'X-Access-Token',
    'X-Session-Token',
    'x-session-id',
    'X-CSRF-Token',
    'X-XSRF-TOKEN',
    'RequestVerificationToken',
    'PRIVATE-TOKEN',
    'X-Vault-Token',
    'X-Amz-Security-Token',
    'X-Shopify-Access-Token',
    'X-Figma-Token',
    'DD-API-KEY',
    'DD-APPLICATION-KEY',
    'X-Cisco-Meraki-API-Key',
    'X-Client-Secret',
    'x-user-password',
    'X-Refresh-Token',
    'X-Forwarded-Access-Token',
    'X-Subject-Token',
    'X-Redmine-API-Key',
    'Circle-Token',
    'X-Algolia-API-Key',
    'X-Parse-REST-API-Key',
    'X-Parse-Session-Token',
    'x-hasura-admin-secret',
    'X-Emby-Token',
    'X-Plex-Token',
    'X-TrackerToken',
    'SOAPAuthToken',
  ];
  for (const name of names) {
    const value = draw(
      random,
      random.pick(['alphanumeric', 'hex', 'base64url'] as const),
      random.integer(24, 48),
    );
    plant('API key and token headers', name, value, { requestFields: [field(name, value)] });
  }
  for (const name of [
    'X-Auth-Token',
    'x-new-access-token',
    'Set-Authorization',
    'X-CSRF-Token',
    'Refresh-Token',
  ]) {
    const value = draw(random, 'alphanumeric', 36);
    plant('API key and token headers', `response ${name}`, value, { responseFields: [field(name, value)] });
  }
  for (const name of ['DPoP', 'Cf-Access-Jwt-Assertion', 'X-Goog-Iap-Jwt-Assertion', 'X-Amzn-Oidc-Data']) {
    const { token, signature } = jwt(random);
    plant('JWT and JWE', `${name} header`, signature, { requestFields: [field(name, token)] });
  }
  const kubernetes = draw(random, 'alphanumeric', 48);
  plant('API key and token headers', 'Sec-WebSocket-Protocol, base64url.bearer', kubernetes, {
    requestFields: [
      field(
        'Sec-WebSocket-Protocol',
        `v4.channel.k8s.io, base64url.bearer.authorization.k8s.io.${Buffer.from(kubernetes).toString('base64url')}`,
      ),
    ],
  });
  const inJson = draw(random, 'alphanumeric', 32);
  plant('API key and token headers', 'JSON in a header of no name', inJson, {
    requestFields: [field('X-Context', JSON.stringify({ tenant: 'acme', sessionToken: inJson }))],
  });
  const inBase64 = draw(random, 'alphanumeric', 32);
  plant('API key and token headers', 'base64 of JSON in a header of no name', inBase64, {
    requestFields: [field('X-Client-State', base64(JSON.stringify({ v: 2, access_token: inBase64 })))],
  });
  const lists = draw(random, 'alphanumeric', 40);
  plant('API key and token headers', 'Baggage', lists, {
    requestFields: [field('baggage', `userId=alice,session_token=${lists},serverNode=DF28`)],
  });
  const link = draw(random, 'alphanumeric', 30);
  plant('API key and token headers', 'Link', link, {
    responseFields: [
      field('Link', `<https://api.example.test/v1/items?page=2&access_token=${link}>; rel="next"`),
    ],
  });
  const refresh = draw(random, 'alphanumeric', 30);
  plant('API key and token headers', 'Refresh', refresh, {
    responseFields: [field('Refresh', `0; url=https://portal.example.test/cb?session_token=${refresh}`)],
  });
  const referer = draw(random, 'alphanumeric', 30);
  plant('API key and token headers', 'Referer', referer, {
    requestFields: [field('referer', `https://portal.example.test/call?authToken=${referer}`)],
  });
};

function withNeedle(
  needle: string,
  carrier: string,
  write: (needle: string) => readonly [string, string],
): readonly [string, string, readonly [string, string]] {
  return [carrier, needle, write(needle)];
}
