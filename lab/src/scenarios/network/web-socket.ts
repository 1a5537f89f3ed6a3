import { createHash } from 'node:crypto';
import type { Duplex } from 'node:stream';
import type { Scenario } from '../../scenario/scenario.ts';
import { withFault } from './family.ts';

const HOST = 'events.example.test';

/** Spec: RFC 6455 §1.3. */
const ACCEPT_SUFFIX = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

function onUpgrade(answer: (socket: Duplex, key: string) => void) {
  return () => [
    {
      host: HOST,
      protocol: 'http/1.1',
      rawInsideTls: true,
      raw: (socket: Duplex) =>
        void socket.once('data', (head: Buffer) =>
          answer(socket, /^sec-websocket-key: *(\S+)/im.exec(head.toString('latin1'))?.[1] ?? ''),
        ),
    } as const,
  ];
}

/** The handshake's answer that agrees. */
function switching(key: string): string {
  const accept = createHash('sha1')
    .update(key + ACCEPT_SUFFIX)
    .digest('base64');
  return `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`;
}

/** An unmasked text frame of less than 126 bytes. */
function textFrame(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x81, text.length]), Buffer.from(text)]);
}

const OPEN = `const socket = new WebSocket('wss://${HOST}/presence');
  await new Promise((resolve) => { socket.onclose = resolve; });`;

export const webSocket: readonly Scenario[] = [
  withFault({
    name: 'web-socket-refused',
    title: 'Presence is never live: the proxy in front does not let WebSockets through.',
    script: OPEN,
    sites: onUpgrade((socket) => {
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    }),
    truth: { expects: [{ finding: 'fail/web-socket', on: [{ url: /\/presence$/ }], root: true }] },
  }),
  withFault({
    name: 'web-socket-works',
    title: 'Works: presence is live and ends when the page leaves.',
    script: OPEN,
    sites: onUpgrade((socket, key) => {
      socket.write(switching(key));
      socket.write(textFrame('{"presence":"active"}'));
      // A close frame with code 1000.
      setTimeout(() => socket.end(Buffer.from([0x88, 2, 0x03, 0xe8])), 200);
    }),
    truth: { healthy: true, expects: [] },
  }),
];
