import { apiOrigin, type Carrier, field, portalOrigin } from '../contest-capture.ts';
import { draw, jwt, password } from '../tokens.ts';

const names = [
  'access_token',
  'accessToken',
  'token',
  'auth_token',
  'api_key',
  'apikey',
  'api-key',
  'key',
  'session',
  'sessionId',
  'session_token',
  'sid',
  'password',
  'passwd',
  'client_secret',
  'refresh_token',
  'code_verifier',
  'ticket',
  'sig',
  'jwt',
  'X-Plex-Token',
  'authkey',
  'otp',
  'user[password]',
  'oauth_token',
  'Subscription-Key',
] as const;

/** Credentials in URLs: parameters, userinfo, paths, fragments, URLs inside URLs, presigned links. */
export const urls: Carrier = ({ random, plant }) => {
  const token = (length = 36) => draw(random, 'alphanumeric', length);
  for (const name of names) {
    const value = name === 'otp' ? draw(random, 'digits', 8) : token(random.integer(24, 44));
    plant('query parameters', name, value, {
      url: `${apiOrigin}/v1/calls?limit=20&${encodeURIComponent(name)}=${value}&sort=asc`,
    });
  }
  const code = token(43);
  plant('query parameters', 'OAuth code at the redirect URI', code, {
    url: `${portalOrigin}/callback?code=${code}&iss=https%3A%2F%2Flogin.example.test`,
  });
  const punctuation = `${draw(random, 'alphanumeric', 10)}+/=&${draw(random, 'alphanumeric', 10)}`;
  plant('query parameters', 'a value that must be percent-encoded', punctuation, {
    url: `${apiOrigin}/v1/calls?access_token=${encodeURIComponent(punctuation)}&x=1`,
  });

  const group = 'other parts of URLs';
  const secret = password(random);
  plant(group, 'userinfo', secret, {
    url: `https://anna:${encodeURIComponent(secret)}@api.example.test/v1/x`,
  });
  const fragment = token();
  plant(group, 'fragment of Location', fragment, {
    status: 302,
    responseFields: [field('Location', `/app#access_token=${fragment}&token_type=bearer&expires_in=3600`)],
    redirectURL: `/app#access_token=${fragment}&token_type=bearer&expires_in=3600`,
  });
  const location = token();
  plant(group, 'query of Location and redirectURL', location, {
    status: 302,
    responseFields: [field('location', `${portalOrigin}/login/done?ticket=ST-1-${location}`)],
    redirectURL: `${portalOrigin}/login/done?ticket=ST-1-${location}`,
  });
  const content = token();
  plant(group, 'Content-Location', content, {
    responseFields: [field('Content-Location', `/v1/export?session_token=${content}`)],
  });
  const hashed = token();
  plant(group, 'fragment of the URL', hashed, {
    url: `${portalOrigin}/app#/home?id_token_hint=x&access_token=${hashed}`,
  });
  const matrix = draw(random, 'hex', 32).toUpperCase();
  plant(group, ';jsessionid=', matrix, { url: `${apiOrigin}/shop/cart;jsessionid=${matrix}?x=1` });
  const inner = token();
  plant(group, 'a URL in a parameter', inner, {
    url: `${portalOrigin}/login?redirect=${encodeURIComponent(`${portalOrigin}/x?access_token=${inner}&y=1`)}`,
  });
  const twice = token();
  plant(group, 'a URL in a parameter of a URL in a parameter', twice, {
    url: `${portalOrigin}/login?next=${encodeURIComponent(
      `/a?back=${encodeURIComponent(`${portalOrigin}/x?auth_token=${twice}`)}`,
    )}`,
  });
  const json = token();
  plant(group, 'JSON in a parameter', json, {
    url: `${apiOrigin}/v1/q?filter=${encodeURIComponent(JSON.stringify({ limit: 5, apiKey: json }))}`,
  });
  const packed = token();
  plant(group, 'base64 of JSON in a parameter', packed, {
    url: `${apiOrigin}/v1/q?ctx=${Buffer.from(JSON.stringify({ u: 1, sessionToken: packed })).toString('base64url')}`,
  });
  const { token: bearer, signature } = jwt(random);
  plant('JWT and JWE', 'in a path', signature, { url: `${apiOrigin}/v1/share/${bearer}/download` });
  for (const path of [
    'reset-password',
    'password/reset',
    'magic-link',
    'verify-email',
    'invite/accept',
    'activate',
  ]) {
    const value = token(40);
    plant(group, `/${path}/…`, value, { url: `${portalOrigin}/${path}/${value}` });
  }
  const aws = draw(random, 'hex', 64);
  const security = draw(random, 'base64', 200);
  plant('presigned links', 'S3', [aws, security], {
    url: `https://files.s3.eu-central-1.amazonaws.com/rec/1.wav?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${`AS${'IA'}`}${draw(random, 'base32', 16)}%2F20260504%2Feu-central-1%2Fs3%2Faws4_request&X-Amz-Date=20260504T083000Z&X-Amz-Expires=900&X-Amz-Security-Token=${encodeURIComponent(security)}&X-Amz-SignedHeaders=host&X-Amz-Signature=${aws}`,
  });
  const google = draw(random, 'hex', 256);
  plant('presigned links', 'Google Cloud Storage', google, {
    url: `https://storage.googleapis.com/rec/1.wav?X-Goog-Algorithm=GOOG4-RSA-SHA256&X-Goog-Expires=900&X-Goog-SignedHeaders=host&X-Goog-Signature=${google}`,
  });
  const azure = `${draw(random, 'base64', 43)}=`;
  plant('presigned links', 'Azure SAS', azure, {
    url: `https://acct.blob.core.windows.net/rec/1.wav?sv=2024-11-04&sr=b&sp=r&se=2026-05-04T09%3A00%3A00Z&sig=${encodeURIComponent(azure)}`,
  });
  const cloudFront = `${draw(random, 'base64url', 340)}__`;
  plant('presigned links', 'CloudFront', cloudFront, {
    url: `https://d111abcdef8.cloudfront.net/rec/1.wav?Expires=1777887000&Signature=${cloudFront}&Key-Pair-Id=${draw(random, 'base32', 14)}`,
  });
  const old = `${draw(random, 'base64', 27)}=`;
  plant('presigned links', 'S3, signature version 2', old, {
    url: `https://files.s3.amazonaws.com/1.wav?AWSAccessKeyId=${`AK${'IA'}`}${draw(random, 'base32', 16)}&Expires=1777887000&Signature=${encodeURIComponent(old)}`,
  });
  const hooks: readonly (readonly [string, (value: string) => string])[] = [
    [
      'Slack webhook',
      (value) =>
        `https://hooks.slack.com/services/T0${draw(random, 'upper', 8)}/B0${draw(random, 'upper', 8)}/${value}`,
    ],
    [
      'Discord webhook',
      (value) => `https://discord.com/api/webhooks/1${draw(random, 'digits', 17)}/${value}`,
    ],
    [
      'Telegram bot',
      (value) => `https://api.telegram.org/bot${draw(random, 'digits', 10)}:AA${value}/sendMessage`,
    ],
    [
      'Teams webhook',
      (value) =>
        `https://acme.webhook.office.com/webhookb2/${random.uuid()}@${random.uuid()}/IncomingWebhook/${value}/${random.uuid()}`,
    ],
  ];
  const lengths = [24, 68, 33, 32];
  for (const [at, [carrier, write]] of hooks.entries()) {
    const value = draw(random, at === 3 ? 'hex' : 'alphanumeric', lengths[at]!);
    plant('presigned links', carrier, value, { url: write(value), method: 'POST', sent: '{"text":"hello"}' });
  }
};
