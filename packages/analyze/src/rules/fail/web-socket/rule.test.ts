import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { page } from '../../../testing/names.ts';
import { webSocket } from './rule.ts';

const socket = { url: 'wss://events.example.test/presence', type: 'websocket', httpVersion: 'http/1.1' };
const open = { ...socket, status: 101, mimeType: 'x-unknown' };
const lasted = (ms: number) => ({ blocked: -1, send: 0, wait: 6, receive: ms - 6 });
const news = { type: 'receive', opcode: 1, data: '{"presence":"active"}' };

const frame = (data: string) => ({ type: 'receive', opcode: 1, data });
/** Messages of one protocol each that say no failure, and have the words of one. */
const harmless = [
  '{"type":"next","id":"1","payload":{"data":{"errors":[],"error":null}}}',
  '{"type":"next","id":"1","payload":{"data":{"a":1},"errors":[]}}',
  '{"type":"log","level":"error","message":"disk full"}',
  '{"event":"metrics","data":{"error":3,"message":"x"}}',
  '{"jsonrpc":"2.0","id":1,"result":{"error":"none"}}',
  '{"jsonrpc":"2.0","id":1,"error":null,"result":true}',
  '42["message",{"error":"no","text":"an exception"}]',
  '42["errors",[]]',
  '440',
  '44100',
  '{"type":"disconnect","reason":"server_restart","reconnect":true}',
  '["1","2","room:1","phx_reply",{"status":"ok","response":{"errors":[]}}]',
  '{"type":3,"invocationId":"1","result":"error"}\u001e',
  'ERRORS: none',
];

checkRule(webSocket, import.meta.url, {
  'finds.handshake-that-was-refused': harOf([
    page,
    {
      ...socket,
      status: 0,
      timings: lasted(8),
      messages: [
        {
          type: 'error',
          opcode: -1,
          data: 'Error during WebSocket handshake: Unexpected response code: 403',
        },
      ],
    },
  ]),
  'finds.refusal-in-an-exporter-that-keeps-the-status': harOf([page, { ...socket, status: 503 }], 'Fiddler'),
  'finds.close-code-that-says-trouble-as-a-warning': harOf([
    page,
    // 1011 and `crash`, in base64.
    { ...open, timings: lasted(900), messages: [news, { type: 'receive', opcode: 8, data: 'A/NjcmFzaA==' }] },
  ]),
  'finds.close-by-the-page-as-a-warning': harOf([
    page,
    { ...open, timings: lasted(900), messages: [news, { type: 'send', opcode: 8, data: '1002' }] },
  ]),
  'finds.end-without-a-goodbye-as-a-warning': harOf([
    page,
    { ...open, timings: lasted(900), messages: [news, { type: 'receive', opcode: 8, data: '1006' }] },
  ]),
  'finds.open-socket-that-broke-off': harOf([
    page,
    { ...open, timings: lasted(900), error: 'net::ERR_CONNECTION_RESET', messages: [news] },
  ]),
  'finds.open-socket-of-which-the-browser-wrote-an-error-as-a-warning': harOf([
    page,
    {
      ...open,
      timings: lasted(900),
      messages: [news, { type: 'error', opcode: -1, data: 'Invalid frame header' }],
    },
  ]),
  'finds.message-of-graphql-that-says-no-as-a-warning': harOf([
    page,
    {
      ...open,
      timings: lasted(900),
      messages: [news, frame('{"id":"1","type":"error","payload":[{"message":"Forbidden"}]}')],
    },
  ]),
  'quiet.messages-about-errors': harOf([
    page,
    {
      ...open,
      timings: lasted(900),
      messages: [...harmless.map(frame), { type: 'send', opcode: 1, data: '{"type":"error","message":"x"}' }],
    },
  ]),
  'quiet.socket-that-the-page-gave-up': harOf([
    page,
    { ...open, timings: lasted(900), error: 'net::ERR_ABORTED', messages: [news] },
  ]),
  'finds.socket-that-is-opened-again-and-again-as-a-warning': harOf([
    page,
    { ...open, atMs: 1000, timings: lasted(5000), messages: [news] },
    { ...open, atMs: 8000, timings: lasted(5000), messages: [news] },
    { ...open, atMs: 16000, timings: lasted(5000), messages: [news] },
  ]),
  'finds.sockets-that-a-proxy-ends-when-they-fall-silent': harOf([
    page,
    { ...open, atMs: 1000, timings: lasted(60_040), messages: [news] },
    { ...open, atMs: 63_000, timings: lasted(60_070), messages: [news] },
    { ...open, atMs: 125_000, timings: lasted(60_050), messages: [news] },
  ]),
  'quiet.sockets-that-lasted-as-long-as-they-were-wanted': harOf([
    page,
    { ...open, atMs: 1000, timings: lasted(83_000), messages: [news] },
    { ...open, atMs: 86_000, timings: lasted(171_000), messages: [news] },
    { ...open, atMs: 260_000, timings: lasted(95_000), messages: [news] },
  ]),
  'quiet.socket-that-works': harOf([page, { ...open, timings: lasted(208), messages: [news] }]),
  'quiet.two-sockets-side-by-side': harOf([
    page,
    { ...open, atMs: 1000, timings: lasted(50_000), messages: [news] },
    { ...open, atMs: 1100, timings: lasted(50_000), messages: [news] },
    { ...open, atMs: 1200, timings: lasted(50_000), messages: [news] },
  ]),
  'quiet.clean-close': harOf([
    page,
    { ...open, timings: lasted(900), messages: [news, { type: 'send', opcode: 8, data: 'A+g=' }] },
  ]),
});
