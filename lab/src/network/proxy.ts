import { createServer, request as httpRequest } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { ProxyBehaviour } from '../scenario/scenario.ts';
import type { Network } from './network.ts';

/** A forward proxy on loopback that a browser context can be given. */
export interface ForwardProxy {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Stands between the browser and the doors of the network. */
export async function openProxy(
  { httpsPort, httpPort }: Pick<Network, 'httpsPort' | 'httpPort'>,
  { connectDelayMs = 0, demandsCredentials, refusesTunnelsTo = [] }: ProxyBehaviour,
): Promise<ForwardProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    if (demandsCredentials) {
      response.writeHead(407, { 'proxy-authenticate': 'Basic realm="office"', 'content-type': 'text/html' });
      response.end('<!doctype html><title>Proxy sign-in required</title>');
      return;
    }
    const { pathname, search } = new URL(request.url ?? '/', 'http://nowhere.example.test');
    const onward = httpRequest(
      {
        host: '127.0.0.1',
        port: httpPort,
        method: request.method,
        path: pathname + search,
        headers: request.headers,
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, { ...answer.headers, via: '1.1 office-proxy' });
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  server.on('connect', ({ url = '' }, client: Socket, head) => {
    client.on('error', () => {});
    if (refusesTunnelsTo.includes(url.replace(/:\d+$/, ''))) {
      client.end('HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    if (demandsCredentials) {
      client.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="office"\r\nContent-Length: 0\r\n\r\n',
      );
      return;
    }
    setTimeout(() => {
      const door = connect(httpsPort, '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        door.write(head);
        door.pipe(client).pipe(door);
      });
      door.on('error', () => client.destroy());
      client.on('close', () => door.destroy());
    }, connectDelayMs);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
