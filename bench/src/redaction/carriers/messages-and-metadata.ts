import type { ChromeInitiator } from '../../chrome/chrome-har.ts';
import { apiOrigin, type Carrier, portalOrigin } from '../contest-capture.ts';
import { draw, password } from '../tokens.ts';

/** Messages of open connections, and everything that an entry carries besides request and response. */
export const messagesAndMetadata: Carrier = ({ random, plant, mark, page, comment }) => {
  const token = () => draw(random, 'alphanumeric', 38);
  const socket = (data: string, type = 'send', opcode = 1) => ({
    type: 'websocket',
    url: 'https://sockets.example.test/v1',
    extra: { _webSocketMessages: [{ type, time: 1_777_883_400.5, opcode, data }] },
  });
  const group = 'WebSocket and event messages';
  const messages: readonly [string, (value: string) => string][] = [
    ['JSON', (value) => JSON.stringify({ type: 'auth', token: value })],
    ['JSON, deep', (value) => JSON.stringify({ id: 1, params: { session: { accessToken: value } } })],
    ['JSON in JSON', (value) => JSON.stringify(['msg', JSON.stringify({ authToken: value })])],
    ['socket.io', (value) => `42["authenticate",${JSON.stringify({ apiKey: value })}]`],
    ['STOMP', (value) => `CONNECT\naccept-version:1.2\nlogin:anna\npasscode:${value}\n\n\u0000`],
    ['header line', (value) => `GET /v1\r\nAuthorization: Bearer ${value}\r\n\r\n`],
    [
      'URL',
      (value) => JSON.stringify({ op: 'open', url: `wss://sockets.example.test/x?access_token=${value}` }),
    ],
    [
      'XMPP',
      (value) =>
        `<auth mechanism="PLAIN">${Buffer.from(`\u0000anna\u0000${value}`).toString('base64')}</auth>`,
    ],
    [
      'SIP digest',
      (value) => `REGISTER sip:a SIP/2.0\r\nAuthorization: Digest username="a", response="${value}"\r\n\r\n`,
    ],
    [
      'graphql-ws',
      (value) => JSON.stringify({ type: 'connection_init', payload: { Authorization: `Bearer ${value}` } }),
    ],
  ];
  for (const [at, [how, write]] of messages.entries()) {
    const value = token();
    plant(group, `message: ${how}`, value, socket(write(value), at % 2 === 0 ? 'send' : 'receive'));
  }
  const binary = token();
  plant(group, 'binary message, base64', binary, {
    ...socket(Buffer.from(JSON.stringify({ session_token: binary })).toString('base64'), 'receive', 2),
  });
  const event = token();
  plant(group, '_eventSourceMessages', event, {
    mimeType: 'text/event-stream',
    extra: {
      _eventSourceMessages: [
        { time: 1, eventName: 'token', eventId: '7', data: JSON.stringify({ refreshToken: event }) },
      ],
    },
  });
  const stream = token();
  plant(group, 'event stream as content', stream, {
    mimeType: 'text/event-stream',
    body: `event: hello\ndata: {"n":1}\n\nevent: session\ndata: {"sessionToken":"${stream}"}\n\n`,
  });
  const torn = token();
  plant(group, 'JSON over two data lines', torn, {
    mimeType: 'text/event-stream',
    body: `data: {"access_token":\ndata: "${torn}"}\n\n`,
  });

  const meta = 'initiators, titles, comments, extensions';
  const frame = (url: string) => ({
    functionName: 'load',
    scriptId: '12',
    url,
    lineNumber: 3,
    columnNumber: 9,
  });
  const initiators: readonly [string, (url: string) => ChromeInitiator][] = [
    ['_initiator.url', (url) => ({ type: 'parser', url })],
    [
      'call frame',
      (url) => ({ type: 'script', stack: { callFrames: [frame(`${portalOrigin}/app.js`), frame(url)] } }),
    ],
    [
      'call frame of a parent',
      (url) => ({
        type: 'script',
        stack: { callFrames: [], parent: { description: 'await', callFrames: [frame(url)] } },
      }),
    ],
  ];
  for (const [carrier, write] of initiators) {
    const value = token();
    plant(meta, carrier, value, { initiator: write(`${portalOrigin}/app.js?session_token=${value}`) });
  }
  const note = token();
  plant(meta, 'comment of an entry', note, { extra: { comment: `customer said password=${note}` } });
  const remark = token();
  plant(meta, 'comment, a header line', remark, {
    extra: { comment: `repeat with Authorization: Bearer ${remark}` },
  });
  const extension = token();
  plant(meta, '_extension', extension, {
    extra: { _proxy: { upstream: { apiKey: extension }, retries: 2 } },
  });
  const listed = token();
  plant(meta, '_extension, names and values', listed, {
    extra: { _meta: { sent: [{ name: 'X-Auth-Token', value: listed }] } },
  });
  const text = token();
  plant(meta, '_extension, JSON as text', text, {
    extra: { _debug: JSON.stringify({ client_secret: text }) },
  });
  const cached = token();
  plant(meta, 'cache', cached, {
    extra: {
      cache: { afterRequest: { eTag: 'x', hitCount: 1, comment: `set-cookie: sid=${cached}; path=/` } },
    },
  });
  const title = token();
  page(`${portalOrigin}/login?access_token=${title}`);
  mark(meta, 'title of a page', title, undefined);
  const fragment = token();
  page(`Portal - ${portalOrigin}/#id_token_hint=a&access_token=${fragment}`);
  mark(meta, 'title of a page, fragment', fragment, undefined);
  const logged = token();
  comment(`Recorded with api_key=${logged} against staging.`);
  mark(meta, 'comment of the log', logged, undefined);

  const prose = 'in sentences and logs';
  const sentences: readonly [string, (value: string) => string][] = [
    [
      'key=value in a log line',
      (value) => `2026-05-04 08:30:00 ERROR login user=anna password=${value} status=401`,
    ],
    ['key: value in a log line', (value) => `retrying (api-key: ${value}) in 5 s`],
    ['Bearer in a message', (value) => `upstream refused "Authorization: Bearer ${value}"`],
    ['a URL in a message', (value) => `GET ${apiOrigin}/v1?access_token=${value} failed with 500`],
    ['Set-Cookie in a message', (value) => `received header Set-Cookie: JSESSIONID=${value}; Path=/`],
    ['a Python dict', (value) => `request body was {'user': 'anna', 'password': '${value}'}`],
    ['YAML', (value) => `user: anna\npassword: ${value}\nretries: 3\n`],
    ['environment', (value) => `NODE_ENV=production\nCLIENT_SECRET=${value}\nPORT=8080\n`],
    ['INI', (value) => `[auth]\nclient_secret = "${value}"\n`],
  ];
  for (const [carrier, write] of sentences) {
    const value =
      carrier === 'a Python dict' ? `${password(random)}${draw(random, 'alphanumeric', 6)}` : token();
    plant(prose, carrier, value, { status: 500, mimeType: 'text/plain', body: write(value) });
  }
};
