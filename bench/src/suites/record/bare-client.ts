import { request } from 'node:http';
import type { Socket } from 'node:net';

/**
 * The cheapest that anybody can do who wants to know of a page's requests: opens a tab, sends `Network.enable` and nothing else, and never reads
 * what the browser tells. What a page loses to it no recorder can avoid, and neither can DevTools' Network panel.
 * `end` closes the connection.
 */
export async function openWatchedTab(port: number, url: string): Promise<{ end(): void }> {
  const { webSocketDebuggerUrl } = JSON.parse(await put(port, '/json/new?about:blank')) as {
    webSocketDebuggerUrl: string;
  };
  const socket = await upgrade(new URL(webSocketDebuggerUrl));
  const answered = new Promise((resolve) => socket.once('data', resolve));
  socket.write(frame({ id: 1, method: 'Network.enable' }));
  await answered;
  // From here on everything stays with the browser and the system.
  socket.pause();
  socket.write(frame({ id: 2, method: 'Page.navigate', params: { url } }));
  return { end: () => socket.destroy() };
}

function put(port: number, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, method: 'PUT', path }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
      });
      answer.once('end', () => resolve(text));
    });
    asked.once('error', reject);
    asked.end();
  });
}

function upgrade({ hostname, port, pathname }: URL): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const asked = request({
      hostname,
      port,
      path: pathname,
      headers: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': Buffer.alloc(16).toString('base64'),
      },
    });
    asked.once('upgrade', (_, socket) => resolve(socket as Socket));
    asked.once('error', reject);
    asked.end();
  });
}

/** A text of less than 126 bytes, masked with zeros, which leaves it as it is. RFC 6455 §5.2. */
function frame(message: object): Buffer {
  const text = Buffer.from(JSON.stringify(message));
  if (text.length > 125) throw new Error('too long for a short frame');
  return Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), text]);
}
