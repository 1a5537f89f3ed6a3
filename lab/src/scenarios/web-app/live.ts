import { createHash } from 'node:crypto';
import type { Duplex } from 'node:stream';
import type { Site } from '../../network/site.ts';

/** One WebSocket that a host has accepted. Frames of up to 125 bytes. */
export interface LiveSocket {
  send(text: string): void;
  /** Ends it in order, with a close frame. */
  close(code: number): void;
  /** Ends it without a word. */
  cut(): void;
}

/** Spec: RFC 6455 §1.3. */
const ACCEPT_SUFFIX = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** A host whose every connection becomes a WebSocket. What the page sends is not read. */
export function liveHost(host: string, onOpen: (socket: LiveSocket) => void): Site {
  return {
    host,
    protocol: 'http/1.1',
    rawInsideTls: true,
    raw: (stream: Duplex) =>
      void stream.once('data', (head: Buffer) => {
        const key = /^sec-websocket-key: *(\S+)/im.exec(head.toString('latin1'))?.[1] ?? '';
        const accept = createHash('sha1')
          .update(key + ACCEPT_SUFFIX)
          .digest('base64');
        stream.write(
          `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
        );
        onOpen({
          send: (text) =>
            void stream.write(Buffer.concat([Buffer.from([0x81, text.length]), Buffer.from(text)])),
          close: (code) => void stream.end(Buffer.from([0x88, 2, code >> 8, code & 0xff])),
          cut: () => void stream.destroy(),
        });
      }),
  };
}

/** A host that takes a connection's request and ends it: 403 instead of a WebSocket. */
export function closedHost(host: string): Site {
  return {
    host,
    protocol: 'http/1.1',
    rawInsideTls: true,
    raw: (stream: Duplex) =>
      void stream.once('data', () => {
        stream.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
      }),
  };
}
