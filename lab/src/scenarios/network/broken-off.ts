import { constants, type Http2ServerResponse } from 'node:http2';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Scenario } from '../../scenario/scenario.ts';
import { sendJson } from '../page.ts';
import { withFault } from './family.ts';

const API = 'api.example.test/v1/numbers';

/** A host that answers with bytes of its own once it has the request. */
function answering(answer: (socket: Duplex) => void) {
  return () => [
    {
      host: 'api.example.test',
      protocol: 'http/1.1',
      rawInsideTls: true,
      raw: (socket: Duplex) => void socket.once('data', () => answer(socket)),
    } as const,
  ];
}

const ok = (...fields: readonly string[]) =>
  ['HTTP/1.1 200 OK', 'Access-Control-Allow-Origin: https://portal.example.test', ...fields, '', ''].join(
    '\r\n',
  );

/** Fiddler writes the same of a connection that was reset, closed, or just silent: 0 bytes. */
const noProxyCanTell = { hiddenIn: ['fiddler'] } as const;

/** Connections and bodies that end where they should not. */
export const brokenOff: readonly Scenario[] = [
  withFault({
    name: 'reset-in-handshake',
    title: 'Numbers do not load at the office: something cuts the connection.',
    script: `await call('https://${API}');`,
    sites: () => [{ host: 'api.example.test', raw: (socket) => void (socket as Socket).resetAndDestroy() }],
    truth: {
      expects: [
        {
          finding: 'fail/reset',
          on: [{ url: API }],
          reason: 'net::ERR_CONNECTION_RESET',
          root: true,
          ...noProxyCanTell,
        },
      ],
      allows: ['fail/empty'],
      browser: [{ on: { url: API }, errorText: 'net::ERR_CONNECTION_RESET' }],
    },
  }),
  withFault({
    name: 'closed-in-handshake',
    title: 'Numbers do not load: the server hangs up before it says anything.',
    script: `await call('https://${API}');`,
    sites: () => [{ host: 'api.example.test', raw: (socket) => void socket.end() }],
    truth: {
      expects: [
        {
          finding: 'fail/reset',
          on: [{ url: API }],
          reason: 'net::ERR_CONNECTION_CLOSED',
          root: true,
          ...noProxyCanTell,
        },
      ],
      allows: ['fail/empty'],
      browser: [{ on: { url: API }, errorText: 'net::ERR_CONNECTION_CLOSED' }],
    },
  }),
  withFault({
    name: 'empty-answer',
    title: 'Saving a number ends in an error page without text.',
    script: `await call('https://${API}');`,
    sites: answering((socket) => void socket.end()),
    truth: {
      expects: [{ finding: 'fail/empty', on: [{ url: API }], reason: 'net::ERR_EMPTY_RESPONSE', root: true }],
      browser: [{ on: { url: API }, errorText: 'net::ERR_EMPTY_RESPONSE' }],
    },
  }),
  withFault({
    name: 'body-shorter-than-told',
    title: 'The export of numbers stops in the middle.',
    script: `await call('https://${API}');`,
    sites: answering((socket) => {
      socket.end(`${ok('Content-Type: application/json', 'Content-Length: 5000')}{"numbers":["+15550100",`);
    }),
    truth: {
      expects: [
        {
          finding: 'fail/truncated-body',
          on: [{ url: API }],
          reason: 'net::ERR_CONTENT_LENGTH_MISMATCH',
          root: true,
        },
      ],
      browser: [{ on: { url: API }, errorText: 'net::ERR_CONTENT_LENGTH_MISMATCH' }],
    },
  }),
  withFault({
    name: 'last-chunk-missing',
    title: 'The report opens half the time.',
    script: `await call('https://${API}');`,
    sites: answering((socket) => {
      socket.end(
        `${ok('Content-Type: application/json', 'Transfer-Encoding: chunked')}c\r\n{"numbers":[\r\n`,
      );
    }),
    truth: {
      expects: [
        {
          finding: 'fail/truncated-body',
          on: [{ url: API }],
          reason: 'net::ERR_INCOMPLETE_CHUNKED_ENCODING',
          root: true,
          // What came is all that the archive holds: JSON that was cut.
          hiddenIn: ['fiddler'],
        },
      ],
      allows: ['fail/broken-json'],
      browser: [{ on: { url: API }, errorText: 'net::ERR_INCOMPLETE_CHUNKED_ENCODING' }],
    },
  }),
  withFault({
    name: 'http2-stream-refused',
    title: 'One button always fails, the rest works.',
    script: `await call('/api/locations', { method: 'POST', body: '{}' });`,
    routes: () => ({
      '/api/locations': (_, response) =>
        (response as Http2ServerResponse).stream.close(constants.NGHTTP2_PROTOCOL_ERROR),
    }),
    truth: {
      expects: [
        {
          finding: 'fail/reset',
          on: [{ method: 'POST', url: '/api/locations' }],
          reason: 'net::ERR_HTTP2_PROTOCOL_ERROR',
          root: true,
          ...noProxyCanTell,
        },
      ],
      allows: ['fail/empty'],
      browser: [
        { on: { method: 'POST', url: '/api/locations' }, errorText: 'net::ERR_HTTP2_PROTOCOL_ERROR' },
      ],
    },
  }),
  withFault({
    name: 'reset-healed-by-retry',
    title: 'Works, after a short pause.',
    protocol: 'http/1.1',
    script: `if ((await call('/api/numbers')) === undefined) await call('/api/numbers');`,
    routes: () => {
      let calls = 0;
      return {
        '/api/numbers': (request, response) => {
          // The browser itself repeats a GET once when a connection in use is cut before the answer.
          if (++calls <= 2) (request.socket as Socket).destroy();
          else sendJson(response, { numbers: ['+15550100'] });
        },
      };
    },
    truth: { healthy: true, expects: [], allows: ['fail/reset', 'fail/empty'] },
  }),
];
