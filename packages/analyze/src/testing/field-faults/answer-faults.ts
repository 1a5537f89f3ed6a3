import { beginsAt } from '../auth-steps.ts';
import { harOf } from '../har-of.ts';
import { api, portal, trackingId } from '../names.ts';

import { type FieldFault, failed, html, me, navigation, repeat, users } from './field-fault.ts';

/** A request gets no answer, or one that says no. */
export const answerFaults: Readonly<Record<string, FieldFault>> = {
  'a load balancer ends its HTTP/2 connections and the page retries at once': {
    complaint: 'Every few minutes everything fails for some seconds.',
    capture: harOf([
      navigation,
      me,
      ...repeat(6, (time) =>
        failed(`${api}/events`, 'net::ERR_HTTP2_PROTOCOL_ERROR', { atMs: 1000 + time * 220 }),
      ),
    ]),
    first: 'fail/reset',
  },
  'a proxy writes its warning in front of the JSON': {
    complaint: 'Unexpected token < in JSON.',
    capture: harOf([
      navigation,
      me,
      {
        ...users,
        body: '<!-- Inspected by the gateway of Example AG --><script src="http://gateway.example.net/banner.js"></script>{"users":[]}',
        response: { via: '1.1 gateway.example.net' },
      },
    ]),
    first: 'fail/broken-json',
    at: [2],
  },
  'cookies outgrow what nginx takes': {
    complaint: '400 Bad Request on every page, until cookies are deleted.',
    capture: harOf([
      {
        ...navigation,
        status: 400,
        request: {
          cookie: Array.from({ length: 60 }, (_, id) => `feature_${id}=${'on-'.repeat(40)}`).join('; '),
        },
        body: '<html><head><title>400 Request Header Or Cookie Too Large</title></head><body><center><h1>400 Bad Request</h1></center><center>Request Header Or Cookie Too Large</center><hr><center>nginx</center></body></html>',
        response: { server: 'nginx' },
      },
    ]),
    first: 'fail/too-large',
  },
  'nginx refuses an upload that is larger than a megabyte': {
    complaint: 'The greeting cannot be uploaded.',
    capture: harOf([
      navigation,
      {
        url: `${api}/greetings`,
        method: 'POST',
        status: 413,
        ...html,
        request: { 'content-length': '2400000' },
        body: '<html><head><title>413 Request Entity Too Large</title></head></html>',
        response: { server: 'nginx' },
      },
    ]),
    first: 'fail/too-large',
  },
  'nginx refuses an upload and closes, so that the browser sees a reset': {
    complaint: 'The upload fails with a network error.',
    capture: harOf([
      navigation,
      failed(`${api}/greetings`, 'net::ERR_CONNECTION_RESET', {
        method: 'POST',
        request: { 'content-length': '24000000' },
      }),
    ]),
    first: 'fail/reset',
  },
  'GraphQL answers with half of what was asked': {
    complaint: 'The licences of a person are missing.',
    capture: harOf([
      navigation,
      {
        url: `${api}/graphql`,
        method: 'POST',
        sent: { operationName: 'Person', query: 'query Person { me { name licences { name } } }' },
        body: {
          data: { me: { name: 'Ines', licences: null } },
          errors: [
            {
              message: 'Licence service did not answer',
              path: ['me', 'licences'],
              extensions: { code: 'DOWNSTREAM' },
            },
          ],
        },
      },
    ]),
    first: 'fail/graphql',
  },
  'a proxy ends long polls after exactly a minute': {
    complaint: 'The page says "connection lost" every minute.',
    capture: harOf([
      navigation,
      ...repeat(4, (time) => ({
        url: `${api}/poll?cursor=${time}`,
        status: 504,
        ...html,
        atMs: 1000 + time * 60_100,
        timings: { blocked: 1, send: 0, wait: 60_020, receive: 1 },
        body: '<html><head><title>504 Gateway Time-out</title></head></html>',
        response: { server: 'nginx' },
      })),
    ]),
    first: 'fail/gateway-timeout',
  },
  'a load balancer cuts idle WebSockets after a minute': {
    complaint: 'Presence freezes.',
    capture: harOf([
      navigation,
      ...repeat(4, (time) => ({
        url: 'wss://live.example.test/socket',
        type: 'websocket',
        status: 101,
        atMs: 1000 + time * 62_500,
        timings: { blocked: 1, send: 0, wait: 40, receive: 60_010 },
        messages: [
          { type: 'send', time: beginsAt + 1 + time * 62, opcode: 1, data: 'hello' },
          { type: 'receive', time: beginsAt + 1.1 + time * 62, opcode: 1, data: 'welcome' },
        ],
      })),
    ]),
    first: 'fail/web-socket',
  },
  'a name of the inner network is not known without the VPN': {
    complaint: 'Voicemail does not load at home.',
    capture: harOf([
      navigation,
      me,
      failed('https://voicemail.corp.example.test/v1/messages', 'net::ERR_NAME_NOT_RESOLVED'),
    ]),
    first: 'fail/dns',
  },
  'a company opens TLS and the browser does not know its authority': {
    complaint: 'Only the calls to the API fail, and only at the office.',
    capture: harOf([
      navigation,
      failed(`${api}/me`, 'net::ERR_CERT_AUTHORITY_INVALID'),
      failed(`${api}/users`, 'net::ERR_CERT_AUTHORITY_INVALID'),
    ]),
    first: 'fail/tls',
  },
  'a player asks for a part behind the end of a recording': {
    complaint: 'The recording stops and starts over.',
    capture: harOf([
      navigation,
      {
        url: `${portal}/recordings/7.mp3`,
        type: 'media',
        status: 416,
        request: { range: 'bytes=900000-' },
        response: { 'content-range': 'bytes */812345' },
        mimeType: 'text/plain',
        body: '',
      },
    ]),
    first: 'fail/http-4xx',
  },
  'a service does not speak the language of the browser': {
    complaint: 'The page fails for people whose browser is set to Norwegian.',
    capture: harOf([
      navigation,
      {
        ...users,
        status: 406,
        request: { 'accept-language': 'nb-NO' },
        body: { message: 'No representation for nb-NO.' },
      },
    ]),
    first: 'fail/method-not-allowed',
  },
  'an answer says gzip and is none': {
    complaint: 'The page loads without style.',
    capture: harOf([
      navigation,
      {
        ...users,
        error: 'net::ERR_CONTENT_DECODING_FAILED',
        body: null,
        response: { 'content-encoding': 'gzip' },
      },
    ]),
    first: 'fail/truncated-body',
  },
  'a key for doing things once is used for something else': {
    complaint: 'An order cannot be sent.',
    capture: harOf([
      navigation,
      {
        url: `${api}/orders`,
        method: 'POST',
        status: 409,
        sent: { item: 2 },
        request: { 'idempotency-key': 'k-1' },
        trackingId: trackingId(4),
        body: {
          type: 'idempotency_error',
          message:
            'Keys for idempotent requests can only be used with the same parameters they were first used with.',
        },
      },
    ]),
    first: 'fail/conflict',
  },
  'somebody else saved in between': {
    complaint: 'Saving says that the site was changed.',
    capture: harOf([
      navigation,
      {
        url: `${api}/sites/7`,
        method: 'PUT',
        status: 412,
        sent: { name: 'Bern' },
        request: { 'if-match': '"v3"' },
        body: { message: 'Precondition Failed' },
      },
    ]),
    first: 'fail/conflict',
  },
  'an upload over a thin line takes longer than the server waits': {
    complaint: 'Uploads from the branch office fail.',
    capture: harOf([
      navigation,
      {
        url: `${api}/greetings`,
        method: 'POST',
        status: 408,
        ...html,
        request: { 'content-length': '8400000' },
        timings: { blocked: 1, send: 59_900, wait: 110, receive: 1 },
        body: '<html><title>408 Request Time-out</title></html>',
      },
    ]),
    first: 'fail/http-4xx',
  },
  'the body of a list is cut by a proxy': {
    complaint: 'Large lists do not open at the office.',
    capture: harOf([
      navigation,
      {
        ...users,
        error: 'net::ERR_CONTENT_LENGTH_MISMATCH',
        body: '{"users":[{"id":1},',
        response: { 'content-length': '90000' },
      },
    ]),
    first: 'fail/truncated-body',
  },
  'a third party’s script fails to load and the page waits for it': {
    complaint: 'The page opens after half a minute.',
    capture: harOf([
      navigation,
      failed('https://chat.example.net/widget.js', 'net::ERR_CONNECTION_TIMED_OUT', {
        type: 'script',
        timings: { blocked: 21_000, send: 0, wait: 0, receive: 0 },
      }),
      { ...me, atMs: 21_300 },
    ]),
    first: 'fail/timeout',
  },
  'a service is asked for a method that a firewall does not know': {
    complaint: 'Changes cannot be saved at one customer.',
    capture: harOf([
      navigation,
      {
        url: `${api}/users/7`,
        method: 'PATCH',
        status: 501,
        ...html,
        body: '<html><title>Not Implemented</title><body>Method not implemented by the proxy</body></html>',
        response: { via: '1.1 edge.corp.example.net' },
      },
    ]),
    first: 'fail/http-5xx',
  },
  'a database is full behind a 200': {
    complaint: 'Saved, but nothing is there.',
    capture: harOf([
      navigation,
      {
        url: `${api}/notes`,
        method: 'POST',
        sent: { text: 'x' },
        body: {
          success: false,
          error: { code: 'DISK_FULL', message: 'could not extend file: No space left on device' },
        },
      },
    ]),
    first: 'fail/error-in-success',
  },
  'a page asks for more at once than the browser has room for': {
    complaint: 'The wall of pictures stays grey.',
    capture: harOf([
      navigation,
      ...repeat(40, (time) =>
        failed(`${api}/pictures/${time}`, 'net::ERR_INSUFFICIENT_RESOURCES', { atMs: 300 + time }),
      ),
    ]),
    first: 'fail/network',
  },
  'a proxy takes the wish for a WebSocket away': {
    complaint: 'Presence never updates at the office.',
    capture: harOf([
      navigation,
      { url: 'wss://live.example.test/socket', type: 'websocket', status: 426, body: 'Upgrade Required' },
    ]),
    first: 'fail/web-socket',
  },
  'a redirect to https makes a GET of a POST': {
    complaint: 'Orders from the old program are refused.',
    capture: harOf([
      navigation,
      {
        url: 'http://api.example.test/v1/orders',
        method: 'POST',
        status: 301,
        sent: { item: 2 },
        response: { location: `${api}/orders` },
      },
      {
        url: `${api}/orders`,
        status: 405,
        body: { message: 'Method Not Allowed' },
        response: { allow: 'POST' },
      },
    ]),
    first: 'fail/method-not-allowed',
  },
};
