import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { page } from '../../../testing/names.ts';
import { webSocket } from './rule.ts';

const socket = { url: 'wss://events.example.test/presence', type: 'websocket', httpVersion: 'http/1.1' };
const open = { ...socket, status: 101, mimeType: 'x-unknown' };
const lasted = (ms: number) => ({ blocked: -1, send: 0, wait: 6, receive: ms - 6 });
const news = { type: 'receive', opcode: 1, data: '{"presence":"active"}' };

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
