import { gzipSync } from 'node:zlib';
import { apiOrigin, type Carrier, field, portalOrigin } from '../contest-capture.ts';
import { draw, jwt } from '../tokens.ts';

const hex = (text: string) => Buffer.from(text).toString('hex');
const base64 = (data: string | Buffer) => Buffer.from(data).toString('base64');

/** Values that are known from elsewhere in the capture, where neither name nor form gives them away. */
export const copies: Carrier = ({ random, plant, probe }) => {
  const group = 'copies of values known from elsewhere';
  const awkward = `${draw(random, 'alphanumeric', 12)}/+=${draw(random, 'alphanumeric', 14)}"&<`;
  const cookie = draw(random, 'alphanumeric', 40);
  const bearer = draw(random, 'alphanumeric', 48);
  const basic = `Otter${draw(random, 'alphanumeric', 8)}`;
  const session = random.uuid();
  plant(group, 'the original of the awkward one', awkward, {
    sent: JSON.stringify({ sessionToken: awkward }),
  });
  const sentCookie = plant(group, 'the original cookie', cookie, {
    cookies: [{ name: 'portal_session', value: cookie }],
  });
  const sentBearer = plant(group, 'the original bearer token', bearer, {
    requestFields: [field('authorization', `Bearer ${bearer}`)],
  });
  plant(group, 'the original password', basic, {
    requestFields: [field('authorization', `Basic ${base64(`otto:${basic}`)}`)],
  });
  plant(group, 'the original session id', session, { sent: JSON.stringify({ sessionId: session }) });

  const writings: readonly [string, (value: string) => string][] = [
    ['plain', (value) => value],
    ['percent-encoded', encodeURIComponent],
    ['percent-encoded twice', (value) => encodeURIComponent(encodeURIComponent(value))],
    ['every character percent-encoded', (value) => hex(value).replace(/../g, '%$&')],
    ['escaped for JSON', (value) => JSON.stringify(value)],
    ['in JSON in JSON', (value) => JSON.stringify({ a: JSON.stringify({ b: value }) })],
    ['unicode escapes', (value) => Array.from(value, (sign) => `\\u00${hex(sign)}`).join('')],
    [
      'named entities',
      (value) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
    ],
    ['numeric entities', (value) => Array.from(value, (sign) => `&#x${hex(sign)};`).join('')],
    ['base64', base64],
    ['base64 after one character', (value) => base64(`x${value}`)],
    ['base64 after two', (value) => base64(`xy${value}!`)],
    ['base64url', (value) => Buffer.from(value).toString('base64url')],
    ['hex', hex],
    ['hex in capitals', (value) => hex(value).toUpperCase()],
    ['gzip, base64', (value) => base64(gzipSync(`cached: ${value}`))],
  ];
  for (const [how, write] of writings)
    for (const value of [awkward, cookie])
      plant(group, `${value === cookie ? 'cookie' : 'awkward'}, ${how}`, value, {
        body: JSON.stringify({ ref: 'a', trace: `seen ${write(value)} here` }),
      });
  const places: readonly [string, string, Parameters<typeof plant>[3]][] = [
    ['cookie as a path segment', cookie, { url: `${apiOrigin}/v1/live/${cookie}/events` }],
    ['cookie as a JSON key', cookie, { body: JSON.stringify({ byConnection: { [cookie]: { up: true } } }) }],
    ['cookie in a script', cookie, { mimeType: 'text/javascript', body: `boot("${cookie}",{debug:false})` }],
    [
      'cookie in a call frame',
      cookie,
      { initiator: { type: 'script', url: `${portalOrigin}/${cookie}/app.js` } },
    ],
    ['cookie in _extension', cookie, { extra: { _x: { deep: [[cookie]] } } }],
    ['cookie in a header of no name', cookie, { requestFields: [field('X-Ref', `r;${cookie};7`)] }],
    [
      'bearer token in a WebSocket message',
      bearer,
      {
        extra: { _webSocketMessages: [{ type: 'send', time: 1, opcode: 1, data: `hello ${bearer}` }] },
      },
    ],
    [
      'bearer token in an error text',
      bearer,
      { status: 403, body: JSON.stringify({ detail: `no rights for ${bearer}` }) },
    ],
    ['bearer token under a neutral parameter', bearer, { url: `${apiOrigin}/v1/x?z=${bearer}` }],
    ['bearer token in a comment', bearer, { extra: { comment: `see ${bearer}` } }],
    [
      'password in an error text',
      basic,
      { status: 401, body: JSON.stringify({ message: `wrong: ${basic}` }) },
    ],
    ['password in a path', basic, { url: `${apiOrigin}/v1/check/${basic}` }],
    ['password in HTML', basic, { mimeType: 'text/html', body: `<p>Login ${basic} failed</p>` }],
    ['session id in a path', session, { url: `${apiOrigin}/v1/sessions/${session}` }],
    ['session id in a response', session, { body: JSON.stringify({ ref: session }) }],
  ];
  for (const [carrier, value, draft] of places) plant(group, carrier, value, draft);
  const { token, signature } = jwt(random);
  plant(group, 'the original JWT', signature, { requestFields: [field('authorization', `Bearer ${token}`)] });
  plant(group, 'signature of a JWT alone', signature, {
    body: JSON.stringify({ cacheRow: `tok:${signature}` }),
  });

  const equal = 'equal values stay equal';
  const again = plant('cookies', 'the same session cookie, sent again', cookie, {
    cookies: [{ name: 'portal_session', value: cookie }],
  });
  const other = draw(random, 'alphanumeric', 40);
  const different = plant('cookies', 'another session cookie', other, {
    cookies: [{ name: 'portal_session', value: other }],
  });
  const bearerAgain = plant('authentication headers', 'the same bearer token, sent again', bearer, {
    requestFields: [field('Authorization', `Bearer ${bearer}`)],
  });
  const otherBearer = draw(random, 'alphanumeric', 48);
  const bearerOther = plant('authentication headers', 'another bearer token', otherBearer, {
    requestFields: [field('authorization', `Bearer ${otherBearer}`)],
  });
  const inQuery = plant('query parameters', 'the bearer token as access_token', bearer, {
    url: `${apiOrigin}/v1/calls?access_token=${bearer}`,
  });
  const setAgain = plant('cookies', 'the session cookie, set', cookie, {
    responseFields: [field('set-cookie', `portal_session=${cookie}; Path=/; HttpOnly`)],
  });
  const cookieOf = (text: string | undefined) => /portal_session=([^;]+)/.exec(text ?? '')?.[1];
  const bearerOf = (text: string | undefined) => /^bearer (\S+)/i.exec(text ?? '')?.[1];
  const same = (a: string | undefined, b: string | undefined) => a !== undefined && a === b;
  const differ = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && a !== b;
  probe(equal, 'one cookie in two requests', (capture) =>
    same(
      cookieOf(capture.entry(sentCookie).field('request', 'cookie')),
      cookieOf(capture.entry(again).field('request', 'cookie')),
    ),
  );
  probe(equal, 'two cookies differ', (capture) =>
    differ(
      cookieOf(capture.entry(sentCookie).field('request', 'cookie')),
      cookieOf(capture.entry(different).field('request', 'cookie')),
    ),
  );
  probe(equal, 'a cookie set and sent', (capture) =>
    same(
      cookieOf(capture.entry(setAgain).field('response', 'set-cookie')),
      cookieOf(capture.entry(again).field('request', 'cookie')),
    ),
  );
  probe(equal, 'one bearer token in two requests', (capture) =>
    same(
      bearerOf(capture.entry(sentBearer).field('request', 'authorization')),
      bearerOf(capture.entry(bearerAgain).field('request', 'authorization')),
    ),
  );
  probe(equal, 'two bearer tokens differ', (capture) =>
    differ(
      bearerOf(capture.entry(sentBearer).field('request', 'authorization')),
      bearerOf(capture.entry(bearerOther).field('request', 'authorization')),
    ),
  );
  probe(equal, 'a token in a field and in a URL', (capture) =>
    same(
      bearerOf(capture.entry(sentBearer).field('request', 'authorization')),
      /access_token=([^&]+)/.exec(String(capture.entry(inQuery).at('request', 'url')))?.[1],
    ),
  );
};
