import { type Carrier, field } from '../contest-capture.ts';
import { draw, jwt } from '../tokens.ts';

const sessionCookies = [
  'JSESSIONID',
  'PHPSESSID',
  'ASP.NET_SessionId',
  '.AspNetCore.Cookies',
  'connect.sid',
  'sid',
  'SID',
  'session',
  '__Host-session',
  '__Secure-next-auth.session-token',
  'laravel_session',
  '_gitlab_session',
  'remember_me',
  'rememberme_token',
  'XSRF-TOKEN',
  'csrftoken',
  'access_token',
  'refreshToken',
  'sb-access-token',
  'auth',
  'user_session',
  'ssoToken',
  'iPlanetDirectoryPro',
  'MRHSession',
  'cf_clearance',
  'wordpress_logged_in_3b2f',
] as const;

/** Session cookies where a HAR keeps them: request field, response field, and both arrays. */
export const cookies: Carrier = ({ random, plant }) => {
  const group = 'cookies';
  for (const [at, name] of sessionCookies.entries()) {
    const value = draw(random, at % 3 === 0 ? 'hex' : 'alphanumeric', random.integer(26, 52));
    if (at % 2 === 0)
      plant(group, `${name}, sent`, value, {
        cookies: [
          { name: 'theme', value: 'dark' },
          { name, value },
          { name: 'locale', value: 'en-GB' },
        ],
      });
    else
      plant(group, `${name}, set`, value, {
        responseFields: [
          field(at % 4 === 1 ? 'set-cookie' : 'Set-Cookie', `${name}=${value}; Path=/; Secure; HttpOnly`),
        ],
        responseCookies: [{ name, value }],
      });
  }
  const only = (name: string) => draw(random, 'alphanumeric', 32 + (name.length % 5));
  const headerOnly = only('header');
  plant(group, 'Cookie field without the array', headerOnly, {
    requestFields: [field('COOKIE', `a=1; sid=${headerOnly}; b=2`)],
  });
  const arrayOnly = only('array');
  plant(group, 'the array without a Cookie field', arrayOnly, {
    extra: {},
    responseCookies: [{ name: 'session_id', value: arrayOnly }],
  });
  const folded = [only('a'), only('b')];
  plant(group, 'two Set-Cookie lines in one field', folded, {
    responseFields: [
      field('set-cookie', `sid=${folded[0]}; Path=/\nauth_token=${folded[1]}; Path=/api; SameSite=None`),
    ],
  });
  const quoted = only('quoted');
  plant(group, 'a quoted value', quoted, { requestFields: [field('cookie', `session="${quoted}"; n=1`)] });
  const signed = draw(random, 'alphanumeric', 32);
  plant(group, 'a signed value, percent-encoded', signed, {
    cookies: [
      { name: 'connect.sid', value: `s%3A${signed}.${encodeURIComponent(draw(random, 'base64', 43))}` },
    ],
  });
  const json = only('json');
  plant(group, 'JSON, percent-encoded', json, {
    cookies: [
      { name: 'prefs', value: encodeURIComponent(JSON.stringify({ theme: 'dark', authToken: json })) },
    ],
  });
  const base64 = only('base64');
  plant(group, 'JSON in base64', base64, {
    cookies: [
      {
        name: 'state',
        value: Buffer.from(JSON.stringify({ v: 1, session_token: base64 })).toString('base64'),
      },
    ],
  });
  const { token, signature } = jwt(random);
  plant('JWT and JWE', 'in a cookie of no name', signature, { cookies: [{ name: 'p', value: token }] });
};
